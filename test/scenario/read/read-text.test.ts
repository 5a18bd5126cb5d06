import { describe, expect, test } from "vitest";
import { entriesAt, isEmpty, isNull, nodeAt, printNode, textAt } from "#scenario/read/node";
import { readText } from "#scenario/read/read-text";

describe("reading text", () => {
  test("every key and every value knows its line and column", () => {
    const { root } = readText("a:\n  b: { c: 36 h, d: [1, x] }\n", "f.yaml");
    expect(nodeAt(root, "a", "b")?.place).toEqual({ file: "f.yaml", line: 2, column: 6 });
    expect(nodeAt(root, "a", "b", "c")?.place).toEqual({ file: "f.yaml", line: 2, column: 11 });
    expect(entriesAt(root, "a", "b")[1]?.keyPlace).toEqual({ file: "f.yaml", line: 2, column: 17 });
  });

  test("values stay as they are written: older spellings of numbers and truth are text", () => {
    const { root } = readText("a: 012\nb: 1_000\nc: yes\nd: .inf\ne: 'no'\nf: NO\n", "f.yaml");
    expect(["a", "b", "c", "d", "e", "f"].map((key) => textAt(root, key))).toEqual([
      "012",
      "1_000",
      "yes",
      ".inf",
      "no",
      "NO",
    ]);
  });

  test("keys are text, instants and events too", () => {
    const { root } = readText("{ 2021-03-24T18:00Z: 1, grounding.start: 2, 12: 3, true: 4 }", "f.yaml");
    expect([...(root?.entries.keys() ?? [])]).toEqual(["2021-03-24T18:00Z", "grounding.start", "12", "true"]);
  });

  test("JSON is read as what it is, a part of YAML", () => {
    const { root, diagnostics } = readText('{ "a": "36 h", "b": [1.5, true] }', "f.json");
    expect(diagnostics).toEqual([]);
    expect(root && printNode(root)).toBe('{ a: "36 h", b: [1.5, true] }');
  });

  test("an empty value, null and a quoted nothing are three things", () => {
    const { root } = readText("a:\nb: null\nc: ''\nd: ~\n", "f.yaml");
    const nodes = ["a", "b", "c", "d"].map((key) => nodeAt(root, key));
    expect(nodes.map((node) => node && isEmpty(node))).toEqual([true, false, false, false]);
    expect(nodes.map((node) => node && isNull(node))).toEqual([false, true, false, true]);
  });

  test("an alias bomb is refused and costs nothing", () => {
    const names = Array.from("abcdefghij");
    const levels = names.slice(1).map((name, at) => `${name}: &${name} [*${names[at]}, *${names[at]}]`);
    const bomb = ["a: &a [x, x]", ...levels].join("\n");
    const { diagnostics } = readText(bomb, "f.yaml");
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["YAML_ALIAS"]));
  });

  test("brackets in quotes and comments do not nest", () => {
    const brackets = "[".repeat(200);
    expect(readText(`a: "${brackets}" # ${brackets}\n`, "f.yaml").diagnostics).toEqual([]);
    expect(readText(`a: ${brackets}`, "f.yaml").diagnostics[0]?.code).toBe("YAML_DEEP");
  });

  test.each([
    ['a: 1\ntitle: "never closed\nseed: x\nb: { c: 1 }\n', 2, 8, "never closed"],
    ["a: it's\nb: { c: 'open }\nd: 2\n", 2, 9, "never closed"],
    ['"a: 1\nb: 2\n', 1, 1, "never closed"],
    ['a: "fine"\nb: "open # c\nd: "x"\n', 2, 4, "never closed"],
    ['a: { b: "x,\n  y: "z" }\n', 1, 9, "closed only 1 line below"],
  ])("%j is reported where its quote opens, and nothing behind it", (text, line, column, words) => {
    const [diagnostic, ...others] = readText(text, "f.yaml").diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic?.code).toBe("YAML_SYNTAX");
    expect(diagnostic?.place).toEqual({ file: "f.yaml", line, column });
    expect(diagnostic?.wrong).toContain(words);
  });

  test.each([
    ["a: { b: [1, 2\nc: 1\n", [4, 9], "never closed"],
    ["a: { b: [1 }\nc: 3\n", [12], "} stands where [ is still open"],
    ["a: { b: [1}, c: 2 }\nd: [3\n", [11, 24], "} stands where [ is still open"],
    ["a: { b: 1 } }\nc: 2\n", [13], "the brace } closes nothing"],
    ['a: { b: "[", c: 1 # }\n', [4], "the brace { that opens here is never closed"],
    ["a: { b: 'x }\nc: 2\n", [9], "the quote ' that opens here is never closed"],
  ])("%j is told of its brackets alone, each where it stands", (text, columns, words) => {
    const { diagnostics } = readText(text, "f.yaml");
    const starts = diagnostics.map(({ place }) => {
      const before = text
        .split("\n")
        .slice(0, place.line - 1)
        .join("\n");
      return before.length + (before === "" ? 0 : 1) + place.column;
    });
    expect(starts).toEqual(columns);
    expect(diagnostics[0]?.wrong).toContain(words);
  });

  test("a mistake away from a bracket is told beside it, and one line is told once", () => {
    const lines = (text: string): number[] =>
      readText(text, "f.yaml").diagnostics.map(({ place }) => place.line);
    expect(lines('a: "x" y\nb: { c: 1\nd: @e\n')).toEqual([1, 2, 3]);
    expect(lines("a: - b\nc: 1\n")).toEqual([1]);
    expect(lines("a:\n  b: 1\n c: 2\n  d: 3\n")).toEqual([3]);
  });

  test("mistakes before a quote that stays open are reported too, and closed quotes take no blame", () => {
    const lines = (text: string): number[] =>
      readText(text, "f.yaml").diagnostics.map(({ place }) => place.line);
    expect(lines('a: "x" y\nb: \'open\n')).toEqual([1, 2]);
    expect(lines('a: "x" y\nb: "\n  two"\n')).toEqual([1]);
  });

  test("a byte order mark and Windows line ends change nothing", () => {
    const { root, diagnostics } = readText("\uFEFFa: 1\r\nb: 2 d\r\n", "f.yaml");
    expect(diagnostics).toEqual([]);
    expect(textAt(root, "b")).toBe("2 d");
  });
});
