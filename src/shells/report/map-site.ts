import type { Degrees } from "#shells/figure/map-base";
import type { Report } from "#shells/report/report";
import { placeName } from "#study/experiment/place-names";

/** A port or passage that maps may mark. */
export interface MarkedSite {
  readonly id: string;
  readonly name: string;
  readonly at: Degrees;
  /** Whether some disruption strikes it. */
  readonly struck: boolean;
  readonly passage: boolean;
}

/** All sites that are no mere junctions, named, and whether a disruption of the baseline strikes them. */
export function markedSites(report: Report): readonly MarkedSite[] {
  const entries = report.result.figures.timelines[0]?.entries ?? [];
  const struck = new Set(
    entries.filter((entry) => entry.what === "disruption-start").flatMap((entry) => entry.of.map(siteOf)),
  );
  return report.result.figures.sites
    .filter((site) => site.type !== "junction" || struck.has(site.id))
    .map((site) => ({
      id: site.id,
      // What a data set adds in brackets is too long beside a mark.
      name: nameAt(report, site.id).replace(/ \(.*\)$/, ""),
      at: site.at,
      struck: struck.has(site.id),
      passage: site.type === "passage",
    }));
}

/** The name that people know a site by; its id where there is none. */
export function nameAt(report: Report, id: string): string {
  return placeName(report.result.study, id);
}

const siteOf = (of: string): string => of.split(".")[0] ?? of;
