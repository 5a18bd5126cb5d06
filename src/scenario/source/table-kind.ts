import type { Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Kind } from "#base/kind";
import type { MapNode, ScalarNode } from "#scenario/read/node";

/** What tables bring. */
export type Section = "sites" | "links" | "flows";

/** The sections in the order in which their ids are made: what others name comes first. */
export const sections: readonly Section[] = ["sites", "links", "flows"];

/** One row: where it begins, and its cells by column; an empty cell is undefined. */
export interface Row {
  readonly place: Place;
  readonly cells: readonly (ScalarNode | undefined)[];
}

/** Rows of one sort, and the names of their columns with the places where they are named. */
export interface Sheet {
  /** `nodes` become sites, `edges` links or flows; `rows` are what the table says they are. */
  readonly holds: "nodes" | "edges" | "rows";
  readonly columns: readonly ScalarNode[];
  readonly rows: readonly Row[];
  /** What was assumed to make rows of what the file holds, in sentences. */
  readonly notes?: readonly string[];
}

/** A file as a kind of table gets it. */
export interface TableFile {
  /** Its name in places. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What the scenario writes about it. */
  readonly settings: MapNode;
  /** Notes an error; undefined, so that a reader can return it. */
  report(code: DiagnosticCode, place: Place, wrong: string, right: string): undefined;
}

/** One kind of file that sites, links and flows are read from. */
export interface TableKind extends Kind {
  /** How the names of such files end, in small letters, with the dot. */
  readonly endings: readonly string[];
  /** What its rows can be; `nodes` and `edges` for files that hold both. */
  readonly holds: readonly Sheet["holds"][];
  /** Whether a text that begins like this is such a file, where the ending leaves it open. */
  recognises(head: string): boolean;
  /** Its rows. Never throws: what cannot be read is reported, and left out. */
  read(file: TableFile): readonly Sheet[];
}

/** A place in a file; lines and columns from 1. */
export function placeIn(file: string, line: number, column: number): Place {
  return { file, line, column };
}

/** A cell as it is written. */
export function cell(text: string, place: Place): ScalarNode {
  return { node: "scalar", text, quoted: false, place };
}
