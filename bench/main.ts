import { keepOrCheck } from "./baseline.ts";
import type { Ratios } from "./baseline.ts";
import { measureOurs, ours } from "./one.ts";
import { compare } from "./rounds.ts";
import type { Row } from "./rounds.ts";
import { print, runBench } from "./words.ts";

const usage = {
  text: `bench [--json] [--rounds 5] [--check | --write-baseline]
bench --one <mm1 | network | hold> <size> <seed> [--json]`,
  flags: ["json", "check", "write-baseline"],
};

await runBench(usage, ({ flags, rounds, others }) => {
  if (flags.has("one")) return runOne(others, flags.has("json"));
  const rows = compare(rounds);
  print(flags.has("json") ? JSON.stringify(rows, null, 2) : table(rows));
  keepOrCheck(new URL("baseline.json", import.meta.url), ratiosOf(rows), { peer: "C++", flags });
});

function runOne([workload = "", size = "", seed = "1"]: readonly string[], json: boolean): void {
  const measured = measureOurs(workload, Number(size), seed);
  if (!json)
    print(`${workload} ${size}: ${measured.nsPerEvent.toFixed(1)} ns an event, answer ${measured.answer}`);
  print(JSON.stringify(measured));
}

/** Our ratios, by workload and size. */
function ratiosOf(rows: readonly Row[]): Ratios {
  return rows.flatMap(({ peer, workload, size, ratio }) =>
    peer === ours && ratio !== null ? [[`${workload} ${size}`, ratio] as const] : [],
  );
}

function table(rows: readonly Row[]): string {
  const head = ["workload", "size", "peer", "ns an event", "times C++", "peak MB", "answer"];
  const lines = rows.map((row) => [
    row.workload,
    String(row.size),
    row.peer,
    row.nsPerEvent.toFixed(1),
    row.ratio?.toFixed(2) ?? "-",
    String(row.peakRssMb),
    row.answer.toPrecision(5),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  );
  return [head, ...lines]
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}
