import { instead } from "#scenario/language/later-words";
import type { Diagnostic } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Fields, Form, KindValue } from "#base/field";
import { wordOf } from "#base/family";
import type { Kind } from "#base/kind";
import { kindHint, plainHint } from "#scenario/language/forms/kind-hint";
import { readFields } from "#scenario/language/forms/records";
import type { FormReader, Reading } from "#scenario/language/reading";
import { nodeAt, printNode, shapeOf } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";

/** One kind of a family. */
export const readKindField: FormReader<Extract<Form, { form: "kind" }>> = (reading, shape, node, path) =>
  readKind(reading, shape.family, node, path);

/**
 * One kind of a family with its own fields and those that all its kinds share; a bare value stands for the
 * shorthand of the family. `adapt` turns the kind's fields into those of the place.
 */
export function readKind(
  reading: Reading,
  family: string,
  node: Node,
  path: string,
  adapt: (fields: Fields) => Fields = (fields) => fields,
): KindValue | undefined {
  const members = reading.families[family];
  const kinds = members?.kinds ?? [];
  const unkeyed = nodeAt(node, wordOf(members)) ? undefined : kindHint(reading.families, family, node, adapt);
  if (unkeyed !== undefined && node.node === "map") {
    const wrong = `it does not say its ${wordOf(members)}`;
    return reading.report("KIND_MISSING", node.place, path, wrong, `write ${unkeyed}`);
  }
  if (node.node === "scalar" && members?.shorthand && unkeyed === undefined) {
    const { kind, field } = members.shorthand;
    const of = adapt(kinds.find((candidate) => candidate.kind === kind)?.fields ?? {})[field];
    const value = of && reading.value(of, node, path);
    return value === undefined ? undefined : { kind, [field]: value };
  }
  const word = wordOf(members);
  if (node.node !== "map") {
    const items =
      node.node === "list" && node.items.every((item) => item.node === "scalar") ? node.items : [];
    const listed = items.length > 0 ? members?.listed?.(items.map(printNode)) : undefined;
    const told = unkeyed ?? listed ?? plainHint(reading.families, family, node);
    const example = kinds[0]?.example ?? `{ ${word}: ${kinds[0]?.kind ?? "..."}, ... }`;
    const right = told === undefined ? `write one such as ${example}` : `write ${told}`;
    const wrong = `one kind of ${family} is due, not ${shapeOf(node)}`;
    return reading.report("SHAPE_WRONG", node.place, path, wrong, right);
  }
  const shared = members?.shared ?? {};
  const chosen = chooseKind(reading, { kinds, shared, word }, node, path);
  if (!chosen) return undefined;
  const own = adapt(chosen.fields);
  const fields = Object.keys(shared).length === 0 ? own : { ...shared, ...own };
  const errors = reading.errors;
  const read = readFields(reading, fields, node, path, [word]);
  const values = { [word]: chosen.kind, ...read } as unknown as KindValue; // its own key alone differs
  const isPart = family === "distribution" || family === "effect"; // checked once its place is known
  const isWhole = reading.errors === errors && areRead(fields, values, node);
  return isPart || !isWhole ? values : checked(reading, chosen, values, node, path);
}

/**
 * Whether all that is written was understood: an instant is not, and nothing more is said of it, where the
 * times of the run are wrong.
 */
function areRead(fields: Fields, values: KindValue, node: MapNode): boolean {
  return Object.keys(fields).every((key) => !node.entries.has(key) || values[key] !== undefined);
}

function chooseKind(
  reading: Reading,
  {
    kinds,
    shared,
    word: key,
  }: { readonly kinds: readonly Kind[]; readonly shared: Fields; readonly word: string },
  node: MapNode,
  path: string,
): Kind | undefined {
  const named = node.entries.get(key)?.value;
  if (!named) {
    const keys = [...node.entries.keys()];
    const known = (kind: Kind): boolean =>
      keys.every((other) => Object.hasOwn(kind.fields, other) || Object.hasOwn(shared, other));
    const fitting = kinds.filter(known);
    const names = (fitting.length > 0 ? fitting : kinds).slice(0, 8).map((candidate) => candidate.kind);
    const right = `write ${key}: ${names.join(", or ")}`;
    return reading.report("KIND_MISSING", node.place, path, `it does not say its ${key}`, right);
  }
  const word = named.node === "scalar" ? named.text : "";
  const chosen = kinds.find((candidate) => candidate.kind === word);
  reading.noted(`${path}.${key}`, named);
  if (chosen) return chosen;
  const names = kinds.map((candidate) => candidate.kind);
  return reading.report(
    "KIND_UNKNOWN",
    named.place,
    `${path}.${key}`,
    `there is no ${key} "${word}" here`,
    instead("kind", word, names),
  );
}

/** Optional parts of kinds, of most families and of disruptions. */
interface Judged extends Kind {
  readonly problem?: (values: KindValue, of: ElementType | undefined) => string | undefined;
  readonly doubt?: (values: KindValue) => string | undefined;
  readonly effects?: (values: KindValue) => readonly KindValue[];
}

type ElementType = "flow" | "link" | "passage" | "station";

/**
 * Kinds may say what is wrong with their values taken together, and with each type of element that they act
 * on.
 */
function checked(
  reading: Reading,
  kind: Kind,
  values: KindValue,
  node: Node,
  path: string,
): KindValue | undefined {
  for (const type of typesOf(reading, values)) {
    const problem = saidOf(reading, kind, values, (judged, own) => judged.problem?.(own, type));
    if (problem !== undefined) return reportProblem(reading, "VALUES_WRONG", problem, node, path, kind);
  }
  const doubt = saidOf(reading, kind, values, (judged, own) => judged.doubt?.(own));
  if (doubt !== undefined) {
    const told = toldAt(doubt, node, path, kind);
    reading.warn("VALUES_DOUBTFUL", told.place, told.path, told.wrong, told.right);
  }
  return values;
}

/** What is said of a kind, or of what it does as another kind would; undefined where nothing is. */
function saidOf(
  reading: Reading,
  kind: Judged,
  values: KindValue,
  say: (judged: Judged, values: KindValue) => string | undefined,
): string | undefined {
  const own = say(kind, values);
  if (own !== undefined) return own;
  for (const value of kind.effects?.(values) ?? []) {
    const effect = reading.families["effect"]?.kinds.find((candidate) => candidate.kind === value.kind);
    const said = effect && say(effect, value);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Reports what a kind says is wrong. */
export function reportProblem(
  reading: Reading,
  code: DiagnosticCode,
  problem: string,
  node: Node,
  path: string,
  kind: Kind,
): undefined {
  const told = toldAt(problem, node, path, kind);
  return reading.report(code, told.place, told.path, told.wrong, told.right);
}

/**
 * What a kind says of its values, which may hold the remedy after a semicolon, and where. A sentence that
 * begins with a key in backticks is told at that key, where it is written.
 */
function toldAt(
  said: string,
  node: Node,
  path: string,
  kind: Kind,
): Pick<Diagnostic, "place" | "path" | "wrong" | "right"> {
  const [wrong = said, right = `see the fields of ${kind.kind}`] = said.split("; ");
  const key = /^`([\w-]+)`/.exec(wrong)?.[1];
  const written = key === undefined ? undefined : nodeAt(node, key);
  if (!written) return { place: node.place, path, wrong, right };
  return { place: written.place, path: `${path}.${key}`, wrong, right };
}

/** The types of the elements that a kind acts on; the one undefined when it acts on none. */
function typesOf(reading: Reading, values: KindValue): Iterable<ElementType | undefined> {
  const of = values["of"];
  const ids = Array.isArray(of) ? of.filter((id) => typeof id === "string") : [];
  return ids.length === 0 ? [undefined] : new Set(ids.map((id) => typeOf(reading, id)));
}

function typeOf(reading: Reading, id: string): ElementType {
  if (reading.names.has("link", id)) return "link";
  if (reading.names.has("flow", id)) return "flow";
  const site = reading.names.sites.get(id.split(".")[0] ?? id);
  return site?.type === "passage" ? "passage" : "station";
}
