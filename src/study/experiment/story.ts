import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import { episodesOf } from "#domain/measure/episode";
import type { Evidence, Reading, Rows } from "#domain/measure/measure-kind";
import { largestLevel, levelAt, stepsOf } from "#domain/measure/steps";
import { outcome, stage } from "#engine/record/journeys";
import type { Happening } from "#engine/record/timeline";
import type { World } from "#scenario/build/world";
import type { Resolved, ResolvedMeasure, ResolvedVariant, Study } from "#scenario/language/resolved";
import { delayAccount } from "#study/experiment/delay-causes";
import type { DelayAccount } from "#study/experiment/delay-causes";
import { planExperiment } from "#study/experiment/plan";
import type { Laboratory } from "#study/experiment/runner";
import { withVariantCost } from "#study/experiment/variant-costs";

/** One thing that happened in a replication; times in ms. */
export interface Moment {
  readonly time: number;
  readonly what: Happening["what"] | "queue-peak" | "backlog-cleared" | "rate-normal" | "rate-recovered";
  /** The disruption or policy; of the others the place. */
  readonly id: string;
  readonly of: readonly string[];
  /** Why, as the scenario says: `strike`. */
  readonly cause?: string;
  readonly believedEnd?: number | null;
  readonly recoveredAt?: number;
  /** What chance gave a disruption, by the name of its key. */
  readonly drawn?: Readonly<Record<string, number>>;
  /** How many waited at the places then, in the run and in its twin. */
  readonly waiting?: { readonly run: number; readonly twin: number };
}

/** Of each measure of the scenario, what this replication gives. */
export interface StoryReading {
  readonly row: ResolvedMeasure;
  readonly unit: string;
  readonly reading: Reading;
}

/** How the voyages of a replication ended. */
export type Fates = Readonly<Record<keyof typeof outcome | "diverted", number>>;

/** Voyages without a legal route from one place, and the rules that forbid it; "": nothing leads there. */
export interface Unrouted {
  readonly place: string;
  readonly rules: string;
  readonly voyages: number;
}

/** What one replication of one variant tells. */
export interface Story {
  readonly moments: readonly Moment[];
  readonly fates: Fates;
  /** By place and rules, the most voyages first. */
  readonly unrouted: readonly Unrouted[];
  readonly delay: DelayAccount;
  readonly readings: readonly StoryReading[];
}

/**
 * Runs one replication of a variant with all its rows kept, and tells it. What is kept beside what the
 * scenario asks for changes nothing that happens. The delay is against the baseline's twin, the queues and
 * rates beside the variant's own.
 */
export function storyOf(study: Study, name: string, replication: number, laboratory: Laboratory): Story {
  const variants = study.variants.filter((variant) => variant.name === "baseline" || variant.name === name);
  const plan = planExperiment({ ...study, variants: variants.map(askingForAll) });
  const planned = plan.variants.find(({ variant }) => variant.name === name);
  const [baseline] = plan.variants;
  assert(planned !== undefined && baseline !== undefined, `the study has the variant ${name}`);
  const worlds = new Map<number, World>();
  for (const index of new Set([planned.run, planned.twin, plan.baselineTwin, baseline.run])) {
    const world = plan.worlds[index];
    assert(world !== undefined, "planned numbers are numbers of worlds");
    const made = laboratory.makeWorld(world.scenario, world.twin);
    made.run(replication);
    worlds.set(index, made);
  }
  const plain = (index: number): Rows => {
    const world = worlds.get(index);
    assert(world !== undefined, "each of these has been run");
    return { recorder: world.recorder, facts: world.facts };
  };
  const priced = (index: number): Rows => {
    const { recorder, facts } = plain(index);
    return { recorder, facts: withVariantCost(facts, planned.variant, baseline.variant) };
  };
  const evidence = {
    run: priced(planned.run),
    twin: priced(planned.twin),
    baseline: plain(baseline.run),
    baselineTwin: plain(plan.baselineTwin),
  };
  const scenario = study.variants.find((variant) => variant.name === name)?.scenario;
  assert(scenario !== undefined, "it was found above");
  return {
    moments: momentsOf(evidence, scenario, laboratory),
    fates: fatesOf(evidence),
    unrouted: unroutedOf(evidence),
    delay: delayAccount(evidence, scenario.disruptions),
    readings: scenario.measures.map((row) => ({ row, ...readingOf(row, evidence, laboratory) })),
  };
}

/** The same variant with measures that have the waits, services and queues of every place recorded. */
function askingForAll(variant: ResolvedVariant): ResolvedVariant {
  const plain = { at: undefined, from: undefined, until: undefined, by: "arrival" as const };
  const rows = [
    { ...plain, kind: "list-clear-time", of: "all" },
    { ...plain, kind: "delay", of: "all" },
    ...placesOf(variant.scenario).map((of) => ({ ...plain, kind: "peak-queue", of })),
  ];
  const { scenario } = variant;
  return { ...variant, scenario: { ...scenario, measures: [...scenario.measures, ...rows] } };
}

/** All stations and passages, in order of id. */
function placesOf({ network }: Resolved): readonly string[] {
  return Object.entries(network.sites).flatMap(([id, { stations, transit }]) => [
    ...Object.keys(stations).map((station) => `${id}.${station}`),
    ...(transit === undefined ? [] : [`${id}.transit`]),
  ]);
}

function momentsOf(evidence: Evidence, scenario: Resolved, laboratory: Laboratory): readonly Moment[] {
  const told = evidence.run.recorder.timeline.rows.map((row): Moment => {
    const waiting = waitingAt(row.of, row.time, evidence);
    return { ...row, ...(waiting === undefined ? {} : { waiting }) };
  });
  const peaks = placesOf(scenario).flatMap((place) => peakOf(place, evidence));
  const all = [...told, ...peaks, ...returnsOf(evidence, scenario, laboratory)];
  // Sorting is stable: what happened in one instant keeps its order.
  return all.sort((one, other) => one.time - other.time);
}

function waitingAt(of: readonly string[], time: number, { run, twin }: Evidence): Moment["waiting"] {
  const names = of.map((place) => `queue/${place}`);
  const known = names.filter((name) => run.recorder.levels.level(name) >= 0);
  const [ours, usual] = [stepsOf(run.recorder.levels, known), stepsOf(twin.recorder.levels, known)];
  if (known.length === 0 || ours === undefined || usual === undefined) return undefined;
  return { run: levelAt(ours, time), twin: levelAt(usual, time) };
}

/** When the most waited at a place, where that is more than ever in the twin. */
function peakOf(place: string, { run, twin }: Evidence): readonly Moment[] {
  const { levels } = run.recorder;
  const level = levels.level(`queue/${place}`);
  const usual = stepsOf(twin.recorder.levels, [`queue/${place}`]);
  if (level < 0 || usual === undefined) return [];
  const span = { from: run.facts.warmUpEnd, until: run.facts.end };
  const steps = stepsOf(levels, [`queue/${place}`]);
  const most = steps === undefined ? 0 : largestLevel(steps, span);
  const inTwin = largestLevel(usual, span);
  if (most <= inTwin) return [];
  const times = levels.times(level);
  const index = levels
    .values(level)
    .findIndex((value, at) => value === most && (times[at] ?? 0) >= span.from);
  const time = Math.max(span.from, times[index] ?? span.from);
  return [{ time, what: "queue-peak", id: place, of: [place], waiting: { run: most, twin: inTwin } }];
}

/** When queue and rate were as usual again, of a run with one episode: with several, one time says little. */
function returnsOf(evidence: Evidence, scenario: Resolved, laboratory: Laboratory): readonly Moment[] {
  const [episode, ...others] = episodesOf(evidence.run);
  if (episode === undefined || others.length > 0) return [];
  const kinds = [
    { kind: "backlog-clear-time", what: "backlog-cleared", from: episode.lastEnd },
    { kind: "rate-normal-time", what: "rate-normal", from: episode.lastEnd },
    { kind: "time-to-recover", what: "rate-recovered", from: episode.onset },
  ] as const;
  return kinds.flatMap(({ kind, what, from }) =>
    scenario.measures
      .filter((row) => row.kind === kind)
      .flatMap((row): readonly Moment[] => {
        const { reading } = readingOf(row, evidence, laboratory);
        if (reading.status !== "value") return [];
        return [{ time: Math.round(from + reading.value * dayMs), what, id: row.of, of: [row.of] }];
      }),
  );
}

function readingOf(
  { kind, ...values }: ResolvedMeasure,
  evidence: Evidence,
  laboratory: Laboratory,
): { readonly unit: string; readonly reading: Reading } {
  const known = laboratory.measures.find((candidate) => candidate.kind === kind);
  assert(known !== undefined, `a resolved scenario names only known measures, not ${kind}`);
  const measure = known.create(values, evidence.run.facts);
  return { unit: measure.unit, reading: measure.read(evidence) };
}

/** All voyages that began after the warm-up. */
function fatesOf({ run }: Evidence): Fates {
  const { journeys } = run.recorder;
  const names = Object.keys(outcome) as (keyof typeof outcome)[]; // its own keys
  const counts = Object.fromEntries([...names, "diverted"].map((name) => [name, 0])) as Record<
    keyof Fates,
    number
  >; // all of them
  for (let row = 0; row < journeys.start.length; row += 1) {
    if (journeys.start.at(row) < run.facts.warmUpEnd) continue;
    const how = names[journeys.outcome.at(row)];
    if (how !== undefined) counts[how] += 1;
    if (journeys.diverted.at(row) === 1) counts.diverted += 1;
  }
  return counts;
}

/** Why voyages that began after the warm-up found no legal route, by their last rows. */
function unroutedOf({ run }: Evidence): readonly Unrouted[] {
  const { journeys } = run.recorder;
  const found = new Map<string, Unrouted>();
  for (let row = 0; row < journeys.stageVoyage.length; row += 1) {
    const voyage = journeys.stageVoyage.at(row);
    const isUnrouted = journeys.outcome.at(voyage) === outcome["no-legal-route"];
    if (journeys.stageKind.at(row) !== stage.lost || !isUnrouted) continue;
    if (journeys.start.at(voyage) < run.facts.warmUpEnd) continue;
    const place = journeys.places[journeys.stagePlace.at(row)] ?? "";
    const reason = journeys.stageReason.at(row);
    const rules = reason === 0 ? "" : (journeys.reasons[reason] ?? "");
    const key = `${place} ${rules}`;
    found.set(key, { place, rules, voyages: (found.get(key)?.voyages ?? 0) + 1 });
  }
  return [...found.values()].sort(
    (one, other) => other.voyages - one.voyages || (one.place < other.place ? -1 : 1),
  );
}
