import { expect, test } from "vitest";
import { createWorld } from "#scenario/build/create-world";
import { resolveStudy } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";

const hour = 3_600_000;

/** One ship a day, at 0 h, 24 h, ..., over 100 km at 10 km/h: ten hours a trip. */
function scenario(disruption: string): string {
  return `
breakwater: 1
title: A slow link
time: { start: 2024-01-01T00:00Z, duration: 3 d, warm-up: 1 d }
replications: 1
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    quay: { type: port, at: [50, 1] }
  links:
    lane: { from: sea, to: quay, mode: sea, distance: 100 km }
vessels: { ship: { mode: sea, speed: 10 km/h } }
flows: { calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 1 d } } }
disruptions: { fog: ${disruption} }
performance: { of: calls, window: 1 h }
measures: { throughput: calls }
`;
}

function arrivalHours(disruption: string): number[] {
  const source = new WorldSource(shippedFiles);
  const text = scenario(disruption);
  const { study, diagnostics } = resolveStudy({
    id: "fog",
    file: "fog.yaml",
    text,
    library: shippedFiles,
    source,
  });
  const baseline = study?.variants[0];
  if (baseline === undefined) throw new Error(JSON.stringify(diagnostics));
  const world = createWorld(baseline.scenario, { source });
  world.run(0);
  const { counts } = world.recorder;
  return [...counts.times(counts.series("calls"))].map(
    (time) => (time - baseline.scenario.time.start) / hour,
  );
}

test("a ship on the link goes slower from the start of a slowdown and faster from its end", () => {
  // 4 h at full speed, 8 h at half speed (4 h worth), then the last 2 h at full speed
  expect(arrivalHours("{ kind: slowdown, of: lane, start: 28 h, end: 36 h, factor: 0.5 }")).toEqual([
    10, 38, 58,
  ]);
});

test("at a factor of 0 everybody on the link stands still until the end", () => {
  expect(arrivalHours("{ kind: slowdown, of: lane, start: 28 h, end: 36 h, factor: 0 }")).toEqual([
    10, 42, 58,
  ]);
});

test("a factor of 1 changes nothing", () => {
  expect(arrivalHours("{ kind: slowdown, of: lane, start: 28 h, end: 36 h, factor: 1 }")).toEqual([
    10, 34, 58,
  ]);
});

test("on anything but a link it is refused, with the kind that fits", () => {
  const source = new WorldSource(shippedFiles);
  const text = scenario("{ kind: slowdown, of: berths.berth, start: 28 h, end: 36 h, factor: 0.5 }").replace(
    "quay: { type: port",
    "berths: { type: port, at: [50, 2], stations: { berth: { service: 1 h } } }\n    quay: { type: port",
  );
  const { study, diagnostics } = resolveStudy({
    id: "fog",
    file: "fog.yaml",
    text,
    library: shippedFiles,
    source,
  });
  expect(study).toBeUndefined();
  expect(diagnostics.map(({ right }) => right).join(" ")).toContain("capacity");
});
