import type { Resolved, ResolvedSite, ResolvedVariant } from "#scenario/language/resolved";

/**
 * Leaves out of every variant the passages that no variant names: they neither hold anybody up nor are
 * measured, so that ships sail through them as over open water, in one leg. What one variant names stands in
 * all of them, so that equal voyages sail equal legs.
 */
export function withNamedPassages(variants: readonly ResolvedVariant[]): readonly ResolvedVariant[] {
  const named = new Set<string>();
  for (const { scenario } of variants) collectWords(withoutSites(scenario), named);
  const isKept = (id: string, site: ResolvedSite): boolean =>
    site.type !== "passage" || named.has(id) || named.has(`${id}.transit`);
  const transited = new Set(
    variants.flatMap(({ scenario }) =>
      Object.entries(scenario.network.sites).flatMap(([id, { transit }]) =>
        transit === undefined ? [] : [id],
      ),
    ),
  );
  return variants.map((variant) => {
    const { network } = variant.scenario;
    const kept = Object.entries(network.sites).filter(([id, site]) => isKept(id, site) || transited.has(id));
    return {
      ...variant,
      scenario: { ...variant.scenario, network: { ...network, sites: Object.fromEntries(kept) } },
    };
  });
}

/** Everything that may name a site: flows and links, what goes wrong, what reacts, what is measured. */
function withoutSites({ network, flows, disruptions, policies, performance, measures }: Resolved): unknown {
  return { links: network.links, flows, disruptions, policies, performance, measures };
}

function collectWords(value: unknown, words: Set<string>): void {
  if (typeof value === "string") words.add(value);
  else if (Array.isArray(value)) for (const item of value) collectWords(item, words);
  else if (typeof value === "object" && value !== null) collectWords(Object.values(value), words);
}
