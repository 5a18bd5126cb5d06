/**
 * The rows of a CSV text as records by column name; fields may be quoted, a quote inside written twice (RFC
 * 4180).
 */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [head, ...rows] = csvLines(text);
  if (!head) return [];
  return rows.map((cells) => Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ""])));
}

function csvLines(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    cells.push(cell);
    cell = "";
  };
  const endLine = (): void => {
    endCell();
    if (cells.length > 1 || cells[0] !== "") lines.push(cells);
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') cell += text.charAt(at++);
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") endCell();
    else if (!quoted && sign === "\n") endLine();
    else if (quoted || sign !== "\r") cell += sign;
  }
  endLine();
  return lines;
}
