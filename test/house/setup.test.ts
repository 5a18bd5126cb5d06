import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { programOf } from "./debian-package.ts";
import { scratchFolder } from "./scratch.ts";

/** No registry answers here, so whatever asks the network fails, and soon. */
const withoutNetwork = {
  ...process.env,
  CI: "",
  npm_config_registry: "http://127.0.0.1:9/",
  npm_config_fetch_retry_mintimeout: "1",
};

function run(
  script: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): { status: number | null; out: string; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd, env, encoding: "utf8" });
  return { status, out: stdout, said: stderr };
}

/** A project that needs one package which no cache holds. */
function projectThatNeeds(name: string): string {
  const manifest = { name: "needy", version: "1.0.0", dependencies: { [name]: "1.0.0" } };
  const packages = { "": manifest, [`node_modules/${name}`]: { version: "1.0.0", integrity: "sha512-AAAA" } };
  const lockfile = { name: "needy", version: "1.0.0", lockfileVersion: 3, requires: true, packages };
  const root = scratchFolder({
    "package.json": JSON.stringify(manifest),
    "package-lock.json": JSON.stringify(lockfile),
  });
  cpSync(".ci", join(root, ".ci"), { recursive: true });
  return root;
}

it("the set-up says nothing and needs no network when everything is installed", () => {
  const first = run(".ci/setup.mjs", ".", process.env);
  expect(first.status).toBe(0);
  expect(run(".ci/setup.mjs", ".", withoutNetwork)).toEqual({ status: 0, out: "", said: "" });
});

it("the set-up that cannot install prints the command to type, and ends badly", () => {
  const { status, out, said } = run(
    ".ci/setup.mjs",
    projectThatNeeds("breakwater-no-such-package"),
    withoutNetwork,
  );
  expect(status).not.toBe(0);
  expect(out).toBe("");
  expect(said).toMatch(/With a network connection, type: npm ci --include=dev --ignore-scripts/);
});

it("the Debian set-up that may not install says what to type, and goes on", () => {
  const root = scratchFolder();
  const { status, out, said } = run(".ci/debian.mjs", ".", { ...process.env, PATH: root });
  expect(status).toBe(0);
  expect(out).toBe("");
  expect(said).toContain("Missing for the tests: chromium, which opens the report as a reader does.");
  expect(said).toMatch(
    /type as root: apt-get update && apt-get install --yes --no-install-recommends chromium g\+\+/,
  );
});

it("a test that needs an unknown Debian package is told to list it", () => {
  expect(() => programOf("no-such-package")).toThrow(/is not in .ci\/debian-packages.json/);
});
