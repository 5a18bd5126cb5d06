import { expect, test } from "vitest";
import { hours, level, run, waits } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { harbour } from "../domain/small-worlds.ts";
import { studentInterval } from "#engine/stats/student-interval";
import { foldInBlocks } from "#engine/stats/fold";
import { Streams } from "#engine/random/stream";

/*
 * Little's law, L = lambda W: between two instants at which nobody is there, the area under the number
 * present is the sum of the times that those who came have spent there; not on average but to the
 * millisecond.
 */

const days = 40;
const berth = "servers: 2, service: { kind: gamma, mean: 9 h, sd: 7 h }";

/** 60 ships that leave by day 25, drawn here, and so have all been served long before day 40. */
function instants(seed: string): string {
  const stream = new Streams(seed, 0).at("little");
  const minutes = Array.from({ length: 60 }, () => Math.floor(stream.uniform() * 25 * 24 * 60));
  return minutes.map((minute) => `${minute} min`).join(", ");
}

function emptyToEmpty(seed: string, more: Parameters<typeof harbour>[1] = {}): Run {
  return run(
    harbour(berth, {
      days,
      seed,
      flows:
        `calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: table, times: ` +
        `[${instants(seed)}] } }`,
      ...more,
    }),
  );
}

/** The area under a level up to the end of the run, in vessel-hours. */
function area(steps: readonly (readonly [number, number])[], end: number): number {
  return steps.reduce((sum, [hour, value], step) => sum + value * ((steps[step + 1]?.[0] ?? end) - hour), 0);
}

/** Hours spent waiting by all. */
function waited(of: Run): number {
  return waits(of, "quay.berth").reduce((sum, [from, to]) => sum + (to - from), 0);
}

function totals(of: Run): { area: number; waited: number; ships: number; longest: number } {
  const queue = level(of, "queue/quay.berth");
  return {
    area: area(queue, 24 * days),
    waited: waited(of),
    ships: hours(of, "quay.berth").length,
    longest: Math.max(...queue.map(([, value]) => value)),
  };
}

test(
  "over a run that starts and ends empty the area under the queue is the sum of the waits, " + "exactly",
  () => {
    for (let seed = 0; seed < 20; seed++) {
      const { area: under, waited: sum, ships, longest } = totals(emptyToEmpty(`little ${seed}`));
      expect(ships).toBe(60);
      expect(longest).toBeGreaterThan(1);
      expect(sum).toBeGreaterThan(10);
      expect(Math.round(under * 3_600_000)).toBe(Math.round(sum * 3_600_000));
    }
  },
);

test("the same through closures that hold everybody, and through a berth that works slower", () => {
  for (const inside of ["finish", "resume", "restart"]) {
    const disruptions =
      `storm: { kind: closure, of: quay.berth, inside: ${inside}, start: 90 h, end: 160 h }, ` +
      "tired: { kind: capacity, of: quay.berth, factor: 0.5, start: 200 h, end: 400 h }";
    const shut = totals(emptyToEmpty("little shut", { disruptions }));
    const open = totals(emptyToEmpty("little shut"));
    expect(shut.ships).toBe(60);
    expect(shut.waited).toBeGreaterThan(open.waited + 100);
    expect(Math.round(shut.area * 3_600_000)).toBe(Math.round(shut.waited * 3_600_000));
  }
});

test("the number served obeys it too: the area under the busy servers is the sum of the services", () => {
  const of = emptyToEmpty("little busy");
  const { journeys } = of.recorder;
  const service = [...journeys.stageKind.view()].flatMap((kind, row) =>
    kind === 1 ? [journeys.stageTo.at(row) - journeys.stageFrom.at(row)] : [],
  );
  expect(service.length).toBe(60);
  const under = area(level(of, "busy/quay.berth"), 24 * days) * 3_600_000;
  expect(Math.round(under)).toBe(service.reduce((sum, ms) => sum + ms, 0));
});

test("one hand-made case: three ships at once at one berth of 2 h", () => {
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: table, times: [5 h, 5 h, 5 h] } }";
  const three = run(harbour("servers: 1, service: 2 h", { days: 3, flows }));
  // all come at 15 h; one waits 2 h, one waits 4 h
  expect(level(three, "queue/quay.berth")).toEqual([
    [15, 2],
    [17, 1],
    [19, 0],
  ]);
  expect([area(level(three, "queue/quay.berth"), 72), waited(three)]).toEqual([6, 6]);
});

test(
  "statistically: with Poisson arrivals the mean queue is the rate times the mean wait, within " + "99.9 %",
  () => {
    const text = harbour("servers: 1, service: { kind: exponential, mean: 3 h }", {
      days: 200,
      seed: "little statistically",
      flows: "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: poisson, rate: 6.4 /d } }",
    });
    const gaps: number[] = [];
    const queues: number[] = [];
    for (let replication = 0; replication < 40; replication++) {
      const of = run(text, replication, {});
      const rows = waits(of, "quay.berth").filter(([, to]) => !Number.isNaN(to));
      const length = area(level(of, "queue/quay.berth"), 24 * 200) / (24 * 200);
      const meanWait = rows.reduce((sum, [from, to]) => sum + to - from, 0) / rows.length;
      gaps.push(length - (6.4 / 24) * meanWait);
      queues.push(length);
    }
    const gap = studentInterval(foldInBlocks(gaps), 0.999);
    expect(gap.low).toBeLessThan(0);
    expect(gap.high).toBeGreaterThan(0);
    // M/M/1 at 0.8: 0.8^2 / (1 - 0.8) = 3.2 wait
    const queue = studentInterval(foldInBlocks(queues), 0.999);
    expect(queue.low).toBeLessThan(3.2);
    expect(queue.high).toBeGreaterThan(3.2);
    expect((gap.high ?? Infinity) - (gap.low ?? -Infinity)).toBeLessThan(0.5);
  },
);
