import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { numeral, signedNumeral } from "#shells/figure/numeral";
import { partFigure } from "#shells/figure/part-figure";
import type { PartRow } from "#shells/figure/part-figure";
import type { Report } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import { counted } from "#study/experiment/quantity-text";
import type { FlowWays } from "#study/experiment/way-tally";

const shade = 5;

const lead =
  "Voyages that took another way than they would have, or went to another port, of all that arrived from " +
  "the first disruption on.";

const caption =
  "Mean over the replications. Behind each bar how much further these sailed and how much later they came " +
  "than the same voyages in the baseline without disruptions; then how much later those came that kept " +
  "their way.";

/** Who went another way, by flow, and what it took. Left out where nobody did. */
export function waysSection(report: Report): Markup | undefined {
  const { ways } = report.result.figures;
  if (!ways.some(({ rows }) => rows.some(({ other }) => other.voyages > 0))) return undefined;
  const figures = report.variants.map(({ name, place }) => {
    const flows = ways.find((each) => each.name === name)?.rows ?? [];
    return element("div", { class: `only only-${place}` }, waysFigure(name, flows));
  });
  return section("ways", "Who went another way, and what it took", lead, figures);
}

function waysFigure(variant: string, flows: readonly FlowWays[]): Markup {
  const ordered = [...flows].sort((one, other) => other.other.voyages - one.other.voyages);
  const shown = ordered.filter(isTold);
  const left = ordered.length - shown.length;
  const rest =
    left === 0
      ? ""
      : ` ${counted(left, "more flow")} kept ${left === 1 ? "its" : "their"} way and came no later.`;
  const rows = shown.map(rowOf);
  if (rows.length === 0) return element("p", {}, `In ${variant} nobody went another way or came later.`);
  return captioned(
    (width) =>
      partFigure({
        title: `Voyages that went another way, ${variant}`,
        description: rows.map(({ name, note }) => `${name}: ${note}`).join("; "),
        width,
        groups: [{ heading: "", rows }],
        axis: "voyages that went another way, a replication",
        label: () => "",
      }),
    `${caption}${rest}`,
    {
      name: `ways-${variant}`,
      columns: ["flow", "way", "voyages_per_replication", "mean_km_more", "mean_days_later"],
      rows: flows.flatMap(({ flow, own, other }) =>
        [
          { way: "own", ...own },
          { way: "other", ...other },
        ].map(({ way, voyages, kmMore, daysLater }) => [flow, way, voyages, kmMore, daysLater]),
      ),
    },
  );
}

/** Below this many days, either way, nobody is said to have come later. */
const leastDays = 0.05;

/** A flow of which nobody went another way, and whose voyages came when they would have, has no bar. */
function isTold({ own, other }: FlowWays): boolean {
  return other.voyages > 0 || Math.abs(own.daysLater ?? 0) >= leastDays;
}

function rowOf({ flow, own, other }: FlowWays): PartRow {
  const of = `${count(other.voyages)} of ${count(own.voyages + other.voyages)}`;
  const further =
    other.kmMore === null ? "" : `: ${signedNumeral(other.kmMore, 0)} km, ${days(other.daysLater)}`;
  const rest = own.daysLater === null ? "" : `; the rest ${days(own.daysLater)}`;
  return { name: flow, note: `${of}${further}${rest}`, parts: [{ value: other.voyages, shade }] };
}

const count = (voyages: number): string => numeral(voyages, voyages > 0 && voyages < 10 ? 1 : 0);

/** `+1.2 days`; what rounds to nothing has no sign. */
function days(value: number | null): string {
  const rounded = value !== null && Math.abs(value) < leastDays ? 0 : value;
  return `${signedNumeral(rounded, 1)} days`;
}
