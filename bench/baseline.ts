import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

/**
 * A ratio may be so much worse than the committed one before it counts: machines and their neighbours differ.
 */
const tolerance = 1.25;

/** Ratios by workload. */
export type Ratios = readonly (readonly [workload: string, ratio: number])[];

interface Baseline {
  readonly machine: string;
  readonly node: string;
  /** Our time over that of the peer in the same round, by workload. */
  readonly ratios: Readonly<Record<string, number>>;
}

/**
 * Writes ratios as the ones to keep to (flag `write-baseline`), or holds them to those that are kept
 * (`check`): which are worse is told on stderr, and the exit code is then 1.
 */
export function keepOrCheck(
  file: URL,
  measured: Ratios,
  { peer, flags }: { readonly peer: string; readonly flags: ReadonlySet<string> },
): void {
  if (flags.has("write-baseline")) writeBaseline(file, measured);
  if (!flags.has("check")) return;
  const problems = regressions(file, measured, peer);
  for (const problem of problems) process.stderr.write(`slower than the baseline: ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Ratios only, and never times: they say more of the machine than of us. */
function writeBaseline(file: URL, measured: Ratios): void {
  const ratios = Object.fromEntries(measured.map(([name, ratio]) => [name, Math.round(ratio * 100) / 100]));
  const machine = `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
  const baseline: Baseline = { machine, node: process.version, ratios };
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** Which ratios are worse than the committed ones by more than the tolerance; empty when none is. */
function regressions(file: URL, measured: Ratios, peer: string): string[] {
  const baseline = JSON.parse(readFileSync(file, "utf8")) as Baseline; // written by writeBaseline
  return measured.flatMap(([name, ratio]) => {
    const limit = (baseline.ratios[name] ?? Infinity) * tolerance;
    return ratio > limit
      ? [`${name}: ${ratio.toFixed(2)} times ${peer}, the limit is ${limit.toFixed(2)}`]
      : [];
  });
}
