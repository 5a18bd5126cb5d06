import { assert } from "#base/assert";
import type { ResolvedThreshold } from "#scenario/language/resolved";
import { statisticOf } from "#study/experiment/estimate";
import type { Estimate } from "#study/experiment/estimate";
import type { Measured } from "#study/experiment/measured";
import type { Plan } from "#study/experiment/plan";
import type { ThresholdSummary } from "#study/experiment/summary";

/** Every check of the scenario, in order of its id. */
export function verdicts(
  plan: Plan,
  measured: readonly (readonly Measured[])[],
): readonly ThresholdSummary[] {
  const thresholds = plan.variants[0]?.variant.scenario.thresholds ?? {};
  return Object.entries(thresholds).map(([id, threshold]) => {
    const variant = plan.variants.findIndex((planned) => planned.variant.name === threshold.variant);
    const entry = measured[variant]?.find(
      ({ row }) => row.kind === threshold.measure && row.of === threshold.of,
    );
    assert(entry !== undefined, `threshold ${id} names a measure of the scenario`);
    const estimate = statisticOf(entry.sample, threshold.statistic);
    const { value, low, high } = estimate;
    const limit = threshold.atMost ?? threshold.atLeast ?? NaN;
    assert(!Number.isNaN(limit), `threshold ${id} has a limit`);
    return {
      id,
      verdict: verdictOf(estimate, threshold),
      value,
      limit,
      low,
      high,
      unit: entry.sample.form.unit,
    };
  });
}

/** Fails without data; undecided when the interval, or a side that nobody knows, lies across the limit. */
function verdictOf(
  { value, low, high }: Estimate,
  threshold: ResolvedThreshold,
): ThresholdSummary["verdict"] {
  if (value === null && low === null && high === null) return "fail";
  const { atMost = Infinity, atLeast = -Infinity } = threshold;
  const [least, most] = [low ?? -Infinity, high ?? Infinity];
  if (least >= atLeast && most <= atMost) return "pass";
  return most < atLeast || least > atMost ? "fail" : "undecided";
}
