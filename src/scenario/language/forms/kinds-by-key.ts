import { instead } from "#scenario/language/later-words";
import type { Fields, Form, KindValue, Target } from "#base/field";
import type { Kind } from "#base/kind";
import { readFields } from "#scenario/language/forms/records";
import { filterKeys, select } from "#scenario/language/forms/selectors";
import type { FormReader, Reading } from "#scenario/language/reading";
import { isEmpty, isNull, nodeAt, shapeOf } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";

/** Words that stand for the whole, beside the ids: one row each. */
const wholes: readonly string[] = ["all", "performance"];

/** A map whose keys are kinds of a family: a row for every entry, and for every thing that an entry finds. */
export const readKindsByKey: FormReader<Extract<Form, { form: "kinds-by-key" }>> = (
  reading,
  shape,
  node,
  path,
) => {
  if (node.node !== "map") {
    const right = "write { mean-wait: harbour.berth, ... }";
    return reading.report(
      "SHAPE_WRONG",
      node.place,
      path,
      `a map by name is due, not ${shapeOf(node)}`,
      right,
    );
  }
  const family = reading.families[shape.family];
  const kinds = family?.kinds ?? [];
  const rows: KindValue[] = [];
  for (const entry of node.entries.values()) {
    const kind = kinds.find((candidate) => candidate.kind === entry.key);
    const below = `${path}.${entry.key}`;
    if (!kind) {
      const right = instead(
        "kind",
        entry.key,
        kinds.map((candidate) => candidate.kind),
      );
      reading.report(
        "KIND_UNKNOWN",
        entry.keyPlace,
        below,
        `there is no ${shape.family} "${entry.key}"`,
        right,
      );
      continue;
    }
    const fields = { ...family?.shared, ...kind.fields };
    rows.push(...rowsOf(reading, kind, fields, entry.value, below));
  }
  return rows;
};

/** The rows of one entry, in order: a list gives those of its items one after the other. */
function rowsOf(
  reading: Reading,
  kind: Kind,
  fields: Fields,
  node: Node,
  path: string,
): readonly KindValue[] {
  const items = node.node === "list" ? node.items : [node];
  if (items.length === 0) {
    reading.report(
      "SELECTOR_EMPTY",
      node.place,
      path,
      "an empty list finds nothing",
      "write what it is about",
    );
    return [];
  }
  return items.flatMap((item, index) => {
    const below = node.node === "list" ? `${path}[${index}]` : path;
    const values = item.node === "map" && isRow(item, fields) ? item : undefined;
    const of = values ? nodeAt(values, "of") : item;
    const rest = values ? otherValues(reading, fields, values, below) : defaults(fields);
    if (!of) {
      const right = `write of: ${(fields["of"]?.doc ?? "an id").toLowerCase()}`;
      reading.report("KEY_MISSING", item.place, below, '"of" is missing', right);
      return [];
    }
    if (!values && reading.value(anything, of, below) === undefined && (isEmpty(of) || isNull(of))) return [];
    const ids = thingsOf(reading, fields, of, values ? `${below}.of` : below);
    return ids.map((id) => rowAt(reading, item, { kind: kind.kind, of: id, ...rest }));
  });
}

function rowAt(reading: Reading, node: Node, row: KindValue): KindValue {
  reading.rowNodes.set(row, node);
  return row;
}

/** Keeps the origin of a bare entry and refuses one without a value; what it says is read by `thingsOf`. */
const anything = { shape: { form: "either", options: [] }, doc: "", optional: false } as const;

/**
 * A map is a row when it says `of` without `within`, or any other key of the measure; else it is a filter.
 */
function isRow(node: MapNode, fields: Fields): boolean {
  if (nodeAt(node, "of") && !nodeAt(node, "within")) return true;
  return [...node.entries.keys()].some((key) => Object.hasOwn(fields, key) && !filterKeys.includes(key));
}

function otherValues(reading: Reading, fields: Fields, node: MapNode, path: string): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(fields).filter(([key]) => key !== "of"));
  return readFields(reading, others, node, path, ["of"]);
}

function defaults(fields: Fields): Record<string, unknown> {
  const others = Object.entries(fields).filter(([key]) => key !== "of");
  return Object.fromEntries(others.map(([key, field]) => [key, field.fallback]));
}

function thingsOf(reading: Reading, fields: Fields, node: Node, path: string): readonly string[] {
  if (node.node === "scalar" && wholes.includes(node.text)) return [node.text];
  if (node.node === "list") {
    return node.items.flatMap((item, index) => thingsOf(reading, fields, item, `${path}[${index}]`));
  }
  return select(reading, targetOf(fields), node, path) ?? [];
}

/** What a measure may be about: whatever its field `of` says. */
function targetOf(fields: Fields): Target {
  const shape = fields["of"]?.shape;
  if (shape?.form === "selector") return shape.of;
  return shape?.form === "reference" ? shape.to : "measured";
}
