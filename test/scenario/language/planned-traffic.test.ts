import { expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import { brokenLibrary } from "./resolve-text.ts";

/** Without the origins of values, so that variants share what they leave alone. */
function resolved(text: string): Resolution {
  return resolveStudy({ id: "test", file: "scenario.yaml", text, library: brokenLibrary });
}

const scenario = (variants: string): string => `breakwater: 1
title: A harbour and its variants
time: { start: 2024-01-01T00:00Z, duration: 200 d, warm-up: auto }
network:
  sites:
    sea: { type: junction, at: [50, 1] }
    cape: { type: junction, at: [52, 1] }
    harbour:
      type: port
      at: [51, 1]
      stations: { berth: { servers: 2, service: 12 h } }
  links:
    straight: { from: sea, to: harbour, mode: sea, time: 10 h }
    there: { from: sea, to: cape, mode: sea, time: 30 h }
    on: { from: cape, to: harbour, mode: sea, time: 30 h }
vessels: { ship: { mode: sea, speed: 12 kn } }
flows: { calls: { from: sea, to: harbour, vessel: ship, arrivals: { kind: regular, every: 12 h } } }
measures: { delay: calls }
variants: ${variants}
`;

const warmUps = ({ study }: Resolution): readonly (number | undefined)[] =>
  ["baseline", "other"].map(
    (name) => study?.variants.find((variant) => variant.name === name)?.scenario.time.warmUp,
  );

test("a variant that leaves traffic alone plans as the baseline does", () => {
  const other = "{ other: { summary: O, vessels: { spare: { mode: sea, speed: 9 kn } } } }";
  const [baseline, patched] = warmUps(resolved(scenario(other)));
  expect(baseline).toBeGreaterThan(10 * 3_600_000);
  expect(patched).toBe(baseline);
});

test("one that changes flows, or ways, plans by what it changes", () => {
  const busier = "{ other: { summary: O, flows: { calls: { arrivals: { every: 8 h } } } } }";
  const farther = "{ other: { summary: O, network: { links: { straight: { time: 60 h } } } } }";
  for (const variants of [busier, farther]) {
    const [baseline = 0, patched] = warmUps(resolved(scenario(variants)));
    expect(patched).toBeGreaterThan(baseline);
  }
  const [baseline = 0, patched = 0] = warmUps(resolved(scenario(farther)));
  expect(patched - baseline).toBe(50 * 3_600_000);
});

test("a variant whose flows overload a station is warned of, and the baseline is not", () => {
  const full = "{ other: { summary: O, flows: { calls: { arrivals: { every: 5 h } } } } }";
  const { diagnostics } = resolved(scenario(full).replace("warm-up: auto", "warm-up: 20 d"));
  expect(diagnostics.map(({ code, wrong }) => `${code} ${wrong}`).join()).toMatch(
    /^LOAD_FULL in variant other, /,
  );
});
