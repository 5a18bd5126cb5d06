import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { numeral } from "#shells/figure/numeral";
import { partFigure } from "#shells/figure/part-figure";
import type { PartRow } from "#shells/figure/part-figure";
import { partLegend } from "#shells/report/part-legend";
import type { Report } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import { quantityScale } from "#study/experiment/quantity-scale";
import type { ClassWaits } from "#study/experiment/wait-tally";

/** The lengths of waits in words, as `waitEdges` has them. */
const lengths: readonly string[] = [
  "not at all",
  "under 6 hours",
  "under a day",
  "under 3 days",
  "under 7 days",
  "under 14 days",
  "longer",
];

const headings = {
  before: "Came before",
  during: "Came during the disruption",
  after: "Came after",
} as const;

/** Who waited, by class of vessel, and how long. Left out where no wait was recorded. */
export function waitsSection(report: Report): Markup | undefined {
  const { waits } = report.result.figures;
  if (waits.length === 0) return undefined;
  const lead =
    "Of the vessels that came to a place whose waits the scenario asks about: how long they waited, " +
    "by class. Who went another way is not among them.";
  const legend = partLegend(
    "Waited",
    lengths.map((words, shade) => ({ words, shade })),
  );
  const figures = waits.map(({ name, classes }) => {
    const place = report.variants.find((variant) => variant.name === name)?.place ?? 0;
    return element("div", { class: `only only-${place}` }, waitsFigure(name, classes, report));
  });
  return section("waits", "Who waited, and how long", lead, legend, figures);
}

function waitsFigure(variant: string, classes: readonly ClassWaits[], report: Report): Markup {
  const compared = report.focus.disrupted.length > 0;
  const groups = (["before", "during", "after"] as const).flatMap((phase) => {
    const rows = classes.filter((each) => each.phase === phase).map(rowOf);
    return rows.length === 0 ? [] : [{ heading: compared ? headings[phase] : "All", rows }];
  });
  const told = classes.map(({ vessel, phase, meanDays }) => `${vessel} ${phase}: ${meanText(meanDays)}`);
  return captioned(
    (width) =>
      partFigure({
        title: `Waits by class of vessel, ${variant}`,
        description: told.join("; "),
        width,
        groups,
        label: (share) => `${Math.round(share * 100)} %`,
      }),
    "Shares of all voyages over the replications, by when they came; behind each bar the mean wait. Who " +
      "still waited at the end of the run counts as having waited until then.",
    {
      name: `waits-${variant}`,
      columns: ["vessel", "came", "voyages_per_replication", "mean_wait_days", ...lengths],
      rows: classes.map(({ vessel, phase, voyages, meanDays, shares }) => [
        vessel,
        phase,
        voyages,
        meanDays,
        ...shares,
      ]),
    },
  );
}

function rowOf({ vessel, meanDays, shares }: ClassWaits): PartRow {
  return {
    name: vessel,
    note: meanText(meanDays),
    parts: shares.map((value, shade) => ({ value, shade })),
  };
}

/** With one decimal everywhere, so that classes can be compared: `mean 25.0 hours`. */
function meanText(meanDays: number): string {
  const { factor, unit } = quantityScale("d", [meanDays]);
  return `mean ${numeral(meanDays * factor, 1)} ${unit}`;
}
