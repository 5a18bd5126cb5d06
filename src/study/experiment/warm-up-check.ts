import { dayMs } from "#base/time";
import { batchMeans } from "#engine/stats/batch-means";
import { foldInBlocks } from "#engine/stats/fold";
import { mser5 } from "#engine/stats/mser-5";
import { stretchMeans } from "#engine/stats/stretch-means";
import { fewValues } from "#engine/stats/student-interval";
import { studentQuantile } from "#engine/stats/student";
import type { Batch } from "#study/experiment/batch";
import { placeInSentence } from "#study/experiment/place-names";
import type { Plan } from "#study/experiment/plan";
import { threeDigits, withUnit } from "#study/experiment/quantity-text";
import { planWarmUp, warmUpKey } from "#study/experiment/warm-up-tally";

/** Once in a hundred checks of a start that is over, it is called too short. */
const alarmError = 0.01;

/**
 * How the undisturbed baseline came to its steady state at one place (how many wait at the end of each cell,
 * or what was counted in each), and whether the warm-up covers it.
 */
export interface WarmUpCheck {
  readonly what: "performance" | "queue";
  readonly of: string;
  /** ms since the epoch: the ends of the cells, and their length. */
  readonly times: readonly number[];
  readonly step: number;
  /** Means over the replications. */
  readonly means: readonly number[];
  /** When statistics begin, and where MSER-5 would cut; null where it cannot tell. ms since the epoch. */
  readonly warmUpEnd: number;
  readonly cut: number | null;
  /**
   * `short` where what MSER-5 would leave out after the warm-up differs from the rest by more than chance;
   * `unknown` where the series is too short to tell, or below 30 replications.
   */
  readonly verdict: "enough" | "short" | "unknown";
}

/** The checks of all that the curves of the report show; none where nothing was ever seen. */
export function warmUpChecks(plan: Plan, batch: Batch): readonly WarmUpCheck[] {
  const scenario = plan.variants[0]?.variant.scenario;
  if (scenario === undefined) return [];
  const { curves, step, ends } = planWarmUp(scenario);
  const replications = batch.span.to - batch.span.from;
  const { start, warmUp } = scenario.time;
  return curves.flatMap((curve): WarmUpCheck[] => {
    const sums = batch.warmUp.get(warmUpKey(curve));
    if (sums === undefined || sums.every((value) => value === 0)) return [];
    const means = sums.map((value) => value / replications);
    const { dropped } = mser5(means);
    return [
      {
        ...curve,
        times: [...ends],
        step,
        means: [...means],
        warmUpEnd: start + warmUp,
        cut: dropped === null ? null : start + dropped * step,
        // What a few runs have in common may be chance: a start shows in what many have.
        verdict: replications < fewValues ? "unknown" : verdictOf(means, Math.ceil(warmUp / step), dropped),
      },
    ];
  });
}

/**
 * MSER-5 always finds some cut, of noise too: the warm-up is short only where the mean of what lies between
 * its end and the cut differs from the mean behind the cut by more than chance does, once in a hundred. How
 * much that is comes from stretches of the same length behind the cut; where these are fewer than ten, from
 * batch means, and where those go together, nobody can tell.
 */
function verdictOf(series: Float64Array, warmUpCells: number, cut: number | null): WarmUpCheck["verdict"] {
  if (cut === null) return "unknown";
  if (cut <= warmUpCells) return "enough";
  const between = foldInBlocks(series.subarray(warmUpCells, cut));
  const rest = series.subarray(cut);
  const spread = spreadOfStretches(rest, between.count);
  if (spread === null) return "unknown";
  const error = spread.deviation * Math.sqrt(1 + between.count / rest.length);
  const isApart =
    Math.abs(between.mean - foldInBlocks(rest).mean) >
    studentQuantile(1 - alarmError / 2, spread.freedom) * error;
  return isApart ? "short" : "enough";
}

const stretchesLeast = 10;

/** How much the mean of a stretch of so many cells varies; null where the series is too short to tell. */
function spreadOfStretches(
  series: Float64Array,
  length: number,
): { readonly deviation: number; readonly freedom: number } | null {
  const count = Math.floor(series.length / length);
  if (count >= stretchesLeast) {
    const means = stretchMeans(series, length);
    return { deviation: Math.sqrt(foldInBlocks(means).variance), freedom: count - 1 };
  }
  const { spread, size, batches, isIndependent } = batchMeans(series);
  if (spread === null || !isIndependent) return null;
  return { deviation: spread * Math.sqrt(size / length), freedom: batches - 1 };
}

/** One sentence where a warm-up is too short, on the place that takes longest; else none. */
export function warmUpNotices(plan: Plan, checks: readonly WarmUpCheck[]): readonly string[] {
  const scenario = plan.variants[0]?.variant.scenario;
  const short = checks.filter(({ verdict }) => verdict === "short");
  const [longest] = [...short].sort((left, right) => (right.cut ?? 0) - (left.cut ?? 0));
  if (longest === undefined || scenario === undefined || longest.cut === null) return [];
  const { start, warmUp } = scenario.time;
  const days = (ms: number): string => withUnit(threeDigits(ms / dayMs), "days");
  const what =
    longest.what === "queue"
      ? `the queue at ${placeInSentence(plan.study, longest.of)}`
      : "what counts as performance";
  return [
    `the warm-up of ${days(warmUp)} looks too short: without disruptions ${what} takes ` +
      `${days(longest.cut - start)} to settle (MSER-5)`,
  ];
}
