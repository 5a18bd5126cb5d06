import { spawnSync } from "node:child_process";

/** What threads begin with, in the command and in tests. */
const workers: readonly string[] = [
  "./src/study/runners/worker.ts",
  "./src/study/runners/sweep-worker.ts",
  "./test/study/fake-worker.ts",
];

/**
 * Fills the cache of the loader of TypeScript before any test, so that a thread takes from it what it would
 * compile otherwise. It must be full before: a thread writes what is missing, hundreds of files at once, and
 * those that it was writing when a test ended it stay open in the process, up to the most that it may have.
 * What cannot be loaded is left to the tests to tell.
 */
export function setup(): void {
  const program = workers.map((worker) => `require("${worker}");`).join("");
  const words = ["--import", "tsx", "--conditions=source", "--input-type=commonjs", "--eval", program];
  spawnSync(process.execPath, words, { stdio: "ignore" });
}
