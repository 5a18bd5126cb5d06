import { expect, test } from "vitest";
import { resolveText } from "./resolve-text.ts";

const scenario = (measured: string, variant: string): string => `breakwater: 1
title: Several mistakes
replications: 30
time: { start: 2024-01-01T00:00Z, end: 2024-03-01T00:00Z, warm-up: 7 d }
vessels: { ship: { mode: sea, speed: 10 kn } }
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour: { type: port, at: [51.0, 1.0], stations: { berth: { service: 9 h } } }
  links: { lane: { from: sea, to: harbour, mode: sea } }
flows: { calls: { from: sea, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 1 /d } } }
measures: { peak-queue: ${measured} }
variants:
  ready:
${variant}`;

const mistaken = `    pillar: prevnt
    cost: 3 kn
    disruptions:
      strike: { kind: closure, of: harbour.quay, start: 2024-02-01T00:00Z, end: 2024-02-05T00:00Z }
`;

const said = (text: string): readonly string[] =>
  resolveText(text).diagnostics.map(({ code, path }) => `${code} ${path}`);

test("what a variant says wrongly of itself and what its patch has wrong are told at once", () => {
  expect(said(scenario("harbour.berth", mistaken))).toEqual([
    "WORD_UNKNOWN variants.ready.pillar",
    "UNIT_WRONG variants.ready.cost",
    "ID_UNKNOWN variants.ready.disruptions.strike.of",
  ]);
});

test("so is what the scenario itself has wrong", () => {
  expect(said(scenario("harbour.quay", mistaken))).toEqual([
    "ID_UNKNOWN measures.peak-queue",
    "WORD_UNKNOWN variants.ready.pillar",
    "UNIT_WRONG variants.ready.cost",
    "ID_UNKNOWN variants.ready.disruptions.strike.of",
  ]);
});

test("a variant of nobody knows what is no ground to judge its patch", () => {
  const orphan = "    extends: nobody\n    disruptions: { strike: { duration: 3 d } }\n";
  expect(said(scenario("harbour.berth", orphan))).toEqual(["ID_UNKNOWN variants.ready.extends"]);
});
