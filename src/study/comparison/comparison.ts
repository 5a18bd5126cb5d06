import { assert } from "#base/assert";
import type { Contender } from "#study/comparison/contender";
import type { Contest } from "#study/comparison/contest";
import { differencesOf } from "#study/comparison/difference";
import type { Difference } from "#study/comparison/difference";
import { frontierOf } from "#study/comparison/frontier";
import type { Frontier } from "#study/comparison/frontier";
import { rankingOf } from "#study/comparison/ranking";
import type { Price } from "#study/comparison/price";
import type { Ranking } from "#study/comparison/ranking";
import { recoveryPrice } from "#study/comparison/recovery-price";
import type { RecoveryPrice } from "#study/comparison/recovery-price";
import { selectionOf } from "#study/comparison/selection";
import type { Selection } from "#study/comparison/selection";
import { decisiveLines, lossMeasures, recoveryMeasures, tellingShare } from "#study/experiment/effect";
import { isWhole, valueOf } from "#study/experiment/measure-lines";
import { differenceStream } from "#study/experiment/versus-baseline";

/** What is compared by, and how finely. */
export interface ComparisonOptions {
  /** The contest that ranks, from `contestsOf`. */
  readonly by: Contest;
  /** In its unit: a difference below this does not matter; see `usualIndifference`. Above 0. */
  readonly indifference: number;
}

/** By one measure, how all others differ from the first contender. */
export interface MeasureComparison {
  readonly contest: Contest;
  readonly differences: readonly Difference[];
}

/** What a day of recovery costs with each contender that has a price. */
export interface RecoveryPrices {
  readonly contest: Contest;
  readonly prices: readonly (RecoveryPrice & { readonly days: Difference })[];
}

/** All that tells contenders apart. Places are those in `contenders`, of which the first is the baseline. */
export interface Comparison {
  readonly contenders: readonly Contender[];
  readonly ranking: Ranking;
  readonly indifference: number;
  /** Undefined where fewer than two can be told apart at all. */
  readonly selection: Selection | undefined;
  readonly measures: readonly MeasureComparison[];
  /** Undefined where no time of recovery is measured, or nothing has a price. */
  readonly recovery: RecoveryPrices | undefined;
  /** Undefined where no loss is measured, or nothing has a price. */
  readonly frontier: (Frontier & { readonly contest: Contest }) | undefined;
}

/** Compares contenders, of which there are two or more. */
export function comparisonOf(
  contenders: readonly Contender[],
  contests: readonly Contest[],
  { by, indifference }: ComparisonOptions,
): Comparison {
  assert(contenders.length > 1, "there are two to compare");
  assert(by.better !== 0, "what ranks has a better side");
  const measures = contests.map((contest) => ({ contest, differences: versusFirst(contest) }));
  const ranking = rankingOf(by);
  const prices = contenders.map(({ price }) => price);
  const hasPrices = prices.some(({ mean }) => mean !== 0);
  const loss = firstOf(contests, lossMeasures) ?? (by.better < 0 ? by : undefined);
  const recovery = hasPrices ? telling(recoveriesOf(measures, prices)) : undefined;
  return {
    contenders,
    ranking,
    indifference,
    selection: selectionOf(ranking, indifference),
    measures,
    recovery,
    frontier:
      loss === undefined || !hasPrices
        ? undefined
        : { ...frontierOf(loss === by ? ranking : rankingOf(loss), prices), contest: loss },
  };
}

/** By each time of recovery, what a day of it costs with those that have a price, the most telling first. */
function recoveriesOf(
  measures: readonly MeasureComparison[],
  prices: readonly Price[],
): readonly RecoveryPrices[] {
  return recoveryMeasures.flatMap((name) =>
    measures
      .filter(({ contest: { line } }) => line.first.measure === name && isWhole(line.first))
      .map(({ contest, differences }) => ({
        contest,
        prices: differences.flatMap((days) => {
          const price = prices[days.place];
          return price === undefined || price.mean === 0 ? [] : [{ ...recoveryPrice(price, days), days }];
        }),
      })),
  );
}

/** The first that tells of a saving worth a word, else of any, else the first. */
function telling(recoveries: readonly RecoveryPrices[]): RecoveryPrices | undefined {
  const [largest, any] = [tellingShare, 0].map((share) =>
    recoveries.find(({ contest, prices }) =>
      prices.some(
        ({ value, days }) => value !== null && Math.abs(days.difference ?? 0) >= shareOfFirst(contest, share),
      ),
    ),
  );
  return largest ?? any ?? recoveries[0];
}

/** How all others differ from the first contender by a contest of the comparison. */
export function versusFirstOf({ measures }: Comparison, contest: Contest): readonly Difference[] {
  return measures.find((measure) => measure.contest === contest)?.differences ?? [];
}

/**
 * What ranks where nothing else is asked for: what answers turn on first that every contender met, else the
 * first. Undefined where nothing can.
 */
export function foremostContest(contests: readonly Contest[]): Contest | undefined {
  const groups = decisiveLines(contests.map(({ line }) => line));
  const ordered = groups.flat().map((line) => contests.find((contest) => contest.line === line));
  const able = ordered.filter((contest) => contest !== undefined && canRank(contest));
  const isMetByAll = (contest: Contest): boolean =>
    contest.entries.every((entry) => entry?.isSpared !== true);
  return able.find((contest) => contest !== undefined && isMetByAll(contest)) ?? able[0];
}

/** Whether a measure has a better side, and two contenders or more that were not spared it. */
export function canRank({ better, entries }: Contest): boolean {
  return better !== 0 && entries.filter((entry) => entry !== undefined && !entry.isSpared).length > 1;
}

/**
 * The difference that does not matter where none is given: 5 % of the first contender's value, from which on
 * an answer names it; where that is 0 or missing, 5 % of the largest.
 */
export function usualIndifference(contest: Contest): number {
  return shareOfFirst(contest, tellingShare);
}

/** A share of the first contender's value; where that is 0 or missing, of the largest. */
export function shareOfFirst({ line: { cells } }: Contest, share: number): number {
  const sizes = cells.map((cell) => Math.abs((cell && valueOf(cell)) ?? 0));
  return share * (sizes[0] === 0 || sizes[0] === undefined ? Math.max(...sizes) : sizes[0]);
}

function firstOf(contests: readonly Contest[], names: readonly string[]): Contest | undefined {
  return names
    .map((name) =>
      contests.find((contest) => contest.line.first.measure === name && isWhole(contest.line.first)),
    )
    .find((contest) => contest !== undefined && canRank(contest));
}

function versusFirst(contest: Contest): readonly Difference[] {
  const [first, ...others] = contest.entries;
  if (first === undefined) return [];
  return differencesOf(
    contest,
    others.flatMap((entry) =>
      entry === undefined
        ? []
        : [{ entry, against: first, stream: differenceStream(entry.sample, "versus-baseline") }],
    ),
  );
}
