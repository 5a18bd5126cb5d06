import type { Field } from "#base/field";
import { merge } from "#scenario/patch/merge";
import type { MergeFamilies } from "#scenario/patch/merge";
import { nodeAt, textAt } from "#scenario/read/node";
import type { Entry, MapNode } from "#scenario/read/node";

/** What a site takes from the one that it is like. */
const taken: readonly string[] = ["stations", "vessel-path", "cargo-path"];

/**
 * Gives each site that is `like` another one the stations and paths of that one, with its own written over
 * them as a patch would be. Chains are followed; what names no written site, or leads back to itself, takes
 * nothing. `field` is the shape of the whole file. Comes after all patches, so that a variant of the other
 * site reaches those like it.
 */
export function withLikes(root: MapNode, field: Field<unknown>, families: MergeFamilies): MapNode {
  const sites = nodeAt(root, "network", "sites");
  if (sites?.node !== "map") return root;
  const written = [...sites.entries.values()].filter(({ value }) => textAt(value, "like") !== undefined);
  if (written.length === 0) return root;
  const entries = new Map<string, Entry>(sites.entries);
  for (const entry of written) {
    const value = taking(entry.key, sites, [], (base, patch) => merge(base, patch, field, families));
    if (value) entries.set(entry.key, { ...entry, value });
  }
  return replaced(root, ["network", "sites"], { ...sites, entries });
}

/** Ids that lead from a site back to itself by `like`, itself first; empty when they do not. */
export function likeCycle(root: MapNode, site: string): readonly string[] {
  const path: string[] = [];
  for (
    let at: string | undefined = site;
    at !== undefined;
    at = textAt(root, "network", "sites", at, "like")
  ) {
    if (at === site && path.length > 0) return path;
    if (path.includes(at)) return [];
    path.push(at);
  }
  return [];
}

type Merge = (base: MapNode, patch: MapNode) => MapNode;

/** A site with what it takes over; undefined when it is no map or leads back to itself. */
function taking(id: string, sites: MapNode, on: readonly string[], mergeFiles: Merge): MapNode | undefined {
  const site = sites.entries.get(id)?.value;
  if (site?.node !== "map" || on.includes(id)) return undefined;
  const like = textAt(site, "like");
  if (like === undefined) return site;
  const other = taking(like, sites, [...on, id], mergeFiles);
  if (!other) return undefined;
  const base = { ...other, entries: new Map([...other.entries].filter(([key]) => taken.includes(key))) };
  const merged = nodeAt(mergeFiles(inFile(id, base), inFile(id, site)), "network", "sites", id);
  return merged?.node === "map" ? { ...merged, place: site.place } : undefined;
}

/** A file that says nothing but this of one site: so that the shape of a file tells how sites merge. */
function inFile(id: string, site: MapNode): MapNode {
  const under = (key: string, value: MapNode): MapNode => {
    const entry = { key, keyPlace: site.place, value };
    return { node: "map", entries: new Map([[key, entry]]), place: site.place };
  };
  return under("network", under("sites", under(id, site)));
}

function replaced(root: MapNode, path: readonly string[], value: MapNode): MapNode {
  const [key, ...rest] = path;
  const entry = key === undefined ? undefined : root.entries.get(key);
  if (key === undefined || entry?.value.node !== "map") return value;
  const entries = new Map<string, Entry>(root.entries);
  entries.set(key, { ...entry, value: replaced(entry.value, rest, value) });
  return { ...root, entries };
}
