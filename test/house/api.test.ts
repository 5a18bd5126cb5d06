import { readFileSync } from "node:fs";
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
