import type { Diagnostic, Place } from "#base/diagnostic";
import { isEmpty, nodeAt } from "#scenario/read/node";
import type { Entry, MapNode, Node } from "#scenario/read/node";
import { readText } from "#scenario/read/read-text";

/** One `--set path=value` as a patch, or why it is none. */
export interface SetPatch {
  readonly patch: MapNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns the `number`th (from 1) `--set path=value` into a patch: the value is YAML, the path is keys joined
 * by dots. Its places are in the file `--set`, one line each, as they stand on the command line.
 */
export function setPatch(text: string, number: number): SetPatch {
  const place: Place = { file: "--set", line: number, column: 1, owner: "--set" };
  const equals = text.indexOf("=");
  const path = text.slice(0, Math.max(0, equals)).trim();
  const keys = path.split(".");
  if (equals < 0 || keys.some((key) => key === "" || /[\s{}[\]:,]/.test(key))) {
    return malformed(place, `"${text}" is not path=value`, "write such as time.end=2021-06-30T00:00Z");
  }
  const read = readText(`value: ${text.slice(equals + 1)}`, "--set", "--set");
  const value = nodeAt(read.root, "value");
  if (!value || read.root?.entries.size !== 1) {
    return malformed(
      place,
      `the value of ${path} is not understood`,
      "write a value of YAML, in quotes of your shell",
    );
  }
  if (isEmpty(value)) return malformed(place, `${path} gets no value`, `write ${path}=null to remove it`);
  const moved = movedTo(value, place);
  const nested = keys.reduceRight<Node>((inner, key) => oneKey(key, inner, place), moved);
  return { patch: nested as MapNode, diagnostics: [] }; // at least one key was wrapped around it
}

function malformed(place: Place, wrong: string, right: string): SetPatch {
  return {
    patch: undefined,
    diagnostics: [{ code: "SET_MALFORMED", severity: "error", place, path: "", wrong, right }],
  };
}

function oneKey(key: string, value: Node, place: Place): MapNode {
  const entry: Entry = { key, keyPlace: place, value };
  return { node: "map", entries: new Map([[key, entry]]), place };
}

/** The same value with one place: columns inside an argument of a shell tell nobody anything. */
function movedTo(node: Node, place: Place): Node {
  if (node.node === "scalar") return { ...node, place };
  if (node.node === "list") return { ...node, items: node.items.map((item) => movedTo(item, place)), place };
  const entries = [...node.entries].map(([key, entry]): [string, Entry] => [
    key,
    { key, keyPlace: place, value: movedTo(entry.value, place) },
  ]);
  return { node: "map", entries: new Map(entries), place };
}
