import { assert } from "#base/assert";
import type { StudyFutures } from "#scenario/language/resolve";
import type { Study } from "#scenario/language/resolved";
import { planExperiment, runCount } from "#study/experiment/plan";
import type { SweptPath } from "#study/sweep/cube";

/** So many replications each future has where nobody says otherwise: what varies most is the futures. */
const usualReplications = 10;

/** What a sweep runs. */
export interface SweepPlan {
  /** The scenario without its futures. */
  readonly study: Study;
  readonly futures: StudyFutures;
  /** Of each variant in each future. */
  readonly replications: number;
  /** Runs of a world, twins included, as many as the scenario makes without its futures. */
  readonly runs: number;
  readonly paths: readonly SweptPath[];
}

/**
 * Plans a sweep over all futures of a study. `replications` is what was asked for; where nothing was, 10, or
 * as many as the scenario says if these are fewer.
 */
export function planSweep(study: Study, futures: StudyFutures, replications?: number): SweepPlan {
  const plan = planExperiment(study);
  const each = replications ?? Math.min(usualReplications, plan.replications);
  const runs = (runCount(plan) / plan.replications) * each * futures.count;
  return { study, futures, replications: each, runs, paths: sweptPaths(futures) };
}

function sweptPaths(futures: StudyFutures): readonly SweptPath[] {
  const texts = futures.paths.map((): string[] => []);
  for (let index = 0; index < futures.count; index += 1)
    futures.valuesOf(index).forEach(({ text }, axis) => texts[axis]?.push(text));
  return futures.paths.map(({ path, levels, unit, numberOf }, axis): SweptPath => {
    const own = texts[axis];
    assert(own !== undefined, "every path has its values");
    return { path, levels, unit, texts: own, numbers: Float64Array.from(own, numberOf) };
  });
}

/**
 * The futures at the ends of each path, by index, each once: where a value does not fit the scenario, it is
 * most likely one of these.
 */
export function outermostFutures({ paths, futures }: SweepPlan): readonly number[] {
  const ends = paths.flatMap(({ numbers }) => {
    if (numbers.every(Number.isNaN)) return [];
    const ordered = Array.from(numbers.keys())
      .filter((index) => !Number.isNaN(numbers[index]))
      .sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0) || one - other);
    return [ordered[0] ?? 0, ordered.at(-1) ?? 0];
  });
  return [...new Set([0, ...ends, futures.count - 1])];
}
