import { describe, expect, test } from "vitest";
import { level, run, stages, voyages } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal, harbour } from "../domain/small-worlds.ts";

const berth = "servers: 2, service: { kind: exponential, mean: 10 h }";
const transit = "time: 3 h, admission: { kind: headway, every: 4 h }";
const masters = "masters: { kind: divert, of: cut, rule: divert }";
/** At times a ship comes two hours behind another and believes it will wait: one enters in four hours. */
const close =
  "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 12 h } }, " +
  "others: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 10 h } }";

function inHarbour(disruptions: string | undefined): Run {
  return run(harbour(berth, { seed: "neutral", ...(disruptions === undefined ? {} : { disruptions }) }));
}

function inCanal(disruptions: string | undefined): Run {
  const parts = { seed: "neutral", policies: masters, flows: close };
  return run(canal(transit, { ...parts, ...(disruptions === undefined ? {} : { disruptions }) }));
}

const acting = (what: string): string =>
  `trouble: { ${what}, start: 2024-01-03T00:00Z, end: 2024-01-04T00:00Z }`;

const harbourLevels = (of: Run): unknown => [level(of, "queue/quay.berth"), level(of, "busy/quay.berth")];

describe("a factor of 1 changes nothing, not even whom a wait is blamed on", () => {
  test.each([
    "kind: capacity, of: quay.berth, factor: 1",
    "kind: capacity, of: quay.berth, factor: 1, scales: servers",
    "kind: slowdown, of: lane, factor: 1",
  ])("in a harbour: %s", (what) => {
    const [calm, disturbed] = [inHarbour(undefined), inHarbour(acting(what))];
    expect(stages(calm).some(({ kind, from, to }) => kind === "wait" && to > from)).toBe(true);
    expect([voyages(disturbed), stages(disturbed), harbourLevels(disturbed)]).toEqual([
      voyages(calm),
      stages(calm),
      harbourLevels(calm),
    ]);
  });

  test.each(["kind: capacity, of: cut, factor: 1", "kind: slowdown, of: west-cut, factor: 1"])(
    "in a canal: %s",
    (what) => {
      const [calm, disturbed] = [inCanal(undefined), inCanal(acting(what))];
      expect([voyages(disturbed), stages(disturbed)]).toEqual([voyages(calm), stages(calm)]);
    },
  );
});

/** What voyages that began after a time did, relative to it. */
function begunAfter(of: Run, hour: number): unknown {
  const late = voyages(of).filter(({ start }) => start >= hour);
  const names = new Set(late.map(({ name }) => name));
  return [late, stages(of).filter(({ voyage }) => names.has(voyage))];
}

describe("what was applied and taken back leaves the world as it was", () => {
  const quiet = "servers: 2, service: 2 h";
  const [calmHarbour, calmCanal] = [run(harbour(quiet)), inCanal(undefined)];

  test.each([
    "kind: closure, of: quay.berth",
    "kind: closure, of: quay.berth, inside: lose",
    "kind: capacity, of: quay.berth, factor: 0.2",
    "kind: capacity, of: quay.berth, factor: 0.2, scales: servers",
    "kind: slowdown, of: lane, factor: 0.5",
    "kind: closure, of: lane",
  ])("in a harbour: %s", (what) => {
    const disturbed = run(harbour(quiet, { disruptions: acting(what) }));
    expect(stages(disturbed)).not.toEqual(stages(calmHarbour));
    expect(begunAfter(disturbed, 144)).toEqual(begunAfter(calmHarbour, 144));
  });

  test.each([
    "kind: closure, of: cut",
    "kind: closure, of: cut, foresight: none",
    "kind: capacity, of: cut, factor: 0.25",
    "kind: slowdown, of: west-cut, factor: 0.5",
  ])("in a canal: %s", (what) => {
    const disturbed = inCanal(acting(what));
    expect(stages(disturbed)).not.toEqual(stages(calmCanal));
    expect(begunAfter(disturbed, 168)).toEqual(begunAfter(calmCanal, 168));
  });
});
