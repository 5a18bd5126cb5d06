import { listed } from "#base/listed";
import { slightShare } from "#shells/report/measure-reading";
import { wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import { shownMeasures } from "#shells/cli/shown-measures";
import { tableLayout } from "#shells/cli/table-layout";
import type { Cell, TableRow } from "#shells/cli/table-layout";
import { comparisonAnswer } from "#study/comparison/comparison-answer";
import { shareOfFirst, versusFirstOf } from "#study/comparison/comparison";
import type { Comparison, MeasureComparison } from "#study/comparison/comparison";
import type { Contender } from "#study/comparison/contender";
import { contestTitle } from "#study/comparison/contest";
import type { Contest } from "#study/comparison/contest";
import type { Difference, Verdict } from "#study/comparison/difference";
import type { FrontierPoint, FrontierStep } from "#study/comparison/frontier";
import type { Price } from "#study/comparison/price";
import { differenceDecimals, isMostlySpared } from "#study/experiment/measure-lines";
import { sparedNote, unitSince } from "#study/experiment/measure-title";
import {
  counted,
  numberText,
  quantityText,
  scaledText,
  signedText,
  withUnit,
} from "#study/experiment/quantity-text";
import type { MeasureLine } from "#study/experiment/measure-lines";
import type { PairedDifference } from "#study/experiment/summary";
import type { Result } from "#study/experiment/result";

/** Where a comparison is printed, and the result by whose names places go. */
export interface CompareGround {
  readonly result: Result;
  readonly paint: Paint;
  readonly width: number;
  /** Every measure, not the foremost only. */
  readonly isFull: boolean;
}

/** The comparison for people: the answer, the ranking, differences, what money buys, what pairing saved. */
export function compareText(comparison: Comparison, ground: CompareGround): string {
  const parts = [
    ground.paint.bold(wrapped(comparisonAnswer(comparison, ground.result.study), ground.width)),
    rankingText(comparison, ground),
    differencesText(comparison, ground),
    interactionsText(comparison, ground),
    recoveryText(comparison, ground),
    frontierText(comparison, ground),
    pairingText(comparison, ground),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function rankingText(comparison: Comparison, ground: CompareGround): string {
  const { ranking, contenders, indifference } = comparison;
  const { contest, shared } = ranking;
  const { scale, first, cells: numbers } = contest.line;
  const side = contest.better > 0 ? "more is better" : "less is better";
  const what = `mean of ${counted(shared.length, "replication")}, ${unitSince(first.measure, scale.unit)}`;
  const title = contestTitle(contest, ground.result.study);
  const head = `${ground.paint.bold(`Ranked by ${title}`)}: ${what}${limitText(contest)}; ${side}`;
  const differences = versusFirstOf(comparison, contest);
  const hasPrices = contenders.some(({ price }) => price.mean !== 0);
  const rows = ranking.ranks.map((rank): TableRow => {
    const difference = differences.find(({ place }) => place === rank.place);
    const cell = numbers[rank.place];
    const cells = [
      { text: rank.from === rank.to ? `${rank.from}` : `${rank.from}–${rank.to}` },
      { text: rank.mean === null ? "-" : numberText(rank.mean * scale.factor, scale.decimals) },
      ...differenceCells(difference, contest, ground.paint),
      ...(hasPrices ? [{ text: priceText(contenders[rank.place]?.price) }] : []),
    ];
    const note = rank.mean === null && cell !== undefined ? sparedNote(cell) : "";
    return { name: contenders[rank.place]?.name ?? "", cells, note };
  });
  const columns = ["rank", "value", `versus ${contenders[0]?.name ?? ""}`, "95 % interval", "p", ""];
  const note =
    "Ranks span what cannot be told apart, all pairs taken together. " +
    `A difference below ${quantityText(indifference, first.unit)} counts as none (--indifference).`;
  return [
    wrapped(head, ground.width),
    tableLayout([...columns, ...(hasPrices ? ["price"] : [])], rows, ground).text,
    ground.paint.faint(wrapped(note, ground.width)),
  ].join("\n");
}

/** Where times were cut, in words; empty where they were not. */
function limitText({ limit, line: { scale } }: Contest): string {
  return limit === Infinity ? "" : `, every time cut at ${scaledText(limit, scale)}`;
}

/** The difference, its interval, its chance and what it says; nothing of the one that others differ from. */
function differenceCells(
  difference: Difference | undefined,
  contest: Contest,
  paint: Paint,
): readonly Cell[] {
  const { scale } = contest.line;
  const empty = { text: "" };
  if (difference === undefined) return [empty, empty, empty, empty];
  const { low, high, adjusted, verdict } = difference;
  if (difference.difference === null || adjusted === null)
    return [empty, empty, empty, { text: verdictWords.unknown }];
  if (isNone(difference)) return [{ text: "0" }, empty, empty, { text: "the same" }];
  const decimals = differenceDecimals({ ...difference, distinguishable: verdict !== "alike" }, scale);
  const print = (value: number | null): string =>
    value === null ? "unknown" : signedText(value * scale.factor, decimals);
  return [
    { text: print(difference.difference) },
    { text: `${print(low)} to ${print(high)}` },
    { text: adjusted < 0.001 ? "<0.001" : adjusted.toFixed(3) },
    isSlight(difference, contest)
      ? { text: `slightly ${verdictWords[verdict]}` }
      : { text: verdictWords[verdict], ...verdictPaint(verdict, paint) },
  ];
}

/** However well it is known, a difference below 1 % of the first contender's value is slight. */
function isSlight({ difference, verdict }: Difference, contest: Contest): boolean {
  if (verdict !== "better" && verdict !== "worse") return false;
  return Math.abs(difference ?? 0) < shareOfFirst(contest, slightShare);
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  better: "better",
  worse: "worse",
  differs: "differs",
  alike: "cannot tell apart",
  unknown: "not compared",
};

function verdictPaint(verdict: Verdict, paint: Paint): Pick<Cell, "paint"> {
  if (verdict === "better") return { paint: paint.good };
  return verdict === "worse" ? { paint: paint.bad } : {};
}

/** Whether the two were the same in every replication. */
function isNone({ difference, low, high }: Difference): boolean {
  return [difference, low, high].every((end) => end === 0);
}

/** How all others differ from the first, measure by measure: those of the answer, or all. */
function differencesText({ measures, contenders, ranking }: Comparison, ground: CompareGround): string {
  const others = measures.filter(({ contest }) => contest !== ranking.contest);
  const lines = others.map(({ contest }) => contest.line);
  const shown = shownMeasures(ground.result, lines, ground.isFull);
  const told = others.filter(({ contest }) => shown.lines.includes(contest.line));
  const rows = told.flatMap((measure) => measureRows(measure, contenders, ground));
  if (rows.length === 0) return "";
  const left =
    shown.left === 0
      ? []
      : [ground.paint.faint(`${counted(shown.left, "more measure")}: --full prints all.`)];
  return [
    tableLayout([`versus ${contenders[0]?.name ?? ""}`, "95 % interval", "p", ""], rows, ground).text,
    ...left,
  ].join("\n");
}

function measureRows(
  { contest, differences }: MeasureComparison,
  contenders: readonly Contender[],
  ground: CompareGround,
): readonly TableRow[] {
  const title = ground.paint.bold(contestTitle(contest, ground.result.study));
  const compared = differences.filter(({ difference }) => difference !== null);
  if (compared.length === 0) return [{ heading: `${title}: nothing to compare` }];
  if (compared.every(isNone) && compared.length === differences.length)
    return [{ heading: `${title}: the same in every variant` }];
  return [
    { heading: `${title}: ${contest.line.scale.unit}${limitText(contest)}` },
    ...differences.map(
      (difference): TableRow => ({
        name: contenders[difference.place]?.name ?? "",
        cells: differenceCells(difference, contest, ground.paint),
        note: noteText(difference, contest),
      }),
    ),
  ];
}

/** How many replications would tell what cannot be told yet; why nothing is compared; empty else. */
function noteText(difference: Difference, { line: { cells } }: Contest): string {
  const { verdict, toTell, place, pairs } = difference;
  // What is told alone and not among all others needs no number of its own.
  if (verdict === "alike" && toTell !== null && toTell.inAll > pairs) {
    const about = toTell.isBeyond ? "over" : "some";
    return `${about} ${counted(toTell.inAll, "replication")} in all would tell it`;
  }
  const spared = [cells[place], cells[0]].find((cell) => cell !== undefined && isMostlySpared(cell));
  return verdict === "unknown" && spared !== undefined ? sparedNote(spared) : "";
}

/** What variants that are put together of others do beyond the sum of these. */
function interactionsText({ measures, contenders }: Comparison, ground: CompareGround): string {
  const lines = measures.map(({ contest }) => contest.line);
  const rows = shownMeasures(ground.result, lines, ground.isFull).lines.flatMap(
    (line): readonly TableRow[] => {
      const contest = measures.find((measure) => measure.contest.line === line)?.contest;
      const cells = line.cells.flatMap((cell, place) =>
        cell?.interaction === undefined ? [] : [{ name: contenders[place]?.name ?? "", ...cell.interaction }],
      );
      if (contest === undefined || cells.length === 0) return [];
      const title = ground.paint.bold(contestTitle(contest, ground.result.study));
      return [
        { heading: `${title}: ${line.scale.unit}${limitText(contest)}` },
        ...cells.map(({ name, ...beyond }) => ({ name, cells: beyondCells(beyond, line), note: "" })),
      ];
    },
  );
  if (rows.length === 0) return "";
  const head = ground.paint.bold("What they do together beyond the sum of what each does alone");
  return [wrapped(head, ground.width), tableLayout(["beyond", "95 % interval", ""], rows, ground).text].join(
    "\n",
  );
}

function beyondCells(beyond: PairedDifference, { scale }: MeasureLine): readonly Cell[] {
  const { difference, low, high, distinguishable } = beyond;
  if (difference === null) return [{ text: "-" }, { text: "" }, { text: "not compared" }];
  const decimals = differenceDecimals(beyond, scale);
  const print = (value: number | null): string =>
    value === null ? "unknown" : signedText(value * scale.factor, decimals);
  const says = distinguishable ? "they act on each other" : "cannot be told from a sum";
  return [{ text: print(difference) }, { text: `${print(low)} to ${print(high)}` }, { text: says }];
}

/** What a day of recovery costs that a mitigation saves. */
function recoveryText({ recovery, contenders }: Comparison, ground: CompareGround): string {
  if (recovery === undefined) return "";
  const title = contestTitle(recovery.contest, ground.result.study);
  const rows = recovery.prices.map(({ days, value, low, high }): TableRow => {
    const { name = "", price } = contenders[days.place] ?? {};
    const range = low === null || high === null ? "" : `${moneyText(low)} to ${moneyText(high)}`;
    const cells = [
      { text: priceText(price) },
      { text: savedText(days, recovery.contest) },
      { text: value === null ? "-" : moneyText(value) },
      { text: value === null ? "" : range },
    ];
    return { name, cells, note: "" };
  });
  const head = `Cost per day of recovery saved, by ${title}`;
  return [
    wrapped(ground.paint.bold(head), ground.width),
    tableLayout(["price", "days saved", "USD a day saved", "95 % interval"], rows, ground).text,
  ].join("\n");
}

function savedText(days: Difference, { line: { scale } }: Contest): string {
  const { difference, verdict } = days;
  if (difference === null) return "not compared";
  if (verdict === "alike") return "cannot tell any";
  const decimals = differenceDecimals({ ...days, distinguishable: true }, scale);
  return numberText(-difference * scale.factor, decimals);
}

function priceText(price: Price | undefined): string {
  if (price === undefined || price.mean === 0) return "none";
  return `${price.isMost ? "at most " : ""}${moneyText(price.mean)}`;
}

const moneyText = (dollars: number): string => quantityText(dollars, "USD");

/** Who is on the frontier of price and loss, who is not, and what the next dollar buys. */
function frontierText({ frontier, contenders }: Comparison, ground: CompareGround): string {
  if (frontier === undefined) return "";
  const { scale } = frontier.contest.line;
  const name = (place: number | undefined): string => contenders[place ?? -1]?.name ?? "";
  const rows = frontier.points.map((point): TableRow => {
    const step = frontier.steps.find(({ to }) => to === point.place);
    const cells = [
      { text: point.price === 0 ? "none" : moneyText(point.price) },
      { text: numberText(point.loss * scale.factor, scale.decimals) },
      { text: statusText(point, name(point.by)) },
      { text: step === undefined ? "" : stepText(step, frontier.contest, name(step.from)) },
    ];
    return { name: name(point.place), cells, note: "" };
  });
  const title = contestTitle(frontier.contest, ground.result.study);
  const head = `Price against ${title} (${scale.unit}), the cheapest first`;
  return [
    wrapped(ground.paint.bold(head), ground.width),
    tableLayout(["price", "loss", "", "what the next dollar buys"], rows, ground).text,
  ].join("\n");
}

function statusText({ status }: FrontierPoint, by: string): string {
  if (status === "efficient") return "efficient";
  return status === "dominated" ? `${by} is better and no dearer` : `perhaps no better than ${by}`;
}

function stepText({ price, loss }: FrontierStep, { line: { scale } }: Contest, from: string): string {
  const { difference, verdict } = loss;
  if (difference === null || verdict === "alike") return `nothing that can be told over ${from}`;
  const less = -difference * scale.factor;
  const size = withUnit(numberText(less, scale.decimals), scale.unit);
  return `${size} less lost than ${from}: ${moneyText(price / less)} each`;
}

/** What the same would have taken without pairs on common draws. */
function pairingText({ ranking, contenders, measures }: Comparison, ground: CompareGround): string {
  const told = measures
    .find(({ contest }) => contest === ranking.contest)
    ?.differences.flatMap(({ place, unpaired }) =>
      unpaired === null ? [] : [`${numberText(unpaired, 0)} of ${contenders[place]?.name ?? ""}`],
    );
  if (told === undefined || told.length === 0) return "";
  const text =
    `All variants meet the same draws. To know these ${counted(told.length, "difference")} as well from ` +
    `independent runs, it would have taken ${listed(told)} instead of ` +
    `${counted(ranking.shared.length, "replication")}, and as many of ${contenders[0]?.name ?? ""}.`;
  return ground.paint.faint(wrapped(text, ground.width));
}
