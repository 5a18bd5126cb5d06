import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";

const made: string[] = [];

/** A small project with the house's own layer check and some files of src. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "breakwater-layers-"));
  made.push(root);
  for (const name of [".ci", ".dependency-cruiser.mjs", "package.json", "tsconfig.json"]) {
    cpSync(name, join(root, name), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"), "junction");
  mkdirSync(join(root, "src"));
  for (const [name, text] of Object.entries({ ...files, "bench/main.ts": "export {};\n" })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** Runs the check; its exit code and what it said. */
function layersOf(root: string): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [".ci/layers.mjs"], { cwd: root, encoding: "utf8" });
  return { status, said: stderr };
}

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

const taking = (specifier: string): string => `import { a } from "${specifier}";\nexport const b = a;\n`;
const value = "export const a = 1;\n";

describe("the layer check of dependency-cruiser", () => {
  it("passes imports that go downward", () => {
    const root = projectWith({ "src/base/a.ts": value, "src/engine/kernel/b.ts": taking("#base/a") });
    expect(layersOf(root)).toEqual({ status: 0, said: "layers: 2 modules under src, 0 violations\n" });
  });

  it("refuses an import that goes upward", () => {
    const root = projectWith({
      "src/engine/kernel/a.ts": value,
      "src/base/b.ts": taking("#engine/kernel/a"),
    });
    const { status, said } = layersOf(root);
    expect(status).toBe(1);
    expect(said).toContain("base imports nothing above it");
  });

  it("refuses an import beside the table", () => {
    const root = projectWith({
      "src/engine/record/a.ts": value,
      "src/engine/kernel/b.ts": taking("#engine/record/a"),
    });
    expect(layersOf(root).said).toContain("engine/kernel imports of its own floor only: nothing");
  });

  it("refuses a cycle", () => {
    const root = projectWith({
      "src/base/a.ts": 'import { b } from "#base/b";\nexport const a = () => b;\n',
      "src/base/b.ts": 'import { a } from "#base/a";\nexport const b = () => a;\n',
    });
    expect(layersOf(root).said).toContain("no import cycles at run time");
  });

  it("refuses an import that leads nowhere", () => {
    expect(layersOf(projectWith({ "src/base/b.ts": taking("#base/gone") })).status).toBe(1);
  });

  it("fails when it reads no modules", () => {
    const { status, said } = layersOf(projectWith({}));
    expect(status).toBe(1);
    expect(said).toContain("the check itself is broken");
  });
});

describe("the layer check of this project", () => {
  it("finds nothing to refuse", () => {
    expect(() => execFileSync(process.execPath, [".ci/layers.mjs"], { stdio: "pipe" })).not.toThrow();
  });
});
