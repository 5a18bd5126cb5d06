import type { Diagnostic, Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import { besideFile, staysBeside } from "#scenario/read/beside";
import type { Library } from "#scenario/read/library";
import { textAt } from "#scenario/read/node";
import type { Entry, MapNode, Node, ScalarNode } from "#scenario/read/node";
import { CsvText, delimiterOf, withoutMark } from "#scenario/source/csv-text";
import { placeIn } from "#scenario/source/table-kind";
import type { Row } from "#scenario/source/table-kind";
import { textOfTable } from "#scenario/source/table-text";

/** A tree with the instants of files in their place. */
export interface InstantFiles {
  readonly root: MapNode;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were read. */
  readonly files: ReadonlySet<string>;
}

/** Where arrivals stand: of flows, and of what goes wrong. */
const homes: Readonly<Record<string, string>> = { flows: "arrivals", disruptions: "occurs" };

/**
 * Reads the files that arrivals of kind `table` name: a line an instant, or of a table the column `time`,
 * else the first. Each becomes `times`, with the place of each cell, so that a wrong one is told as if it
 * stood in the scenario. Never throws on any bytes.
 */
export function readInstantFiles(
  root: MapNode,
  ground: { readonly file: string; readonly library: Library },
): InstantFiles {
  const reader = new InstantReader(ground);
  return { root: reader.tree(root), diagnostics: reader.diagnostics, files: reader.files };
}

class InstantReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly files: Set<string> = new Set();
  private readonly ground: { readonly file: string; readonly library: Library };

  constructor(ground: { readonly file: string; readonly library: Library }) {
    this.ground = ground;
  }

  /** A scenario, or the patch of a variant. */
  tree(root: MapNode, path: string = ""): MapNode {
    return withValues(root, ({ key, value }) => {
      const home = homes[key];
      if (home !== undefined)
        return eachIn(value, (one) => this.thing(one, home, `${path}${key}.${one.key}`));
      if (key !== "variants" || path !== "") return value;
      return eachIn(value, (one) =>
        one.value.node === "map" ? this.tree(one.value, `variants.${one.key}.`) : one.value,
      );
    });
  }

  private thing({ value }: Entry, home: string, path: string): Node {
    return eachIn(value, ({ key, value: arrivals }) => {
      if (key !== home || arrivals.node !== "map") return arrivals;
      const kind = textAt(arrivals, "kind");
      const named = arrivals.entries.get("file");
      const isMeant = named?.value.node === "scalar" && (kind === undefined || kind === "table");
      return isMeant ? this.read(arrivals, named, `${path}.${home}.file`) : arrivals;
    });
  }

  private read(arrivals: MapNode, { keyPlace, value }: Entry, path: string): MapNode {
    const named = value as ScalarNode; // the caller has seen to it
    const { place, text: name } = named;
    const file = besideFile(place.owner === "--set" ? this.ground.file : place.file, name);
    const bytes = staysBeside(name) ? this.ground.library(file) : undefined;
    if (bytes === undefined) {
      const right = "name a file in the folder of the scenario";
      this.report("TABLE_UNKNOWN", place, path, `there is no file ${file} beside the scenario`, right);
      return arrivals;
    }
    this.files.add(file);
    const report = (code: DiagnosticCode, at: Place, wrong: string, right: string): undefined =>
      this.report(code, at, path, wrong, right);
    const text = textOfTable({ file, bytes, settings: arrivals, report });
    if (text === undefined) return arrivals;
    const { rows, problems } = new CsvText(withoutMark(text), file, delimiterOf(text));
    for (const { line, column, wrong, right } of problems)
      report("TABLE_MALFORMED", placeIn(file, line, column), wrong, right);
    const items = instantsOf(rows, (at) => report("ROW_WRONG", at, "the row has no instant", "write one"));
    const times: Entry = { key: "times", keyPlace, value: { node: "list", items, place } };
    const others = [...arrivals.entries].filter(([key]) => key !== "file" && key !== "times");
    return { ...arrivals, entries: new Map([...others, ["times", times]]) };
  }

  private report(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): undefined {
    this.diagnostics.push({ code, severity: "error", place, path, wrong, right });
  }
}

/** The cells of the column `time`, else of the first; a first row that is no instant names the columns. */
function instantsOf(rows: readonly Row[], report: (place: Place) => void): readonly ScalarNode[] {
  const [head] = rows;
  const isHead = head?.cells.some((one) => one !== undefined && !/^\d/.test(one.text)) === true;
  const names = isHead ? head.cells.map((one) => one?.text.toLowerCase()) : [];
  const column = Math.max(0, names.indexOf("time"));
  return rows.slice(isHead ? 1 : 0).flatMap(({ cells, place }): readonly ScalarNode[] => {
    const found = cells[column];
    if (found === undefined) report(place);
    return found === undefined ? [] : [found];
  });
}

function eachIn(node: Node, value: (entry: Entry) => Node): Node {
  return node.node === "map" ? withValues(node, value) : node;
}

/** The same map where no value is another one. */
function withValues(map: MapNode, value: (entry: Entry) => Node): MapNode {
  const entries = [...map.entries].map(([key, entry]): [string, Entry] => {
    const made = value(entry);
    return [key, made === entry.value ? entry : { ...entry, value: made }];
  });
  const isSame = entries.every(([key, entry]) => entry === map.entries.get(key));
  return isSame ? map : { ...map, entries: new Map(entries) };
}
