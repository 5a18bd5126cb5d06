import { ESLint } from "eslint";
import { expect, it } from "vitest";

/** The rules that a text breaks, when it stands in place of a file of the project. */
async function rulesBroken(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await new ESLint().lintText(text, { filePath });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

it(
  "lint sees what needs types: a promise that nobody awaits, a value of no known type, a switch " +
    "with a hole",
  async () => {
    const promise = "async function go(): Promise<void> {\n  await Promise.resolve();\n}\ngo();\n";
    expect(await rulesBroken("src/base/assert.ts", promise)).toEqual([
      "@typescript-eslint/no-floating-promises",
    ]);

    const unknownType = 'export const a: number = JSON.parse("1");\n';
    expect(await rulesBroken("src/base/assert.ts", unknownType)).toEqual([
      "@typescript-eslint/no-unsafe-assignment",
    ]);

    const hole = 'export function f(a: "b" | "c"): void {\n  switch (a) {\n    case "b":\n  }\n}\n';
    expect(await rulesBroken("src/base/assert.ts", hole)).toEqual([
      "@typescript-eslint/switch-exhaustiveness-check",
    ]);
  },
);

it("lint passes a clean text", async () => {
  expect(await rulesBroken("src/base/assert.ts", "export const a: number = 1;\n")).toEqual([]);
});
