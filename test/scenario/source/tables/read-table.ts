import type { Place } from "#base/diagnostic";
import type { MapNode } from "#scenario/read/node";
import { readText } from "#scenario/read/read-text";
import type { Sheet, TableKind } from "#scenario/source/table-kind";

/** A table read alone: its sheets as records of text, and what was reported as `CODE line:column`. */
export interface ReadTable {
  readonly sheets: readonly Sheet[];
  readonly records: readonly (readonly Readonly<Record<string, string>>[])[];
  readonly problems: readonly string[];
}

/** Reads bytes, or text in UTF-8, with one kind, as the file `table`. */
export function readTable(kind: TableKind, content: string | Uint8Array, settings: string = "{}"): ReadTable {
  const problems: string[] = [];
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const none: MapNode = {
    node: "map",
    entries: new Map(),
    place: { file: "scenario.yaml", line: 1, column: 1 },
  };
  const read = kind.read({
    file: "table",
    bytes,
    settings: settings === "{}" ? none : (readText(settings, "scenario.yaml").root ?? none),
    report: (code, { line, column }: Place): undefined => void problems.push(`${code} ${line}:${column}`),
  });
  return { sheets: read, records: read.map(recordsOf), problems };
}

function recordsOf({ columns, rows }: Sheet): readonly Readonly<Record<string, string>>[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(
      columns.flatMap(({ text }, index) => {
        const cell = cells[index];
        return cell ? [[text, cell.text]] : [];
      }),
    ),
  );
}
