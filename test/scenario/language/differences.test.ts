import { expect, test } from "vitest";
import { differencesOf } from "#scenario/language/differences";

const pathsOf = (before: unknown, after: unknown): string[] =>
  differencesOf(before, after).map(({ path }) => path);

test("named things are followed key by key, and the order of keys means nothing", () => {
  const before = { vessels: { ship: { speed: 5, capacity: 7 }, barge: { speed: 2 } } };
  const after = { vessels: { barge: { speed: 3 }, ship: { capacity: 7, speed: 5 } } };
  expect(differencesOf(before, after)).toEqual([{ path: "vessels.barge.speed", before: 2, after: 3 }]);
  expect(differencesOf(before, before)).toEqual([]);
});

test("a distribution, a schedule and an instant are one value; a disruption is many", () => {
  const disruption = (mean: number, at: number, factor: number): unknown => ({
    disruptions: {
      storm: { kind: "capacity", duration: { kind: "lognormal", mean }, start: { at }, factor },
    },
  });
  expect(pathsOf(disruption(1, 2, 3), disruption(9, 8, 7))).toEqual([
    "disruptions.storm.duration",
    "disruptions.storm.start",
    "disruptions.storm.factor",
  ]);
});

test("another kind replaces the whole, and what the program names is told as it is written", () => {
  expect(
    pathsOf(
      { policies: { p: { kind: "divert", of: ["a"] } } },
      { policies: { p: { kind: "surge", of: ["b"] } } },
    ),
  ).toEqual(["policies.p"]);
  expect(pathsOf({ time: { warmUp: 1 } }, { time: { warmUp: 2 } })).toEqual(["time.warm-up"]);
});

test("a site is followed although it has a place, and lists keep their order", () => {
  const site = (lat: number, tags: string[]): unknown => ({ harbour: { at: [lat, 0], stations: {}, tags } });
  expect(pathsOf(site(1, ["x", "y"]), site(2, ["y", "x"]))).toEqual(["harbour.at", "harbour.tags"]);
});
