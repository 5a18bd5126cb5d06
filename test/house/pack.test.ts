import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchFolder } from "./scratch.ts";

/** Runs npm as this test run was started by npm, or the one on the path. */
function npm(cwd: string, ...words: string[]): { status: number | null; out: string; said: string } {
  const started = process.env["npm_execpath"];
  const [program, ...first] = started === undefined ? ["npm"] : [process.execPath, started];
  const { status, stdout, stderr } = spawnSync(program, [...first, ...words], { cwd, encoding: "utf8" });
  return { status, out: stdout, said: stderr };
}

it("the package can be packed, installed elsewhere, and asked for help", () => {
  const packed = scratchFolder();
  expect(npm(".", "pack", "--pack-destination", packed)).toMatchObject({ status: 0 });
  const [tarball = "nothing was packed"] = readdirSync(packed);

  const elsewhere = scratchFolder({
    "package.json": '{ "name": "elsewhere", "version": "1.0.0", "private": true }',
  });
  const words = ["--ignore-scripts", "--prefer-offline", "--fetch-retries=1", "--no-audit", "--no-fund"];
  expect(npm(elsewhere, "install", ...words, join(packed, tarball))).toMatchObject({ status: 0 });

  const help = npm(elsewhere, "exec", "--offline", "--", "breakwater", "--help");
  expect(help).toMatchObject({ status: 0 });
  expect(help.out).toContain("breakwater run");
});
