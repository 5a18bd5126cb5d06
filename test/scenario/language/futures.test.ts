import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "#base/diagnostic";
import type { Future, StudyFutures } from "#scenario/language/resolve";
import { codes, resolveText } from "./resolve-text.ts";

const base = `breakwater: 1
title: Base
time: { start: 2024-01-01T00:00Z, end: 2024-07-01T00:00Z, warm-up: 30 d }
seed: futures
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour: { type: port, at: [51.0, 1.0], stations: { berth: { servers: 2, service: 5 h } } }
  links: { approach: { from: sea, to: harbour, mode: sea } }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows: { calls: { from: sea, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 2 /d } } }
disruptions: { storm: { kind: closure, of: harbour, start: 60 d, end: 64 d } }
measures: { mean-wait: harbour.berth }
variants:
  wide: { network: { sites: { harbour: { stations: { berth: { servers: 3 } } } } } }
  calm: { disruptions: { storm: null } }
`;

function futuresOf(vary: string, more: string = "count: 20", written: string = base): StudyFutures {
  const { futures, diagnostics } = resolveText(`${written}futures: { ${more}, vary: { ${vary} } }\n`);
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  if (futures === undefined) throw new Error("there are futures");
  return futures;
}

const all = (futures: StudyFutures): readonly Future[] =>
  Array.from({ length: futures.count }, (_, index) => futures.at(index));

const days = ({ values }: Future): number => Number(/^([\d.]+) d$/.exec(values[0]?.text ?? "")?.[1]);

const duration = "disruptions.storm.duration: { kind: uniform, min: 1 d, max: 21 d }";

describe("futures of a Latin hypercube", () => {
  test("have ids, and one value in each equal part of the range, in the unit in which it is written", () => {
    const futures = all(futuresOf(duration));
    expect(futures.map(({ id }) => id).slice(0, 2)).toEqual(["f001", "f002"]);
    expect(futures.at(-1)?.id).toBe("f020");
    const parts = futures.map((future) => Math.floor(days(future) - 1)).sort((a, b) => a - b);
    expect(parts).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test("lie over every variant, and take away what the value excludes", () => {
    const first = futuresOf(duration).at(0);
    const told = first.study?.variants.map(({ name, scenario }) => [name, scenario.disruptions["storm"]]);
    const storm = {
      kind: "closure",
      duration: { kind: "constant", value: Math.round(days(first) * 86_400_000) },
    };
    expect(told).toEqual([
      ["baseline", expect.objectContaining(storm) as unknown],
      ["wide", expect.objectContaining(storm) as unknown],
      ["calm", undefined],
    ]);
    expect(first.study?.variants[1]?.scenario.network.sites["harbour"]?.stations["berth"]?.servers).toBe(3);
    expect(first.study?.variants[0]?.scenario.disruptions["storm"]).toMatchObject({ end: undefined });
  });

  test("are moved by no variant and no other path, and by the seed", () => {
    const values = (futures: StudyFutures): readonly number[] => all(futures).map(days);
    const usual = values(futuresOf(duration));
    const rate = "flows.calls.arrivals.rate: { kind: triangular, min: 1 /d, mode: 2 /d, max: 3 /d }";
    expect(values(futuresOf(`${duration}, ${rate}`))).toEqual(usual);
    const more = base.replace("  calm:", "  faster: { vessels: { ship: { speed: 12 kn } } }\n  calm:");
    expect(values(futuresOf(duration, undefined, more))).toEqual(usual);
    expect(values(futuresOf(duration, undefined, base.replace("seed: futures", "seed: other")))).not.toEqual(
      usual,
    );
  });

  test("take values of a list alike often, and distributions in every dimension", () => {
    const vary = [
      "flows.calls.priority: [1, 2, 4, 8]",
      "vessels.ship.speed: { kind: uniform, min: 8 kn, max: 14 kn }",
      "disruptions.storm.start: { kind: uniform, min: 40 d, max: 60 d }",
      "network.links.approach.distance: { kind: uniform, min: 20 nm, max: 40 nm }",
      "disruptions.storm.inside: [finish, lose]",
    ].join(", ");
    const futures = all(futuresOf(vary));
    expect(futures.flatMap(({ diagnostics }) => diagnostics.map(formatDiagnostic))).toEqual([]);
    const priorities = futures.map(({ values }) => values[0]?.text);
    for (const level of ["1", "2", "4", "8"])
      expect(priorities.filter((text) => text === level)).toHaveLength(5);
    for (const { study, values } of futures) {
      const scenario = study?.variants[0]?.scenario;
      expect(values[1]?.text).toMatch(/ kn$/);
      expect(values[2]?.text).toMatch(/^2024-0[23]-/);
      const metres = scenario?.network.links["approach"]?.distance ?? NaN;
      expect(metres).toBe(Math.round(Number.parseFloat(values[3]?.text ?? "") * 1852));
    }
  });
});

test("a grid has every way to take one of each list, the last changing fastest", () => {
  const vary = "disruptions.storm.duration: [1 d, 9 d], vessels.ship.speed: [8 kn, 10 kn, 12 kn]";
  const futures = futuresOf(vary, "sample: grid");
  expect(all(futures).map(({ id, values }) => [id, ...values.map(({ text }) => text)].join(" "))).toEqual([
    ...["f001 1 d 8 kn", "f002 1 d 10 kn", "f003 1 d 12 kn"],
    ...["f004 9 d 8 kn", "f005 9 d 10 kn", "f006 9 d 12 kn"],
  ]);
  expect(futuresOf("disruptions.storm.duration: [1 d, 9 d]", "sample: grid").idOf(1)).toBe("f002");
});

describe("futures of a Sobol design", () => {
  const vary =
    "disruptions.storm.duration: { kind: uniform, min: 1 d, max: 21 d }, flows.calls.priority: [1, 2]";
  const futures = futuresOf(vary, "sample: sobol, count: 16");

  test("are rows of a point, another, and the first with each path in turn taken from the other", () => {
    expect([futures.design, futures.count]).toEqual(["sobol", 64]);
    const texts = all(futures).map(({ values }) => values.map(({ text }) => text));
    for (let row = 0; row < 16; row += 1) {
      const [a = [], b = [], first, second] = texts.slice(4 * row, 4 * row + 4);
      expect(first).toEqual([b[0], a[1]]);
      expect(second).toEqual([a[0], b[1]]);
    }
  });

  test("draw both points of all rows as Latin hypercubes of their own", () => {
    const parts = (point: number): readonly number[] =>
      all(futures)
        .filter((_, index) => index % 4 === point)
        .map((future) => Math.floor((16 * (days(future) - 1)) / 20));
    const each = Array.from({ length: 16 }, (_, index) => index);
    for (const point of [0, 1]) expect([...parts(point)].sort((one, other) => one - other)).toEqual(each);
    expect(parts(0)).not.toEqual(parts(1));
  });

  test("need a count, and not too many rows", () => {
    const codesOf = (more: string): readonly string[] =>
      codes(resolveText(`${base}futures: { ${more}, vary: { ${vary} } }\n`).diagnostics);
    expect(codesOf("sample: sobol")).toEqual(["KEY_MISSING 17:10"]);
    expect(codesOf("sample: sobol, count: 250000")).toEqual([]);
    expect(codesOf("sample: sobol, count: 250001")).toEqual(["OUT_OF_RANGE 17:34"]);
  });
});

test("a future that does not fit says which one, and with which values", () => {
  const vary = "disruptions.storm.start: [60 d, 10 d]";
  const [fits, untimely] = all(futuresOf(vary, "sample: grid"));
  expect(fits?.study).toBeDefined();
  expect(untimely?.study).toBeUndefined();
  expect(untimely?.diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringMatching(/DISRUPTION_UNTIMELY .*in future f002, where disruptions\.storm\.start is 10 d, /),
  ]);
  expect(codes(untimely?.diagnostics ?? [])).toEqual(["DISRUPTION_UNTIMELY 17:34"]);
});

test("values of futures read as numbers in the unit in which their path is written", () => {
  const vary = [
    "disruptions.storm.duration: [36 h, 2 d, 1 w]",
    "vessels.ship.speed: { kind: uniform, min: 8 kn, max: 14 kn }",
    "disruptions.storm.start: { kind: uniform, min: 2024-02-10T00:00Z, max: 2024-03-01T00:00Z }",
    "disruptions.storm.inside: [finish, lose]",
    "flows.calls.priority: [1, 2]",
  ].join(", ");
  const futures = futuresOf(vary);
  const { paths, design } = futures;
  expect(design).toBe("latin-hypercube");
  expect(paths.map(({ path, levels, unit }) => [path.replace(/.*\./, ""), levels, unit])).toEqual([
    ["duration", 3, "h"],
    ["speed", undefined, "kn"],
    ["start", undefined, "instant"],
    ["inside", 2, ""],
    ["priority", 2, ""],
  ]);
  const [duration, speed, start, inside, priority] = paths;
  expect(["36 h", "2 d", "1 w"].map((text) => duration?.numberOf(text))).toEqual([36, 48, 168]);
  expect(speed?.numberOf("9.5 kn")).toBe(9.5);
  expect(start?.numberOf("2024-02-10T00:00Z")).toBe(Date.UTC(2024, 1, 10));
  expect(["finish", "lose"].map((text) => inside?.numberOf(text))).toEqual([NaN, NaN]);
  expect(priority?.numberOf("2")).toBe(2);
  for (const [place, { text }] of futures.at(3).values.entries())
    expect(Number.isFinite(paths[place]?.numberOf(text))).toBe(paths[place] !== inside);
});

test("starts that a list counts from the beginning read as durations", () => {
  const [start] = futuresOf("disruptions.storm.start: [40 d, 6 w]").paths;
  expect([start?.unit, start?.numberOf("40 d"), start?.numberOf("6 w")]).toEqual(["d", 40, 42]);
});

test("the study of the scenario itself is the one without futures", () => {
  const { study } = resolveText(`${base}futures: { count: 5, vary: { ${duration} } }\n`);
  expect(study).toEqual(resolveText(base).study);
});
