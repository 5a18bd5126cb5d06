import { expect, test } from "vitest";
import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";
import { run, stages } from "../run.ts";
import type { Run } from "../run.ts";
import { harbour } from "../small-worlds.ts";

const two = "ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 10 km/h }";

const at = { performance: "quay.berth" };

/** Who was served at the quay, in order. */
function served(of: Run): string[] {
  return stages(of)
    .filter(({ kind }) => kind === "service")
    .map(({ voyage }) => voyage);
}

test("shortest serves the shortest service of those waiting, equals first come, and never interrupts", () => {
  const flow = (hour: number, vessel: string): string =>
    `{ from: sea, to: quay, vessel: ${vessel}, ` +
    `arrivals: { kind: regular, every: 9 d, offset: ${hour} h } }`;
  const flows = `a: ${flow(0, "ship")}, b: ${flow(1, "ship")}, c: ${flow(2, "boat")}, d: ${flow(3, "boat")}`;
  const service = "servers: 1, service: { ship: 5 h, boat: 2 h }, discipline:";
  expect(served(run(harbour(`${service} shortest`, { ...at, flows, vessels: two, days: 4 })))).toEqual([
    "a/0",
    "c/0",
    "d/0",
    "b/0",
  ]);
  expect(served(run(harbour(`${service} fifo`, { ...at, flows, vessels: two, days: 4 })))).toEqual([
    "a/0",
    "b/0",
    "c/0",
    "d/0",
  ]);
});

test("due serves what is due first, whenever it came, and what is never due last", () => {
  const flow = (hour: number, due: string): string =>
    `{ from: sea, to: quay, vessel: ship${due}, ` +
    `arrivals: { kind: regular, every: 9 d, offset: ${hour} h } }`;
  const flows =
    `never: ${flow(0, "")}, nor: ${flow(1, "")}, late: ${flow(2, ", due: 40 h")}, ` +
    `soon: ${flow(3, ", due: 20 h")}, same: ${flow(4, ", due: 19 h")}`;
  const station = "servers: 1, service: 5 h, discipline: due";
  expect(served(run(harbour(station, { ...at, flows, days: 4 })))).toEqual([
    "never/0",
    "soon/0",
    "same/0",
    "late/0",
    "nor/0",
  ]);
});

test("a single flow of equal services is served in order of arrival by every discipline", () => {
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, due: 30 h, arrivals: { kind: poisson, rate: 10 /d } }";
  const of = (discipline: string): unknown =>
    stages(run(harbour(`servers: 1, service: 2 h, discipline: ${discipline}`, { flows, seed: "equals" })));
  for (const discipline of ["priority", "shortest", "due"]) expect(of(discipline)).toEqual(of("fifo"));
});

/*
 * Two classes, of which one always goes first and neither interrupts the other. With rates a and b per hour,
 * services s and t, R = (a s² + b t²) / 2 and loads p = a s and q = b t, the first class waits R / (1 - p) on
 * average and the second R / ((1 - p) (1 - p - q)): whoever comes finds R of work in service, and waits for
 * all that is ahead of it then or comes ahead of it later.
 */
const [shortHours, longHours] = [1, 2];
const [shortRate, longRate] = [0.2, 0.15];
const inService = (shortRate * shortHours ** 2 + longRate * longHours ** 2) / 2;
const shortLoad = shortRate * shortHours;
const theory = {
  boats: inService / (1 - shortLoad),
  ships: inService / ((1 - shortLoad) * (1 - shortLoad - longRate * longHours)),
};

test.each(["shortest", "due"])(
  "under %s two classes wait as theory says of one that goes before another",
  (discipline) => {
    const flow = (vessel: string, rank: string, perHour: number): string =>
      `{ from: sea, to: quay, vessel: ${vessel}, ${rank}, ` +
      `arrivals: { kind: poisson, rate: ${24 * perHour} /d } }`;
    const flows =
      `boats: ${flow("boat", "priority: 1, due: 1 h", shortRate)}, ` +
      `ships: ${flow("ship", "priority: 2, due: 9000 d", longRate)}`;
    const service = `service: { ship: ${longHours} h, boat: ${shortHours} h }`;
    const text = harbour(`servers: 1, ${service}, discipline: ${discipline}`, {
      ...at,
      flows,
      vessels: two,
      days: 1500,
      seed: `theory of ${discipline}`,
      measures: "mean-wait: quay.berth",
    });
    const first = run(text, 0, {});
    const means = Array.from({ length: 40 }, (_, replication) => {
      first.world.run(replication);
      return meanWaits(first);
    });
    for (const flowName of ["boats", "ships"] as const) {
      const sample = foldInBlocks(means.map((mean) => mean[flowName]));
      const wide = studentInterval(sample, 0.999);
      expect(wide.low).toBeLessThan(theory[flowName]);
      expect(wide.high).toBeGreaterThan(theory[flowName]);
      const { high } = studentInterval(sample);
      expect(((high ?? Infinity) - sample.mean) / sample.mean).toBeLessThan(0.02);
    }
  },
);

/** Mean hours of waiting by flow, of those who came after 20 days. */
function meanWaits(of: Run): { readonly boats: number; readonly ships: number } {
  const { journeys } = of.recorder;
  const sums = [0, 0];
  const counts = [0, 0];
  for (let row = 0; row < journeys.stageKind.length; row++) {
    if (journeys.stageKind.at(row) !== 0) continue;
    const [from, to] = [journeys.stageFrom.at(row), journeys.stageTo.at(row)];
    if (Number.isNaN(to) || from < of.scenario.time.start + 20 * 86_400_000) continue;
    const flow = journeys.flow.at(journeys.stageVoyage.at(row));
    sums[flow] = (sums[flow] ?? 0) + (to - from) / 3_600_000;
    counts[flow] = (counts[flow] ?? 0) + 1;
  }
  return { boats: (sums[0] ?? 0) / (counts[0] ?? 0), ships: (sums[1] ?? 0) / (counts[1] ?? 0) };
}
