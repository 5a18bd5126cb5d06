import { Lexer } from "yaml";
import type { Unreadable } from "#scenario/read/unreadable";

/** What opens a map or a list in a line, and what closes it. */
const pairs: readonly {
  readonly opens: string;
  readonly closes: string;
  readonly name: string;
  readonly holds: string;
}[] = [
  { opens: "{", closes: "}", name: "brace", holds: "map" },
  { opens: "[", closes: "]", name: "bracket", holds: "list" },
];
type Pair = (typeof pairs)[number];

/** What the lexer writes between parts of a text: a document begins, a text follows, brackets are cut off. */
const [documentMark, textMark, cutMark] = ["\u0002", "\u001f", "\u0018"] as const;

/**
 * The braces and brackets of a text that are never closed, that close what another opened, or that close
 * nothing, in order. The parser itself points to where the next entry begins.
 */
export function openBrackets(text: string): readonly Unreadable[] {
  const found: Unreadable[] = [];
  let open: { readonly pair: Pair; readonly at: number }[] = [];
  let spare: Pair | undefined;
  let at = 0;
  const leaveOpen = (): void => {
    for (const { pair, at: start } of open) found.push(neverClosed(pair, start, at));
    open = [];
  };
  for (const token of new Lexer().lex(text)) {
    if (token === documentMark || token === textMark) continue;
    if (token === cutMark) {
      leaveOpen();
      continue;
    }
    const opening = pairs.find(({ opens }) => opens === token);
    const closing = pairs.find(({ closes }) => closes === token);
    if (opening !== undefined) {
      if (open.length === 0) spare = undefined;
      open.push({ pair: opening, at });
    }
    if (closing !== undefined) {
      const inner = open.pop();
      if (inner === undefined && spare === closing) spare = undefined;
      else if (inner === undefined) found.push(closesNothing(closing, at));
      else if (inner.pair !== closing) {
        found.push(closesAnother(closing, inner, at));
        // Where the one around it is of this kind, it was meant, unless one more closes it later.
        if (open.at(-1)?.pair === closing) spare = open.pop()?.pair;
      }
    }
    at += token.length;
  }
  leaveOpen();
  return found.sort((left, right) => left.at - right.at);
}

function neverClosed({ opens, closes, name, holds }: Pair, start: number, end: number): Unreadable {
  const wrong = `the ${name} ${opens} that opens here is never closed`;
  return { start, end, at: start, wrong, right: `write ${closes} where its ${holds} ends` };
}

function closesAnother(
  { closes, name }: Pair,
  inner: { readonly pair: Pair; readonly at: number },
  at: number,
): Unreadable {
  const wrong = `the ${name} ${closes} stands where ${inner.pair.opens} is still open`;
  const right = `write ${inner.pair.closes} before it, or in its place`;
  return { start: inner.at, end: at, at, wrong, right };
}

function closesNothing({ opens, closes, name, holds }: Pair, at: number): Unreadable {
  const wrong = `the ${name} ${closes} closes nothing`;
  return { start: at, end: at, at, wrong, right: `remove it, or write ${opens} where its ${holds} begins` };
}
