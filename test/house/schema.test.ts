import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schemaText } from "#scenario/language/schema";

it("scenarios/schema.json is what the kinds give; when it is stale, type: npm run schema", () => {
  expect(readFileSync("scenarios/schema.json", "utf8")).toBe(schemaText());
});
