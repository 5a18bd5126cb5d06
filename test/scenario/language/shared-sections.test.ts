import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";
import { brokenLibrary, codes } from "./resolve-text.ts";

const source = new WorldSource(shippedFiles);

/** Nothing is shared between the trees of a file while origins are noted. */
function resolved(text: string, notesOrigins: boolean): Resolution {
  return resolveStudy({ id: "x", file: "x.yaml", text, library: brokenLibrary, source, notesOrigins });
}

const world = (variant: string): string => `
breakwater: 1
title: Two ways
time: { start: 2024-01-01T00:00Z, end: 2024-07-01T00:00Z, warm-up: 30 d }
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour: { type: port, at: [51.0, 1.0], stations: { berth: { servers: 2, service: 9 h } } }
    haven: { type: port, at: [51.0, 1.5], stations: { berth: { servers: 2, service: 9 h } } }
  links:
    approach: { from: sea, to: harbour, mode: sea }
    other: { from: sea, to: haven, mode: sea }
vessels:
  ship: { mode: sea, speed: 10 kn }
  boat: { mode: sea, speed: 6 kn }
flows:
  calls: { from: sea, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 2 /d } }
  visits: { from: sea, to: haven, vessel: boat, arrivals: { kind: poisson, rate: 1 /d } }
disruptions:
  strike: { kind: closure, of: { type: port, first: 1, by: demand }, start: 60 d, duration: 2 d }
measures: { mean-wait: harbour.berth }
variants:
  changed: ${variant}
`;

const shipped: readonly string[] = readdirSync("scenarios").filter((name) =>
  existsSync(`scenarios/${name}/scenario.yaml`),
);

describe("sections that variants share", () => {
  test("values of a section that no variant writes are one object, and those of others are not", () => {
    const { study } = resolved(world("{ disruptions: { strike: { duration: 1 d } } }"), false);
    const [baseline, other] = study?.variants ?? [];
    expect(other?.scenario.flows).toBe(baseline?.scenario.flows);
    expect(other?.scenario.network.sites).toBe(baseline?.scenario.network.sites);
    expect(other?.scenario.disruptions).not.toEqual(baseline?.scenario.disruptions);
  });

  test("what names something that a variant takes away is read again, and reported", () => {
    const { study, diagnostics } = resolved(world("{ vessels: { boat: null } }"), false);
    expect(study).toBeUndefined();
    expect(codes(diagnostics)).toContain("ID_UNKNOWN 18:43");
  });

  test("what is ranked by demand follows the flows of each variant", () => {
    const { study } = resolved(world("{ flows: { visits: { arrivals: { rate: 4 /d } } } }"), false);
    const struck = study?.variants.map(({ scenario }) => scenario.disruptions["strike"]?.["of"]);
    expect(struck).toEqual([["harbour.berth"], ["haven.berth"]]);
  });

  test("durations count from the start of each variant", () => {
    const text = world("{ time: { start: 2024-01-02T00:00Z } }");
    expect(resolved(text, false).study).toEqual(resolved(text, true).study);
  });

  test.each(shipped)("%s comes to the same with and without them", (name) => {
    const text = readFileSync(`scenarios/${name}/scenario.yaml`, "utf8");
    const [shared, apart] = [resolved(text, false), resolved(text, true)];
    expect(codes(shared.diagnostics)).toEqual(codes(apart.diagnostics));
    expect(shared.study).toEqual(apart.study);
    expect([shared.origins.size, apart.origins.size > 0]).toEqual([0, true]);
  });
});
