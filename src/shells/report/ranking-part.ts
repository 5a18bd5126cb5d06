import { intervalFigure } from "#shells/figure/interval-figure";
import type { IntervalRow } from "#shells/figure/interval-figure";
import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { missing } from "#shells/figure/numeral";
import { toneWords } from "#shells/figure/tone";
import type { Tone } from "#shells/figure/tone";
import { choiceTable, withOptions } from "#shells/report/choice-table";
import type { ChoiceRow } from "#shells/report/choice-table";
import { captioned, variantName } from "#shells/report/section";
import type { Study } from "#scenario/language/resolved";
import { versusFirstOf } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import { contestTitle } from "#study/comparison/contest";
import type { Contest } from "#study/comparison/contest";
import type { Difference } from "#study/comparison/difference";
import {
  differenceWords,
  isSlight,
  meanText,
  rankText,
  rankedText,
  ranksNote,
  toTellText,
} from "#study/comparison/difference-words";
import { pairingText, priceText } from "#study/comparison/price-words";
import type { Rank } from "#study/comparison/ranking";
import { isNone } from "#study/experiment/measure-lines";
import { sparedNote } from "#study/experiment/measure-title";
import { counted } from "#study/experiment/quantity-text";

/** One contender as it is drawn and told. */
interface Ranked {
  readonly rank: Rank;
  readonly name: string;
  /** From the first contender; undefined for this one itself. */
  readonly told: Difference | undefined;
}

/** The ranking: how far each is from the baseline on one axis, the table, and what the pairing saved. */
export function rankingParts(comparison: Comparison, study: Study): Content {
  const { ranking, contenders } = comparison;
  const differences = versusFirstOf(comparison, ranking.contest);
  const ranked = ranking.ranks.map(
    (rank): Ranked => ({
      rank,
      name: contenders[rank.place]?.name ?? "",
      told: differences.find(({ place }) => place === rank.place),
    }),
  );
  const pairing = pairingText(comparison);
  return [
    element("h3", {}, `Ranked by ${contestTitle(ranking.contest, study)}`),
    figure(ranked, comparison, study),
    table(ranked, comparison),
    element(
      "p",
      { class: "table-note" },
      withOptions(ranksNote(comparison)),
      pairing !== "" && ` ${pairing}`,
    ),
  ];
}

function figure(ranked: readonly Ranked[], comparison: Comparison, study: Study): Content {
  const { contest } = comparison.ranking;
  const rows = ranked.flatMap((one) => (one.told === undefined ? [] : [intervalRow(one, one.told, contest)]));
  if (rows.every(({ value }) => value === null)) return undefined;
  const { scale } = contest.line;
  const unit = scale.unit === "%" ? "percentage points" : scale.unit;
  const first = comparison.contenders[0]?.name ?? "";
  const title = `Difference from ${first}, ranked by ${contestTitle(contest, study)}`;
  return captioned(
    (width) =>
      intervalFigure({
        title,
        description: rows.map(({ name, tone }) => `${name}: ${toneWords[tone].slice(2)}`).join("; "),
        width,
        axis: `difference, ${unit}`,
        direction: contest.better,
        resolution: 10 ** -scale.decimals,
        rows,
      }),
    `Difference of each variant from ${first} with its paired 95 % interval, the best first: ` +
      `${rankedText(comparison)}. Coloured is only what is told apart among all ` +
      `${counted(rows.length, "difference")} told together (Holm): ● better, ◆ worse; ` +
      "a full grey dot is slight, a hollow one cannot be told apart, = is the same.",
    rankingData(ranked, comparison),
  );
}

function intervalRow({ rank, name }: Ranked, told: Difference, contest: Contest): IntervalRow {
  const { factor } = contest.line.scale;
  const onScale = (value: number | null): number | null => (value === null ? null : value * factor);
  return {
    name: `${rankText(rank)}  ${name}`,
    value: onScale(told.difference),
    low: onScale(told.low),
    high: onScale(told.high),
    tone: toneOf(told, contest),
  };
}

function toneOf(told: Difference, contest: Contest): Tone {
  if (isNone(told)) return "same";
  return isSlight(told, contest) ? "slight" : told.verdict;
}

function table(ranked: readonly Ranked[], comparison: Comparison): Content {
  const { contenders, ranking } = comparison;
  const { contest } = ranking;
  const hasPrices = contenders.some(({ price }) => price.mean !== 0);
  const rows = ranked.map(({ rank, name, told }): ChoiceRow => {
    const cell = contest.line.cells[rank.place];
    const words = told && differenceWords(told, contest);
    const spared = rank.mean === null && cell !== undefined ? sparedNote(cell) : "";
    const note = [told === undefined ? "" : toTellText(told, contest), spared].find((one) => one !== "");
    const says = words === undefined ? "" : words.says;
    return {
      head: variantName(rank.place, name),
      cells: [
        { text: rankText(rank) },
        { text: meanText(rank, contest) ?? missing },
        { text: words?.difference ?? "" },
        { text: words?.interval ?? "" },
        { text: words?.chance ?? "" },
        {
          text: [says, note ?? ""].filter((part) => part !== "").join("; "),
          ...(told === undefined ? {} : { tone: toneOf(told, contest) }),
        },
        { text: hasPrices ? priceText(contenders[rank.place]?.price) : "" },
      ],
    };
  });
  const columns = [
    { head: "Rank", holds: "number" },
    { head: `Value, ${contest.line.scale.unit}`, holds: "number" },
    { head: `Versus ${contenders[0]?.name ?? ""}`, holds: "number" },
    { head: "95 % interval", holds: "number" },
    { head: "Adjusted p", holds: "number" },
    { head: "Finding", holds: "words" },
    { head: "Price", holds: "number" },
  ] as const;
  return choiceTable("Ranking of the variants", "Variant", columns, rows);
}

function rankingData(
  ranked: readonly Ranked[],
  { ranking, contenders }: Comparison,
): Parameters<typeof captioned>[2] {
  const { contest } = ranking;
  return {
    name: "ranking",
    columns: [
      ...["variant", "rank_from", "rank_to", "mean", "difference", "low", "high", "adjusted_p", "unit"],
      ...["finding", "price_usd"],
    ],
    rows: ranked.map(({ rank, name, told }) => [
      ...[name, rank.from, rank.to, rank.mean, told?.difference ?? null, told?.low ?? null],
      ...[told?.high ?? null, told?.adjusted ?? null, contest.line.first.unit],
      told === undefined ? null : differenceWords(told, contest).says,
      contenders[rank.place]?.price.mean ?? null,
    ]),
  };
}
