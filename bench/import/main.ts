import { measuredAlone } from "../alone.ts";
import { keepOrCheck } from "../baseline.ts";
import { median } from "../median.ts";
import { print, runBench } from "../words.ts";
import { importPeers, measureImport } from "./one-import.ts";
import type { ImportMeasurement } from "./one-import.ts";
import { makers } from "./tables.ts";

const usage = {
  text: `bench/import [--rounds 5] [--check | --write-baseline]
bench/import --one <Breakwater | csv-parse> <${Object.keys(makers).join(" | ")}> <rows>`,
  flags: ["check", "write-baseline"],
};

const rowsOfTables = 100_000;

await runBench(usage, async ({ flags, rounds, others }) => {
  const [peer = "", workload = "", rows = ""] = others;
  if (flags.has("one")) return print(JSON.stringify(await measureImport(peer, workload, Number(rows))));
  const ratios = Object.keys(makers).map((kind) => [kind, compare(kind, rounds)] as const);
  keepOrCheck(new URL("baseline.json", import.meta.url), ratios, { peer: "csv-parse", flags });
});

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
  const rows = String(rowsOfTables);
  return measuredAlone("import/main.js", peer, workload, rows) as ImportMeasurement; // what it prints for one
}
