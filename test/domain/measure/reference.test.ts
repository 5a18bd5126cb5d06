import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { performanceOnGrid, cumulativeOnGrid, levelOnGrid } from "#domain/measure/curve";
import { episodesOf } from "#domain/measure/episode";
import type { Reading, Rows } from "#domain/measure/measure-kind";
import { firstStay, largestLevel, levelQuantile, stepsOf, timeAverage } from "#domain/measure/steps";
import type { Plain, World } from "./reference.ts";
import {
  plainEpisodes,
  plainFailure,
  plainLevel,
  plainQuantile,
  plainRateNormal,
  plainRecovery,
  plainRelapses,
  plainShare,
  plainShortfall,
  plainStay,
} from "./reference.ts";
import { day, range, read, rowsOf } from "./rows.ts";

const end = 90;
const events = fc.array(fc.nat(end), { maxLength: 45 });

/** Whole ms, few and close together, so that every edge is met often. */
const worlds: fc.Arbitrary<World> = fc
  .record({
    twin: events,
    added: events,
    lost: fc.array(fc.tuple(fc.nat(end), fc.nat(12)), { maxLength: 3 }),
    edges: fc.uniqueArray(fc.integer({ min: 1, max: end - 1 }), { maxLength: 6 }),
    order: fc.boolean(),
    warmUpEnd: fc.nat(20),
    window: fc.integer({ min: 1, max: 15 }),
    heldFor: fc.integer({ min: 1, max: 15 }),
    recoveredAt: fc.constantFrom(0.5, 0.75, 0.9, 0.95),
    like: fc.boolean(),
  })
  .map(({ twin, added, lost, edges, order, like, ...rest }) => {
    const kept = twin.filter((time) => !lost.some(([from, length]) => time >= from && time < from + length));
    const ends = order ? [...edges].sort((a, b) => a - b) : edges;
    const pairs = range(0, Math.ceil(ends.length / 2)).map((index) => {
      const [a, b] = [ends[2 * index] ?? 0, ends[2 * index + 1] ?? Infinity];
      return [Math.min(a, b), Math.max(a, b)] as const;
    });
    return { ...rest, end, twin, run: like ? kept : [...kept, ...added], disruptions: pairs };
  });

function rowsFor(world: World, times: readonly number[], isRun: boolean): Rows {
  const { window, recoveredAt, heldFor, warmUpEnd } = world;
  const happenings = isRun
    ? world.disruptions.flatMap(([start, stop], index) => [
        ["disruption-start", `d${index}`, start] as const,
        ...(stop === Infinity ? [] : [["disruption-end", `d${index}`, stop] as const]),
      ])
    : [];
  return rowsOf({
    unit: 1,
    counts: { "canal.transit": times },
    timeline: happenings.sort((a, b) => a[2] - b[2]),
    facts: {
      warmUpEnd,
      end,
      performance: { of: ["canal.transit"], window, recoveredAt, heldFor, unit: "vessels" },
    },
  });
}

const bothRows = (world: World) => ({
  run: rowsFor(world, world.run, true),
  twin: rowsFor(world, world.twin, false),
});

function plainReading(plain: Plain, unit: number): Reading {
  if (plain === "unaffected" || plain === "none") return { status: plain };
  return "value" in plain
    ? { status: "value", value: plain.value / unit }
    : { status: "censored", value: plain.censored / unit };
}

const check = (name: string, law: (world: World) => void): void => {
  it(name, () => {
    fc.assert(fc.property(worlds, law), { seed: 2021, numRuns: 600 });
  });
};

describe("against definitions said plainly", () => {
  check("episodes are the same", (world) => {
    // Nothing recovers here, so what an episode took is back at its last end.
    const whole = plainEpisodes(world).map((episode) => ({ ...episode, restoredAt: episode.lastEnd }));
    expect(episodesOf(bothRows(world).run)).toEqual(whole);
  });

  check("loss, net loss and unit-days are the same", (world) => {
    const rows = bothRows(world);
    const episodes = plainEpisodes(world);
    const spans =
      episodes.length > 0
        ? episodes.map(({ onset, until }) => [onset, until] as const)
        : [[world.warmUpEnd, end] as const];
    const loss = spans.reduce((sum, [from, until]) => sum + plainShortfall(world, from, until).largest, 0);
    const whole = plainShortfall(world, spans[0]?.[0] ?? NaN, end);
    expect(read("throughput-loss", "performance", rows)).toEqual({ status: "value", value: loss });
    expect(read("net-loss", "performance", rows)).toEqual({ status: "value", value: whole.atEnd });
    expect(read("delay", "performance", rows)).toEqual({ status: "value", value: whole.integral / day });
  });

  check("time to survive is the same", (world) => {
    const failure = plainFailure(world);
    const plain = typeof failure === "string" ? failure : { value: failure.failedAt - failure.episode.onset };
    expect(read("time-to-survive", "performance", bothRows(world))).toEqual(plainReading(plain, day));
  });

  check("time to recover is the same", (world) => {
    expect(read("time-to-recover", "performance", bothRows(world))).toEqual(
      plainReading(plainRecovery(world), day),
    );
  });

  check("relapses are the same", (world) => {
    expect(read("relapses", "performance", bothRows(world))).toEqual(plainReading(plainRelapses(world), 1));
  });

  check("the time to a normal rate is the same", (world) => {
    expect(read("rate-normal-time", "performance", bothRows(world))).toEqual(
      plainReading(plainRateNormal(world), day),
    );
  });

  check("Q and cumulative counts on a grid are the same", (world) => {
    const { run, twin } = bothRows(world);
    const grid = range(0, end + 1);
    const curve = run.facts.performance;
    expect(curve).toBeDefined();
    if (curve === undefined) return;
    expect(Array.from(performanceOnGrid(run, twin, curve, grid))).toEqual(
      grid.map((t) => (t + world.window > end ? NaN : plainShare(world, t))),
    );
    expect(Array.from(cumulativeOnGrid(run, curve.of, grid))).toEqual(
      grid.map((t) => world.run.filter((time) => time <= t).length),
    );
  });

  it("meets every fate, so that none of this is empty", () => {
    const fates = fc.sample(worlds, { seed: 2021, numRuns: 600 }).map((world) => {
      const plain = plainRecovery(world);
      return typeof plain === "string" ? plain : Object.keys(plain)[0];
    });
    for (const fate of ["unaffected", "none", "value", "censored"]) {
      expect(fates.filter((met) => met === fate).length, fate).toBeGreaterThan(10);
    }
  });
});

describe("levels against definitions said plainly", () => {
  const changes = fc
    .uniqueArray(fc.tuple(fc.nat(60), fc.nat(6)), { selector: ([time]) => time, maxLength: 25 })
    .map((list) => [...list].sort((a, b) => a[0] - b[0]));

  it("averages, peaks, percentiles and stays are the same, of one level and of a sum", () => {
    fc.assert(
      fc.property(
        changes,
        changes,
        fc.nat(30),
        fc.integer({ min: 31, max: 70 }),
        fc.nat(6),
        fc.integer({ min: 1, max: 12 }),
        (one, two, from, until, most, stay) => {
          const run = rowsOf({ unit: 1, levels: { "queue/a.b": one, "queue/c.d": two } });
          const names = ["queue/a.b", "queue/c.d", "queue/e.f"];
          const sum = range(0, 71).map((t) => [t, plainLevel(one, t) + plainLevel(two, t)] as const);
          const steps = stepsOf(run.recorder.levels, names);
          if (steps === undefined) throw new Error("both were recorded");
          const span = { from, until };
          const values = sum.slice(from, until).map(([, level]) => level);
          expect(timeAverage(steps, span)).toBeCloseTo(values.reduce((a, b) => a + b, 0) / values.length, 12);
          expect(largestLevel(steps, span)).toBe(Math.max(...values));
          expect(levelQuantile(steps, 0.95, span)).toBe(plainQuantile(sum, 0.95, from, until));
          expect(firstStay(steps, most, stay, span)).toBe(plainStay(sum, most, stay, from, until));
          expect(Array.from(levelOnGrid(run, names, range(0, 71)))).toEqual(sum.map(([, level]) => level));
        },
      ),
      { seed: 366, numRuns: 400 },
    );
  });

  it("are nowhere where none was recorded", () => {
    expect(Array.from(levelOnGrid(rowsOf({}), ["queue/a.b"], [1, 2]))).toEqual([NaN, NaN]);
  });
});
