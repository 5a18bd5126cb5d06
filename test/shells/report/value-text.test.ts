import { constantly } from "#base/field";
import { expect, it } from "vitest";
import type { Fields, Form } from "#base/field";
import { families } from "#scenario/language/families";
import { scenarioFields } from "#scenario/language/scenario-fields";
import { patchLines } from "#shells/report/patch-lines";
import { valueAt, valueText } from "#shells/report/value-text";

const hour = 3_600_000;

it("writes base units as people write them", () => {
  expect(valueText(36 * hour, "margin")).toBe("36 hours");
  expect(valueText((16 * 1852) / 3600, "speed")).toBe("16 kn");
  expect(valueText(120_500, "distance")).toBe("120.5 km");
  expect(valueText(54.4, "rate")).toBe("54.4 a day");
  expect(valueText({ once: 3_000_000, perDay: 400_000 }, "cost")).toBe("3,000,000 USD and 400,000 USD a day");
  expect(valueText(0, "decision-delay")).toBe("0");
});

it("writes instants, events and schedules", () => {
  const times = [Date.UTC(2024, 1, 1, 6), Date.UTC(2024, 1, 3)];
  expect(valueText({ kind: "table", times }, "arrivals")).toBe(
    "table (times 1 Feb 2024 06:00 UTC, 3 Feb 2024 00:00 UTC)",
  );
  expect(valueText({ at: Date.UTC(2021, 2, 23, 5, 40) }, "start")).toBe("23 Mar 2021 05:40 UTC");
  expect(valueText({ event: "grounding", edge: "end", offset: 48 * hour }, "from")).toBe(
    "grounding.end + 2 days",
  );
  const steps = [
    { from: { at: Date.UTC(2023, 6, 30) }, value: 32 },
    { from: { at: Date.UTC(2023, 10, 3) }, value: 25 },
  ];
  expect(valueText({ steps }, "rate")).toBe(
    "from 30 Jul 2023 00:00 UTC: 32 a day; from 3 Nov 2023 00:00 UTC: 25 a day",
  );
});

it("gives a distribution the dimension of its place, and a constant its value alone", () => {
  const service = { kind: "erlang", mean: 18 * hour, stages: 3 };
  expect(valueText(service, "service")).toBe("erlang (mean 18 hours, stages 3)");
  expect(valueText({ all: { kind: "constant", value: 14 * hour }, by: {} }, "time")).toBe("14 hours");
});

it("writes the ends that a foresight believes as instants", () => {
  const value = { kind: "uniform", min: Date.UTC(2021, 2, 24, 12), max: Date.UTC(2021, 3, 14, 12) };
  expect(valueText({ steps: [{ from: { event: "grounding", edge: "start" }, value }] }, "foresight")).toBe(
    "24 Mar 2021 12:00 to 14 Apr 2021 12:00 UTC (uniform)",
  );
});

it("cuts long lists and says how many more there are", () => {
  expect(valueText(["a", "b", "c", "d", "e", "f", "g", "h"], "of")).toBe("a, b, c, d, e, f and 2 more");
  expect(valueText([], "of")).toBe("none");
  expect(valueText({ servers: 2, hours: [] }, "station")).toBe("servers 2");
});

it("finds the value at a path, or nothing", () => {
  const scenario = { disruptions: { grounding: { start: { at: 5 } } } };
  expect(valueAt(scenario, "disruptions.grounding.start")).toEqual({ at: 5 });
  expect(valueAt(scenario, "disruptions.storm.start")).toBeUndefined();
});

it("says what a variant changes, adds and removes, and nothing else", () => {
  const before = {
    title: "a",
    policies: { masters: { kind: "divert", margin: hour }, surge: { kind: "surge" } },
  };
  const after = {
    title: "b",
    policies: { masters: { kind: "divert", margin: 2 * hour }, crews: { kind: "crew" } },
  };
  expect(patchLines(before, after)).toEqual([
    ["policies.masters.margin", "1 hour → 2 hours"],
    ["policies.surge", "removed"],
    ["policies.crews", "added: crew"],
  ]);
  expect(patchLines(before, before)).toEqual([]);
});

it("tells how often a disruption comes as times, by the year where that is less than once a day", () => {
  const occurs = (perDay: number): string =>
    valueText({ kind: "failure", occurs: { kind: "poisson", rate: constantly(perDay) } }, "storm");
  expect(occurs(5 / 365)).toBe("failure (occurs 5 times a year, at random)");
  expect(occurs(2)).toBe("failure (occurs 2 times a day, at random)");
  expect(valueText({ kind: "poisson", rate: constantly(0.2) }, "arrivals")).toBe(
    "73 sailings a year, at random",
  );
});

it("replaces a kind as a whole", () => {
  const before = { flows: { calls: { arrivals: { kind: "poisson", rate: 2 } } } };
  const after = { flows: { calls: { arrivals: { kind: "regular", every: 12 * hour } } } };
  expect(patchLines(before, after)).toEqual([
    ["flows.calls.arrivals", "2 sailings a day, at random → regular (every 12 hours)"],
  ]);
});

it("writes the factors of a profile with the times of day from which they hold", () => {
  const hours = [
    { key: 6 * hour, value: constantly(1.5) },
    { key: 22.5 * hour, value: constantly(0.25) },
  ];
  const arrivals = { kind: "profile", rate: { kind: "constant", value: 9 }, hours, "utc-offset": 8 * hour };
  expect(valueText(arrivals, "arrivals")).toBe(
    "profile (rate 9 a day, hours 1.5 from 06:00, 0.25 from 22:30, utc-offset 8 hours)",
  );
});

it("writes departures of convoys as times of day", () => {
  const departures = { by: { northbound: 4 * hour, southbound: [3.5 * hour, 13 * hour] } };
  const admission = { kind: "convoy", departures, "utc-offset": 2 * hour };
  expect(valueText(admission, "admission")).toBe(
    "convoy (departures northbound 04:00, southbound 03:30, 13:00, utc-offset 2 hours)",
  );
});

it("says of what a disruption is first, leaves out what it is not, and gives money its unit", () => {
  const stop = { kind: "closure", of: ["berth of Rotterdam"], background: false, cause: "cyber" };
  expect(valueText(stop, "stop")).toBe("closure of berth of Rotterdam: cause cyber");
  expect(valueText({ kind: "closure", of: ["Suez Canal"] }, "stop")).toBe("closure of Suez Canal");
  expect(valueText({ time: 24 * hour, cost: 300_000, "unit-cost": 90 }, "Antwerpen")).toBe(
    "time 24 hours, cost 300,000 USD, unit-cost 90 USD a unit",
  );
});

it("writes a range with its unit once, and what is most likely", () => {
  const range = { kind: "triangular", min: 72, mode: 75, max: 76 };
  expect(valueText(range, "rate")).toBe("72 to 76 a day (most likely 75 a day)");
  expect(valueText({ kind: "uniform", min: 11 * hour, max: 12 * hour }, "time")).toBe(
    "11 to 12 hours (uniform)",
  );
  expect(valueText({ kind: "uniform", min: hour, max: 48 * hour }, "time")).toBe(
    "1 hour to 2 days (uniform)",
  );
  expect(valueText(9000, "capacity")).toBe("9,000");
});

it("writes a condition as a sentence", () => {
  const condition = { gauge: "queue", of: ["Suez Canal"], "at-most": 25, for: constantly(0) };
  expect(valueText(condition, "until")).toBe("queue of Suez Canal is at most 25");
  expect(valueText({ ...condition, "at-least": 3, for: constantly(48 * hour) }, "until")).toBe(
    "queue of Suez Canal is at least 3 and at most 25 for 2 days",
  );
  const drawn = { kind: "uniform", min: 48 * hour, max: 96 * hour };
  expect(valueText({ ...condition, for: drawn }, "when")).toBe(
    "queue of Suez Canal is at most 25 for 2 to 4 days (uniform)",
  );
});

it("writes the line of a condition in the unit of its gauge", () => {
  const berths = { of: ["Port"], "at-least": 0.9, for: constantly(0) };
  expect(valueText({ gauge: "utilisation", ...berths }, "when")).toBe("utilisation of Port is at least 90 %");
  const left = { gauge: "rate", of: ["Canal"], "at-most": 40, over: 48 * hour, for: constantly(0) };
  expect(valueText(left, "when")).toBe("rate of Canal over 2 days is at most 40 a day");
});

/** The keys of fields with a quantity of their own, through all that may stand around it. */
function quantitiesOf(fields: Fields): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([key, { shape }]) => quantitiesWithin(key, shape));
}

function quantitiesWithin(key: string, shape: Form): readonly (readonly [string, string])[] {
  if (shape.form === "quantity" || shape.form === "distribution") return [[key, shape.dimension]];
  if (shape.form === "record") return quantitiesOf(shape.fields);
  const isAround = shape.form === "schedule" || shape.form === "per" || shape.form === "map";
  return isAround ? quantitiesWithin(key, shape.of.shape) : [];
}

it("prints no duration, speed, distance, length or rate of any key of the language without its unit", () => {
  const kinds = Object.entries(families)
    .filter(([name]) => name !== "distribution" && name !== "gauge") // whose lines are never told alone
    .flatMap(([, { kinds: own, shared = {} }]) => [shared, ...own.map(({ fields }) => fields)]);
  const all = [...kinds, scenarioFields].flatMap(quantitiesOf);
  const units = {
    duration: "hours",
    speed: "kn",
    distance: "km",
    length: "m",
    rate: "a day",
  } as const;
  for (const [dimension, unit] of Object.entries(units)) {
    const keys = [...new Set(all.flatMap(([key, own]) => (own === dimension ? [key] : [])))];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !valueText(36 * hour, key).endsWith(` ${unit}`))).toEqual([]);
  }
  expect(valueText({ kind: "convoy", "cut-off": 5 * hour, size: 38 }, "admission")).toBe(
    "convoy (cut-off 5 hours, size 38)",
  );
});
