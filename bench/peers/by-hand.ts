import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelOf } from "./peer.ts";
import type { Peer } from "./peer.ts";

const source: string = fileURLToPath(new URL("by-hand.cpp", import.meta.url));
let program: string | undefined;

/** C++ written by hand, with a 4-ary heap or with the standard queue; compiled once, outside the project. */
export const byHand: readonly Peer[] = [
  peer("C++ by hand, 4-ary heap", "heap"),
  peer("C++ by hand, std queue", "queue"),
];

function peer(name: string, calendar: string): Peer {
  return {
    name,
    prepare: compile,
    sizeOf: (_, size) => size,
    command: (workload, size, seed) => {
      return [program ?? "", calendar, modelOf(workload), String(size), String(seed)];
    },
  };
}

function compile(): string | undefined {
  if (program !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "breakwater-bench-"));
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const output = join(folder, "by-hand");
  const { status, stderr, error } = spawnSync("g++", ["-O2", "-o", output, source], { encoding: "utf8" });
  if (error !== undefined) return "g++ is not installed";
  if (status !== 0) return `g++ does not compile by-hand.cpp: ${stderr}`;
  program = output;
  return undefined;
}
