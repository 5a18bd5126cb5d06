import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { Consumer } from "./consumer.ts";
import { playExamples } from "./played-examples.ts";
import { scratchFolder } from "./scratch.ts";

const page: string = readFileSync("API.md", "utf8");

test("the programs of API.md compile and print what stands there; else: npm run tutorial", () => {
  const { text, programs, compiled } = playExamples(page, scratchFolder());
  expect(compiled).toEqual({ bundler: "", node16: "" });
  expect(text).toBe(page);
  expect(programs).toHaveLength([...page.matchAll(/^```ts/gm)].length);
  expect(programs.length).toBeGreaterThan(0);
});

test("a program that prints something else, or does not compile, does not pass", () => {
  const wrong = "```ts one.ts\nconst one: string = 1;\nconsole.log(one);\n```\n\n```text\n2\n```\n";
  const { text, compiled } = playExamples(wrong, scratchFolder());
  expect(compiled["node16"]).toContain("one.ts(1,7): error TS2322");
  expect(text).toContain("```text\n1\n```");
});

/** All that an entry of the built package imports at run time: its own files, and others by name. */
function importsFrom(entry: string): {
  readonly files: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
} {
  const files = new Set<string>();
  const others = new Set<string>();
  const waiting = [resolve("dist", entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      if (name.startsWith("#")) waiting.push(resolve("dist", `${name.slice(1)}.js`));
      else others.add(name);
    }
  }
  return { files, others };
}

test.each(["browser.js", "process.js"])("%s imports nothing of Node, however far it is followed", (entry) => {
  const { files, others } = importsFrom(entry);
  expect([...others].filter((name) => isBuiltin(name) || name === "piscina")).toEqual([]);
  expect([...files].some((file) => file.endsWith("simulation.js"))).toBe(true);
});

test("the entry for Node does, as this test can see", () => {
  expect([...importsFrom("index.js").others]).toEqual(expect.arrayContaining(["node:fs", "piscina"]));
});

test("processes need no types of Node and none of the browser", () => {
  const source = [
    'import { ProcessModel } from "breakwater/process";',
    'import type { Steps } from "breakwater/process";',
    'const model = new ProcessModel({ seed: "a" });',
    "function* ship(): Steps<number> {",
    "  const isDone: boolean = yield model.hold(5);",
    "  return isDone ? model.now : 0;",
    "}",
    'const found: number | undefined = model.spawn("ship", ship()).result;',
    "export { found };",
  ].join("\n");
  const consumer = new Consumer(scratchFolder(), { "ship.ts": source });
  expect(consumer.compile("bundler", ["ES2022"]).out).toBe("");
  expect(consumer.compile("node16", ["ES2022"]).out).toBe("");
});
