import { describe, expect, test } from "vitest";
import { families } from "#scenario/language/families";
import { fileField } from "#scenario/language/file-field";
import { merge } from "#scenario/patch/merge";
import { conflictOf, writesOf } from "#scenario/patch/writes";
import { nodeAt, printNode } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";
import { readText } from "#scenario/read/read-text";

function tree(text: string, file: string = "f.yaml"): MapNode {
  const { root } = readText(text, file);
  if (!root) throw new Error("the text of a test is YAML");
  return root;
}

function merged(base: string, patch: string): string {
  return printNode(merge(tree(base), tree(patch), fileField, families));
}

const flow = "{ from: a, to: b, vessel: v, arrivals: { kind: poisson, rate: 2 /d } }";

describe("patches", () => {
  test("maps of named things and settings merge", () => {
    expect(merged("time: { start: 1, end: 2 }\nseed: x", "time: { warm-up: 3 }")).toBe(
      "{ time: { start: 1, end: 2, warm-up: 3 }, seed: x }",
    );
    expect(
      merged(`flows: { one: ${flow} }`, "flows: { one: { priority: 2 }, two: { size: 1 t } }"),
    ).toContain("priority: 2");
  });

  test("weights, distributions, schedules, selectors and lists replace whole", () => {
    expect(merged("flows: { one: { from: { a: 1, b: 2 } } }", "flows: { one: { from: { c: 1 } } }")).toBe(
      "{ flows: { one: { from: { c: 1 } } } }",
    );
    const service = (text: string): string =>
      `network: { sites: { h: { stations: { q: { service: ${text} } } } } }`;
    expect(merged(service("{ kind: lognormal, mean: 1 h, sd: 2 h }"), service("{ mean: 3 h }"))).toContain(
      "service: { mean: 3 h }",
    );
    expect(merged("performance: { of: { type: port } }", "performance: { of: { tag: x } }")).toContain(
      "of: { tag: x }",
    );
    expect(
      merged("network: { sites: { h: { tags: [a, b] } } }", "network: { sites: { h: { tags: [c] } } }"),
    ).toContain("tags: [c]");
    expect(
      merged(
        "disruptions: { x: { kind: closure, foresight: { 1 d: none } } }",
        "disruptions: { x: { foresight: { 2 d: none } } }",
      ),
    ).toContain("foresight: { 2 d: none }");
  });

  test("another kind replaces its map, the same kind merges", () => {
    const base = "flows: { one: { arrivals: { kind: poisson, rate: 2 /d } } }";
    expect(merged(base, "flows: { one: { arrivals: { rate: 3 /d } } }")).toContain(
      "{ kind: poisson, rate: 3 /d }",
    );
    expect(merged(base, "flows: { one: { arrivals: { kind: regular, every: 1 h } } }")).toContain(
      "{ kind: regular, every: 1 h }",
    );
  });

  test("a member of a group of alternatives drops the others", () => {
    const base = "disruptions: { x: { kind: closure, start: 1 d, end: 2 d, cause: storm } }";
    expect(merged(base, "disruptions: { x: { duration: 3 d } }")).toBe(
      "{ disruptions: { x: { kind: closure, start: 1 d, cause: storm, duration: 3 d } } }",
    );
    expect(merged(base, "disruptions: { x: { after: { event: y } } }")).not.toContain("start");
    expect(merged("time: { start: 1, end: 2 }", "time: { duration: 3 d }")).toBe(
      "{ time: { start: 1, duration: 3 d } }",
    );
  });

  test("null removes, and stays where there was nothing", () => {
    expect(merged("seed: x\nnotes: y", "notes: null")).toBe("{ seed: x }");
    expect(merged("seed: x", "notes: null")).toBe("{ seed: x, notes: null }");
  });

  test("every value keeps the place where it was written", () => {
    const root = merge(
      tree("seed: x\ntitle: y", "base.yaml"),
      tree("\n\nseed: z", "mine.yaml"),
      fileField,
      families,
    );
    expect(nodeAt(root, "title")?.place.file).toBe("base.yaml");
    expect(nodeAt(root, "seed")?.place).toEqual({ file: "mine.yaml", line: 3, column: 7 });
    expect(root.entries.get("seed")?.keyPlace.line).toBe(3);
  });

  test("neither tree is changed by merging them", () => {
    const [base, patch] = [tree("time: { start: 1 }"), tree("time: { end: 2 }")];
    merge(base, patch, fileField, families);
    expect([printNode(base), printNode(patch)]).toEqual(["{ time: { start: 1 } }", "{ time: { end: 2 } }"]);
  });
});

describe("conflicts", () => {
  const base = tree(`flows: { one: ${flow} }\ndisruptions: { x: { kind: closure, start: 1 d, end: 2 d } }`);
  const clash = (a: string, b: string): string | undefined => {
    const writes = [a, b].map((text) => writesOf(tree(text), base, fileField, families));
    return conflictOf(writes[0] ?? [], writes[1] ?? [])?.[1].path;
  };

  test("two that write one path differently clash, alike they do not", () => {
    expect(clash("flows: { one: { priority: 1 } }", "flows: { one: { priority: 2 } }")).toBe(
      "flows.one.priority",
    );
    expect(clash("flows: { one: { priority: 2 } }", "flows: { one: { priority: 2 } }")).toBeUndefined();
    expect(clash("flows: { one: { priority: 1 } }", "flows: { one: { size: 2 t } }")).toBeUndefined();
  });

  test("removing clashes with writing inside, and alternatives clash with each other", () => {
    expect(clash("disruptions: { x: null }", "disruptions: { x: { cause: fog } }")).toBe(
      "disruptions.x.cause",
    );
    expect(clash("disruptions: { x: { end: 3 d } }", "disruptions: { x: { duration: 3 d } }")).toBe(
      "disruptions.x.end|duration",
    );
  });
});
