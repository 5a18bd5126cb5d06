import { fallback, optional, quantity, spread } from "#base/field";
import type { DistributionValue } from "#base/field";
import { bellPart } from "#engine/random/bell";
import type { BellPart } from "#engine/random/bell";
import type { Distribution, DistributionKind } from "#engine/random/distribution-kind";
import { optionalParameter, parameter } from "#engine/random/parameter";
import { standardNormal } from "#engine/random/standard-normal";

/** So much of the bell lies between the bounds, at least. */
const SHARE_LEAST = 0.001;

/**
 * The bell curve, cut at its bounds: nothing is drawn outside, and what is inside keeps its proportions.
 * `mean` and `sd` are those of the whole bell, as handbooks and fits state them; the distribution states the
 * mean and variance of what is left.
 */
export const normal: DistributionKind = {
  kind: "normal",
  summary: "The bell curve, cut at `min` and `max`: many small causes that add up.",
  example: "{ kind: normal, mean: 14 h, sd: 4 h, min: 6 h }",
  fields: {
    mean: quantity("number", "The mean of the whole bell, before it is cut.", "non-negative"),
    sd: spread("The standard deviation of the whole bell, before it is cut."),
    min: fallback(
      quantity("number", "Nothing lower is drawn; 0 when left out, of instants no bound.", "non-negative"),
      0,
    ),
    max: optional(quantity("number", "Nothing higher is drawn; no bound when left out.", "non-negative")),
  },
  problem(written) {
    const [min, max] = [optionalParameter(written, "min"), optionalParameter(written, "max")];
    if (min !== undefined && max !== undefined && max <= min)
      return "`max` is not above `min`; write a larger `max`, or the plain value";
    if (partOf(written).share >= SHARE_LEAST) return undefined;
    return "less than 1/1,000 of the bell lies between its bounds; write bounds nearer to `mean`";
  },
  create(written) {
    const [mean, sd] = [parameter(written, "mean"), parameter(written, "sd")];
    const part = partOf(written);
    return {
      mean: mean + sd * part.mean,
      variance: sd * sd * part.variance,
      quantile: cutQuantile(written, part.share),
    };
  },
};

/** The bounds in standard deviations from the mean. */
function boundsOf(written: DistributionValue): readonly [from: number, to: number] {
  const [mean, sd] = [parameter(written, "mean"), parameter(written, "sd")];
  const [min, max] = [optionalParameter(written, "min"), optionalParameter(written, "max")];
  return [
    min === undefined ? -Infinity : (min - mean) / sd,
    max === undefined ? Infinity : (max - mean) / sd,
  ];
}

function partOf(written: DistributionValue): BellPart {
  return bellPart(...boundsOf(written));
}

/** Counts shares from the nearer end of the bell, so that both tails keep their bits. */
function cutQuantile(written: DistributionValue, share: number): Distribution["quantile"] {
  const [mean, sd] = [parameter(written, "mean"), parameter(written, "sd")];
  const least = optionalParameter(written, "min") ?? -Infinity;
  const most = optionalParameter(written, "max") ?? Infinity;
  const [from, to] = boundsOf(written);
  const below = from === -Infinity ? 0 : bellPart(-Infinity, from).share;
  const above = to === Infinity ? 0 : bellPart(to, Infinity).share;
  return (u) => {
    const lower = below + u * share;
    const z = lower < 0.5 ? standardNormal(lower) : Math.max(0, -standardNormal(above + (1 - u) * share));
    return Math.min(Math.max(mean + sd * z, least), most);
  };
}
