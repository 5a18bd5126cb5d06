import type { Place } from "#base/diagnostic";
import { crossedName } from "#scenario/language/crossed-name";
import { crossField } from "#scenario/language/file-field";
import type { WrittenVariant } from "#scenario/language/read-variants";
import type { Reading } from "#scenario/language/reading";
import { nodeAt, printNode } from "#scenario/read/node";
import type { ListNode, MapNode, Node, ScalarNode } from "#scenario/read/node";

/** More variants than this nobody compares, and reading them takes long. */
const crossedMost = 1000;

/** What `cross` comes to. */
export interface Crossing {
  /** The lists as they are written. */
  readonly lists: readonly (readonly string[])[];
  /** A variant for each combination that is none of the written ones, the last list changing fastest. */
  readonly variants: readonly WrittenVariant[];
}

/**
 * Reads `cross`: every way to take one variant of each list is a variant that extends them and changes
 * nothing else, `low+day` of `low` and `day`. `baseline` in a list takes nothing of it, so that a way that
 * takes one variant or none is that one or the baseline, which exist already. Undefined where nothing is
 * crossed, or what is written is wrong, which is then reported.
 */
export function readCross(
  reading: Reading,
  root: MapNode,
  written: ReadonlyMap<string, WrittenVariant>,
): Crossing | undefined {
  const node = nodeAt(root, "cross");
  if (node === undefined || reportFlat(reading, node)) return undefined;
  const errors = reading.errors;
  reading.value(crossField, node, "cross");
  if (reading.errors > errors || node.node !== "list") return undefined;
  const lists = node.items.map(namesOf);
  reportEmpty(reading, node);
  reportTwice(reading, lists);
  const count = countOf(lists);
  if (count > crossedMost) {
    const wrong = `these lists make ${count} combinations, more than ${crossedMost}`;
    reading.report("OUT_OF_RANGE", node.place, "cross", wrong, "cross fewer variants");
  }
  if (reading.errors > errors) return undefined;
  const places = new Map(lists.flat().map(({ text, place }) => [text, place]));
  const variants = waysThrough(lists).map((way) => combined(way, { places, written, cross: node.place }));
  if (variants.length === 0) {
    const wrong = "these lists combine nothing that is not a variant already";
    reading.warn("VALUES_IDLE", node.place, "cross", wrong, "write two lists with a variant each, or more");
  }
  for (const variant of variants) warnOfSame(reading, variant, [...written.values()]);
  return { lists: lists.map((list) => list.map(({ text }) => text)), variants };
}

/** The names that `cross` makes of what is written in it, right or wrong; none where they are too many. */
export function crossedNames(root: MapNode): readonly string[] {
  const node = nodeAt(root, "cross");
  const lists = node?.node === "list" ? node.items.map(namesOf) : [];
  return countOf(lists) > crossedMost ? [] : waysThrough(lists).map(crossedName);
}

function namesOf(list: Node): readonly ScalarNode[] {
  return list.node === "list" ? list.items.filter((item) => item.node === "scalar") : [];
}

function countOf(lists: readonly (readonly ScalarNode[])[]): number {
  return lists.reduce((product, list) => product * list.length, 1);
}

/** Every way to take one of each list that takes two or more, for `baseline` takes nothing. */
function waysThrough(lists: readonly (readonly ScalarNode[])[]): readonly (readonly string[])[] {
  let ways: readonly (readonly string[])[] = [[]];
  for (const list of lists)
    ways = ways.flatMap((way) => list.map(({ text }) => (text === "baseline" ? way : [...way, text])));
  return ways.filter((way) => way.length > 1);
}

/** What the variants of a way are, and where they are named. */
interface CrossGround {
  readonly places: ReadonlyMap<string, Place>;
  readonly written: ReadonlyMap<string, WrittenVariant>;
  readonly cross: Place;
}

/** The variant that extends all of a way, in the words of each. */
function combined(way: readonly string[], { places, written, cross }: CrossGround): WrittenVariant {
  const parts = way.flatMap((name) => written.get(name) ?? []);
  const pillars = new Set(parts.map(({ pillar }) => pillar));
  const isSummed = parts.some(({ summary }) => summary !== undefined);
  return {
    name: crossedName(way),
    place: cross,
    path: "cross",
    extends: way,
    namedAt: places,
    patch: { node: "map", entries: new Map(), place: cross },
    summary: isSummed ? parts.map(({ name, summary }) => summary ?? name).join("; ") : undefined,
    pillar: pillars.size === 1 ? parts[0]?.pillar : undefined,
    cost: { once: 0, perDay: 0 },
  };
}

/** One list of variants is told as the lists that were probably meant; true when it was. */
function reportFlat(reading: Reading, node: Node): boolean {
  if (node.node !== "list" || node.items.length === 0) return false;
  if (!node.items.every((item) => item.node === "scalar")) return false;
  const wrong = "`cross` holds lists of variants, not variants";
  const right = `write [${node.items.map((item) => `[${printNode(item)}]`).join(", ")}]`;
  reading.report("SHAPE_WRONG", node.place, "cross", wrong, right);
  return true;
}

function reportEmpty(reading: Reading, node: ListNode): void {
  if (node.items.length < 2) {
    const wrong = node.items.length === 0 ? "no list is crossed" : "one list has nothing to be crossed with";
    const right = "write two lists or more, such as [[low, high], [day, exact]], or leave `cross` out";
    reading.report("VALUES_WRONG", node.place, "cross", wrong, right);
  }
  for (const [index, list] of node.items.entries()) {
    if (list.node !== "list" || list.items.length > 0) continue;
    const right = "write the variants of which one is taken, or leave the list out";
    reading.report(
      "VALUES_WRONG",
      list.place,
      `cross[${index}]`,
      "an empty list combines with nothing",
      right,
    );
  }
}

/** A variant stands once in all lists; `baseline`, which takes nothing, once in each. */
function reportTwice(reading: Reading, lists: readonly (readonly ScalarNode[])[]): void {
  const before = new Set<string>();
  for (const [index, list] of lists.entries()) {
    const own = new Set<string>();
    for (const [position, { text, place }] of list.entries()) {
      const where = own.has(text) ? "twice in one list" : "in two lists";
      if (own.has(text) || (text !== "baseline" && before.has(text))) {
        const path = `cross[${index}][${position}]`;
        reading.report("VALUES_WRONG", place, path, `"${text}" stands ${where}`, "write it once");
      }
      own.add(text);
    }
    for (const text of own) before.add(text);
  }
}

/** Warns of a combination that somebody wrote by hand, which would be compared twice. */
function warnOfSame(reading: Reading, crossed: WrittenVariant, written: readonly WrittenVariant[]): void {
  const same = written.find(
    ({ patch, extends: parts }) =>
      patch.entries.size === 0 &&
      parts.length === crossed.extends.length &&
      parts.every((name) => crossed.extends.includes(name)),
  );
  if (same === undefined) return;
  const wrong = `${crossed.name} is the variant "${same.name}" over again`;
  const place = crossed.namedAt?.get(crossed.extends.at(-1) ?? "") ?? crossed.place;
  reading.warn("VALUES_IDLE", place, "cross", wrong, `remove "${same.name}", or cross other variants`);
}
