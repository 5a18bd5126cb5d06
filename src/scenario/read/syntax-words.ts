import type { YAMLError } from "yaml";

/** What is wrong with the syntax of a text, and what would be right. */
export interface SyntaxWords {
  readonly wrong: string;
  readonly right: string;
}

/** An error of the parser in words for people: its own sentence, but where it speaks to programmers. */
export function syntaxWords({ code, message }: YAMLError): SyntaxWords {
  const said = message.split("\n")[0] ?? message;
  return {
    wrong: sentences[code] ?? said,
    // One brace that is missing is told as a matter of indentation.
    right: /end with a [}\]]/.test(said) ? closeIt : (remedies[code] ?? "see YAML 1.2, or quote the text"),
  };
}

const sentences: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "a second document begins here",
  BLOCK_AS_IMPLICIT_KEY: "a second colon begins a map inside a line that is an entry already",
  BLOCK_IN_FLOW: "an entry stands inside { } or [ ] as if it began a line",
};

const closeIt = "close the bracket or brace, and put a space after a colon";

const remedies: Readonly<Record<string, string>> = {
  BAD_INDENT: "indent keys of one map equally, with spaces",
  TAB_AS_INDENT: "indent with spaces",
  MISSING_CHAR: closeIt,
  MULTIPLE_DOCS: "one file holds one scenario: remove the line ---",
  BLOCK_IN_FLOW: "put a comma between two entries",
  BLOCK_AS_IMPLICIT_KEY: "quote a text that holds a colon, or put the nested map on a line of its own",
  MULTILINE_IMPLICIT_KEY: "a key stands on one line and ends in a colon",
  BAD_ALIAS: "write the value out, or share it with `extends`",
  TAG_RESOLVE_FAILED: "write the value without a tag",
  UNEXPECTED_TOKEN: "quote the text if the mark is meant as text",
  BAD_SCALAR_START: "quote the text if the mark is meant as text",
};
