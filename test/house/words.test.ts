import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const pages = [
  "README.md",
  "TUTORIAL.md",
  "DEFINITIONS.md",
  "COVERAGE.md",
  "REFERENCE.md",
  "API.md",
  "CONTRIBUTING.md",
  "DECISIONS.md",
  "CHANGELOG.md",
  "src/README.md",
  "src/domain/README.md",
];
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** All groups 1 of a pattern in a page. */
const found = (page: string, pattern: RegExp): string[] =>
  [...readFileSync(page, "utf8").matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** Names that CONTRIBUTING.md makes up to show where a new kind would go. */
const imagined = /gompertz/;

describe.each(pages)("%s", (page) => {
  it("links to files that stand", () => {
    const links = found(page, /\]\((?!https?:|#)([^)#]+)/g).map((link) => join(dirname(page), link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it("names files and folders that stand", () => {
    const named = found(page, /`((?:src|test|scenarios|notebooks-data|bench|\.ci)\/[\w./-]+)`/g);
    expect(named.filter((path) => !imagined.test(path) && !existsSync(path))).toEqual([]);
  });

  it("names npm scripts that stand", () => {
    const scripts = found(page, /npm run (?:-s |--silent )?([\w-]+)/g);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});
