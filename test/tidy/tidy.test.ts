import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileLengthWarning } from "./rules/lengths.ts";
import { blob } from "./rules/packages.ts";
import { projectFiles } from "./listing.ts";
import { fileRules, treeRules } from "./rules.ts";
import { isSource } from "./syntax.ts";
import { violationText } from "./violation.ts";

const names = projectFiles(".");
const isText = (name: string): boolean =>
  /\.(ts|mjs|js|json|md|yaml|yml|sh|py|cpp|html|css)$/.test(name) || !/\.\w+$/.test(name);
const files = new Map(names.filter(isText).map((name) => [name, readFileSync(name, "utf8")] as const));

describe("the house is tidy", () => {
  it("reads the sources: a check that reads nothing finds nothing", () => {
    expect([...files.keys()].filter(isSource).length).toBeGreaterThan(20);
  });

  it.each(Object.entries(fileRules))("%s", (_, rule) => {
    expect([...files].flatMap(([name, text]) => rule(name, text)).map(violationText)).toEqual([]);
  });

  it.each(Object.entries(treeRules))("%s", (_, rule) => {
    expect(rule(files).map(violationText)).toEqual([]);
  });

  it("no file outside notebooks-data is over 1 MB", () => {
    expect(names.flatMap((name) => blob(name, statSync(name).size)).map(violationText)).toEqual([]);
  });

  it("names the files that grow long", () => {
    const long = [...files].flatMap(([name, text]) => fileLengthWarning(name, text)).map(violationText);
    if (long.length > 0) console.warn(long.join("\n"));
    expect(long.length).toBeLessThan(names.length);
  });
});
