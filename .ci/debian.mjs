/**
 * Installs the Debian packages that some tests need, when they are missing and this user may. When it may
 * not, it says what to type and goes on: the tests that need a package fail with the same sentence. All
 * output goes to stderr.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const packages = JSON.parse(readFileSync(new URL("debian-packages.json", import.meta.url), "utf8"));

/** True when the program runs, so that a package installed some other way is as good. */
function works([program, ...words]) {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

/** Runs apt-get without questions, its output on stderr. */
function aptGet(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", words, { stdio: ["ignore", 2, 2], env }).status === 0;
}

const missing = packages.filter((one) => !works(one.probe));
if (missing.length > 0) {
  const names = missing.map((one) => one.package);
  const command = `apt-get update && apt-get install --yes --no-install-recommends ${names.join(" ")}`;
  for (const one of missing)
    process.stderr.write(`Missing for the tests: ${one.package}, which ${one.use}.\n`);
  const may = process.platform === "linux" && process.getuid?.() === 0 && works(["apt-get", "--version"]);
  if (may) process.stderr.write(`Installing: ${command}\n`);
  const done =
    may && aptGet("update", "-q") && aptGet("install", "-qq", "--yes", "--no-install-recommends", ...names);
  if (!done) {
    process.stderr.write(`Not installed. The tests that need them will fail; type as root: ${command}\n`);
  }
}
