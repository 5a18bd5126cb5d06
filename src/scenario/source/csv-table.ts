import { CsvText } from "#scenario/source/csv-text";

/** The rows of a CSV text of our own as records by column name; an empty cell is "". */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...rows] = new CsvText(text, "", ",").rows;
  if (!head) return [];
  const names = head.cells.map((name) => name?.text ?? "");
  return rows.map(({ cells }) =>
    Object.fromEntries(names.map((name, column) => [name, cells[column]?.text ?? ""])),
  );
}
