import { constantly } from "#base/field";
import { describe, expect, test } from "vitest";
import type { DistributionValue, Moment } from "#base/field";
import type { Resolved } from "#scenario/language/resolved";
import { codes, resolveText } from "./resolve-text.ts";

/** A scenario in which chance may stand in every kind of place. */
const text = `breakwater: 1
title: Chance
time: { start: 2024-01-01T00:00Z, duration: 400 d, warm-up: 30 d }
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    strait:
      { type: passage, at: [50, 1], transit: { time: DURATION, admission: { kind: slots, rate: RATE } } }
    port: { type: port, at: [50, 2], stations: { berth: { servers: 900, service: { ship: DURATION } } } }
  links:
    outer: { from: sea, to: strait, mode: sea }
    inner: { from: strait, to: port, mode: sea }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows:
  calls: { from: sea, to: port, vessel: ship, due: DURATION, arrivals: { kind: poisson, rate: RATE } }
  others: { from: sea, to: port, vessel: ship, arrivals: { kind: renewal, between: DURATION } }
disruptions:
  storm:
    { kind: closure, of: strait, start: INSTANT, duration: DURATION, foresight: { storm.start: INSTANT } }
  drought: { kind: capacity, of: strait, start: 100 d, end: INSTANT, rate: RATE }
  fog: { kind: slowdown, of: outer, start: 100 d, duration: 9 d, factor: FACTOR }
policies:
  masters: { kind: divert, of: strait, rule: cheapest, decision-delay: DURATION }
  hurry: { kind: surge, of: strait.transit, from: 200 d, until: 300 d, factor: FACTOR }
`;

interface Places {
  readonly duration: string;
  readonly rate: string;
  readonly factor: string;
  readonly instant: string;
}

function scenario(places: Places): Resolved | readonly string[] {
  const filled = text
    .replaceAll("DURATION", places.duration)
    .replaceAll("RATE", places.rate)
    .replaceAll("FACTOR", places.factor)
    .replaceAll("INSTANT", places.instant);
  const { study, diagnostics } = resolveText(filled);
  return study?.variants[0]?.scenario ?? codes(diagnostics);
}

/** One kind of distribution in each place, and what its parameters become between instants. */
const kinds: readonly (readonly [Places, DistributionValue])[] = [
  [
    {
      duration: "{ kind: normal, mean: 9 h, sd: 2 h }",
      rate: "{ kind: normal, mean: 5 /d, sd: 1 /d, min: 3 /d }",
      factor: "{ kind: normal, mean: 0.9, sd: 10 %, max: 1 }",
      instant: "{ kind: normal, mean: 2024-06-01T00:00Z, sd: 5 d }",
    },
    { kind: "normal", mean: Date.UTC(2024, 5, 1), sd: 5 * 86_400_000 },
  ],
  [
    {
      duration: "{ kind: pert, min: 4 h, mode: 9 h, max: 30 h }",
      rate: "{ kind: pert, min: 4 /d, mode: 5 /d, max: 8 /d, shape: 10 }",
      factor: "{ kind: pert, min: 50 %, mode: 0.8, max: 1 }",
      instant: "{ kind: pert, min: 2024-06-01T00:00Z, mode: 160 d, max: 170 d }",
    },
    {
      kind: "pert",
      min: Date.UTC(2024, 5, 1),
      mode: Date.UTC(2024, 5, 9),
      max: Date.UTC(2024, 5, 19),
      shape: 4,
    },
  ],
  [
    {
      duration: "{ kind: beta, min: 4 h, max: 30 h, mean: 9 h, sd: 3 h }",
      rate: "{ kind: beta, min: 4 /d, max: 8 /d, mean: 5 /d, sd: 0.5 /d }",
      factor: "{ kind: beta, min: 0.5, max: 1, mean: 80 %, sd: 10 % }",
      instant: "{ kind: beta, min: 152 d, max: 170 d, mean: 160 d, sd: 2 d }",
    },
    {
      kind: "beta",
      min: Date.UTC(2024, 5, 1),
      max: Date.UTC(2024, 5, 19),
      mean: Date.UTC(2024, 5, 9),
      sd: 2 * 86_400_000,
    },
  ],
];

describe.each(kinds)("%o", (places, value) => {
  const found = scenario(places);

  test("is understood in every place", () => expect(found).toHaveProperty("disruptions"));

  test("has instants, and durations between them, where an instant is due", () => {
    const start = "disruptions" in found ? found.disruptions["storm"]?.["start"] : undefined;
    expect((start as Moment & { distribution: DistributionValue }).distribution).toEqual(value);
  });
});

test("a pareto is understood wherever sizes are due, and warns where its variance is infinite", () => {
  const sizes = {
    duration: "{ kind: pareto, shape: 2.5, mean: 9 h }",
    rate: "{ kind: pareto, shape: 3, min: 4 /d }",
    factor: "{ kind: pareto, shape: 9, mean: 0.8 }",
    instant: "200 d",
  };
  expect(scenario(sizes)).toHaveProperty("disruptions");
});

test("a normal that is cut at 0 for sizes has no bound for instants, of any year", () => {
  const old = text.replace("2024-01-01T00:00Z", "1960-01-01T00:00Z");
  const { study } = resolveText(
    old
      .replaceAll("DURATION", "9 h")
      .replaceAll("RATE", "5 /d")
      .replaceAll("FACTOR", "1")
      .replaceAll("INSTANT", "{ kind: normal, mean: 1960-06-01T00:00Z, sd: 1 d }"),
  );
  const start = study?.variants[0]?.scenario.disruptions["storm"]?.["start"];
  expect((start as Moment & { distribution: DistributionValue }).distribution["min"]).toBeUndefined();
});

describe("a profile", () => {
  const written = (arrivals: string): Resolved | readonly string[] => {
    const { study, diagnostics } = resolveText(`breakwater: 1
title: Profile
time: { start: 2024-01-01T00:00Z, duration: 28 d, warm-up: 7 d }
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    port: { type: port, at: [51, 0], stations: { berth: { servers: 1, service: 4 h } } }
  links: { lane: { from: sea, to: port, mode: sea } }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows: { calls: { from: sea, to: port, vessel: ship, arrivals: ${arrivals} } }
measures: { throughput: calls }
`);
    return diagnostics.length === 0 ? (study?.variants[0]?.scenario ?? []) : codes(diagnostics);
  };

  test("has factors by time of day, day of the week and date, in order of time", () => {
    const found = written(
      "{ kind: profile, rate: { kind: uniform, min: 2 /d, max: 4 /d }, utc-offset: -5 h, " +
        "hours: { 22:00: 0.2, 06:30: 150 % }, days: { sun: 0 }, dates: { 2024-01-20T00:00Z: 2, 3 d: 0.5 } }",
    );
    const one = constantly(1);
    expect("flows" in found ? found.flows["calls"]?.arrivals : found).toEqual({
      kind: "profile",
      rate: { kind: "uniform", min: 2, max: 4 },
      hours: [
        { key: 6.5 * 3_600_000, value: constantly(1.5) },
        { key: 22 * 3_600_000, value: constantly(0.2) },
      ],
      days: { mon: one, tue: one, wed: one, thu: one, fri: one, sat: one, sun: constantly(0) },
      dates: {
        steps: [
          { from: { at: Date.UTC(2024, 0, 4) }, value: constantly(0.5) },
          { from: { at: Date.UTC(2024, 0, 20) }, value: constantly(2) },
        ],
      },
      "utc-offset": -5 * 3_600_000,
    });
  });

  test("is planned with what its factors leave of the rate over the run", () => {
    // One berth serves 6 a day: 5 a day fit, and so do 20 a day in a quarter of the day, but not in a half.
    expect(written("{ kind: profile, rate: 5 /d }")).toHaveProperty("flows");
    expect(written("{ kind: profile, rate: 20 /d, hours: { 06:00: 1, 12:00: 0 } }")).toHaveProperty("flows");
    const half = written("{ kind: profile, rate: 20 /d, hours: { 06:00: 1, 18:00: 0 } }");
    expect(half).toEqual([expect.stringContaining("LOAD_FULL 7:")]);
    const late = written("{ kind: profile, rate: 1 /d, dates: { 2024-01-15T00:00Z: 12 } }");
    expect(late).toEqual([expect.stringContaining("LOAD_FULL 7:")]);
  });

  test("is planned with the means of factors that are drawn, none of which is below 0", () => {
    const half = (most: number): Resolved | readonly string[] => {
      const factor = `{ kind: uniform, min: 0, max: ${most} }`;
      return written(`{ kind: profile, rate: 11 /d, hours: { 06:00: ${factor}, 18:00: 0 } }`);
    };
    expect(half(2)).toHaveProperty("flows");
    expect(half(2.2)).toEqual([expect.stringContaining("LOAD_FULL 7:")]);
    const negative = written("{ kind: profile, rate: 5 /d, days: { sun: -1 } }");
    expect(negative).toEqual([expect.stringContaining("OUT_OF_RANGE 10:")]);
  });
});
