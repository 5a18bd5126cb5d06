import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";

/** Folders that no project keeps: made by others, or by running it. */
const made: ReadonlySet<string> = new Set([".git", "node_modules", "dist", "runs", "coverage"]);

/**
 * The files of the project under `root`, with `/`: those that git tracks, so that what somebody keeps beside
 * them is nobody else's affair. Where there is no git, or it tracks nothing here, all files but those in
 * folders that are made. A tracked file that was removed is left out.
 */
export function projectFiles(root: string): readonly string[] {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const tracked = status === 0 ? stdout.split("\0").filter((name) => name !== "") : [];
  const names = tracked.length > 0 ? tracked : walk(root, "");
  return names.filter((name) => existsSync(posix.join(root, name)));
}

function walk(root: string, folder: string): string[] {
  return readdirSync(posix.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = posix.join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : walk(root, name);
    return entry.isFile() ? [name] : [];
  });
}
