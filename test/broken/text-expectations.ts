import type { Expectation } from "./expectation.ts";

/** Files that are no YAML, no text, or more than the language reads of YAML. */
export const textExpectations: readonly Expectation[] = [
  {
    file: "text-alias-value.yaml",
    problems: [
      ["YAML_ALIAS", 4, 13],
      ["YAML_ALIAS", 13, 72],
      ["YAML_ALIAS", 19, 83],
    ],
  },
  {
    file: "text-alias.yaml",
    problems: [
      ["YAML_ALIAS", 2, 15],
      ["YAML_ALIAS", 13, 45],
    ],
  },
  {
    file: "text-bracket.yaml",
    problems: [["YAML_SYNTAX", 17, 9]],
    says: ["the brace { that opens here is never closed; write } where its map ends"],
  },
  {
    file: "text-control.yaml",
    problems: [["YAML_SYNTAX", 2, 17]],
  },
  {
    file: "text-deep-blocks.yaml",
    problems: [["YAML_DEEP", 62, 61]],
  },
  {
    file: "text-deep.yaml",
    problems: [["YAML_DEEP", 2, 68]],
  },
  {
    file: "text-empty.yaml",
    problems: [["FILE_EMPTY", 1, 1]],
  },
  {
    file: "text-latin.yaml",
    problems: [["YAML_SYNTAX", 2, 10]],
  },
  {
    file: "text-list.yaml",
    problems: [["FILE_EMPTY", 1, 1]],
  },
  {
    file: "text-quote-inside.yaml",
    problems: [["YAML_SYNTAX", 19, 68]],
  },
  {
    file: "text-quote.yaml",
    problems: [["YAML_SYNTAX", 2, 8]],
  },
  {
    file: "text-tab.yaml",
    problems: [["YAML_SYNTAX", 19, 1]],
  },
  {
    file: "text-two-documents.yaml",
    problems: [["YAML_SYNTAX", 23, 1]],
  },
  {
    file: "text-brace.yaml",
    problems: [["YAML_SYNTAX", 13, 16]],
    says: ["the brace { that opens here is never closed; write } where its map ends"],
  },
  {
    file: "text-brackets.yaml",
    problems: [
      ["YAML_SYNTAX", 8, 43],
      ["YAML_SYNTAX", 11, 21],
      ["YAML_SYNTAX", 13, 74],
      ["YAML_SYNTAX", 17, 9],
      ["YAML_SYNTAX", 19, 10],
    ],
    says: [
      "the brace } stands where [ is still open; write ] before it, or in its place",
      "the brace } stands where [ is still open; write ] before it, or in its place",
      "the brace } closes nothing; remove it, or write { where its map begins",
      "the brace { that opens here is never closed; write } where its map ends",
      "the brace { that opens here is never closed; write } where its map ends",
    ],
  },
  {
    file: "text-marks.yaml",
    problems: [
      ["YAML_SYNTAX", 2, 18],
      ["YAML_SYNTAX", 4, 7],
      ["YAML_SYNTAX", 5, 1],
      ["YAML_SYNTAX", 11, 1],
      ["YAML_SYNTAX", 17, 21],
    ],
    says: [
      "more stands here, behind the end of a value; remove it, or quote the whole value",
      "a text without quotes cannot begin with this mark; quote the text if the mark is meant as text",
      "this line has no colon and a space behind its key; write key: value",
      "a tab indents this line; indent with spaces",
      "a comma stands here without an entry before it; remove it, or write the entry",
    ],
  },
  {
    file: "text-colons.yaml",
    problems: [["YAML_SYNTAX", 2, 8]],
    says: ["quote a text that holds a colon, or put the nested map on a line of its own"],
  },
  {
    file: "text-comma-missing.yaml",
    problems: [["YAML_SYNTAX", 13, 27]],
    says: ["put a comma between two entries"],
  },
  {
    file: "text-lone-returns.yaml",
    problems: [["UNIT_UNKNOWN", 17, 29]],
    says: ['nearest is "kn"'],
  },
];
