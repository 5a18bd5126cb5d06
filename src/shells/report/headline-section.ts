import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { scaled } from "#shells/figure/numeral";
import { differenceText, headlineOf, toneOf } from "#shells/report/measure-reading";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Report } from "#shells/report/report";
import type { MeasureSummary } from "#study/experiment/summary";

const foremost: readonly string[] = [
  "throughput-loss",
  "time-to-recover",
  "backlog-clear-time",
  "peak-queue",
];
const cardCount = 4;

/** The first screen: question, answer in large type, and four numbers with their intervals. */
export function headlineSection(report: Report): Markup {
  const { summary } = report.result;
  const { length } = summary.answer;
  const long = length > 420 ? "answer long longer" : length > 200 ? "answer long" : "answer";
  const cards = keyRows(report.rows).map((row) => card(row, report));
  return element(
    "header",
    { class: "headline" },
    element(
      "div",
      { class: "inner" },
      element("p", { class: "title" }, element("span", { class: "brand" }, "Breakwater"), summary.title),
      element("h1", {}, summary.question ?? summary.title),
      summary.answer !== "" && element("p", { class: long }, summary.answer),
      cards.length > 0 && element("div", { class: "cards" }, cards),
      element("p", { class: "basis" }, basisText(report)),
    ),
  );
}

function basisText(report: Report): string {
  const { replications, variants } = report.result.summary;
  const others = variants.length - 1;
  const compared =
    others > 0 ? ` and ${others} ${others === 1 ? "variant" : "variants"} on the same draws` : "";
  const runs = `${replications} ${replications === 1 ? "replication" : "replications"}`;
  const reading = "Large numbers are the baseline's; ranges are 95 % intervals.";
  return `A simulation: ${runs} of the baseline${compared}. ${reading}`;
}

/** The four measures that planners ask for first, then the scenario's own order. */
export function keyRows(rows: readonly MeasureRow[]): readonly MeasureRow[] {
  const present = rows.filter((row) => row.cells[0] !== undefined);
  const first = foremost.flatMap((name) => present.filter((row) => row.measure === name).slice(0, 1));
  return [...first, ...present.filter((row) => !first.includes(row))].slice(0, cardCount);
}

function card(row: MeasureRow, report: Report): Content {
  const baseline = row.cells[0];
  if (baseline === undefined) return undefined;
  const headline = headlineOf(baseline);
  const median = headline.statistic === "median" ? "median, " : "";
  const range =
    headline.low === null || headline.high === null
      ? headline.reason
      : `${median}${scaled(headline.low, row.scale)} to ${scaled(headline.high, row.scale)}`;
  const unit = headline.value === null ? "" : row.scale.unit;
  return element(
    "div",
    { class: "card" },
    element("p", { class: "card-name" }, row.title, row.about !== "" && element("span", {}, row.about)),
    element("p", { class: "card-number" }, scaled(headline.value, row.scale), element("small", {}, unit)),
    element("p", { class: "card-range" }, range),
    report.variants.length > 1 && element("p", { class: "card-best" }, bestText(row, report)),
  );
}

/** The variant that improves a measure most, if any can be told apart from the baseline. */
function bestText(row: MeasureRow, report: Report): Content {
  const candidates = row.cells
    .map((cell, place) => ({ cell, place, tone: cell === undefined ? undefined : toneOf(cell) }))
    .filter(
      (candidate): candidate is typeof candidate & { cell: MeasureSummary } => candidate.cell !== undefined,
    );
  const size = (cell: MeasureSummary): number => Math.abs(cell.versusBaseline?.difference ?? 0);
  const [best] = candidates
    .filter((candidate) => candidate.tone === "better")
    .sort((one, other) => size(other.cell) - size(one.cell));
  if (best === undefined) {
    const apart = candidates.some(({ tone }) => tone === "worse" || tone === "differs");
    return apart ? "No variant is better" : "No variant can be told apart";
  }
  const words = `${differenceText(best.cell, row.scale.factor).difference} ${row.differenceUnit}`;
  const name = report.variants[best.place]?.name ?? "";
  return [element("b", {}, `✓ ${words}`), ` with ${name}`];
}
