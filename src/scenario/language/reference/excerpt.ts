/** A key of a YAML text in block style: its line, and the lines of what it holds. */
interface Block {
  readonly key: string;
  readonly line: string;
  readonly inside: readonly Block[];
}

/**
 * The lines of a block-style YAML text that write what lies at `path`, under the keys that lead there; `*`
 * in the path is the first key from which the rest can be reached. Undefined where nothing is written there.
 */
export function excerpt(text: string, path: readonly string[]): string | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return linesAt(blocksOf(lines), path)?.join("\n");
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const indent = indentOf(lines[0] ?? "");
  const starts = lines.flatMap((line, index) => (indentOf(line) === indent ? [index] : []));
  return starts.map((start, nth) => {
    const line = lines[start] ?? "";
    const key = line.trim().split(":")[0] ?? "";
    return { key, line, inside: blocksOf(lines.slice(start + 1, starts[nth + 1] ?? lines.length)) };
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function linesAt(blocks: readonly Block[], path: readonly string[]): readonly string[] | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return blocks.flatMap(linesOf);
  const found = blocks.filter((block) => key === "*" || block.key === key);
  for (const block of found) {
    const inner = rest.length === 0 ? block.inside.flatMap(linesOf) : linesAt(block.inside, rest);
    if (inner !== undefined) return [block.line, ...inner];
  }
  return undefined;
}

function linesOf({ line, inside }: Block): readonly string[] {
  return [line, ...inside.flatMap(linesOf)];
}
