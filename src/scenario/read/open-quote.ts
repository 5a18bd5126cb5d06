import { isScalar, visit } from "yaml";
import type { Document } from "yaml";
import type { Unreadable } from "#scenario/read/unreadable";

/**
 * The first quote of a text that the parser could not read because of it: one that is never closed, or that
 * runs over lines to a quote that was meant to open another text. The parser itself points to where such a
 * text ends, which may be the end of the file. Undefined where no quote is to blame.
 */
export function openQuote(document: Document, text: string): Unreadable | undefined {
  for (const error of document.errors) {
    const isMissing = /^Missing closing ["']quote/.test(error.message);
    const [start, end] = quotedAt(document, error.pos[0]) ?? [-1, -1];
    if (start < 0) continue;
    const lines = text.slice(start, end).trimEnd().split("\n").length - 1;
    if (!isMissing && lines === 0) continue;
    const mark = text.charAt(start);
    const wrong = isMissing
      ? `the quote ${mark} that opens here is never closed`
      : `the quote ${mark} that opens here is closed only ${lines} ${lines === 1 ? "line" : "lines"} below`;
    const right = `write ${mark} where its text ends too, or no quotes at all`;
    // Behind a quote that is still open the parser reads text: what it misses there is no mistake.
    return { start, end: Infinity, at: start, wrong, right };
  }
  return undefined;
}

/** From where to where the last quoted text runs that begins before an offset and reaches it. */
function quotedAt(document: Document, offset: number): readonly [number, number] | undefined {
  let found: readonly [number, number] | undefined;
  visit(document, {
    Scalar(_key, node) {
      const range = isScalar(node) ? node.range : undefined;
      if (!range || (node.type !== "QUOTE_DOUBLE" && node.type !== "QUOTE_SINGLE")) return;
      if (range[0] < offset && range[1] >= offset) found = [range[0], range[1]];
    },
  });
  return found;
}
