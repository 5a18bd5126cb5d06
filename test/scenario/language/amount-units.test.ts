import { expect, test } from "vitest";
import { actingText } from "#study/experiment/twin";
import { scenarioOf } from "../../domain/run.ts";

const text = `
breakwater: 1
title: Units
seed: units
time: { start: 2024-01-01T00:00Z, duration: 20 d, warm-up: 5 d }
network:
  sites: { sea: { type: junction, at: [50, 1] }, harbour: { type: port, at: [51, 1] } }
  links: { approach: { from: sea, to: harbour, mode: sea } }
vessels:
  box-ship: { mode: sea, speed: 10 kn, capacity: 9000 TEU }
  tanker: { mode: sea, speed: 10 kn, capacity: 1 Mbbl }
  bare: { mode: sea, speed: 10 kn }
commodities: { cargo: { unit: TEU } }
flows:
  boxes: { from: sea, to: harbour, vessel: box-ship, commodity: cargo, size: 500 TEU, arrivals: { kind: regular, every: 1 d } }
  oil: { from: sea, to: harbour, vessel: tanker, arrivals: { kind: regular, every: 1 d } }
  empty: { from: sea, to: harbour, vessel: bare, arrivals: { kind: regular, every: 1 d } }
measures: { throughput: boxes }
`;

test("a resolved scenario keeps the units in which amounts are counted, and no world reads them", () => {
  const scenario = scenarioOf(text);
  expect(scenario.amountUnits).toEqual({
    "vessels.box-ship.capacity": "TEU",
    "vessels.tanker.capacity": "bbl",
    "flows.boxes.size": "TEU",
  });
  expect(scenario.vessels["tanker"]?.capacity).toBe(1_000_000);
  expect(actingText({ ...scenario, amountUnits: {} })).toBe(actingText(scenario));
});
