import type { Difference } from "#study/comparison/difference";
import type { Price } from "#study/comparison/price";

/** What a day of recovery costs that a variant saves, US dollars; null where there is no such number. */
export interface RecoveryPrice {
  readonly value: number | null;
  /** The ends that the interval of the days saved gives; null where it holds none. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Price ÷ days saved, with the interval of the days; the price is taken at its mean. Null where the variant
 * costs nothing, or where it is not told that it saves any time: nothing buys no day.
 */
export function recoveryPrice({ mean }: Price, days: Difference): RecoveryPrice {
  const { difference, low, high, verdict } = days;
  if (verdict !== "better" || difference === null || mean <= 0) return { value: null, low: null, high: null };
  const [least, most] = [low, high].map((end) => (end === null || end >= 0 ? null : mean / -end));
  return { value: mean / -difference, low: least ?? null, high: most ?? null };
}
