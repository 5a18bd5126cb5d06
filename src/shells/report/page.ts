import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { assumptionsSection } from "#shells/report/assumptions-section";
import { choiceSection } from "#shells/report/choice-section";
import { costsSection } from "#shells/report/costs-section";
import { checksSection } from "#shells/report/checks-section";
import { performanceSection, queueSection } from "#shells/report/curves-section";
import { glossarySection } from "#shells/report/glossary-section";
import { headlineSection } from "#shells/report/headline-section";
import { worldLand } from "#shells/report/land";
import { mapOrigin, mapSection } from "#shells/report/map-section";
import { measuresSection } from "#shells/report/measures-section";
import { pageHead } from "#shells/report/page-head";
import { placesSection } from "#shells/report/places-section";
import { recoverySection } from "#shells/report/recovery-section";
import { reportOf } from "#shells/report/report";
import type { Report, ReportVariant } from "#shells/report/report";
import { spreadSection } from "#shells/report/spread-section";
import { stressSection } from "#shells/report/stress-section";
import { timelineSection } from "#shells/report/timeline-section";
import { variantsSection } from "#shells/report/variants-section";
import { waitsSection } from "#shells/report/waits-section";
import { waysSection } from "#shells/report/ways-section";
import type { Result } from "#study/experiment/result";

/**
 * The report of a result as one HTML file without a script and without any request: it opens from a disk, a
 * mail or a server alike. Sections without data are left out. The same result gives the same bytes.
 */
export function reportPage(result: Result): string {
  const report = reportOf(result, worldLand());
  const head = pageHead(report.result.summary.title, report.variants.length);
  const map = mapSection(report);
  const body = element("body", {}, headlineSection(report), main(report, map), foot(map !== undefined));
  return `<!doctype html>\n${element("html", { lang: "en" }, head, body).toString()}\n`;
}

function main(report: Report, map: Markup | undefined): Markup {
  const told = [
    performanceSection(report),
    queueSection(report),
    waitsSection(report),
    placesSection(report),
    recoverySection(report),
    map,
    waysSection(report),
    costsSection(report),
    timelineSection(report),
    spreadSection(report),
  ].filter((section) => section !== undefined);
  return element(
    "main",
    {},
    choiceSection(report),
    variantsSection(report),
    told.length > 0 && element("div", { class: "told" }, picker(report.variants), told),
    measuresSection(report),
    assumptionsSection(report),
    checksSection(report),
    stressSection(report),
    glossarySection(report),
  );
}

/**
 * Chooses which variant the curves bring to the front and the map and timeline show: by style alone, no
 * script.
 */
function picker(variants: readonly ReportVariant[]): Content {
  if (variants.length < 2) return undefined;
  const choices = variants.map(({ place, name }) => {
    const id = `pick-${place}`;
    return [
      element("input", { type: "radio", name: "variant", id, checked: place === 0 }),
      element(
        "label",
        { for: id, class: `s${place}` },
        element("span", { class: "swatch", "aria-hidden": "true" }),
        name,
      ),
    ];
  });
  return element("fieldset", { class: "picker" }, element("legend", {}, "Show"), choices);
}

function foot(withMap: boolean): Markup {
  return element("footer", {}, element("p", {}, "Made by Breakwater.", withMap && ` ${mapOrigin}`));
}
