import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { projectFiles } from "./listing.ts";

const folders: string[] = [];

function folderWith(names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "breakwater-listing-"));
  folders.push(root);
  for (const name of names) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), "");
  }
  return root;
}

function git(root: string, ...words: readonly string[]): void {
  expect(spawnSync("git", words, { cwd: root }).status).toBe(0);
}

afterEach(() => {
  for (const root of folders.splice(0)) rmSync(root, { recursive: true, force: true });
});

test("what git tracks is read, committed or not, and what somebody keeps beside it is not", () => {
  const root = folderWith(["src/a.ts", "src/b.ts", "my scenario.yaml", "scratch/c.ts"]);
  git(root, "init", "-q");
  git(root, "add", "src");
  expect(projectFiles(root)).toEqual(["src/a.ts", "src/b.ts"]);
});

test("a tracked file that was removed is not read", () => {
  const root = folderWith(["src/a.ts", "src/b.ts"]);
  git(root, "init", "-q");
  git(root, "add", "src");
  rmSync(join(root, "src/b.ts"));
  expect(projectFiles(root)).toEqual(["src/a.ts"]);
});

test("without git all files are read but those that are made", () => {
  const root = folderWith(["src/a.ts", "README.md", "node_modules/b/c.js", "dist/d.js", "runs/e/f.json"]);
  expect([...projectFiles(root)].sort()).toEqual(["README.md", "src/a.ts"]);
});
