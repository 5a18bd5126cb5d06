import { measureKind } from "#domain/measure/measure-kinds";
import type { ResolvedVariant } from "#scenario/language/resolved";
import { sampleOf } from "#study/comparison/recorded-sample";
import { priceOf } from "#study/comparison/price";
import type { Price } from "#study/comparison/price";
import type { Sample } from "#study/experiment/estimate";
import { measureKey } from "#study/experiment/measured";
import type { Result } from "#study/experiment/result";
import type { VariantSummary } from "#study/experiment/summary";

/** One variant of one run, as it is compared with others. */
export interface Contender {
  /** Of the variant; with its run before it where several runs are compared. */
  readonly name: string;
  readonly variant: ResolvedVariant;
  readonly numbers: VariantSummary;
  /** In the order of `numbers.measures`, by index of replication. */
  readonly samples: readonly Sample[];
  readonly price: Price;
}

/** A run that is compared, and what it is called where it is not the only one. */
export interface ComparedRun {
  readonly shown: string;
  readonly result: Result;
}

/**
 * The variants of all runs, the baseline of the first run first. One of a later run that says the same as the
 * variant of that name in an earlier one, replication by replication, is the same variant and comes once.
 */
export function contendersOf(runs: readonly ComparedRun[]): readonly Contender[] {
  const isAlone = runs.length === 1;
  const replications = Math.max(...runs.map(({ result }) => result.summary.replications));
  const found: (Contender & { readonly plain: string })[] = [];
  for (const { shown, result } of runs) {
    for (const one of variantsOf(result, replications)) {
      const known = found.filter(({ plain }) => plain === one.name);
      if (known.some((other) => isAlike(one, other))) continue;
      found.push({ ...one, plain: one.name, name: isAlone ? one.name : `${shown}:${one.name}` });
    }
  }
  return found.map(({ plain: _plain, ...contender }) => contender);
}

function variantsOf(result: Result, replications: number): readonly Contender[] {
  const { study, summary, rows } = result;
  return study.variants.flatMap((variant, place): readonly Contender[] => {
    const numbers = summary.variants[place];
    if (numbers === undefined) return [];
    const own = rows.filter((row) => !row.twin && row.variant === variant.name);
    const samples = variant.scenario.measures.map((measure, index): Sample => {
      const from = index * summary.replications;
      const scale = measureKind(measure.kind)?.scale ?? "mean";
      return {
        ...sampleOf(own.slice(from, from + summary.replications), replications),
        form: { unit: numbers.measures[index]?.unit ?? "", scale },
        seed: variant.scenario.seed,
        name: `${variant.name}/${measureKey(measure)}`,
      };
    });
    return [{ name: variant.name, variant, numbers, samples, price: priceOf(result, place) }];
  });
}

/** Whether two of one name gave the same in every replication, by every measure. */
function isAlike(one: Contender, other: Contender): boolean {
  if (one.samples.length !== other.samples.length) return false;
  return one.samples.every((sample, index) => {
    const rival = other.samples[index];
    if (rival?.name !== sample.name || rival.seed !== sample.seed) return false;
    return sample.times.every((time, replication) => Object.is(time, rival.times[replication]));
  });
}
