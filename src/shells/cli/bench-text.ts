import type { Io } from "#shells/cli/io";
import { paintOf, wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import type { Cell } from "#study/benchmark/cells";
import { noPolicy } from "#study/benchmark/design";
import type { BenchmarkResult } from "#study/benchmark/files";
import { foremost } from "#study/benchmark/ranks";
import { numberText } from "#study/experiment/quantity-text";
import type { MeanRank } from "#study/benchmark/ranks";
import { grouped } from "#base/order";

const nameWidth = 14;
const measureWidth = 9;
const columnWidth = 14;

const legend =
  "lost: the largest shortfall, as a share of quiet throughput from the disruption on, mean ± half of its " +
  "95 % interval. back: days until the rate has recovered, median with its interval; never: in most " +
  "replications it never fell below the threshold; c: in some it had not recovered by the end. late: mean " +
  "days later than the same voyage on quiet days. + better, - worse than none, among all policies of the " +
  "row (Holm, 5 %).";

/** The table of the benchmark, and the mean ranks below it. */
export function benchmarkText({ networks, cells, ranks }: BenchmarkResult, io: Io): string {
  const paint = paintOf(io);
  const policies = [noPolicy, ...(networks[0]?.design.policies ?? [])];
  const byNetwork = grouped(cells, ({ network }) => network);
  const blocks = [...byNetwork].map(([network, own]) => {
    const byDisruption = grouped(own, ({ disruption }) => disruption);
    const lines = [...byDisruption].flatMap(([disruption, all]) => linesOf(disruption, all, policies, paint));
    return [paint.bold(`${network}, ${own[0]?.sites ?? 0} sites`), ...lines].join("\n");
  });
  const head = rowText("", "", policies);
  return [
    "",
    paint.faint(head),
    ...blocks.flatMap((block) => [block, ""]),
    paint.faint(wrapped(legend, io.width)),
    "",
    ranksText(ranks, io),
  ].join("\n");
}

/** Mean ranks: a row for each measure, a column for each policy. */
export function ranksText(ranks: readonly MeanRank[], io: Io): string {
  const paint = paintOf(io);
  const policies = [...new Set(ranks.map(({ policy }) => policy))];
  const rows = foremost.map(({ measure, of, label }) => {
    const own = ranks.filter((rank) => rank.measure === measure && rank.of === of);
    const cells = own.map(({ mean_rank: mean, low, high }) =>
      mean === null ? "–" : `${mean.toFixed(2)}${half(low, high, 2)}`,
    );
    return rowText("", label, cells);
  });
  const [{ cells, replications } = { cells: 0, replications: 0 }] = ranks;
  const note =
    `Mean rank over ${cells} pairs of a network and a disruption, 1 the best; the interval is over ` +
    `${replications} replications.`;
  return [
    paint.faint(rowText("mean rank", "", policies)),
    ...rows,
    paint.faint(wrapped(note, io.width)),
    "",
  ].join("\n");
}

/** The lines of one disruption, one for each measure of the table. */
function linesOf(
  disruption: string,
  cells: readonly Cell[],
  policies: readonly string[],
  paint: Paint,
): readonly string[] {
  return foremost.map(({ measure, of, label }, index) => {
    const own = cells.filter((cell) => cell.measure === measure && cell.of === of);
    const texts = policies.map((policy) => {
      const cell = own.find((one) => one.policy === policy);
      return cell === undefined ? "" : cellText(cell, paint);
    });
    return rowText(index === 0 ? disruption : "", label, texts);
  });
}

function rowText(name: string, label: string, cells: readonly string[]): string {
  const padded = cells.map((text) => `${text}${" ".repeat(Math.max(0, columnWidth - shownLength(text)))}`);
  return `  ${name.padEnd(nameWidth)}${label.padEnd(measureWidth)}${padded.join("")}`.trimEnd();
}

/** Characters that are seen: those of colours are not. */
function shownLength(text: string): number {
  return text.replaceAll(/\u001b\[\d+m/g, "").length;
}

function cellText(cell: Cell, paint: Paint): string {
  const { unit, statistic, value, low, high, censored, unaffected, replications, verdict } = cell;
  const mark = verdict === "better" ? paint.good("+") : verdict === "worse" ? paint.bad("-") : "";
  if (unaffected * 2 > replications) return "never";
  if (value === null) return "–";
  const factor = unit === "share" ? 100 : 1;
  const scaled = (number: number | null): number | null => (number === null ? null : number * factor);
  if (statistic === "mean")
    return `${numberText(value * factor, 2)}${half(scaled(low), scaled(high), 2)}${mark}`;
  const ends = [low, high].map((end) => scaled(end)?.toFixed(0) ?? "").join("–");
  return `${numberText(value * factor, 1)} ${ends}${censored > 0 ? "c" : ""}${mark}`;
}

function half(low: number | null, high: number | null, decimals: number): string {
  return low === null || high === null ? "" : ` ±${((high - low) / 2).toFixed(decimals)}`;
}
