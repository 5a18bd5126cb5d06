import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { regressions, writeBaseline } from "../baseline.ts";
import { compiled } from "../compiled.ts";
import { importPeers, measureImport } from "./one-import.ts";
import type { ImportMeasurement } from "./one-import.ts";
import { makers } from "./tables.ts";

const usage = `bench/import [--rounds 5] [--check | --write-baseline]
bench/import --one <Breakwater | csv-parse> <${Object.keys(makers).join(" | ")}> <rows>`;

const rowsOfTables = 100_000;
const baseline = new URL("baseline.json", import.meta.url);

await main(process.argv.slice(2).filter((word) => word !== "--"));

async function main(words: string[]): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        one: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        "write-baseline": { type: "boolean", default: false },
        rounds: { type: "string", default: "5" },
      },
    });
    const [peer = "", workload = "", rows = ""] = positionals;
    if (values.one) return print(JSON.stringify(await measureImport(peer, workload, Number(rows))));
    const ratios = Object.keys(makers).map((kind) => [kind, compare(kind, Number(values.rounds))] as const);
    if (values["write-baseline"]) writeBaseline(baseline, ratios);
    if (!values.check) return;
    const problems = regressions(baseline, ratios, "csv-parse");
    for (const problem of problems) process.stderr.write(`slower than the baseline: ${problem}\n`);
    if (problems.length > 0) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
  }
}

/** Peers take turns, round after round; our time over the peer's of the same round, the median of rounds. */
function compare(workload: string, rounds: number): number {
  const measured = Array.from({ length: rounds }, () =>
    importPeers.map((peer) => measureAlone(peer, workload)),
  );
  const ours = measured.map(([own]) => own as ImportMeasurement); // one by peer
  const ratios = measured.map(([own, other]) => (own?.seconds ?? NaN) / (other?.seconds ?? NaN));
  const seconds = median(ours.map((one) => one.seconds));
  const memory = median(ours.map(({ peakRssMb }) => peakRssMb));
  const ratio = median(ratios);
  print(
    `${rowsOfTables} ${workload}: ${seconds.toFixed(2)} s of processor, ` +
      `${ratio.toFixed(1)} times csv-parse, ${memory} MB`,
  );
  return ratio;
}

function measureAlone(peer: string, workload: string): ImportMeasurement {
  const [program, ...words] = [...compiled("import/main.js"), "--one", peer, workload, String(rowsOfTables)];
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${peer} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as ImportMeasurement; // what is printed for one
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? NaN;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
