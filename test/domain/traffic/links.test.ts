import { expect, test } from "vitest";
import { digest, hours, run, stages, voyages, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, harbour } from "../small-worlds.ts";

const berth = "servers: 9, service: 2 h";

/** Ships leave at 0 h, 6 h, ... and sail 10 h on the lane. */
function lane(disruptions: string): string {
  return harbour(berth, { disruptions, days: 4 });
}

test(
  "a closed link lets nobody in: they wait at its start and enter in order of arrival, and those " +
    "on it finish",
  () => {
    const shut = run(lane("ice: { kind: closure, of: lane, start: 25 h, end: 45 h }"));
    expect(waits(shut, "lane")).toEqual([
      [30, 45, "ice"],
      [36, 45, "ice"],
      [42, 45, "ice"],
    ]);
    expect(hours(shut, "calls").filter((hour) => hour > 30)).toEqual([
      36, 57, 57, 57, 60, 66, 72, 78, 84, 90, 96,
    ]);
  },
);

test("who enters a link at the instant of its closing waits, and at that of its opening does not", () => {
  const shut = run(lane("ice: { kind: closure, of: lane, start: 30 h, end: 36 h }"));
  expect(waits(shut, "lane")).toEqual([[30, 36, "ice"]]);
});

test("two closures of a link that overlap keep it shut until the later end", () => {
  const shut = run(
    lane(
      "ice: { kind: closure, of: lane, start: 25 h, end: 35 h }, fog: { kind: closure, of: lane, " +
        "start: 28 h, end: 40 h }",
    ),
  );
  expect(waits(shut, "lane")).toEqual([
    [30, 40, "fog"],
    [36, 40, "fog"],
  ]);
});

test(
  "a slowdown slows those under way too, and only their legs, up to the last one slowed, carry " + "its name",
  () => {
    const slow = run(lane("fog: { kind: slowdown, of: lane, start: 28 h, end: 36 h, factor: 0.5 }"));
    const legs = stages(slow).filter(({ kind, place }) => kind === "sail" && place === "lane");
    // at 28 h the ships of 18 h and 24 h are at sea (the first arrives at its end), at 36 h those of 24 h,
    // 30 h and 36 h
    expect(legs.slice(2, 8).map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [12, 22, "none"],
      [18, 28, "none"],
      [24, 38, "fog"],
      [30, 43, "fog"],
      [36, 46, "none"],
      [42, 52, "none"],
    ]);
  },
);

test("at a factor of 0 those on the link stand still, and nothing is missing", () => {
  const still = run(lane("fog: { kind: slowdown, of: lane, start: 28 h, end: 80 h, factor: 0 }"));
  // the ship of 18 h comes to the end at 28 h and leaves; that of 24 h has 6 h left, the nine of 30 h to 78 h
  // all 10 h
  expect(hours(still, "calls").filter((hour) => hour >= 30)).toEqual([
    30,
    88,
    ...Array<number>(9).fill(92),
    96,
  ]);
});

test("who still waits for a link at the end of the run has a wait without an end", () => {
  const shut = run(lane("ice: { kind: closure, of: lane, start: 84 h }"));
  expect(waits(shut, "lane")).toEqual([
    [84, NaN, "ice"],
    [90, NaN, "ice"],
    [96, NaN, "ice"],
  ]);
});

test("who waits for a closed link turns when he decides that the way behind it is not worth it", () => {
  const turned = run(
    canal("time: 3 h, admission: { kind: headway, every: 1 h }", {
      days: 6,
      disruptions:
        "ice: { kind: closure, of: west-cut, start: 25 h, end: 80 h }, " +
        "block: { kind: closure, of: cut, start: 40 h, end: 140 h }",
      policies: "masters: { kind: divert, of: cut, rule: cheapest }",
    }),
  );
  const gaveUp = stages(turned).filter(({ kind }) => kind === "abandoned");
  expect(gaveUp.map(({ place, from, to, reason }) => [place, from, to, reason])).toEqual([
    ["west-cut", 30, 40, "ice"],
    ["west-cut", 36, 40, "ice"],
  ]);
  expect(voyages(turned)[5]).toMatchObject({
    start: 30,
    end: 80,
    diverted: true,
    kilometres: 400,
    planned: 40,
  });
});

/** How long each voyage was on the lane, of those that came to its end. */
function sails(of: Run): Map<string, number> {
  const own = stages(of).filter(({ kind, place }) => kind === "sail" && place === "lane");
  return new Map(own.map(({ voyage, from, to }) => [voyage, to - from]));
}

const timed = (time: string, text: string = harbour(berth, { days: 40 })): Run =>
  run(text.replace("distance: 100 km", `distance: 100 km, time: ${time}`));

test("the time of a link may be drawn, for each voyage anew and alike in every world", () => {
  const drawn = sails(timed("{ kind: uniform, min: 4 h, max: 8 h }"));
  const times = [...drawn.values()];
  expect(new Set(times).size).toBe(times.length);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...times)).toBeLessThanOrEqual(8);
  expect(times.reduce((sum, one) => sum + one, 0) / times.length).toBeCloseTo(6, 0);
  const twice = sails(timed("{ kind: uniform, min: 8 h, max: 16 h }"));
  expect(twice.size).toBeGreaterThan(100);
  for (const [voyage, time] of twice) expect(time).toBeCloseTo(2 * (drawn.get(voyage) ?? NaN), 3);
});

test("a link whose time never varies is one with that time, and routes reckon with the mean", () => {
  expect(digest(timed("{ kind: constant, value: 6 h }").recorder)).toBe(digest(timed("6 h").recorder));
  const other = "other: { from: sea, to: quay, mode: sea, distance: 230 km }"; // 23 h
  const text = harbour(berth, { days: 20 }).replace("lane: {", `${other}\n    lane: {`);
  expect(sails(timed("{ kind: uniform, min: 21 h, max: 24 h }", text)).size).toBeGreaterThan(70);
  expect(sails(timed("{ kind: uniform, min: 22 h, max: 25 h }", text)).size).toBe(0);
});

/** The lane with room for so many at once. */
function limited(capacity: number, disruptions: string = ""): Run {
  return run(lane(disruptions).replace("distance: 100 km", `distance: 100 km, capacity: ${capacity}`));
}

test("who comes to a link that is full waits at its start, and enters in order as one leaves", () => {
  expect(waits(limited(1), "lane").slice(0, 4)).toEqual([
    [6, 10, "none"],
    [12, 20, "none"],
    [18, 30, "none"],
    [24, 40, "none"],
  ]);
});

test("a link with room for all is one without a capacity: who comes as one leaves finds room", () => {
  const two = limited(2);
  expect(waits(two, "lane")).toEqual([]);
  expect(digest(two.recorder)).toBe(digest(run(lane("")).recorder));
});

test("those who wait for a closed link enter as far as it has room, and on for its fault", () => {
  const shut = limited(2, "ice: { kind: closure, of: lane, start: 25 h, end: 45 h }");
  expect(waits(shut, "lane")).toEqual([
    [30, 45, "ice"],
    [36, 45, "ice"],
    [42, 55, "ice"],
    [48, 55, "ice"],
    [54, 65, "ice"],
    [60, 65, "ice"],
    [66, 75, "none"],
    [72, 75, "none"],
    [78, 85, "none"],
    [84, 85, "none"],
    [90, 95, "none"],
  ]);
});

test("a link takes both ways together", () => {
  const back =
    "back: { from: quay, to: sea, vessel: ship, arrivals: { kind: regular, every: 30 d, offset: 1 h } }";
  const both = lane("")
    .replace("sea: { type: junction", "sea: { type: port")
    .replace("distance: 100 km", "distance: 100 km, capacity: 1")
    .replace("flows: { ", `flows: { ${back}, `);
  expect(waits(run(both), "lane").slice(0, 2)).toEqual([
    [1, 10, "none"],
    [6, 20, "none"],
  ]);
});
