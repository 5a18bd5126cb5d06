import { expect, test } from "vitest";
import type { Resolved } from "#scenario/language/resolved";
import { resolveText } from "./resolve-text.ts";

const asking = (replications: string): string => `breakwater: 1
title: A harbour
replications: ${replications}
time: { start: 2024-01-01T00:00Z, end: 2024-03-01T00:00Z, warm-up: 7 d }
vessels: { ship: { mode: sea, speed: 10 kn } }
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour: { type: port, at: [51.0, 1.0], stations: { berth: { servers: 2, service: 6 h } } }
  links: { lane: { from: sea, to: harbour, mode: sea } }
flows:
  bulk: { from: sea, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 2 /d } }
measures: { mean-wait: harbour.berth, utilisation: harbour.berth, peak-queue: harbour.berth }
`;

function resolved(replications: string): Partial<Resolved> {
  const { study, diagnostics } = resolveText(asking(replications));
  expect(diagnostics).toEqual([]);
  return study?.variants[0]?.scenario ?? {};
}

const until = (words: string): string => `{ until: { of: harbour.berth, ${words} } }`;

test("a number of replications asks for no precision", () => {
  const { replications, precision } = resolved("64");
  expect([replications, precision]).toEqual([64, undefined]);
});

test("a half-width in percent is a share of the estimate, and 1000 are the most", () => {
  const { replications, precision } = resolved(until("measure: mean-wait, half-width: 5 %"));
  expect(replications).toBe(1000);
  expect(precision).toEqual({
    ...{ measure: "mean-wait", of: "harbour.berth" },
    ...{ halfWidth: 0.05, relative: true },
  });
});

test("a half-width in the unit of its measure is kept in what the measure is printed in", () => {
  expect(resolved(until("measure: mean-wait, half-width: 12 h, max: 500"))).toMatchObject({
    replications: 500,
    precision: { halfWidth: 0.5, relative: false },
  });
  expect(resolved(until("measure: peak-queue, half-width: 0.3")).precision).toMatchObject({
    ...{ halfWidth: 0.3, relative: false },
  });
});

test("of a share a percentage is points of it, and not a share of a share", () => {
  for (const written of ["2 %", "0.02"])
    expect(resolved(until(`measure: utilisation, half-width: ${written}`)).precision).toMatchObject({
      ...{ halfWidth: 0.02, relative: false },
    });
});
