import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchFolder } from "./scratch.ts";

/** A small project that is built as this one is. */
function smallProject(files: Readonly<Record<string, string>>): string {
  const root = scratchFolder(files);
  for (const name of [".ci", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"]) {
    cpSync(name, join(root, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"), "junction");
  return root;
}

function node(cwd: string, ...words: string[]): { status: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  return { status, out: stdout, said: stderr };
}

const main = 'import { word } from "#base/word";\nconsole.log(word);\n';
const word = (text: string): string => `/** A word. */\nexport const word: string = "${text}";\n`;

it("what is built runs under plain Node, with subpaths that have no ending", () => {
  const root = smallProject({ "src/shells/cli/main.ts": main, "src/base/word.ts": word("built") });
  expect(node(root, ".ci/build.mjs")).toEqual({ status: 0, out: "", said: "" });
  expect(node(root, "dist/shells/cli/main.js").out).toBe("built\n");
});

it("the build does nothing when nothing has changed, and builds again when a source has", () => {
  const root = smallProject({ "src/shells/cli/main.ts": main, "src/base/word.ts": word("first") });
  node(root, ".ci/build.mjs");
  const built = statSync(join(root, "dist/.built")).mtimeMs;
  node(root, ".ci/build.mjs");
  expect(statSync(join(root, "dist/.built")).mtimeMs).toBe(built);
  writeFileSync(join(root, "src/base/word.ts"), word("second"));
  node(root, ".ci/build.mjs");
  expect(node(root, "dist/shells/cli/main.js").out).toBe("second\n");
});

it("what was built from a source that is gone goes too", () => {
  const root = smallProject({
    "src/shells/cli/main.ts": main,
    "src/base/word.ts": word("a"),
    "src/base/old.ts": word("b"),
  });
  node(root, ".ci/build.mjs");
  expect(existsSync(join(root, "dist/base/old.js"))).toBe(true);
  rmSync(join(root, "src/base/old.ts"));
  node(root, ".ci/build.mjs");
  expect(existsSync(join(root, "dist/base/old.js"))).toBe(false);
  expect(existsSync(join(root, "dist/base/old.d.ts"))).toBe(false);
  expect(existsSync(join(root, "dist/base/word.js"))).toBe(true);
});

it("a build with an error names the place and ends badly", () => {
  const root = smallProject({ "src/shells/cli/main.ts": 'export const a: number = "one";\n' });
  const { status, out, said } = node(root, ".ci/build.mjs");
  expect(status).not.toBe(0);
  expect(out).toBe("");
  expect(said).toContain("src/shells/cli/main.ts(1,14)");
});
