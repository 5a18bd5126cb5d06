import type { Form, Target } from "#base/field";
import { metresApart } from "#domain/world/metres-apart";
import { siteTypes } from "#domain/world/site-type";
import { quantityOf } from "#scenario/language/forms/numbers";
import { idsOf, wordFor } from "#scenario/language/forms/references";
import { byText } from "#base/order";
import type { SiteFacts } from "#scenario/language/names";
import type { FormReader, Reading } from "#scenario/language/reading";
import { suggest } from "#scenario/read/nearest";
import { nodeAt, printNode, textAt } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";

/** The keys of a filter; all that are written must match, `first` and `by` then cut. */
export const filterKeys: readonly string[] = [
  "type",
  "country",
  "operator",
  "tag",
  "within",
  "of",
  "first",
  "by",
];

/** Which things: an id, a list, `all`, `none`, or a filter; their ids in order of id. */
export const readSelector: FormReader<Extract<Form, { form: "selector" }>> = (reading, shape, node, path) => {
  const ids = select(reading, shape.of, node, path);
  return ids && [...new Set(ids)].sort(byText);
};

/** The ids that a selector finds, in the order in which they are written. */
export function select(
  reading: Reading,
  of: Target,
  node: Node,
  path: string,
): readonly string[] | undefined {
  if (node.node === "scalar") {
    if (node.text === "none") return [];
    if (node.text !== "all") return idsOf(reading, of, node.text, node.place, path);
    const all = reading.names.ids(of);
    if (all.length > 0) return all;
    if (reading.names.isDoubted(of)) return reading.followOn(node.place, path);
    return reading.report(
      "SELECTOR_EMPTY",
      node.place,
      path,
      `there is no ${wordFor(of)} at all`,
      "write `none`, or add one",
    );
  }
  if (node.node === "map") return filter(reading, of, node, path);
  if (node.items.length === 0) {
    return reading.report(
      "SELECTOR_EMPTY",
      node.place,
      path,
      "an empty list finds nothing",
      "write `none` if nothing is meant",
    );
  }
  const found = node.items.map((item, index) => select(reading, of, item, `${path}[${index}]`));
  return found.includes(undefined) ? undefined : found.flatMap((ids) => ids ?? []);
}

function filter(reading: Reading, of: Target, node: MapNode, path: string): readonly string[] | undefined {
  const errors = reading.errors;
  for (const { key, keyPlace } of node.entries.values()) {
    if (filterKeys.includes(key)) continue;
    reading.report(
      "KEY_UNKNOWN",
      keyPlace,
      `${path}.${key}`,
      `"${key}" filters nothing`,
      suggest(key, filterKeys),
    );
  }
  if (!choosable.includes(of)) {
    const wrong = `a ${wordFor(of)} is not chosen by a filter`;
    return reading.report("SELECTOR_WRONG", node.place, path, wrong, "write its id, a list of ids, or `all`");
  }
  const tests = [...plainTests(reading, node, path), ...nearness(reading, node, path)];
  const says = ["operator", "first"].some((key) => nodeAt(node, key) !== undefined);
  if (tests.length === 0 && reading.errors === errors && !says) {
    return reading.report(
      "SELECTOR_WRONG",
      node.place,
      path,
      "a filter without keys says nothing",
      "write `all`",
    );
  }
  if (reading.errors > errors) return undefined;
  const sites = [...reading.names.sites].filter(([id, facts]) => tests.every((test) => test(facts, id)));
  const operator = textAt(node, "operator");
  const thingsOf = (id: string): readonly string[] => thingsAt(reading, of, id, operator);
  const finding = sites.map(([id]) => id).filter((id) => thingsOf(id).length > 0);
  const found = cut(reading, finding.sort(byText), node, path)?.flatMap(thingsOf);
  if (!found || found.length > 0) {
    for (const id of found ?? []) reading.names.use(of, id);
    return found;
  }
  if (reading.names.isDoubted(of)) return reading.followOn(node.place, path);
  return reading.report(
    "SELECTOR_EMPTY",
    node.place,
    path,
    `no ${wordFor(of)} matches ${printNode(node)}`,
    "loosen the filter",
  );
}

const choosable: readonly Target[] = ["site", "port", "passage", "station", "element", "measured", "country"];

/** What a target finds at a site that passed the filter: of its stations those that `operator` runs. */
function thingsAt(
  reading: Reading,
  of: Target,
  site: string,
  operator: string | undefined,
): readonly string[] {
  const facts = reading.names.sites.get(site);
  if (facts === undefined) return [];
  const isRun = (by: string | undefined): boolean => operator === undefined || by === operator;
  if (of === "station" || of === "element" || of === "measured")
    return facts.stations.filter((id) => isRun(facts.operators[id] ?? facts.operator));
  if (!isRun(facts.operator)) return [];
  if (of === "country") return facts.country === undefined ? [] : [facts.country];
  return reading.names.has(of, site) ? [site] : [];
}

type SiteTest = (facts: SiteFacts, id: string) => boolean;

function plainTests(reading: Reading, node: MapNode, path: string): readonly SiteTest[] {
  const tests: SiteTest[] = [];
  const [type, country] = [textAt(node, "type"), textAt(node, "country")];
  const tag = textAt(node, "tag");
  if (type !== undefined) {
    const place = nodeAt(node, "type")?.place ?? node.place;
    if (!siteTypes.some((known) => known === type)) {
      reading.report(
        "WORD_UNKNOWN",
        place,
        `${path}.type`,
        `there is no type "${type}"`,
        suggest(type, siteTypes),
      );
    }
    tests.push((facts) => facts.type === type);
  }
  if (country !== undefined) tests.push((facts) => facts.country === country);
  if (tag !== undefined) tests.push((facts) => facts.tags.includes(tag));
  return tests;
}

/** `within: 300 km, of: USHOU`. */
function nearness(reading: Reading, node: MapNode, path: string): readonly SiteTest[] {
  const within = nodeAt(node, "within");
  const of = nodeAt(node, "of");
  if (!within && !of) return [];
  if (!within || !of || of.node !== "scalar") {
    reading.report(
      "SELECTOR_WRONG",
      node.place,
      path,
      "`within` and `of` go together",
      "write { within: 300 km, of: USHOU }",
    );
    return [];
  }
  const metres = quantityOf(reading, "distance", within, `${path}.within`)?.value;
  const [centre] = idsOf(reading, "site", of.text, of.place, `${path}.of`) ?? [];
  const from = centre === undefined ? undefined : reading.names.sites.get(centre)?.at;
  if (centre !== undefined && !from) {
    const right = `write network.sites.${centre}.at: [latitude, longitude]`;
    reading.report(
      "COORDINATES_MISSING",
      of.place,
      `${path}.of`,
      `the site "${centre}" has no coordinates`,
      right,
    );
  }
  if (metres === undefined || !from) return [];
  return [(facts) => facts.at !== undefined && metresApart(from, facts.at) <= metres];
}

/** `first: 20, by: demand`: the largest of the sites where there is what is looked for, ties by id. */
function cut(
  reading: Reading,
  ids: readonly string[],
  node: MapNode,
  path: string,
): readonly string[] | undefined {
  const first = nodeAt(node, "first");
  const by = nodeAt(node, "by");
  if (!first && !by) return ids;
  if (!first || !by) {
    return reading.report(
      "SELECTOR_WRONG",
      node.place,
      path,
      "`first` and `by` go together",
      "write { first: 20, by: demand }",
    );
  }
  const countField = { shape: { form: "count", least: 1, most: 1e9 }, doc: "", optional: false } as const;
  const count = reading.value(countField, first, `${path}.first`) as number | undefined; // what a count gives
  const word = by.node === "scalar" ? by.text : "";
  if (word !== "demand" && word !== "degree") {
    const right = suggest(word, ["demand", "degree"]);
    return reading.report("WORD_UNKNOWN", by.place, `${path}.by`, `nothing is ranked by "${word}"`, right);
  }
  const rank = (id: string): number =>
    word === "demand" ? (reading.demand().get(id) ?? 0) : (reading.names.sites.get(id)?.degree ?? 0);
  return count === undefined
    ? undefined
    : [...ids].sort((a, b) => rank(b) - rank(a) || byText(a, b)).slice(0, count);
}
