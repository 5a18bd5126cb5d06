import { assert } from "#base/assert";
import { kaplanMeier } from "#engine/stats/kaplan-meier";
import type { SurvivalStep } from "#engine/stats/kaplan-meier";
import { restrictedMean } from "#engine/stats/restricted-mean";

/**
 * Pseudo-values of the restricted mean, by index: n times that of all less n - 1 times that of all but the
 * one (Andersen, Hansen and Klein, Lifetime Data Analysis 10, 2004, 335-350; Andersen and Perme, Statistical
 * Methods in Medical Research 19, 2010, 71-99; `get_pseudo_rmean` of the R package eventglm). Where nothing
 * is censored before `limit` they are min(T, limit); else a censored time stands for what times like it come
 * to. The mean of differences of pairs is the difference of the restricted means, and its spread that of the
 * jackknife over pairs. True where the end of the watch says nothing of the time itself. One pass: without
 * one of them the curve falls as the others say up to its time, and as before from there on.
 */
export function pseudoValues(
  times: ArrayLike<number>,
  censored: ArrayLike<boolean>,
  limit: number,
): Float64Array {
  assert(times.length === censored.length, "every time says whether it is censored");
  const count = times.length;
  const steps = kaplanMeier(times, censored).filter((step) => step.time < limit);
  const whole = restrictedMean(steps, limit).mean;
  const { before, survivors } = withoutOne(steps);
  const after = areasAfter(steps, limit);
  return Float64Array.from(times, (time, index) => {
    const isEvent = !(censored[index] as boolean) && time < limit; // equal lengths
    // Steps that count this one as under watch, its own event left for apart.
    const passed = stepsUpTo(steps, time) - (isEvent ? 1 : 0);
    let [area, survival] = [before[passed] as number, survivors[passed] as number]; // one more than steps
    if (isEvent) {
      const { time: at, atRisk, events } = steps[passed] as SurvivalStep; // an early event is a step
      area += survival * (at - (steps[passed - 1]?.time ?? 0));
      survival *= atRisk === 1 ? 1 : (atRisk - events) / (atRisk - 1);
      area += survival * (after[passed + 1] as number); // one more than steps
    } else {
      area += survival * (after[passed] as number); // one more than steps
    }
    return count * whole - (count - 1) * area;
  });
}

/**
 * By how many steps have passed: the area under the curve up to the last of them and what is left there, had
 * one fewer been at risk at each.
 */
function withoutOne(steps: readonly SurvivalStep[]): { before: Float64Array; survivors: Float64Array } {
  const before = new Float64Array(steps.length + 1);
  const survivors = new Float64Array(steps.length + 1).fill(1);
  steps.forEach(({ time, atRisk, events }, index) => {
    const left = survivors[index] as number; // below the length
    before[index + 1] = (before[index] as number) + left * (time - (steps[index - 1]?.time ?? 0)); // the same
    // Nobody outlives a step at which all at risk have the event: what stands behind it is never asked for.
    survivors[index + 1] = events < atRisk ? left * (1 - events / (atRisk - 1)) : 0;
  });
  return { before, survivors };
}

/** By how many steps have passed: the area from the last of them to the limit, per survivor there. */
function areasAfter(steps: readonly SurvivalStep[], limit: number): Float64Array {
  const after = new Float64Array(steps.length + 1);
  let right = limit;
  for (let passed = steps.length; passed >= 0; passed -= 1) {
    const next = steps[passed];
    const kept = next === undefined ? 0 : (next.atRisk - next.events) / next.atRisk;
    const beyond = next === undefined ? 0 : kept * (after[passed + 1] as number); // one more than steps
    after[passed] = right - (steps[passed - 1]?.time ?? 0) + beyond;
    right = steps[passed - 1]?.time ?? 0;
  }
  return after;
}

/** How many steps lie at or before `time`. */
function stepsUpTo(steps: readonly SurvivalStep[], time: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const step = steps[middle] as SurvivalStep; // below the length
    if (step.time <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
