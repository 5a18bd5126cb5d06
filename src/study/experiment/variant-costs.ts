import { assert } from "#base/assert";
import type { Facts } from "#domain/measure/facts";
import type { ResolvedVariant, Study } from "#scenario/language/resolved";
import { canonicalText } from "#study/experiment/canonical";

/**
 * The facts of a variant's world with what the variant itself costs. Its daily cost runs while its policy
 * acts when the one policy that it adds or changes acts from some event on; else all the time. Each of the
 * variants that it is put together of costs what it costs alone.
 */
export function withVariantCost(facts: Facts, variant: ResolvedVariant, { variants }: Study): Facts {
  const costs = costsOf(variant, variants);
  return costs.length === 0 ? facts : { ...facts, costs: [...facts.costs, ...costs] };
}

function costsOf(variant: ResolvedVariant, variants: Study["variants"]): Facts["costs"] {
  const [baseline] = variants;
  const { name, cost, of } = variant;
  if (of !== undefined) {
    const parts = variants.filter((other) => of.includes(other.name));
    assert(parts.length === of.length, `the study has all that ${name} is put together of`);
    return parts.flatMap((part) => costsOf(part, variants));
  }
  const { once, perDay } = cost;
  if (once === 0 && perDay === 0) return [];
  const policy = baseline && actingPolicy(variant, baseline);
  if (policy === undefined) return [{ id: name, once, perDay, acting: false }];
  return [
    { id: name, once, perDay: 0, acting: false },
    { id: policy, once: 0, perDay, acting: true },
  ];
}

function actingPolicy(variant: ResolvedVariant, baseline: ResolvedVariant): string | undefined {
  const before = baseline.scenario.policies;
  const changed = Object.entries(variant.scenario.policies).filter(
    ([id, policy]) => canonicalText(policy) !== canonicalText(before[id]),
  );
  const [only] = changed;
  return changed.length === 1 && only !== undefined && "from" in only[1] ? only[0] : undefined;
}
