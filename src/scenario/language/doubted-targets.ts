import type { Fields, Target } from "#base/field";
import { fileField } from "#scenario/language/file-field";
import { misspeltIn } from "#scenario/language/forms/misspelt";
import type { NetworkSource } from "#scenario/source/network-source";
import { nodeAt } from "#scenario/read/node";
import type { Node } from "#scenario/read/node";

/** Where things of each target are written. */
const sections: readonly (readonly [Target, ...(readonly string[])])[] = [
  ["site", "network", "sites"],
  ["link", "network", "links"],
  ["vessel", "vessels"],
  ["commodity", "commodities"],
  ["flow", "flows"],
  ["disruption", "disruptions"],
  ["policy", "policies"],
  ["variant", "variants"],
];

/** Targets whose things are those of others, or parts of them. */
const composed: readonly (readonly [Target, readonly Target[]])[] = [
  ["port", ["site"]],
  ["passage", ["site"]],
  ["station", ["site"]],
  ["country", ["site"]],
  ["direction", ["link"]],
  ["element", ["site", "link"]],
  ["measured", ["site", "flow", "commodity"]],
];

/**
 * The targets of which nobody knows which things there are, because a section of a tree was not understood:
 * it is no map, its key is misspelt, or it names a data set that is not known. That is reported where it
 * stands; an id that then names nothing says nothing new. In a fixed order.
 */
export function doubtedTargets(root: Node, source: NetworkSource | undefined): readonly Target[] {
  const doubted = sections.flatMap(([target, ...path]) => (isDoubted(root, path) ? [target] : []));
  const isDataSetUnknown = source === undefined && isWrittenOrMisspelt(root, ["network", "use"]);
  const all = isDataSetUnknown && !doubted.includes("site") ? [...doubted, "site" as const] : doubted;
  const others = composed.flatMap(([target, of]) => (of.some((one) => all.includes(one)) ? [target] : []));
  return [...all, ...others];
}

/** Whether some part of a path was not understood. */
function isDoubted(root: Node, path: readonly string[]): boolean {
  return path.some((_, index) => {
    const above = path.slice(0, index);
    const written = nodeAt(root, ...path.slice(0, index + 1));
    if (written !== undefined) return written.node !== "map";
    const key = path[index] ?? "";
    return isMisspelt(root, above, key) || isMisplaced(root, above, key);
  });
}

function isWrittenOrMisspelt(root: Node, path: readonly string[]): boolean {
  return nodeAt(root, ...path) !== undefined || isMisspelt(root, path.slice(0, -1), path.at(-1) ?? "");
}

/** Whether a key stands too far out, as `sites` beside `network` does. */
function isMisplaced(root: Node, above: readonly string[], key: string): boolean {
  return above.some((_, index) => nodeAt(root, ...above.slice(0, index), key) !== undefined);
}

function isMisspelt(root: Node, above: readonly string[], key: string): boolean {
  const node = nodeAt(root, ...above);
  const fields = fieldsAt(above);
  return node?.node === "map" && fields !== undefined && misspeltIn(node, Object.keys(fields), key);
}

/** The fields of the record under a path of a file. */
function fieldsAt(path: readonly string[]): Fields | undefined {
  let shape = fileField.shape;
  for (const key of path) {
    const inside = shape.form === "record" ? shape.fields[key] : undefined;
    if (inside === undefined) return undefined;
    ({ shape } = inside);
  }
  return shape.form === "record" ? shape.fields : undefined;
}
