import type { Facts } from "#domain/measure/facts";
import type { Needs } from "#domain/measure/measure-kind";
import { measureKind } from "#domain/measure/measure-kinds";
import { assert } from "#base/assert";
import type { ConditionValues } from "#domain/world/gauge-kind";
import { gaugeKind } from "#domain/world/gauge-kinds";
import type { JourneyNeeds } from "#domain/traffic/voyage-log";
import type { Recorder } from "#engine/record/recorder";
import type { Resolved, ResolvedMeasure } from "#scenario/language/resolved";

/** Declares in the recorder what measures read and gauges hear, and says what is kept of journeys. */
export function declareNeeds(recorder: Recorder, scenario: Resolved, facts: Facts): JourneyNeeds {
  const all = scenario.measures.map((row) => needsOf(row, facts));
  const { performance } = scenario;
  for (const { counts, levels } of all) {
    for (const name of counts) recorder.counts.declare(name);
    for (const name of levels) recorder.levels.declare(name);
  }
  for (const name of performance?.of ?? []) recorder.counts.declare(name);
  for (const name of heardBy(scenario)) recorder.counts.declare(name);
  for (const name of placeLevels(scenario)) recorder.levels.declare(name);
  const places = all.some((needs) => needs.places === "all")
    ? "all"
    : new Set(all.flatMap((needs) => (needs.places === "all" ? [] : needs.places)));
  return { journeys: all.some((needs) => needs.journeys), places, legs: scenario.network.use !== undefined };
}

/** What the gauges of conditions hear. */
function heardBy({ disruptions, policies }: Resolved): readonly string[] {
  const all = [...Object.values(disruptions), ...Object.values(policies)];
  return all
    .flatMap(({ when, until }) => [when, until])
    .filter(isCondition)
    .flatMap((values) => gaugeKind(values).counts?.(values) ?? []);
}

function isCondition(value: unknown): value is ConditionValues {
  return typeof value === "object" && value !== null && "gauge" in value;
}

/** The report tells how busy every place is that some measure or the performance is about. */
function placeLevels(scenario: Resolved): readonly string[] {
  const places = new Set(Object.entries(scenario.network.sites).flatMap(([id, site]) => placesOf(id, site)));
  const named = [...scenario.measures.map(({ of }) => of), ...(scenario.performance?.of ?? [])];
  return named.filter((of) => places.has(of)).flatMap((of) => [`queue/${of}`, `busy/${of}`]);
}

function placesOf(id: string, site: Resolved["network"]["sites"][string]): string[] {
  const stations = Object.keys(site.stations).map((station) => `${id}.${station}`);
  return site.type === "passage" ? [...stations, `${id}.transit`] : stations;
}

function needsOf(row: ResolvedMeasure, facts: Facts): Needs {
  const kind = measureKind(row.kind);
  assert(kind !== undefined, `measure ${row.kind} exists`);
  const { kind: _, ...values } = row;
  return kind.needs(values, facts);
}
