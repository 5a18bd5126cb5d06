import { dayMs } from "#base/time";
import type { Result } from "#study/experiment/result";

/** What a variant itself costs beyond what the baseline pays, US dollars a replication. */
export interface Price {
  readonly mean: number;
  /**
   * True where the run does not measure cost, so that nobody counted for how long a policy acted: its daily
   * cost is then taken for the whole time after the warm-up.
   */
  readonly isMost: boolean;
}

/**
 * The price of the variant at a place: what the run counted for it and for its policies where it measures
 * cost, less what the baseline paid for its own; else what the scenario says.
 */
export function priceOf(result: Result, place: number): Price {
  const variant = result.study.variants[place];
  if (variant === undefined) return { mean: 0, isMost: false };
  const { measures, time } = variant.scenario;
  if (measures.some(({ kind, of }) => kind === "cost" && of === "all")) {
    const baseline = result.study.variants[0]?.name ?? variant.name;
    return { mean: paidBy(result, variant.name) - paidBy(result, baseline), isMost: false };
  }
  const { once, perDay } = variant.cost;
  return { mean: once + (perDay * (time.end - time.start - time.warmUp)) / dayMs, isMost: perDay > 0 };
}

/** What a variant paid for itself and for its policies, where the run measures cost. */
function paidBy({ figures }: Result, name: string): number {
  const parts = figures.costs.find((costs) => costs.name === name)?.rows ?? [];
  return parts
    .filter(({ part }) => /^(policy|variant)\//.test(part))
    .reduce((sum, { mean }) => sum + mean, 0);
}
