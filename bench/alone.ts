import { spawnSync } from "node:child_process";
import { compiled } from "./compiled.ts";

/** What a program prints on its last line, as JSON. Throws what it says on stderr when it fails. */
export function printedBy([program, ...words]: readonly [string, ...string[]]): unknown {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${[program, ...words].join(" ")} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/** One measurement of a benchmark of ours, compiled, in a process of its own. */
export function measuredAlone(file: string, ...words: readonly string[]): unknown {
  const [program, ...own] = compiled(file);
  return printedBy([program, ...own, "--one", ...words]);
}
