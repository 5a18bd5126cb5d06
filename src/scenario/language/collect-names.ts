import { siteTypes } from "#domain/world/site-type";
import { amountUnits, splitQuantity } from "#base/quantity";
import { byText } from "#base/order";
import { doubtedTargets } from "#scenario/language/doubted-targets";
import { misspeltIn } from "#scenario/language/forms/misspelt";
import { Names, factsOf } from "#scenario/language/names";
import type { SiteFacts } from "#scenario/language/names";
import { siteValueFields } from "#scenario/language/scenario-fields";
import type { NetworkSource } from "#scenario/source/network-source";
import { entriesAt, nodeAt, textAt } from "#scenario/read/node";
import type { Entry, Node } from "#scenario/read/node";

/** The names of a tree, and the tree. */
export interface NamedTree {
  readonly root: Node;
  readonly names: Names;
}

/**
 * Finds all names of a tree before its values are read, so that a name may be used before it is written. With
 * the names of a tree of which this one is a patch, parts that are those very nodes are not looked at again.
 */
export function collectNames(
  root: Node,
  source: NetworkSource | undefined,
  variants: readonly string[],
  before?: NamedTree,
): Names {
  const sites = before && hasSameNetwork(root, before.root) ? before.names.sites : sitesOf(root, source);
  const ids = (...path: readonly string[]): readonly string[] =>
    entriesAt(root, ...path).map((entry) => entry.key);
  const others = {
    link: ids("network", "links"),
    vessel: ids("vessels"),
    commodity: ids("commodities"),
    flow: ids("flows"),
    disruption: ids("disruptions"),
    policy: ids("policies"),
    variant: ["baseline", ...variants],
    policyKinds: kindsAt(root, "policies"),
    doubted: doubtedTargets(root, source),
  };
  const units = countingUnits(root);
  const isAlike = before?.names.isAlike(sites, others, units) === true;
  return new Names(sites, others, units, isAlike ? before.names : undefined);
}

function hasSameNetwork(one: Node, other: Node): boolean {
  return ["sites", "links"].every((key) => nodeAt(one, "network", key) === nodeAt(other, "network", key));
}

function sitesOf(root: Node, source: NetworkSource | undefined): ReadonlyMap<string, SiteFacts> {
  const sites = new Map<string, SiteFacts>();
  for (const [id, spec] of Object.entries(source?.sites() ?? {})) sites.set(id, factsOf(spec, id));
  const degrees = degreesOf(root);
  const entries = entriesAt(root, "network", "sites");
  const ids = new Set([...sites.keys(), ...entries.map(({ key }) => key)]);
  const isAstray = strayStations(root);
  for (const entry of entries) {
    const isCircular = leadsBack(root, entry.key);
    const around = { degree: degrees.get(entry.key) ?? 0, ids, isAstray: isAstray || isCircular };
    sites.set(entry.key, written(entry, sites.get(entry.key), around));
  }
  return sites;
}

function kindsAt(root: Node, section: string): ReadonlyMap<string, string> {
  return new Map(entriesAt(root, section).map(({ key, value }) => [key, textAt(value, "kind") ?? ""]));
}

function degreesOf(root: Node): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const entry of entriesAt(root, "network", "links")) {
    for (const end of [textAt(entry.value, "from"), textAt(entry.value, "to")]) {
      if (end !== undefined) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    }
  }
  return degrees;
}

/** What is known of the sites around one. */
interface SitesAround {
  readonly degree: number;
  readonly ids: ReadonlySet<string>;
  /** Whether stations stand in no site, or in none of those that this one is like. */
  readonly isAstray: boolean;
}

/** Whether a site is like others of which none has stations, because they are like one another. */
function leadsBack(root: Node, site: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = site; at !== undefined; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    at = textAt(root, "network", "sites", at, "like");
  }
  return false;
}

/** Whether stations are indented too little, so that they stand beside their site or further out. */
function strayStations(root: Node): boolean {
  const outside = [[], ["network"], ["network", "sites"]] as const;
  return outside.some((path) => nodeAt(root, ...path, "stations") !== undefined);
}

/** What the scenario writes about a site, over what the data set has. */
function written(
  entry: Entry,
  base: SiteFacts | undefined,
  { degree, ids, isAstray }: SitesAround,
): SiteFacts {
  const node = entry.value;
  const said = textAt(node, "type");
  const isKnown = siteTypes.some((type) => type === said);
  const type = (isKnown ? said : undefined) ?? base?.type ?? (nodeAt(node, "transit") ? "passage" : said);
  const own = entriesAt(node, "stations").map((station) => `${entry.key}.${station.key}`);
  const stations = type === "passage" ? [...own, `${entry.key}.transit`] : own;
  return {
    type,
    country: textAt(node, "country") ?? base?.country,
    operator: textAt(node, "operator") ?? base?.operator,
    tags: textsAt(node, "tags") ?? base?.tags ?? [],
    at: coordinates(node) ?? base?.at,
    stations: stations.sort(byText),
    operators: operatorsOf(entry),
    degree,
    doubtful: isDoubtful(node, ids) || (isAstray && own.length === 0),
    written: true,
  };
}

/** Whether a site, its stations or those that it takes from another one were not understood. */
function isDoubtful(site: Node, ids: ReadonlySet<string>): boolean {
  if (site.node !== "map") return true;
  const stations = nodeAt(site, "stations");
  if (stations) return stations.node !== "map";
  const like = textAt(site, "like");
  return (like !== undefined && !ids.has(like)) || misspeltIn(site, Object.keys(siteValueFields), "stations");
}

function operatorsOf({ key, value }: Entry): Readonly<Record<string, string>> {
  const own = entriesAt(value, "stations").flatMap((station): [string, string][] => {
    const operator = textAt(station.value, "operator");
    return operator === undefined ? [] : [[`${key}.${station.key}`, operator]];
  });
  return Object.fromEntries(own);
}

function textsAt(node: Node, key: string): readonly string[] | undefined {
  const list = nodeAt(node, key);
  if (list?.node !== "list") return undefined;
  return list.items.flatMap((item) => (item.node === "scalar" ? [item.text] : []));
}

function coordinates(node: Node): readonly number[] | undefined {
  const numbers = textsAt(node, "at")?.map((text) => {
    const written = splitQuantity(text);
    return written?.unit === "" ? written.number : undefined;
  });
  const [latitude, longitude] = numbers ?? [];
  return latitude === undefined || longitude === undefined ? undefined : [latitude, longitude];
}

/** The units that commodities declare beside those that the language knows. */
function countingUnits(root: Node): ReadonlySet<string> {
  const units = entriesAt(root, "commodities").map((entry) => textAt(entry.value, "unit") ?? "");
  return new Set(
    units.filter((unit) => /^[A-Za-z][A-Za-z0-9-]*$/.test(unit) && !Object.hasOwn(amountUnits, unit)),
  );
}
