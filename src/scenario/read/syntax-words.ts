import type { YAMLError } from "yaml";

/** What is wrong with the syntax of a text, and what would be right. */
export interface SyntaxWords {
  readonly wrong: string;
  readonly right: string;
}

/** An error of the parser, which speaks to programmers, in words for people; `text` is what it has read. */
export function syntaxWords({ code, message, pos: [at] }: YAMLError, text: string): SyntaxWords {
  const rest = /[^\n]*/.exec(text.slice(at))?.[0] ?? "";
  const found = sentences.find(
    (sentence) =>
      sentence.code === code && (sentence.says?.test(message) ?? true) && (sentence.at?.test(rest) ?? true),
  );
  if (found !== undefined) return { wrong: found.wrong, right: found.right };
  const said = message.split("\n")[0] ?? message;
  return { wrong: `this is no YAML: ${said}`, right: "quote the text if it is meant as text" };
}

interface Sentence extends SyntaxWords {
  readonly code: YAMLError["code"];
  /** What the parser's own sentence holds, where a code has several causes. */
  readonly says?: RegExp;
  /** What stands from the place on, to the end of the line. */
  readonly at?: RegExp;
}

const quoteIt = "quote the text if the mark is meant as text";

/** By code, the narrower first. */
const sentences: readonly Sentence[] = [
  {
    code: "BAD_INDENT",
    wrong: "this line is not indented as the lines beside it",
    right: "indent keys of one map equally, with spaces",
  },
  { code: "TAB_AS_INDENT", wrong: "a tab indents this line", right: "indent with spaces" },
  {
    code: "MULTIPLE_DOCS",
    wrong: "a second document begins here",
    right: "one file holds one scenario: remove the line ---",
  },
  {
    code: "BLOCK_IN_FLOW",
    wrong: "an entry stands inside { } or [ ] as if it began a line",
    right: "put a comma between two entries",
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    at: /:(\s|$)/,
    wrong: "a second colon begins a map inside a line that is an entry already",
    right: "quote a text that holds a colon, or put the nested map on a line of its own",
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    wrong: "the line below is indented as if it belonged to this value",
    right: "indent keys of one map equally, with spaces",
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    wrong: "this line has no colon and a space behind its key",
    right: "write key: value",
  },
  {
    code: "MISSING_CHAR",
    says: /followed by map values/,
    wrong: "this line has no colon and a space behind its key",
    right: "write key: value",
  },
  {
    code: "MISSING_CHAR",
    says: /^Comments/,
    wrong: "a # stands right behind a value",
    right: "put a space before a comment",
  },
  {
    code: "MISSING_CHAR",
    says: /Sequence item/,
    wrong: "an entry of a list has no dash",
    right: "begin it with a dash and a space, or write [first, second]",
  },
  {
    code: "MISSING_CHAR",
    wrong: "a comma or a colon is missing here",
    right: "put a comma between two entries, and a space after a colon",
  },
  {
    code: "BAD_ALIAS",
    wrong: "an alias (*) is not understood",
    right: "write the value out, or share it with `extends`",
  },
  {
    code: "TAG_RESOLVE_FAILED",
    wrong: "a tag (!) is not understood",
    right: "write the value without a tag",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /^Unexpected (, in|empty item)/,
    wrong: "a comma stands here without an entry before it",
    right: "remove it, or write the entry",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /^Unexpected block-seq-ind/,
    wrong: "a list begins on the line of its key",
    right: "put each dash on a line of its own, or write [first, second]",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /^Unexpected [\w-]+ at node end/,
    wrong: "more stands here, behind the end of a value",
    right: "remove it, or quote the whole value",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /^Not a YAML token/,
    wrong: "text stands on the line of a | or >",
    right: "begin the text on the next line, or leave the mark out",
  },
  { code: "UNEXPECTED_TOKEN", wrong: "a mark stands where no mark is due", right: quoteIt },
  { code: "BAD_SCALAR_START", wrong: "a text without quotes cannot begin with this mark", right: quoteIt },
  {
    code: "BAD_DQ_ESCAPE",
    wrong: "a backslash in double quotes begins a sign that YAML does not know",
    right: "write \\\\ for a backslash, or put the text between single quotes",
  },
];
