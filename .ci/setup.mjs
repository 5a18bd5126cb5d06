/**
 * Installs the npm packages when they are missing or stale, and does nothing, without the network, when they
 * are as the lockfile says. Runs before everything else, so it depends on Node alone. All output goes to
 * stderr.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = `${root}node_modules`;
const stampFile = `${modules}/.breakwater-installed`;

/** What the installed packages depend on: the lockfile and the machine they were chosen for. */
function stampNow() {
  const lockfile = readFileSync(`${root}package-lock.json`);
  return createHash("sha256").update(lockfile).update(process.platform).update(process.arch).digest("hex");
}

/** `npm ci` empties node_modules before it fetches, so it is for the first time only. */
function installCommand() {
  const verb = existsSync(modules) && process.env.CI !== "true" ? ["install", "--no-save"] : ["ci"];
  return [
    ...verb,
    "--include=dev",
    "--ignore-scripts",
    "--prefer-offline",
    "--fetch-retries=1",
    "--no-audit",
  ];
}

/** Runs npm as the parent npm was run, or the one on the path. */
function runNpm(words) {
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  if (npm) return spawnSync(process.execPath, [npm, ...words], options);
  return spawnSync("npm", words, { ...options, shell: process.platform === "win32" });
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Breakwater needs Node 20.19 or newer; this is ${process.versions.node}. See nodejs.org.\n`,
  );
  process.exit(1);
}

const stamp = stampNow();
const installed = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
if (!installed) {
  const words = installCommand();
  const command = `npm ${words.join(" ")}`;
  process.stderr.write(`Installing what is missing: ${command}\n`);
  const done = runNpm(words);
  if (done.status !== 0) {
    process.stderr.write(`That failed. With a network connection, type: ${command}\n`);
    process.exit(done.status || 1);
  }
  writeFileSync(stampFile, stamp);
}
