import type { Facts } from "#domain/measure/facts";
import type { ResolvedVariant } from "#scenario/language/resolved";
import { canonicalText } from "#study/experiment/canonical";

/**
 * The facts of a variant's world with what the variant itself costs. Its daily cost runs while its policy
 * acts when the one policy that it adds or changes acts from some event on; else all the time.
 */
export function withVariantCost(facts: Facts, variant: ResolvedVariant, baseline: ResolvedVariant): Facts {
  const { once, perDay } = variant.cost;
  if (once === 0 && perDay === 0) return facts;
  const policy = actingPolicy(variant, baseline);
  if (policy === undefined) {
    return { ...facts, costs: [...facts.costs, { id: variant.name, once, perDay, acting: false }] };
  }
  return {
    ...facts,
    costs: [
      ...facts.costs,
      { id: variant.name, once, perDay: 0, acting: false },
      { id: policy, once: 0, perDay, acting: true },
    ],
  };
}

function actingPolicy(variant: ResolvedVariant, baseline: ResolvedVariant): string | undefined {
  const before = baseline.scenario.policies;
  const changed = Object.entries(variant.scenario.policies).filter(
    ([id, policy]) => canonicalText(policy) !== canonicalText(before[id]),
  );
  const [only] = changed;
  return changed.length === 1 && only !== undefined && "from" in only[1] ? only[0] : undefined;
}
