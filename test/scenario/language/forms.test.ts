import { describe, expect, test } from "vitest";
import type { Resolved } from "#scenario/language/resolved";
import { codes, resolveText } from "./resolve-text.ts";

const base = `breakwater: 1
title: Forms
time: { start: 2024-01-01T00:00Z, duration: 200 d, warm-up: 30 d }
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    north:
      { type: port, at: [51, 1], country: GB, operator: acme, tags: [big],
        stations: { berth: { servers: 2, service: { ship: 9 h, all: 12 h } }, gate: { service: 1 h, operator: rail } },
        vessel-path: [gate, berth] }
    south: { type: port, at: [49, 1], country: FR, tags: [big, old], stations: { berth: { service: 5 h } } }
    west: { type: market, at: [50, -4] }
  links:
    a: { from: sea, to: north, mode: sea }
    b: { from: sea, to: south, mode: sea }
    c: { from: sea, to: west, mode: sea }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows:
  one: { from: sea, to: { north: 1, south: 2 }, vessel: ship, arrivals: { kind: poisson, rate: 3 /d } }
  two: { from: sea, to: west, vessel: ship, arrivals: { kind: regular, every: 12 h } }
disruptions:
  storm: { kind: closure, of: OF, start: 2024-03-01T00:00Z, end: storm.start + 36 h }
measures: { mean-wait: MEASURE, queue: { of: north.berth, at: storm.start - 1 d } }
`;

function resolved(of: string, measure: string = "all"): Resolved | readonly string[] {
  const text = base.replace("OF", of).replace("MEASURE", measure);
  const { study, diagnostics } = resolveText(text);
  return study?.variants[0]?.scenario ?? codes(diagnostics);
}

function targets(of: string): unknown {
  const scenario = resolved(of);
  return "disruptions" in scenario ? scenario.disruptions["storm"]?.["of"] : scenario;
}

describe("selectors", () => {
  test.each<[string, readonly string[]]>([
    ["a", ["a"]],
    ["north.gate", ["north.gate"]],
    ["north", ["north.berth", "north.gate"]],
    ["[south, a, north.gate, a]", ["a", "north.gate", "south.berth"]],
    ["none", []],
    ["all", ["a", "b", "c", "north.berth", "north.gate", "south.berth"]],
    ["{ country: FR }", ["south.berth"]],
    ["{ tag: big }", ["north.berth", "north.gate", "south.berth"]],
    ["{ tag: big, operator: acme }", ["north.berth"]], // the gate says itself who runs it
    ["{ operator: rail }", ["north.gate"]],
    ["{ within: 150 km, of: north }", ["north.berth", "north.gate"]],
    ["{ type: port, first: 1, by: demand }", ["south.berth"]],
    ["{ type: port, first: 1, by: degree }", ["north.berth", "north.gate"]],
    ["{ first: 1, by: demand }", ["south.berth"]], // the sea has more, and nothing to close
  ])("%s", (of, ids) => expect(targets(of)).toEqual(ids));

  test.each(["{ type: plant }", "[]", "west", "{ within: 1 m, of: west }"])(
    "%s finds nothing, which is an error",
    (of) => {
      expect(targets(of)).toEqual([expect.stringContaining("SELECTOR_EMPTY 22:")]);
    },
  );
});

test("throughput is by completion, whether that is written or not, and never by arrival", () => {
  const told = (by: string): readonly string[] =>
    codes(
      resolveText(
        base
          .replace("OF", "a")
          .replace("MEASURE", "all")
          .replace("queue:", `throughput: { of: one, from: 40 d, ${by} }, queue:`),
      ).diagnostics,
    );
  expect(told("by: completion")).toEqual([]);
  expect(told("by: arrival")).toEqual([expect.stringContaining("WORD_UNKNOWN")]);
});

describe("measures", () => {
  test.each<[string, readonly string[]]>([
    ["all", ["all"]],
    ["[all, south.berth]", ["all", "south.berth"]],
    ["north", ["north.berth", "north.gate"]],
    ["{ type: port }", ["north.berth", "north.gate", "south.berth"]],
    ["{ of: [south, north.gate], from: 40 d }", ["south.berth", "north.gate"]],
    ["[{ of: south, until: 2024-04-01T00:00Z }, north.gate]", ["south.berth", "north.gate"]],
  ])("%s gives a row for each", (measure, ids) => {
    const scenario = resolved("a", measure);
    if (!("measures" in scenario)) throw new Error(scenario.join());
    expect(scenario.measures.filter(({ kind }) => kind === "mean-wait").map(({ of }) => of)).toEqual(ids);
  });

  test("an event with a fixed date is that date", () => {
    const scenario = resolved("a");
    if (!("measures" in scenario)) throw new Error(scenario.join());
    const queue = scenario.measures.find(({ kind }) => kind === "queue");
    expect(queue?.at).toBe(1_709_164_800_000);
    expect(scenario.disruptions["storm"]?.["end"]).toEqual({
      event: "storm",
      edge: "start",
      offset: 129_600_000,
    });
  });
});

describe("values", () => {
  test("words that every object of the host knows are unknown keys and ids like any other", () => {
    const text = base.replace("OF", "constructor").replace("MEASURE", "all");
    const { diagnostics } = resolveText(
      text.replace("title: Forms", "title: Forms\nconstructor: 1\ntoString: 2"),
    );
    expect(codes(diagnostics)).toEqual(["KEY_UNKNOWN 3:1", "KEY_UNKNOWN 4:1", "ID_UNKNOWN 24:31"]);
  });

  test("a service by class keeps what stands in for the others", () => {
    const scenario = resolved("a");
    if (!("network" in scenario)) throw new Error(scenario.join());
    expect(scenario.network.sites["north"]?.stations["berth"]?.service).toEqual({
      all: { kind: "constant", value: 43_200_000 },
      by: { ship: { kind: "constant", value: 32_400_000 } },
    });
    expect(scenario.time.end - scenario.time.start).toBe(200 * 86_400_000);
    expect(scenario.flows["one"]?.to).toEqual({ north: 1, south: 2 });
  });

  test("warm-up auto takes the longest way and three relaxation times of the busiest station", () => {
    const { study } = resolveText(
      base.replace("OF", "a").replace("MEASURE", "all").replace("warm-up: 30 d", "warm-up: auto"),
    );
    const warmUp = study?.variants[0]?.scenario.time.warmUp ?? 0;
    const load = (2 / 86_400_000) * 5 * 3_600_000;
    const relaxation = (5 * 3_600_000) / (1 - Math.sqrt(load)) ** 2;
    expect(warmUp).toBeGreaterThan(3 * relaxation);
    expect(warmUp).toBeLessThan(3 * relaxation + 2 * 86_400_000);
  });
});

test("of a rate with dates its values are wrong, of another map the kind is missing", () => {
  const told = (rate: string): readonly string[] => {
    const text = base.replace("OF", "a").replace("MEASURE", "all").replace("rate: 3 /d", `rate: ${rate}`);
    return codes(resolveText(text).diagnostics);
  };
  expect(told("{ 0 d: 3 }")).toEqual([expect.stringContaining("UNIT_MISSING 19:")]);
  expect(told("{ min: 1 /d, max: 3 /d }")).toEqual([expect.stringContaining("KIND_MISSING 19:")]);
  expect(told("{ 0 d: 3 /d, storm.start: 2 /d }")).toEqual([expect.stringContaining("VALUES_WRONG 19:")]);
  expect(told("{ 0 d: 3 /d, 40 d: { kind: uniform, min: 1 /d, max: 2 /d } }")).toEqual([]);
});

test("a cost is paid once, daily or both, in a list that is not empty", () => {
  const costOf = (written: string): unknown => {
    const { study, diagnostics } = resolveText(
      base
        .replace("OF", "a")
        .replace("MEASURE", "all")
        .replace(
          "measures:",
          `policies: { crews: { kind: surge, of: all, factor: 2, cost: ${written} } }\nmeasures:`,
        ),
    );
    const told = diagnostics.filter(({ code }) => code === "SHAPE_WRONG" || code === "OUT_OF_RANGE");
    return study?.variants[0]?.scenario.policies["crews"]?.["cost"] ?? told.map(({ code }) => code);
  };
  expect(costOf("3 MUSD")).toEqual({ once: 3e6, perDay: 0 });
  expect(costOf("400 kUSD/d")).toEqual({ once: 0, perDay: 4e5 });
  expect(costOf("[3 MUSD, 400 kUSD/d, 1 USD]")).toEqual({ once: 3_000_001, perDay: 4e5 });
  expect(costOf("0 USD")).toEqual({ once: 0, perDay: 0 });
  expect(costOf("[]")).toEqual(["SHAPE_WRONG"]);
  expect(costOf("[1 USD, -1 USD/d]")).toEqual(["OUT_OF_RANGE"]);
});
