import { expect, test } from "vitest";
import { createWorld } from "#scenario/build/create-world";
import { digest, hours, level, run, scenarioOf, source, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

/** Ships come at 10 h, 16 h, 22 h ... of a run that begins on a Monday at midnight; two hours each. */
function open(week: string, parts: SmallParts = {}): Run {
  return run(harbour(`servers: 1, service: 2 h, hours: { ${week} }`, { days: 8, ...parts }));
}

const done = (of: Run): number[] => hours(of, "quay.berth");
const day = "daily: 08:00-17:00";

test("who is inside at closing stands still and goes on when it opens; who waits comes after", () => {
  // 16 h: works an hour until 17 h and the other from 32 h on; 40 h the same, till 57 h
  expect(done(open(day)).slice(0, 7)).toEqual([12, 33, 35, 37, 39, 57, 59]);
  expect(waits(open(day), "quay.berth").slice(0, 4)).toEqual([
    [10, 10, "none"],
    [16, 16, "none"],
    [22, 33, "none"], // nobody's fault
    [28, 35, "none"],
  ]);
});

test("a server is occupied by who stands still", () => {
  expect(level(open(day), "busy/quay.berth").filter(([hour]) => hour < 33)).toEqual([
    [10, 1],
    [12, 0],
    [16, 1],
  ]);
});

test("hours go by a clock ahead of UTC, over midnight too", () => {
  const usual = digest(open(day).recorder);
  expect(digest(open("daily: 16:00-01:00, utc-offset: 8 h").recorder)).toBe(usual);
  expect(digest(open("daily: 22:00-07:00, utc-offset: -10 h").recorder)).toBe(usual);
});

test("days that are named have hours of their own, the others are daily", () => {
  // ships come at 118 h, 124 h ...; Saturday and Sunday are 120 h to 168 h: a service that ends then is done
  const week = open("sat: closed, sun: closed", { days: 9 });
  expect(done(week).filter((hour) => hour > 112 && hour < 175)).toEqual([114, 120, 170, 172, 174]);
  const monday = open("daily: closed, tue: 10:00-12:00", { days: 9 });
  expect(done(monday)).toEqual([36, 204]);
});

test("who comes as it closes waits, who comes as it opens does not", () => {
  const at = (offset: number): SmallParts => {
    const arrivals = `{ kind: regular, every: 9 d, offset: ${offset} h }`;
    return { days: 3, flows: `calls: { from: sea, to: quay, vessel: ship, arrivals: ${arrivals} }` };
  };
  expect(waits(open(day, at(31)), "quay.berth")).toEqual([[41, 56, "none"]]); // 17:00
  expect(waits(open(day, at(46)), "quay.berth")).toEqual([[56, 56, "none"]]); // 08:00
});

test("a closure beside it opens nothing, and is blamed for what it made", () => {
  const disruptions = "storm: { kind: closure, of: quay.berth, start: 30 h, end: 34 h }";
  const of = open(day, { disruptions });
  // what was left at 17 h goes on at 34 h, not at 32 h
  expect(done(of).slice(0, 4)).toEqual([12, 35, 37, 39]);
  expect(waits(of, "quay.berth")[2]).toEqual([22, 35, "storm"]);
  const later = open(day, {
    disruptions: "storm: { kind: closure, of: quay.berth, start: 50 h, end: 54 h }",
  });
  expect(done(later)).toEqual(done(open(day))); // over before it opens
});

test("a station that is always open is one without hours, and each replication begins as written", () => {
  const plain = digest(run(harbour("servers: 1, service: 2 h", { days: 8 })).recorder);
  expect(digest(open("daily: open").recorder)).toBe(plain);
  expect(digest(open("daily: 06:00-06:01, mon: open, tue: open, wed: open", { days: 3 }).recorder)).toBe(
    digest(run(harbour("servers: 1, service: 2 h", { days: 3 })).recorder),
  );
  const world = createWorld(scenarioOf(harbour(`servers: 1, service: 2 h, hours: { ${day} }`, { days: 8 })), {
    source,
  });
  const digests = [0, 1, 0].map((replication) => {
    world.run(replication, { audit: true });
    return digest(world.recorder);
  });
  expect(digests[2]).toBe(digests[0]);
});
