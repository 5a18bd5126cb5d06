import type { ById, Resolved, ResolvedSite, ResolvedVariant } from "#scenario/language/resolved";

/**
 * Leaves out of every variant the passages that no variant names: they neither hold anybody up nor are
 * measured, so that ships sail through them as over open water, in one leg. What one variant names stands in
 * all of them, so that equal voyages sail equal legs.
 */
export function withNamedPassages(variants: readonly ResolvedVariant[]): readonly ResolvedVariant[] {
  const named = new Set<string>();
  // Variants that leave a section alone share it.
  const sections = new Set(variants.flatMap(({ scenario }) => withoutSites(scenario)));
  for (const section of sections) collectWords(section, named);
  const all = new Set(variants.map(({ scenario }) => scenario.network.sites));
  for (const sites of all) {
    for (const [id, { transit }] of Object.entries(sites)) if (transit !== undefined) named.add(id);
  }
  const isKept = (id: string, site: ResolvedSite): boolean =>
    site.type !== "passage" || named.has(id) || named.has(`${id}.transit`);
  // Variants that leave all sites alone go on sharing them.
  const kept = new Map([...all].map((sites) => [sites, keptOf(sites, isKept)]));
  return variants.map((variant) => {
    const { network } = variant.scenario;
    const sites = kept.get(network.sites) ?? network.sites;
    return { ...variant, scenario: { ...variant.scenario, network: { ...network, sites } } };
  });
}

function keptOf(
  sites: ById<ResolvedSite>,
  isKept: (id: string, site: ResolvedSite) => boolean,
): ById<ResolvedSite> {
  return Object.fromEntries(Object.entries(sites).filter(([id, site]) => isKept(id, site)));
}

/** Everything that may name a site: flows and links, what goes wrong, what reacts, what is measured. */
function withoutSites(scenario: Resolved): readonly unknown[] {
  const { network, flows, disruptions, policies, performance, measures } = scenario;
  return [network.links, flows, disruptions, policies, performance, measures];
}

function collectWords(value: unknown, words: Set<string>): void {
  if (typeof value === "string") words.add(value);
  else if (Array.isArray(value)) for (const item of value) collectWords(item, words);
  else if (typeof value === "object" && value !== null) collectWords(Object.values(value), words);
}
