/**
 * Compiles src to dist, unless nothing has changed since the last time. Files in dist whose source is gone go
 * too, so that what runs is always what stands in src. Output goes to stderr.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = `${root}dist/.built`;

/** All files under a folder, as paths relative to it, in one order on every machine. */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((file) => `${file.parentPath}/${file.name}`.replaceAll("\\", "/"));
  return paths.map((path) => path.slice(folder.length + 1)).sort();
}

/** A digest of everything that the compiler reads from this project. */
function stampOf(sources) {
  const hash = createHash("sha256");
  const settings = ["tsconfig.json", "tsconfig.build.json", "package-lock.json"];
  for (const name of [...settings, ...sources.map((source) => `src/${source}`)]) {
    hash
      .update(name)
      .update("\0")
      .update(readFileSync(`${root}${name}`))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Removes what an earlier build left for sources that no longer exist. */
function removeOrphans(sources) {
  const stems = new Set(sources.map((source) => source.replace(/\.ts$/, "")));
  for (const output of filesUnder(`${root}dist`)) {
    const stem = output.replace(/(\.d\.ts|\.js)(\.map)?$/, "");
    if (stem !== output && !stems.has(stem)) rmSync(`${root}dist/${output}`);
  }
}

const sources = filesUnder(`${root}src`).filter((name) => name.endsWith(".ts"));
const stamp = stampOf(sources);
if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const words = [compiler, "-p", `${root}tsconfig.build.json`];
  const done = spawnSync(process.execPath, words, { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.status !== 0) {
    process.stderr.write("The build failed: the errors stand above.\n");
    process.exit(done.status || 1);
  }
  removeOrphans(sources);
  const command = `${root}dist/shells/cli/main.js`;
  if (existsSync(command)) chmodSync(command, 0o755);
  writeFileSync(stampFile, stamp);
}
