import type { Field, Fields } from "#base/field";
import type { Family } from "#base/family";
import { wordOf } from "#base/family";
import type { Kind } from "#base/kind";
import { convert, splitQuantity } from "#base/quantity";
import type { Written } from "#base/quantity";
import { withoutComma } from "#scenario/language/forms/comma-number";
import { kindForWord } from "#scenario/language/forms/kind-words";
import { hintOf } from "#scenario/language/forms/value-hint";
import type { Families } from "#scenario/language/reading";
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
 * `[exponential, 9 h]`, `{ type: exponential, mean: 9 h }`, or its word alone, also in other words, see
 * `kindForWord`. Undefined for all else.
 * `adapt` turns the fields of the kind into those of the place.
 */
export function kindHint(
  families: Families,
  family: string,
  node: Node,
  adapt: (fields: Fields) => Fields = asTheyAre,
): string | undefined {
  const found = unkeyed(families[family], node);
  return found && written(families, family, found, adapt);
}

/**
 * What to write for a plain value where a kind is due: the first kind that needs nothing but a value of that
 * unit, `{ kind: poisson, rate: 2.4 /d }`, or whose key stands before it, as in `every 12 h`. Undefined where
 * none does.
 */
export function plainHint(families: Families, family: string, node: Node): string | undefined {
  if (node.node !== "scalar") return undefined;
  const [, key, behind] = /^([a-z][a-z-]*)\s+(\S.*)$/.exec(node.text) ?? [];
  const text = withoutComma(behind ?? node.text)[0] ?? behind ?? node.text;
  const quantity = splitQuantity(text);
  if (quantity === undefined) return undefined;
  const fits = ([name, field]: readonly [string, Field<unknown>]): boolean =>
    (key === undefined || key === name) && takes(field, quantity);
  for (const kind of families[family]?.kinds ?? []) {
    const due = Object.entries({ ...families[family]?.shared, ...kind.fields }).filter(
      ([, { optional }]) => !optional,
    );
    const [only] = due;
    if (only === undefined || due.length > 1 || !fits(only)) continue;
    const named = new Map<string, Node>([[only[0], { ...node, text, quoted: false }]]);
    return written(families, family, { kind, named, listed: [] }, asTheyAre);
  }
  return undefined;
}

/** Whether a quantity may be a value of a field: its unit is one of the field's dimension. */
function takes({ shape }: Field<unknown>, quantity: Written): boolean {
  if (shape.form === "schedule" || shape.form === "per") return takes(shape.of, quantity);
  if (shape.form === "either") return shape.options.some((option) => takes(option, quantity));
  if (shape.form !== "quantity" && shape.form !== "distribution") return false;
  return shape.dimension !== "number" && convert(quantity, shape.dimension, new Set()) !== undefined;
}

/** A kind with what is given to it, and what is due besides. */
function written(
  families: Families,
  family: string,
  { kind, named, listed }: Unkeyed,
  adapt: (fields: Fields) => Fields,
): string {
  const members = families[family];
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

function unkeyed(members: Family | undefined, node: Node): Unkeyed | undefined {
  const kinds = members?.kinds ?? [];
  const kindOf = (word: string): Kind | undefined => {
    const meant = kindForWord(
      word,
      kinds.map(({ kind }) => kind),
    );
    return kinds.find(({ kind }) => kind === meant);
  };
  if (node.node === "map") return ofMap(node, members?.shared ?? {}, kindOf);
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
function ofMap(
  { entries }: MapNode,
  shared: Fields,
  kindOf: (word: string) => Kind | undefined,
): Unkeyed | undefined {
  for (const { key, value } of entries.values()) {
    if (Object.hasOwn(shared, key)) continue;
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
  const part = (text: string): Node => ({ ...node, text, quoted: false });
  const named = pairs.flatMap(([key = "", text]) => (text === undefined ? [] : [[key, part(text)] as const]));
  const listed = pairs.flatMap(([text = "", ...rest]) => (rest.length > 0 ? [] : [part(text)]));
  return { named: new Map(named), listed };
}
