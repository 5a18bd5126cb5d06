import { fileURLToPath } from "node:url";

/**
 * The command that runs a compiled file of the benchmark, under this Node with this process's flags but for
 * the loader of TypeScript: with that in the process, each look into a typed array asks besides whether its
 * buffer is still there, which nobody who runs Breakwater pays.
 */
export function compiled(file: string): readonly [program: string, ...words: string[]] {
  const flags = process.execArgv.filter(
    (word, index, all) => word !== "--import" && all[index - 1] !== "--import",
  );
  return [process.execPath, ...flags, fileURLToPath(new URL(`../dist/.bench/${file}`, import.meta.url))];
}
