import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { compiled } from "../compiled.ts";
import { measureWorld } from "./one-world.ts";
import type { WorldMeasurement } from "./one-world.ts";
import type { WorldVariant } from "./scenario-text.ts";

const usage = `bench/world [--json] [--rounds 5]
bench/world --one <500 | 2000> <calm | disrupted> [--json]`;

const sizes = [500, 2000] as const;
const variants = ["calm", "disrupted"] as const;

main(process.argv.slice(2).filter((word) => word !== "--"));

function main(words: string[]): void {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        one: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        rounds: { type: "string", default: "5" },
      },
    });
    if (values.one) return print(JSON.stringify(measureOne(positionals)));
    const rows = compare(Number(values.rounds));
    print(values.json ? JSON.stringify(rows, null, 2) : rows.map(line).join("\n"));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
  }
}

/** A measurement, and its time over that of the smallest size of the same round; medians over the rounds. */
interface Row extends WorldMeasurement {
  readonly ratio: number;
}

/**
 * Sizes take turns within a round, each in a process of its own, so that what else the machine does falls on
 * all.
 */
function compare(rounds: number): Row[] {
  const measured = Array.from({ length: rounds }, () =>
    variants.map((variant) => sizes.map((size) => measureAlone(size, variant))),
  );
  return variants.flatMap((_, variant) =>
    sizes.map((_, size) => {
      const runs = measured.map((round) => round[variant] ?? []);
      return middle(runs.flatMap((bySize) => ratioed(bySize[size], bySize[0])));
    }),
  );
}

function ratioed(one: WorldMeasurement | undefined, base: WorldMeasurement | undefined): Row[] {
  return one === undefined || base === undefined
    ? []
    : [{ ...one, ratio: one.processorSeconds / base.processorSeconds }];
}

function middle(rows: readonly Row[]): Row {
  const [first] = rows;
  if (first === undefined) throw new Error("a comparison has one round or more");
  const median = (value: (row: Row) => number): number =>
    rows.map(value).sort((a, b) => a - b)[(rows.length - 1) >> 1] ?? NaN;
  return {
    ...first,
    seconds: median(({ seconds }) => seconds),
    processorSeconds: median(({ processorSeconds }) => processorSeconds),
    nsPerEvent: median(({ nsPerEvent }) => nsPerEvent),
    peakRssMb: median(({ peakRssMb }) => peakRssMb),
    ratio: median(({ ratio }) => ratio),
  };
}

function measureAlone(size: number, variant: WorldVariant): WorldMeasurement {
  const [program, ...words] = [...compiled("world/main.js"), "--one", String(size), variant];
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${size} ${variant} failed: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as WorldMeasurement; // what measureOne printed
}

function measureOne([size = "", named = ""]: readonly string[]): WorldMeasurement {
  const variant = variants.find((known) => known === named);
  if (variant === undefined)
    throw new Error(`there is no world "${named}"; there are ${variants.join(", ")}`);
  if (!(Number(size) >= 1)) throw new Error(`a world has a size of 1 or more, not ${size}`);
  return measureWorld(Number(size), variant, 5);
}

function line(row: Row): string {
  const { size, workload, events, answer, nsPerEvent, peakRssMb, ratio } = row;
  const perSecond = (1e3 / nsPerEvent).toFixed(2);
  return (
    `${workload} ${size}: ${perSecond} M events/s (${nsPerEvent.toFixed(0)} ns an event), ${events} ` +
    `events, ` +
    `${answer.toFixed(0)} vessels on average, ${row.eventsPerVesselYear.toFixed(0)} events a vessel-year, ` +
    `${ratio.toFixed(2)} times the time of ${sizes[0]}, ${peakRssMb} MB`
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
