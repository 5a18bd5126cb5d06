/** How deep values may nest. The parser itself gives up, late and without throwing, at some 700 levels. */
export const depthLimit: number = 60;

/**
 * Looks through a text before it is parsed: the place where nesting may pass the limit, or undefined. Counts
 * open brackets outside quotes and comments, and levels of indentation; both only ever over-estimate by
 * quoted text that runs over several lines, which no scenario nests that deep.
 */
export function tooDeep(text: string): { readonly line: number; readonly column: number } | undefined {
  const indents: number[] = [];
  let open = 0;
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const scan = bracketsOf(line, open);
    if (scan.deepest > depthLimit) {
      return { line: index + 1, column: scan.column };
    }
    if (open === 0 && line.trim() !== "") {
      const levels = levelsOf(line, indents);
      if (levels > depthLimit) return { line: index + 1, column: line.length - line.trimStart().length + 1 };
    }
    open = scan.open;
  }
  return undefined;
}

/** Keeps the stack of indentations up to date with one line; `- - -` opens a level each. */
function levelsOf(line: string, indents: number[]): number {
  const indent = line.length - line.trimStart().length;
  while (indents.length > 0 && (indents[indents.length - 1] ?? 0) >= indent) indents.pop();
  indents.push(indent);
  const dashes = /^(?:[-?]\s+)+/.exec(line.trimStart());
  return indents.length + (dashes ? dashes[0].split(/[-?]/).length - 1 : 0);
}

/** How many brackets are open after a line, the most that were, and the column of the deepest. */
function bracketsOf(line: string, openBefore: number): { open: number; deepest: number; column: number } {
  let open = openBefore;
  let deepest = open;
  let column = 1;
  let quote = "";
  for (let at = 0; at < line.length; at += 1) {
    const mark = line.charAt(at);
    if (quote !== "") {
      if (mark === "\\" && quote === '"') at += 1;
      else if (mark === quote) quote = "";
    } else if (mark === '"' || mark === "'") {
      if (at === 0 || /[\s[{,:]/.test(line.charAt(at - 1))) quote = mark;
    } else if (mark === "#" && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
      break;
    } else if (mark === "[" || mark === "{") {
      open += 1;
      deepest = Math.max(deepest, open);
      if (open === depthLimit + 1) column = at + 1;
    } else if (mark === "]" || mark === "}") {
      open = Math.max(0, open - 1);
    }
  }
  return { open, deepest, column };
}
