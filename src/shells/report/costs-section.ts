import type { Markup } from "#shells/figure/markup";
import { numeral, scaled } from "#shells/figure/numeral";
import { partFigure } from "#shells/figure/part-figure";
import type { PartRow } from "#shells/figure/part-figure";
import { partLegend } from "#shells/report/part-legend";
import type { Report } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import type { CostShare } from "#study/experiment/cost-tally";
import { quantityScale } from "#study/experiment/quantity-scale";

/** What costs are told apart: how their parts begin, and how dark they are. */
const kinds = [
  { begins: "waiting", words: "waiting and slower going", shade: 1 },
  { begins: "detour", words: "detours", shade: 3 },
  { begins: "overland", words: "ways overland", shade: 4 },
  { begins: "transfers", words: "transfers and later vessels", shade: 2 },
  { begins: "policy/", words: "policies", shade: 5 },
  { begins: "variant/", words: "the variant", shade: 6 },
] as const;

const lead =
  "What all flows, policies and the variant cost more than the baseline without disruptions, by what it is " +
  "paid for. To the left of the zero stands what is saved.";

const caption =
  "Mean over the replications. Vessels cost what a day of theirs costs times the days by which they are " +
  "free later; a detour counts with the days that its way takes at full speed, all other days as waiting, " +
  "those of vessels after a transfer with what the transfer costs.";

/** The cost of each variant by part. Left out where the scenario does not ask for it, or nothing costs. */
export function costsSection(report: Report): Markup | undefined {
  const { costs } = report.result.figures;
  if (costs.length === 0) return undefined;
  const present = kinds.filter(({ begins }) => costs.some(({ rows }) => sumOf(rows, begins) !== 0));
  const totals = costs.map(({ rows }) => sumOf(rows, ""));
  const scale = quantityScale("USD", totals);
  const rows = costs.map(({ name, rows: shares }): PartRow => {
    const parts = kinds.map(({ begins, shade }) => ({ value: sumOf(shares, begins) * scale.factor, shade }));
    return { name, note: scaled(sumOf(shares, ""), scale), parts };
  });
  return section(
    "costs",
    "What it costs",
    lead,
    partLegend("Paid for", present),
    captioned(
      (width) =>
        partFigure({
          title: "Cost by part",
          description: costs.map(({ name, rows: shares }) => toldOf(name, shares)).join("; "),
          width,
          groups: [{ heading: "", rows }],
          axis: `${scale.unit}; behind each bar the sum`,
          label: (value) => numeral(value, scale.decimals),
        }),
      caption,
      {
        name: "costs",
        columns: ["variant", "part", "mean_usd"],
        rows: costs.flatMap(({ name, rows: shares }) => shares.map(({ part, mean }) => [name, part, mean])),
      },
    ),
  );

  function toldOf(name: string, shares: readonly CostShare[]): string {
    const told = present.map(({ begins, words }) => `${words} ${scaled(sumOf(shares, begins), scale)}`);
    return `${name} ${told.join(", ")} ${scale.unit}`;
  }
}

function sumOf(shares: readonly CostShare[], begins: string): number {
  return shares.reduce((sum, { part, mean }) => (part.startsWith(begins) ? sum + mean : sum), 0);
}
