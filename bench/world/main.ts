import { measuredAlone } from "../alone.ts";
import { median } from "../median.ts";
import { print, runBench } from "../words.ts";
import { measureWorld } from "./one-world.ts";
import type { WorldMeasurement } from "./one-world.ts";
import type { WorldVariant } from "./scenario-text.ts";

const usage = {
  text: `bench/world [--json] [--rounds 5]
bench/world --one <500 | 2000> <calm | disrupted> [--json]`,
  flags: ["json"],
};

const sizes = [500, 2000] as const;
const variants = ["calm", "disrupted"] as const;

await runBench(usage, ({ flags, rounds, others }) => {
  if (flags.has("one")) return print(JSON.stringify(measureOne(others)));
  const rows = compare(rounds);
  print(flags.has("json") ? JSON.stringify(rows, null, 2) : rows.map(line).join("\n"));
});

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
  const of = (value: (row: Row) => number): number => median(rows.map(value));
  return {
    ...first,
    seconds: of(({ seconds }) => seconds),
    processorSeconds: of(({ processorSeconds }) => processorSeconds),
    nsPerEvent: of(({ nsPerEvent }) => nsPerEvent),
    peakRssMb: of(({ peakRssMb }) => peakRssMb),
    ratio: of(({ ratio }) => ratio),
  };
}

function measureAlone(size: number, variant: WorldVariant): WorldMeasurement {
  return measuredAlone("world/main.js", String(size), variant) as WorldMeasurement; // what measureOne printed
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
