import { wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";

/** A line of a table: a heading of its own, or a name with its cells. */
export type TableRow = { readonly heading: string } | NamedRow;

/** A name with its cells. */
export interface NamedRow {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** Stands below the first cell, from the second one on; empty for none. */
  readonly note: string;
}

/** What stands in a column; painted after it was padded, since a paint has no width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** A table as it is printed, and whether its lines end within the width that it was given. */
export interface TableLayout {
  readonly text: string;
  readonly fits: boolean;
}

const gap = "  ";
/** Names are cut to this, at the shortest. */
const nameLeast = 12;

/** Lays rows out in columns as wide as their longest cell; names are cut where the width demands it. */
export function tableLayout(
  columns: readonly string[],
  rows: readonly TableRow[],
  { paint, width }: { readonly paint: Paint; readonly width: number },
): TableLayout {
  const named = rows.filter((row) => "cells" in row);
  const widths = columns.map((head, place) =>
    named.reduce((most, { cells }) => Math.max(most, cells[place]?.text.length ?? 0), head.length),
  );
  const longest = named.reduce((most, { name }) => Math.max(most, name.length), nameLeast);
  const others = widths.reduce((sum, column) => sum + column + gap.length, gap.length);
  const room = Math.min(longest, Math.max(nameLeast, width - others));
  const line = (name: string, cells: readonly Cell[]): string =>
    lineText(cut(name, room), cells, [room, ...widths]);
  const indent = gap.length * 3 + room + (widths[0] ?? 0);
  const lines = rows.flatMap((row) => {
    if (!("cells" in row)) return [wrapped(row.heading, width)];
    return withNote(line(row.name, row.cells), row, { indent, width });
  });
  const head = line(
    "",
    columns.map((text) => ({ text, paint: paint.faint })),
  );
  return { text: [head, ...lines].join("\n"), fits: others + room <= width };
}

/** The first column of cells holds numbers, which stand at its right. */
function lineText(name: string, cells: readonly Cell[], [room = 0, ...widths]: readonly number[]): string {
  const texts = cells.map(({ text, paint = (plain) => plain }, place) => {
    const width = widths[place] ?? 0;
    return `${gap}${paint(place === 0 ? text.padStart(width) : text.padEnd(width))}`;
  });
  return `${gap}${name.padEnd(room)}${texts.join("")}`.trimEnd();
}

function withNote(
  values: string,
  { cells, note }: NamedRow,
  { indent, width }: { readonly indent: number; readonly width: number },
): readonly string[] {
  if (note === "") return [values];
  const lines = wrapped(note, Math.max(nameLeast, width - indent)).split("\n");
  // Where nothing but a dash stands in the row, the note takes the place of what is missing.
  const isBare = cells.slice(1).every(({ text }) => text === "");
  const [beside = "", ...below] = isBare ? lines : ["", ...lines];
  return [
    `${values.padEnd(indent)}${beside}`.trimEnd(),
    ...below.map((part) => `${" ".repeat(indent)}${part}`),
  ];
}

function cut(name: string, room: number): string {
  return name.length <= room ? name : `${name.slice(0, room - 1)}…`;
}
