import type { ById, Resolved, ResolvedSite, ResolvedVariant } from "#scenario/language/resolved";

/**
 * Leaves out of every variant the passages that no variant names: they neither hold anybody up nor are
 * measured, so that ships sail through them as over open water, in one leg. What one variant names stands in
 * all of them, so that equal voyages sail equal legs.
 */
export function withNamedPassages(variants: readonly ResolvedVariant[]): readonly ResolvedVariant[] {
  // Variants that leave all sites alone share them, and go on sharing them; so it is with their sections.
  const all = new Set(variants.map(({ scenario }) => scenario.network.sites));
  const idle = idlePassages(all);
  if (idle.size === 0) return variants;
  const words = new Set([...idle].flatMap((id) => [id, `${id}.transit`]));
  const named = new Set<string>();
  const sections = new Set(variants.flatMap(({ scenario }) => withoutSites(scenario)));
  for (const section of sections) findWords(section, words, named);
  const isKept = (id: string, { type }: ResolvedSite): boolean =>
    type !== "passage" || !idle.has(id) || named.has(id) || named.has(`${id}.transit`);
  const kept = new Map([...all].map((sites) => [sites, keptOf(sites, isKept)]));
  return variants.map((variant) => {
    const { network } = variant.scenario;
    const sites = kept.get(network.sites) ?? network.sites;
    return { ...variant, scenario: { ...variant.scenario, network: { ...network, sites } } };
  });
}

/** The passages of which none of these says how vessels pass them. */
function idlePassages(all: Iterable<ById<ResolvedSite>>): ReadonlySet<string> {
  const [idle, passed] = [new Set<string>(), new Set<string>()];
  for (const sites of all) {
    for (const [id, { type, transit }] of Object.entries(sites)) {
      if (transit !== undefined) passed.add(id);
      else if (type === "passage") idle.add(id);
    }
  }
  for (const id of passed) idle.delete(id);
  return idle;
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

/** Adds to `found` those of the words that stand in a value, as itself or anywhere in it. */
function findWords(value: unknown, words: ReadonlySet<string>, found: Set<string>): void {
  if (typeof value === "string") {
    if (words.has(value)) found.add(value);
  } else if (Array.isArray(value)) for (const item of value) findWords(item, words, found);
  else if (typeof value === "object" && value !== null) findWords(Object.values(value), words, found);
}
