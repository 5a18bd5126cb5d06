import { withMinus } from "#shells/figure/numeral";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import type { Tone } from "#shells/figure/tone";

/** A column: what stands over it, and whether its cells are numbers or words that may break. */
export interface ChoiceColumn {
  readonly head: string;
  readonly holds: "number" | "words";
}

/** A cell: what it says, empty where nothing, with the tone of its colour. */
export interface ChoiceCell {
  readonly text: string;
  readonly tone?: Tone;
}

/** One row: what it is about, and a cell for each column. */
export interface ChoiceRow {
  readonly head: Content;
  readonly cells: readonly ChoiceCell[];
}

/**
 * A table of contenders. On a narrow page each row is a block, and each cell says what it is. Columns in
 * which no row has anything are left out.
 */
export function choiceTable(
  label: string,
  first: string,
  columns: readonly ChoiceColumn[],
  rows: readonly ChoiceRow[],
): Markup {
  const used = columns.map((_, index) => rows.some(({ cells }) => (cells[index]?.text ?? "") !== ""));
  const isUsed = (_: unknown, index: number): boolean => used[index] === true;
  const heads = columns
    .filter(isUsed)
    .map(({ head, holds }) => element("th", { role: "columnheader", scope: "col", class: holds }, head));
  const shown = columns.filter(isUsed);
  // Roles are written out because a narrow page lays the table out as blocks, which takes its meaning away.
  const lines = rows.map(({ head, cells }) =>
    element(
      "tr",
      { role: "row" },
      element("th", { role: "rowheader", scope: "row" }, head),
      cells.filter(isUsed).map((cell, index) => cellMarkup(cell, shown[index])),
    ),
  );
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    element(
      "table",
      { class: "plain choices", role: "table" },
      element(
        "thead",
        { role: "rowgroup" },
        element("tr", { role: "row" }, element("th", { role: "columnheader", scope: "col" }, first), heads),
      ),
      element("tbody", { role: "rowgroup" }, lines),
    ),
  );
}

function cellMarkup({ text, tone }: ChoiceCell, column: ChoiceColumn | undefined): Markup {
  const { head = "", holds = "words" } = column ?? {};
  const classes = tone === undefined ? holds : `${holds} tone-${tone}`;
  if (text === "") return element("td", { role: "cell", class: classes });
  const name = head !== "" && element("span", { class: "cell-name" }, head);
  return element("td", { role: "cell", class: classes }, name, name !== false && " ", withMinus(text));
}

/** Words of which the options of a command, such as `--until-it-can`, do not break at the end of a line. */
export function withOptions(words: string): Content {
  return words
    .split(/(--[a-z-]+)/)
    .map((part, index) => (index % 2 === 0 ? part : element("span", { class: "option" }, part)));
}
