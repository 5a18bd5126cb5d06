import { expect, test } from "vitest";
import { createWorld } from "#scenario/build/create-world";
import { resolveStudy } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";

const source = new WorldSource(shippedFiles);

function scenario(sites: string, from: string): string {
  return `
breakwater: 1
title: A port of one's own
time: { start: 2024-01-01T00:00Z, duration: 80 d, warm-up: auto }
network: { use: world, sites: { ${sites} } }
vessels: { ship: { mode: sea, speed: 14 kn } }
flows: { calls: { from: ${from}, to: NLRTM, vessel: ship, arrivals: { kind: regular, every: 1 d } } }
measures: { throughput: calls }
`;
}

function resolve(text: string): ReturnType<typeof resolveStudy> {
  return resolveStudy({ id: "own", file: "own.yaml", text, library: shippedFiles, source });
}

test("a port of the scenario's own is reached over the lanes from where it lies", () => {
  const { study, diagnostics } = resolve(scenario("haven: { type: port, at: [45, -20] }", "haven"));
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
  const baseline = study?.variants[0];
  if (baseline === undefined) throw new Error("the scenario resolves");
  const world = createWorld(baseline.scenario, { source });
  world.run(0);
  const { counts } = world.recorder;
  expect(counts.times(counts.series("calls")).length).toBeGreaterThan(50);
});

test("a shipped port that the scenario puts elsewhere is planned from there", () => {
  const moved = resolve(scenario("SGSIN: { at: [45, -20] }", "SGSIN")).study?.variants[0]?.scenario.time;
  const haven = resolve(scenario("haven: { type: port, at: [45, -20] }", "haven")).study;
  const there = resolve(scenario("", "SGSIN")).study?.variants[0]?.scenario.time;
  expect(moved?.warmUp).toBe(haven?.variants[0]?.scenario.time.warmUp);
  expect(moved?.warmUp).toBeLessThan(there?.warmUp ?? 0);
});
