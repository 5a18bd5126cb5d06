import fc from "fast-check";
import { expect, test } from "vitest";
import type { Node } from "#scenario/read/node";
import { readJson } from "#scenario/source/json-text";

function valueOf(node: Node): unknown {
  if (node.node === "list") return node.items.map(valueOf);
  if (node.node === "map")
    return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, valueOf(value)]));
  if (node.quoted) return node.text;
  return node.text === "" ? null : JSON.parse(node.text);
}

function read(text: string): { readonly node: Node | undefined; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const settings = { node: "map", entries: new Map(), place: { file: "t", line: 1, column: 1 } } as const;
  const node = readJson(text, {
    file: "t",
    bytes: new Uint8Array(),
    settings,
    report: (_code, { line, column }): undefined => void problems.push(`${line}:${column}`),
  });
  return { node, problems };
}

test("any JSON reads as JSON.parse has it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
      const plain = JSON.parse(JSON.stringify(value)) as unknown; // -0 is 0 in JSON
      const { node, problems } = read(JSON.stringify(value, undefined, indent));
      expect(problems).toEqual([]);
      expect(node && valueOf(node)).toEqual(plain);
    }),
    { seed: 4_003, numRuns: 300 },
  );
});

test("what JSON.parse refuses is reported, and nothing throws", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    "a",
    "1",
    "-",
    ".",
    "e",
    "null",
    "\\",
    "\n",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = pieces.join("");
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const { node, problems } = read(text);
      expect([node !== undefined, problems.length]).toEqual(isJson ? [true, 0] : [false, 1]);
    }),
    { seed: 4_004, numRuns: 2000 },
  );
});

test("a mistake is reported where it stands, and so are values that nest too deep", () => {
  expect(read('{\n  "a": [1, 2,],\n}').problems).toEqual(["2:14"]);
  expect(read('{ "a": tru }').problems).toEqual(["1:8"]);
  expect(read('["a\nb"]').problems).toEqual(["1:4"]);
  expect(read('["\\x"]').problems).toEqual(["1:2"]);
  expect(read("[".repeat(100_000)).problems).toEqual(["1:62"]);
});

test("control signs that JSON permits in texts are read, and others refused where they stand", () => {
  for (const sign of ["\u007f", "\u0085", "\u009f"]) {
    const { node, problems } = read(`["a${sign}b", "${sign}"]`);
    expect([sign, problems, node && valueOf(node)]).toEqual([sign, [], [`a${sign}b`, sign]]);
  }
  for (const sign of ["\u0000", "\t", "\n", "\u001f"]) {
    expect([sign, read(`["a${sign}b"]`).problems]).toEqual([sign, ["1:4"]]);
  }
});
