import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { ours } from "./one.ts";
import type { Row } from "./rounds.ts";

const file = new URL("baseline.json", import.meta.url);
/**
 * A ratio may be so much worse than the committed one before it counts: machines and their neighbours differ.
 */
const tolerance = 1.25;

interface Baseline {
  readonly machine: string;
  readonly node: string;
  /** Our time an event over that of the faster C++ of the same round, by workload and size. */
  readonly ratios: Readonly<Record<string, number>>;
}

/**
 * Writes our ratios of this run as the ones to keep to. Never times: they say more of the machine than of us.
 */
export function writeBaseline(rows: readonly Row[]): void {
  const ratios = Object.fromEntries(
    ourRatios(rows).map(([name, ratio]) => [name, Math.round(ratio * 100) / 100]),
  );
  const machine = `${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores`;
  const baseline: Baseline = { machine, node: process.version, ratios };
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/**
 * Says which of our ratios are worse than the committed ones by more than the tolerance; empty when none is.
 */
export function regressions(rows: readonly Row[]): string[] {
  const baseline = JSON.parse(readFileSync(file, "utf8")) as Baseline; // written by writeBaseline
  return ourRatios(rows).flatMap(([name, ratio]) => {
    const limit = (baseline.ratios[name] ?? Infinity) * tolerance;
    return ratio > limit ? [`${name}: ${ratio.toFixed(2)} times C++, the limit is ${limit.toFixed(2)}`] : [];
  });
}

function ourRatios(rows: readonly Row[]): [string, number][] {
  return rows.flatMap(({ peer, workload, size, ratio }): [string, number][] => {
    return peer === ours && ratio !== null ? [[`${workload} ${size}`, ratio]] : [];
  });
}
