import type { Form, Per, Target } from "#base/field";
import { scalarOf } from "#scenario/language/forms/words";
import { byText } from "#base/order";
import { siteTypes } from "#domain/world/site-type";
import type { Names, SiteFacts } from "#scenario/language/names";
import type { FormReader, Reading } from "#scenario/language/reading";
import { kindHint } from "#scenario/language/forms/kind-hint";
import { nearest, suggest } from "#scenario/read/nearest";
import { nodeAt } from "#scenario/read/node";
import type { Entry, MapNode } from "#scenario/read/node";
import type { Place } from "#base/diagnostic";

/** The id of one thing; where a station is due, a site with one station stands for it. */
export const readReference: FormReader<Extract<Form, { form: "reference" }>> = (
  reading,
  shape,
  node,
  path,
) => {
  const scalar = scalarOf(reading, node, path, `the id of a ${shape.to}`);
  if (!scalar) return undefined;
  const ids = idsOf(reading, shape.to, scalar.text, node.place, path);
  if (!ids || ids.length === 1) return ids?.[0];
  const wrong = `${scalar.text} has the stations ${ids.join(", ")}`;
  return reading.report("SELECTOR_WRONG", node.place, path, wrong, `write one of them, such as ${ids[0]}`);
};

/**
 * The ids that one written id stands for: itself, or all stations of a site where stations are due. Notes the
 * use; reports an id that names nothing, unless its site was not understood.
 */
export function idsOf(
  reading: Reading,
  to: Target,
  id: string,
  place: Place,
  path: string,
): readonly string[] | undefined {
  const { names } = reading;
  if (names.has(to, id)) {
    names.use(to, id);
    return [id];
  }
  const takesStations = to === "station" || to === "element" || to === "measured";
  const site = names.sites.get(id);
  if (takesStations && site && site.stations.length > 0) {
    for (const station of site.stations) names.use(to, station);
    return site.stations;
  }
  const above = id.split(".")[0] ?? id;
  const isDoubtful = names.sites.get(above)?.doubtful === true || hasDoubtfulType(site, to);
  if (isDoubtful || names.isDoubted(to)) return reading.followOn(place, path);
  if (takesStations && above !== id && !names.sites.has(above)) {
    const right = suggest(above, withStations(names));
    return reading.report("ID_UNKNOWN", place, path, `no site is named "${above}"`, right);
  }
  if (site && (to === "port" || to === "passage")) {
    const wrong = `${id} is a ${site.type ?? "site"}, and no ${to}`;
    return reading.report("ID_UNKNOWN", place, path, wrong, suggest("", names.ids(to)));
  }
  if (site && takesStations) {
    return reading.report(
      "SELECTOR_EMPTY",
      place,
      path,
      `the site "${id}" has no stations`,
      `give ${id} stations, or name another site`,
    );
  }
  const own = takesStations ? names.sites.get(above)?.stations : undefined;
  if (own !== undefined && own.length > 0) {
    const right = suggest(id, own);
    return reading.report("ID_UNKNOWN", place, path, `no ${wordFor(to)} is named "${id}"`, right);
  }
  const other = targets.find((target) => names.has(target, id));
  if (other !== undefined && !site) {
    const wrong = `${id} is a ${wordFor(other)}, and no ${wordFor(to)}`;
    return reading.report("ID_UNKNOWN", place, path, wrong, suggest("", names.ids(to)));
  }
  const near = takesStations ? [...names.ids(to), ...withStations(names)] : names.ids(to);
  return reading.report("ID_UNKNOWN", place, path, `no ${wordFor(to)} is named "${id}"`, suggest(id, near));
}

/** What an id may be that is not what is due. */
const targets: readonly Target[] = ["flow", "link", "vessel", "commodity", "disruption", "policy", "variant"];

function withStations({ sites }: Names): readonly string[] {
  return [...sites].flatMap(([id, { stations }]) => (stations.length > 0 ? [id] : []));
}

/** Whether a site has a type that is not known, where one of a type is due. */
function hasDoubtfulType(site: SiteFacts | undefined, to: Target): boolean {
  if (site === undefined || (to !== "port" && to !== "passage")) return false;
  return !siteTypes.some((type) => type === site.type);
}

/** The word for a target in a sentence. */
export function wordFor(target: Target): string {
  if (target === "element") return "site, station or link";
  if (target === "measured") return "station, passage, flow or commodity";
  return target === "vessel" ? "vessel class" : target;
}

/** One id, or positive weights by id. */
export const readWeights: FormReader<Extract<Form, { form: "weights" }>> = (reading, shape, node, path) => {
  if (node.node === "list") {
    const right = "write one id, or weights such as { CNSHA: 3, CNNGB: 2 }";
    return reading.report(
      "SHAPE_WRONG",
      node.place,
      path,
      "an id or weights by id are due, not a list",
      right,
    );
  }
  if (node.node === "scalar") {
    const ids = idsOf(reading, shape.to, node.text, node.place, path);
    const one: Record<string, number> = {};
    for (const id of ids ?? []) one[id] = 1;
    return ids && one;
  }
  if (node.entries.size === 0) {
    return reading.report(
      "SELECTOR_EMPTY",
      node.place,
      path,
      "weights without ids find nothing",
      "write { id: 1 }",
    );
  }
  const weights: Record<string, number> = {};
  for (const entry of inOrder(node.entries.values())) {
    const below = `${path}.${entry.key}`;
    const ids = idsOf(reading, shape.to, entry.key, entry.keyPlace, below);
    const field = {
      shape: { form: "factor", least: Number.MIN_VALUE, most: Number.MAX_VALUE },
      doc: "",
      optional: false,
    } as const;
    const weight = reading.value(field, entry.value, below);
    for (const id of ids ?? []) weights[id] = weight as number; // a factor gives a number
  }
  return weights;
};

/** One value for all, or a value for each of some named things. */
export const readPer: FormReader<Extract<Form, { form: "per" }>> = (reading, shape, node, path) => {
  if (node.node !== "map" || isOneValue(reading, shape, node)) {
    const all = reading.value(shape.of, node, path);
    return all === undefined ? undefined : ({ all, by: {} } satisfies Per<unknown>);
  }
  const by: Record<string, unknown> = {};
  let all: unknown;
  for (const entry of inOrder(node.entries.values())) {
    const below = `${path}.${entry.key}`;
    const value = reading.value(shape.of, entry.value, below);
    if (entry.key === "all") all = value;
    else if (isUnheard(reading, shape.keys, entry.key)) by[entry.key] = value;
    else if (idsOf(reading, shape.keys, entry.key, entry.keyPlace, below)) by[entry.key] = value;
  }
  return all === undefined ? { by } : { all, by };
};

/** A direction that no passage has: which ones this passage has, only the whole network tells. */
function isUnheard({ names }: Reading, to: Target, id: string): boolean {
  return to === "direction" && !names.has(to, id) && !names.isDoubted(to);
}

/** A map with a kind, or in which no key is an id, is one value: with its own words about what is wrong. */
function isOneValue(reading: Reading, shape: Extract<Form, { form: "per" }>, node: MapNode): boolean {
  if (nodeAt(node, "kind")) return true;
  const { shape: one } = shape.of;
  if (one.form !== "distribution" && one.form !== "kind") return false;
  const keys = [...node.entries.keys()];
  const ids = ["all", ...reading.names.ids(shape.keys)];
  if (keys.some((key) => ids.includes(key))) return false;
  const family = one.form === "kind" ? one.family : one.form;
  const parameters = (reading.families[family]?.kinds ?? []).flatMap((kind) => Object.keys(kind.fields));
  if (keys.some((key) => parameters.includes(key))) return true;
  return !keys.some((key) => nearest(key, ids)) && kindHint(reading.families, family, node) !== undefined;
}

function inOrder(entries: Iterable<Entry>): readonly Entry[] {
  return [...entries].sort((a, b) => byText(a.key, b.key));
}
