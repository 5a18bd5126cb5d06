import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { fieldOf, gainOver, meanOf } from "#study/sweep/sweep-question";
import type { Field, SweepQuestion } from "#study/sweep/sweep-question";

/** What choosing one variant costs against the best of each future, in the unit of the measure. */
export interface Regret {
  /** Of the variant. */
  readonly place: number;
  /** Over the futures that all variants have. */
  readonly mean: number;
  readonly p90: number;
  readonly most: number;
  /** The future in which it is largest, the first of equal ones. */
  readonly worst: number;
}

/** The regrets of all variants. */
export interface Regrets {
  readonly field: Field;
  /** The least maximum first, then the least mean. */
  readonly regrets: readonly Regret[];
  /** The variant of which the largest regret is least (Savage's rule); undefined without futures. */
  readonly leastMost: number | undefined;
  /** The variant of which the mean regret is least, which is the one with the best mean. */
  readonly leastMean: number | undefined;
}

/**
 * The regret of each variant: by how much it is worse in a future than the best variant there, 0 where it is
 * the best itself (Savage 1951, The theory of statistical decision; as Lempert, Popper and Bankes 2003,
 * Shaping the next one hundred years, use it over futures without probabilities). Futures in which a variant
 * has no number are left out and counted. The 90th percentile is of type 7 of Hyndman and Fan.
 */
export function regretsOf({ by }: Pick<SweepQuestion, "by">): Regrets {
  const field = fieldOf(by);
  const { places, futures } = field;
  if (futures.length === 0) return { field, regrets: [], leastMost: undefined, leastMean: undefined };
  const regrets = places
    .map((place): Regret => {
      const each = futures.map((future) =>
        places.reduce((most, other) => Math.max(most, gainOver(by, other, place, future)), 0),
      );
      const most = Math.max(...each);
      return {
        place,
        mean: meanOf(each) ?? NaN, // of one future at least
        p90: sampleQuantile(sorted(each), 0.9) ?? NaN, // the same
        most,
        worst: futures[each.indexOf(most)] as number, // the most is one of them
      };
    })
    .sort((one, other) => one.most - other.most || one.mean - other.mean || one.place - other.place);
  const byMean = [...regrets].sort((one, other) => one.mean - other.mean);
  return { field, regrets, leastMost: regrets[0]?.place, leastMean: byMean[0]?.place };
}
