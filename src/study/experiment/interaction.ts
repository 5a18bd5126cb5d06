import { assert } from "#base/assert";
import { restrictedTimes, watchedTogether } from "#engine/stats/restricted-times";
import type { ResolvedVariant } from "#scenario/language/resolved";
import type { Sample } from "#study/experiment/estimate";
import type { PairedDifference } from "#study/experiment/summary";
import { meanDifference, meansOf } from "#study/experiment/versus-baseline";

/** The samples of one measure that tell how variants act together, all of the same replications. */
export interface JointSamples {
  /** Of the variant that is put together of others. */
  readonly together: Sample;
  /** Of each of those by itself, two or more. */
  readonly parts: readonly Sample[];
  readonly baseline: Sample;
}

/** A difference of this share of what it is a difference of is the rounding of sums, and no difference. */
const roundingShare = 1e-12;

/**
 * How much more variants do together than the sum of what each does alone, by replication on common random
 * numbers: (together - baseline) - the sum of (part - baseline), with the interval of its mean. Of two parts
 * it is the difference of differences, ab - a - b + baseline: how much the effect of one changes where the
 * other acts, which is twice the AB interaction effect of an experiment of two factors at two levels, there
 * (ab + baseline - a - b) ÷ 2 (CAST, Design of Experiments, Complete experiment with two factors). Of more
 * parts it is all that they do beyond their sum, pairs of them included. Always against the baseline, in
 * which no part acts. Times count by their restricted means, as in every comparison of variants.
 */
export function interactionOf({ together, parts, baseline }: JointSamples, limit: number): PairedDifference {
  assert(parts.length > 1, "an interaction is one of two variants or more");
  const samples = [together, baseline, ...parts];
  assert(
    samples.every(({ times }) => times.length === together.times.length),
    "what acts together is seen in the same replications as what acts alone",
  );
  const cut = watchedTogether(samples.map(meansOf)).map((one) => restrictedTimes(one, limit));
  const [joint = new Float64Array(), none = new Float64Array(), ...alone] = cut;
  const beyond = joint.map((value, index) => {
    const base = none[index] as number; // equal lengths
    const own = alone.map((values) => values[index] as number); // equal lengths
    const [less, more] = [own.reduce((sum, part) => sum + part, 0), value + (own.length - 1) * base];
    const size = own.reduce((sum, part) => sum + Math.abs(part) + Math.abs(base), Math.abs(value));
    const difference = more - less;
    return Math.abs(difference) <= roundingShare * size ? 0 : difference;
  });
  return meanDifference(beyond, together, "interaction");
}

/**
 * The samples that tell how the parts of a variant act together, found by the name of each variant; undefined
 * for a variant that is not put together of others, or where one of the samples is missing.
 */
export function jointSamples(
  { name, of }: Pick<ResolvedVariant, "name" | "of">,
  sampleOf: (variant: string) => Sample | undefined,
): JointSamples | undefined {
  const [together, baseline] = [sampleOf(name), sampleOf("baseline")];
  const parts = of?.map(sampleOf).filter((sample) => sample !== undefined);
  if (of === undefined || together === undefined || baseline === undefined) return undefined;
  return parts?.length === of.length ? { together, parts, baseline } : undefined;
}
