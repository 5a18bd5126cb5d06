import { assert } from "#base/assert";
import { commonLimit } from "#engine/stats/restricted-mean";
import type { ResolvedThreshold } from "#scenario/language/resolved";
import { judgedDifference, judgedStatistic } from "#study/experiment/judged-statistic";
import type { Judged } from "#study/experiment/judged-statistic";
import { acrossVariants } from "#study/experiment/measured";
import type { Measured } from "#study/experiment/measured";
import type { Plan } from "#study/experiment/plan";
import type { ThresholdSummary } from "#study/experiment/summary";

/** Every check of the scenario, in order of its id; one of all variants once for each. */
export function verdicts(
  plan: Plan,
  measured: readonly (readonly Measured[])[],
): readonly ThresholdSummary[] {
  const thresholds = plan.variants[0]?.variant.scenario.thresholds ?? {};
  const names = plan.variants.map(({ variant }) => variant.name);
  return Object.entries(thresholds).flatMap(([id, threshold]) =>
    variantsOf(threshold, names).map((variant) => {
      const entry = measured[names.indexOf(variant)]?.find(
        ({ row }) => row.kind === threshold.measure && row.of === threshold.of,
      );
      assert(entry !== undefined, `threshold ${id} names a measure and a variant of the scenario`);
      const judged = judgedOf(threshold, entry, measured);
      const limit = threshold.atMost ?? threshold.atLeast;
      assert(limit !== undefined, `threshold ${id} has a limit`);
      const { versus } = threshold;
      const against = versus === undefined ? {} : { versus };
      return { id, variant, ...against, ...verdictOf(judged, threshold), limit, ...judged };
    }),
  );
}

/** The variants that are held to it, in the order of the study. */
function variantsOf({ variant, versus }: ResolvedThreshold, names: readonly string[]): readonly string[] {
  if (variant !== "all") return [variant];
  return versus === undefined ? names : names.filter((name) => name !== "baseline");
}

function judgedOf(
  { statistic, versus }: ResolvedThreshold,
  entry: Measured,
  measured: readonly (readonly Measured[])[],
): Judged {
  if (versus === undefined) return judgedStatistic(entry, statistic);
  const same = acrossVariants(measured, entry.row);
  const [baseline] = same;
  assert(baseline !== undefined, "the baseline measures what every variant does");
  const limit = commonLimit(same.flatMap((one) => one?.sample ?? []));
  return judgedDifference(entry, baseline, { statistic, limit });
}

/**
 * Fails without data; undecided when the interval, or a side that nobody knows, lies across the limit. The
 * margin of the value and of the ends of its interval says by how much.
 */
function verdictOf(
  { value, low, high }: Judged,
  { atMost = Infinity, atLeast = -Infinity }: ResolvedThreshold,
): Pick<ThresholdSummary, "verdict" | "margin" | "marginLow" | "marginHigh"> {
  const [least, most] = [low ?? -Infinity, high ?? Infinity];
  const below = (at: number): number => (atMost === Infinity ? Infinity : atMost - at);
  const above = (at: number): number => (atLeast === -Infinity ? Infinity : at - atLeast);
  const inside = (at: number): number => Math.min(below(at), above(at));
  // The margin is greatest half way between two limits, where the interval reaches so far.
  const best = Math.min(Math.max((atMost + atLeast) / 2, least), most);
  const known = (margin: number): number | null => (Number.isFinite(margin) ? margin : null);
  const margins = {
    margin: value === null ? null : known(inside(value)),
    marginLow: known(Math.min(inside(least), inside(most))),
    marginHigh: known(inside(best)),
  };
  if (value === null && low === null && high === null) return { verdict: "fail", ...margins };
  if (least >= atLeast && most <= atMost) return { verdict: "pass", ...margins };
  return { verdict: most < atLeast || least > atMost ? "fail" : "undecided", ...margins };
}
