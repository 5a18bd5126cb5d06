import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import type { Field } from "#base/field";
import { families } from "#scenario/language/families";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import { scenarioFields } from "#scenario/language/scenario-fields";
import { shareable, SharedSections } from "#scenario/language/shared-sections";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";
import { brokenLibrary, codes } from "./resolve-text.ts";

const source = new WorldSource(shippedFiles);

function resolved(text: string, notesOrigins = false): Resolution {
  return resolveStudy({ id: "x", file: "x.yaml", text, library: brokenLibrary, source, notesOrigins });
}

/** What `work` gives while every tree of a file is read by itself. */
function apart<T>(work: () => T): T {
  const spy = vi
    .spyOn(SharedSections.prototype, "value")
    .mockImplementation((_reading, _key, _node, read) => read());
  try {
    return work();
  } finally {
    spy.mockRestore();
  }
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

/** All forms that a value may take somewhere inside a field, with what they name. */
function formsIn(field: Field<unknown>): ReadonlySet<string> {
  const forms = new Set<string>();
  const seen = new Set<unknown>();
  const look = (part: unknown): void => {
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    const { form, family } = part as { readonly form?: string; readonly family?: string };
    if (form !== undefined) forms.add(form);
    if (family !== undefined) look(families[family]);
    for (const [key, inside] of Object.entries(part)) {
      if (typeof inside === "string" && ["to", "of", "keys"].includes(key)) forms.add(inside);
      look(inside);
    }
  };
  look(field);
  return forms;
}

describe("sections that variants share", () => {
  test("name no disruption, policy or variant, which others may have", () => {
    const fields = Object.entries(scenarioFields) as [string, Field<unknown>][];
    const acts = ["disruption", "policy", "variant", "instant", "moment"];
    const naming = fields.filter(([, field]) => acts.some((act) => formsIn(field).has(act)));
    const names = naming.map(([key]) => key);
    expect(names).toEqual(expect.arrayContaining(["disruptions", "policies", "measures", "thresholds"]));
    expect(names.filter((key) => shareable.has(key))).toEqual([]);
    expect([...shareable].every((key) => Object.hasOwn(scenarioFields, key))).toBe(true);
  });

  test("are shared by variants with policies of their own, and by crossed ones", () => {
    const policy = "first: { kind: priority, of: harbour.berth, flows: [calls] }";
    const text = `${world(`{ policies: { ${policy} } }`)}cross: [[changed], [quick]]\n`.replace(
      "variants:\n",
      "variants:\n  quick: { disruptions: { strike: { duration: 1 d } } }\n",
    );
    const { study, diagnostics } = resolved(text);
    expect(codes(diagnostics)).toEqual([]);
    expect(study?.variants).toHaveLength(4);
    expect(new Set(study?.variants.map(({ scenario }) => scenario.flows)).size).toBe(1);
  });

  test("are shared whatever the command line sets, and not with the file as it is written", () => {
    const text = world("{ disruptions: { strike: { duration: 1 d } } }");
    const set = [
      "flows.more={ from: sea, to: haven, vessel: boat, arrivals: { kind: poisson, rate: 1 /d } }",
    ];
    const { study, diagnostics } = resolveStudy({
      id: "x",
      file: "x.yaml",
      text,
      set,
      library: brokenLibrary,
    });
    expect(codes(diagnostics)).toEqual([]);
    const [baseline, other] = study?.variants ?? [];
    expect(Object.keys(baseline?.scenario.flows ?? {})).toEqual(["calls", "more", "visits"]);
    expect(other?.scenario.flows).toBe(baseline?.scenario.flows);
    expect(other?.scenario.network.sites).toBe(baseline?.scenario.network.sites);
  });

  test("values of a section that no variant writes are one object, and those of others are not", () => {
    const { study } = resolved(world("{ disruptions: { strike: { duration: 1 d } } }"));
    const [baseline, other] = study?.variants ?? [];
    expect(other?.scenario.flows).toBe(baseline?.scenario.flows);
    expect(other?.scenario.network.sites).toBe(baseline?.scenario.network.sites);
    expect(other?.scenario.disruptions).not.toEqual(baseline?.scenario.disruptions);
  });

  test("what names something that a variant takes away is read again, and reported", () => {
    const { study, diagnostics } = resolved(world("{ vessels: { boat: null } }"));
    expect(study).toBeUndefined();
    expect(codes(diagnostics)).toContain("ID_UNKNOWN 18:43");
  });

  test("what is ranked by demand follows the flows of each variant", () => {
    const { study } = resolved(world("{ flows: { visits: { arrivals: { rate: 4 /d } } } }"));
    const struck = study?.variants.map(({ scenario }) => scenario.disruptions["strike"]?.["of"]);
    expect(struck).toEqual([["harbour.berth"], ["haven.berth"]]);
  });

  test("durations count from the start of each variant", () => {
    const text = world("{ time: { start: 2024-01-02T00:00Z } }");
    expect(resolved(text).study).toEqual(apart(() => resolved(text)).study);
  });

  test.each(shipped)("%s comes to the same with and without them", (name) => {
    const text = readFileSync(`scenarios/${name}/scenario.yaml`, "utf8");
    const [shared, alone] = [resolved(text), apart(() => resolved(text))];
    expect(codes(shared.diagnostics)).toEqual(codes(alone.diagnostics));
    expect(shared.study).toEqual(alone.study);
    const [from, fromAlone] = [resolved(text, true), apart(() => resolved(text, true))];
    expect(shared.origins.size).toBe(0);
    expect(from.origins.size).toBe(shared.study?.variants.length);
    expect(from.origins).toEqual(fromAlone.origins);
    expect(from.study).toEqual(shared.study);
  });

  test("futures share what they leave alone with the scenario, and are as if they did not", () => {
    const vary = "vary: { flows.calls.arrivals.rate: [1 /d, 3 /d] }";
    const text = `${world("{ disruptions: { strike: { duration: 1 d } } }")}futures: { sample: grid, ${vary} }
sources: { vessels.boat.speed: { source: a guess, grade: assumed } }
`;
    const { study, futures } = resolved(text);
    const [baseline] = study?.variants ?? [];
    const shared = [0, 1].map((index) => futures?.at(index).study);
    for (const { scenario } of shared.flatMap((one) => one?.variants ?? [])) {
      expect(scenario.vessels).toBe(baseline?.scenario.vessels);
      expect(scenario.flows).not.toEqual(baseline?.scenario.flows);
    }
    expect(shared).toEqual(apart(() => [0, 1].map((index) => resolved(text).futures?.at(index).study)));
    expect(shared.map((one) => one?.variants.length)).toEqual([2, 2]);
  });

  test("variants of a future share what it writes, but for those that write there themselves", () => {
    const futures = "futures: { sample: grid, vary: { flows.calls.arrivals.rate: [1 /d, 3 /d] } }";
    const quick = "  quick: { disruptions: { strike: { duration: 1 d } } }";
    const text = `${world("{ flows: { visits: { arrivals: { rate: 4 /d } } } }")}${quick}\n${futures}\n`;
    const found = [0, 1].map((index) => resolved(text).futures?.at(index).study?.variants ?? []);
    const rate = (value: number): object => ({ rate: { kind: "constant", value } });
    found.forEach((variants, index) => {
      const calls = { arrivals: rate([1, 3][index] ?? NaN) };
      expect(variants.map(({ scenario }) => scenario.flows)).toMatchObject(
        [1, 4, 1].map((visits) => ({ calls, visits: { arrivals: rate(visits) } })),
      );
    });
    for (const [baseline, changed, quicker] of found) {
      expect(quicker?.scenario.flows).toBe(baseline?.scenario.flows);
      expect(changed?.scenario.vessels).toBe(baseline?.scenario.vessels);
    }
  });
});
