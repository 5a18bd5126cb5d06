import { parseArgs } from "node:util";
import { regressions, writeBaseline } from "./baseline.ts";
import type { Ratios } from "./baseline.ts";
import { measureOurs, ours } from "./one.ts";
import { compare } from "./rounds.ts";
import type { Row } from "./rounds.ts";

const usage = `bench [--json] [--rounds 5] [--check | --write-baseline]
bench --one <mm1 | network | hold> <size> <seed> [--json]`;

const baseline = new URL("baseline.json", import.meta.url);

main(process.argv.slice(2).filter((word) => word !== "--"));

function main(words: string[]): void {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        one: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        "write-baseline": { type: "boolean", default: false },
        rounds: { type: "string", default: "5" },
      },
    });
    if (values.one) return runOne(positionals, values.json);
    const rows = compare(Number(values.rounds));
    print(values.json ? JSON.stringify(rows, null, 2) : table(rows));
    if (values["write-baseline"]) writeBaseline(baseline, ratiosOf(rows));
    if (values.check) check(rows);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
  }
}

function runOne([workload = "", size = "", seed = "1"]: readonly string[], json: boolean): void {
  const measured = measureOurs(workload, Number(size), seed);
  if (!json)
    print(`${workload} ${size}: ${measured.nsPerEvent.toFixed(1)} ns an event, answer ${measured.answer}`);
  print(JSON.stringify(measured));
}

function check(rows: readonly Row[]): void {
  const problems = regressions(baseline, ratiosOf(rows), "C++");
  for (const problem of problems) process.stderr.write(`slower than the baseline: ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
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

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
