import { wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import { shownMeasures } from "#shells/cli/shown-measures";
import { tableLayout } from "#shells/cli/table-layout";
import type { Cell, TableRow } from "#shells/cli/table-layout";
import { comparisonAnswer } from "#study/comparison/comparison-answer";
import { versusFirstOf } from "#study/comparison/comparison";
import type { Comparison, MeasureComparison } from "#study/comparison/comparison";
import type { Contender } from "#study/comparison/contender";
import { contestTitle } from "#study/comparison/contest";
import type { Contest } from "#study/comparison/contest";
import type { Difference, Verdict } from "#study/comparison/difference";
import {
  beyondWords,
  differenceWords,
  isSlight,
  limitText,
  meanText,
  rankText,
  rankedText,
  ranksNote,
  toTellText,
} from "#study/comparison/difference-words";
import { interactionsOf } from "#study/comparison/interaction";
import {
  moneyText,
  pairingText,
  priceText,
  recoveryRange,
  savedText,
  statusText,
  stepText,
} from "#study/comparison/price-words";
import { isNone } from "#study/experiment/measure-lines";
import { sparedNote } from "#study/experiment/measure-title";
import { counted, numberText } from "#study/experiment/quantity-text";
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
  const pairing = pairingText(comparison);
  const parts = [
    ground.paint.bold(wrapped(comparisonAnswer(comparison, ground.result.study), ground.width)),
    rankingText(comparison, ground),
    differencesText(comparison, ground),
    interactionsText(comparison, ground),
    recoveryText(comparison, ground),
    frontierText(comparison, ground),
    pairing === "" ? "" : ground.paint.faint(wrapped(pairing, ground.width)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function rankingText(comparison: Comparison, ground: CompareGround): string {
  const { ranking, contenders } = comparison;
  const { contest } = ranking;
  const title = contestTitle(contest, ground.result.study);
  const head = `${ground.paint.bold(`Ranked by ${title}`)}: ${rankedText(comparison)}`;
  const differences = versusFirstOf(comparison, contest);
  const hasPrices = contenders.some(({ price }) => price.mean !== 0);
  const rows = ranking.ranks.map((rank): TableRow => {
    const difference = differences.find(({ place }) => place === rank.place);
    const cell = contest.line.cells[rank.place];
    const cells = [
      { text: rankText(rank) },
      { text: meanText(rank, contest) ?? "-" },
      ...differenceCells(difference, contest, ground.paint),
      ...(hasPrices ? [{ text: priceText(contenders[rank.place]?.price) }] : []),
    ];
    const note = rank.mean === null && cell !== undefined ? sparedNote(cell) : "";
    return { name: contenders[rank.place]?.name ?? "", cells, note };
  });
  const columns = ["rank", "value", `versus ${contenders[0]?.name ?? ""}`, "95 % interval", "p", ""];
  return [
    wrapped(head, ground.width),
    tableLayout([...columns, ...(hasPrices ? ["price"] : [])], rows, ground).text,
    ground.paint.faint(wrapped(ranksNote(comparison), ground.width)),
  ].join("\n");
}

/** The difference, its interval, its chance and what it says; nothing of the one that others differ from. */
function differenceCells(told: Difference | undefined, contest: Contest, paint: Paint): readonly Cell[] {
  if (told === undefined) return ["", "", "", ""].map((text) => ({ text }));
  const { difference, interval, chance, says } = differenceWords(told, contest);
  const colour = isSlight(told, contest) ? {} : verdictPaint(told.verdict, paint);
  return [{ text: difference }, { text: interval }, { text: chance }, { text: says, ...colour }];
}

function verdictPaint(verdict: Verdict, paint: Paint): Pick<Cell, "paint"> {
  if (verdict === "better") return { paint: paint.good };
  return verdict === "worse" ? { paint: paint.bad } : {};
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
        note: toTellText(difference, contest),
      }),
    ),
  ];
}

/** What variants that are put together of others do beyond the sum of these. */
function interactionsText(comparison: Comparison, ground: CompareGround): string {
  const lines = comparison.measures.map(({ contest }) => contest.line);
  const shown = shownMeasures(ground.result, lines, ground.isFull).lines;
  const told = interactionsOf(comparison);
  const rows = shown.flatMap((line): readonly TableRow[] => {
    const one = told.find(({ contest }) => contest.line === line);
    if (one === undefined) return [];
    const title = ground.paint.bold(contestTitle(one.contest, ground.result.study));
    return [
      { heading: `${title}: ${line.scale.unit}${limitText(one.contest)}` },
      ...one.rows.map(({ place, beyond }): TableRow => {
        const { difference, interval, says } = beyondWords(beyond, one.contest);
        const cells = [{ text: difference || "-" }, { text: interval }, { text: says }];
        return { name: comparison.contenders[place]?.name ?? "", cells, note: "" };
      }),
    ];
  });
  if (rows.length === 0) return "";
  const head = ground.paint.bold("What they do together beyond the sum of what each does alone");
  return [wrapped(head, ground.width), tableLayout(["beyond", "95 % interval", ""], rows, ground).text].join(
    "\n",
  );
}

/** What a day of recovery costs that a mitigation saves. */
function recoveryText({ recovery, contenders }: Comparison, ground: CompareGround): string {
  if (recovery === undefined) return "";
  const title = contestTitle(recovery.contest, ground.result.study);
  const rows = recovery.prices.map(({ days, ...each }): TableRow => {
    const { name = "", price } = contenders[days.place] ?? {};
    const cells = [
      { text: priceText(price) },
      { text: savedText(days, recovery.contest) },
      { text: each.value === null ? "-" : moneyText(each.value) },
      { text: recoveryRange(each) },
    ];
    return { name, cells, note: "" };
  });
  const head = `Cost per day of recovery saved, by ${title}`;
  return [
    wrapped(ground.paint.bold(head), ground.width),
    tableLayout(["price", "days saved", "USD a day saved", "95 % interval"], rows, ground).text,
  ].join("\n");
}

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
