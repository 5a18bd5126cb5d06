import { blendOf } from "#engine/random/blended-laws";
import type { WeightedLaw } from "#engine/random/blended-laws";
import type { Atom, Distribution } from "#engine/random/distribution-kind";

/** A single value of a mixture that comes again and again. */
interface Jump {
  readonly value: number;
  /** The share of the mixture below it, and with it. */
  readonly below: number;
  readonly with: number;
  /** The share of all atoms up to it. */
  readonly atoms: number;
}

/** As often as two halves of the shares of a law can be told apart. */
const HALVINGS = 1100;

/**
 * A law of laws by weight, whose sum is 1. Values that come again and again, such as constants, are jumps of
 * its distribution function at shares that are worked out once; what lies between is inverted.
 */
export function mixedLaw(laws: readonly WeightedLaw[]): Distribution {
  const mean = laws.reduce((sum, { weight, law }) => sum + weight * law.mean, 0);
  const variance = laws.reduce((sum, { weight, law }) => {
    const away = law.mean - mean;
    return sum + weight * (law.variance + away * away);
  }, 0);
  const smooth = laws.filter(({ law }) => law.atoms === undefined);
  const blend = blendOf(smooth);
  const share = smooth.reduce((sum, { weight }) => sum + weight, 0);
  const jumps = jumpsOf(laws, { share, blend });
  const last = jumps.at(-1);
  if (last === undefined && blend !== undefined) return { mean, variance, quantile: blend };
  const quantile = (u: number): number => {
    const next = firstWith(jumps, u);
    const jump = jumps[next];
    if (jump !== undefined && (u > jump.below || blend === undefined)) return jump.value;
    if (blend === undefined) return last?.value ?? 0; // rounding left nothing above it
    const before = jumps[next - 1];
    const part = (u - (before?.atoms ?? 0)) / share;
    const value = blend(Math.min(Math.max(part, Number.MIN_VALUE), 1 - 1.1102230246251565e-16));
    return Math.min(Math.max(value, before?.value ?? value), jump?.value ?? value);
  };
  return { mean, variance, quantile };
}

function jumpsOf(
  laws: readonly WeightedLaw[],
  { share, blend }: { readonly share: number; readonly blend: Distribution["quantile"] | undefined },
): readonly Jump[] {
  const atoms = laws.flatMap(({ weight, law }) =>
    (law.atoms ?? []).map((atom): Atom => ({ value: atom.value, share: weight * atom.share })),
  );
  const shares = new Map<number, number>();
  for (const { value, share: own } of atoms) shares.set(value, (shares.get(value) ?? 0) + own);
  let sum = 0;
  return [...shares]
    .sort(([a], [b]) => a - b)
    .map(([value, own]): Jump => {
      const below = sum + (blend === undefined ? 0 : share * shareBelow(blend, value));
      sum += own;
      return { value, below, with: below + own, atoms: sum };
    });
}

/** The share of a law that lies below a value: where its quantile reaches it. */
function shareBelow(quantile: Distribution["quantile"], value: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (quantile(middle) >= value) high = middle;
    else low = middle;
  }
  return low;
}

/** The first jump whose share, with all that lies below it, is `u` or more; their number when none is. */
function firstWith(jumps: readonly Jump[], u: number): number {
  let [low, high] = [0, jumps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((jumps[middle]?.with ?? 1) >= u) high = middle;
    else low = middle + 1;
  }
  return low;
}
