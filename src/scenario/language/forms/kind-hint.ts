import type { Field, Fields } from "#base/field";
import { wordOf } from "#base/family";
import type { Kind } from "#base/kind";
import { hintOf } from "#scenario/language/forms/value-hint";
import type { Families } from "#scenario/language/reading";
import { nearest } from "#scenario/read/nearest";
import { printNode } from "#scenario/read/node";
import type { MapNode, Node, ScalarNode } from "#scenario/read/node";

/** A kind that is named without its key, and what is given to it: by name, or one after the other. */
interface Unkeyed {
  readonly kind: Kind;
  readonly named: ReadonlyMap<string, Node>;
  readonly listed: readonly Node[];
}

const asTheyAre = (fields: Fields): Fields => fields;

/**
 * What to write for a kind that does not stand under its key: `exponential(9 h)`, `{ exponential: 9 h }`,
 * `[exponential, 9 h]`, `{ type: exponential, mean: 9 h }`, or its word alone. Undefined for all else.
 * `adapt` turns the fields of the kind into those of the place.
 */
export function kindHint(
  families: Families,
  family: string,
  node: Node,
  adapt: (fields: Fields) => Fields = asTheyAre,
): string | undefined {
  const members = families[family];
  const found = unkeyed(members?.kinds ?? [], node);
  if (found === undefined) return undefined;
  const { kind, named, listed } = found;
  const fields = Object.entries({ ...members?.shared, ...adapt(kind.fields) });
  const due = fields.filter(([key, { optional }]) => !optional || named.has(key));
  const unnamed = due.filter(([key]) => !named.has(key)).map(([key]) => key);
  const pairs = due.map(([key, field]) => {
    const given = named.get(key) ?? listed[unnamed.indexOf(key)];
    const inner = given && kindHint(families, familyOf(field), given);
    return `${key}: ${inner ?? (given && printNode(given)) ?? hintOf(field) ?? "..."}`;
  });
  return `{ ${[`${wordOf(members)}: ${kind.kind}`, ...pairs].join(", ")} }`;
}

/** The family that a field chooses from, also where its value may change; empty where it has none. */
function familyOf({ shape }: Field<unknown>): string {
  if (shape.form === "schedule" || shape.form === "per") return familyOf(shape.of);
  if (shape.form === "either") return shape.options.map(familyOf).find((family) => family !== "") ?? "";
  if (shape.form === "moment" || shape.form === "distribution") return "distribution";
  return shape.form === "kind" ? shape.family : "";
}

function unkeyed(kinds: readonly Kind[], node: Node): Unkeyed | undefined {
  const kindOf = (word: string): Kind | undefined => {
    const meant = nearest(
      word,
      kinds.map(({ kind }) => kind),
    );
    return kinds.find(({ kind }) => kind === meant);
  };
  if (node.node === "map") return ofMap(node, kindOf);
  if (node.node === "list") {
    const [first, ...listed] = node.items;
    const kind = first?.node === "scalar" ? kindOf(first.text) : undefined;
    return kind && { kind, named: new Map(), listed };
  }
  const [, word, inside = ""] = /^([A-Za-z][\w-]*)\s*(?:\(([^()]*)\)?)?$/.exec(node.text) ?? [];
  const kind = word === undefined ? undefined : kindOf(word);
  return kind && { kind, ...givenIn(inside, node) };
}

/** The kind is a key, with what is given to it; or it is the value of a key of another name. */
function ofMap({ entries }: MapNode, kindOf: (word: string) => Kind | undefined): Unkeyed | undefined {
  for (const { key, value } of entries.values()) {
    const named = valuesOf(entries, key);
    const valued = value.node === "scalar" ? kindOf(value.text) : undefined;
    if (valued && !Object.hasOwn(valued.fields, key)) return { kind: valued, named, listed: [] };
    const kind = kindOf(key);
    if (kind === undefined || Object.hasOwn(kind.fields, key)) continue;
    if (value.node === "map")
      return { kind, named: new Map([...named, ...valuesOf(value.entries)]), listed: [] };
    return { kind, named, listed: value.node === "list" ? value.items : [value] };
  }
  return undefined;
}

function valuesOf(entries: MapNode["entries"], without: string = ""): ReadonlyMap<string, Node> {
  const others = [...entries.values()].filter(({ key }) => key !== without);
  return new Map(others.map(({ key, value }) => [key, value]));
}

/** What stands between the brackets of a call: `9 h, 2 h`, or `mean=9 h, sd=2 h`. */
function givenIn(inside: string, node: ScalarNode): Pick<Unkeyed, "named" | "listed"> {
  const given = inside.split(",").map((part) => part.trim());
  const pairs = given.filter((part) => part !== "").map((part) => part.split(/\s*[=:]\s*/));
  const named = pairs.flatMap(([key = "", text]) =>
    text === undefined ? [] : [[key, { ...node, text }] as const],
  );
  const listed = pairs.flatMap(([text = "", ...rest]) => (rest.length > 0 ? [] : [{ ...node, text }]));
  return { named: new Map(named), listed };
}
