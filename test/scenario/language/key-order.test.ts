import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generateScenario } from "#scenario/language/generate";
import type { Study } from "#scenario/language/resolved";
import { printNode } from "#scenario/read/node";
import type { Node } from "#scenario/read/node";
import { readText } from "#scenario/read/read-text";
import { resolveText } from "./resolve-text.ts";

const suez: string = readFileSync(new URL("../examples/suez.yaml", import.meta.url), "utf8");

/**
 * A study whose rows and variants are in order of name: their order is that of the file, and means nothing
 * else.
 */
function inOrder(study: Study | undefined): unknown {
  const variants = study?.variants.map((variant) => ({
    ...variant,
    scenario: {
      ...variant.scenario,
      measures: [...variant.scenario.measures].sort((a, b) =>
        a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0,
      ),
    },
  }));
  return JSON.stringify(variants?.sort((a, b) => (a.name < b.name ? -1 : 1)));
}

function shuffled(node: Node, random: () => number): Node {
  if (node.node !== "map") return node;
  const entries = [...node.entries]
    .map(([key, entry]) => ({ key, entry, at: random() }))
    .sort((a, b) => a.at - b.at);
  return {
    ...node,
    entries: new Map(
      entries.map(({ key, entry }) => [key, { ...entry, value: shuffled(entry.value, random) }]),
    ),
  };
}

/** Quoted so that the flow form reads back as it was. */
function quoted(node: Node): Node {
  if (node.node === "list") return { ...node, items: node.items.map(quoted) };
  if (node.node === "map")
    return {
      ...node,
      entries: new Map(
        [...node.entries].map(([key, entry]) => [key, { ...entry, value: quoted(entry.value) }]),
      ),
    };
  return { ...node, quoted: node.quoted || /[,:[\]{}?]/.test(node.text) };
}

test("the order of keys never changes what a scenario means", () => {
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 0, max: 40 }),
      (stream, number) => {
        const text = number === 0 ? suez : generateScenario(`order-${number}`);
        const { root } = readText(text, "f.yaml");
        if (!root) throw new Error("the text of a test is YAML");
        const next = (): number => Number(stream.next().value);
        const other = printNode(quoted(shuffled(root, next)));
        const [before, after] = [resolveText(text), resolveText(other)];
        expect(after.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(inOrder(after.study)).toBe(inOrder(before.study));
      },
    ),
    { seed: 3, numRuns: 60 },
  );
});
