import { expect, test } from "vitest";
import { run, stages, voyages } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";

/** By voyage, how long a stage at a place took that was over by the end of the run, in hours. */
function lasted(of: Run, kind: string, place: string): Map<string, number> {
  const rows = stages(of).filter((row) => row.kind === kind && row.place === place && !Number.isNaN(row.to));
  return new Map(rows.map(({ voyage, from, to }) => [voyage, to - from]));
}

/**
 * A closed canal, and masters who wait or go round it: some voyages of one flow are diverted, come later to
 * the berths of `east`, and are overtaken there. No berth is ever short, so nobody delays another there.
 */
function crossing(rule: "wait" | "divert"): Run {
  const text = canal("time: { kind: exponential, mean: 3 h }, admission: { kind: headway, every: 1 min }", {
    flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 8 /d } }",
    disruptions:
      "grounding: { kind: closure, of: cut, start: 2024-01-03T00:00Z, duration: 2 d, foresight: exact }",
    policies: `masters: { kind: divert, of: cut, rule: ${rule} }`,
    seed: "draws",
  });
  const port = "east: { type: port, at: [0, 0.2]";
  const berths = "stations: { berth: { servers: 500, service: { kind: exponential, mean: 9 h } } } }";
  return run(text.replace(`${port} }`, `${port}, ${berths}`));
}

const [everyoneWaits, someDivert] = [crossing("wait"), crossing("divert")];
const names = (of: Run, isMeant: boolean): string[] =>
  voyages(of)
    .filter(({ diverted }) => diverted === isMeant)
    .map(({ name }) => name);

test("a variant in which some go round leaves the transit of each who passes in both", () => {
  const [before, after] = [
    lasted(everyoneWaits, "transit", "cut.transit"),
    lasted(someDivert, "transit", "cut.transit"),
  ];
  const both = [...after.keys()].filter((voyage) => before.has(voyage));
  expect(names(someDivert, true).length).toBeGreaterThan(5);
  expect(both.length).toBeGreaterThan(20);
  expect(new Set(after.values()).size).toBeGreaterThan(20);
  for (const voyage of both) expect(after.get(voyage)).toBeCloseTo(before.get(voyage) ?? NaN, 6);
});

test("a variant in which some go round, and overtake, leaves everybody's service", () => {
  const [before, after] = [
    lasted(everyoneWaits, "service", "east.berth"),
    lasted(someDivert, "service", "east.berth"),
  ];
  const order = (of: Map<string, number>): string =>
    [...of.keys()].filter((name) => after.has(name)).join(" ");
  const both = [...after.keys()].filter((voyage) => before.has(voyage));
  expect(both.length).toBeGreaterThan(20);
  expect(order(after)).not.toBe(order(before));
  for (const voyage of both) expect(after.get(voyage)).toBeCloseTo(before.get(voyage) ?? NaN, 6);
});
