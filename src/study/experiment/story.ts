import { assert } from "#base/assert";
import type { Evidence, Rows } from "#domain/measure/measure-kind";
import { outcome, stage } from "#engine/record/journeys";
import type { World } from "#scenario/build/world";
import type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
import { delayAccount } from "#study/experiment/delay-account";
import type { DelayAccount } from "#study/experiment/delay-account";
import { momentsOf } from "#study/experiment/moment";
import type { Moment } from "#study/experiment/moment";
import { planExperiment } from "#study/experiment/plan";
import type { Laboratory } from "#study/experiment/runner";
import { storyReading } from "#study/experiment/story-reading";
import type { StoryReading } from "#study/experiment/story-reading";
import { withVariantCost } from "#study/experiment/variant-costs";

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
    const made = laboratory.makeWorld(world.scenario);
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
    return { recorder, facts: withVariantCost(facts, planned.variant, study) };
  };
  const evidence = {
    run: priced(planned.run),
    twin: priced(planned.twin),
    baseline: plain(baseline.run),
    baselineTwin: plain(plan.baselineTwin),
  };
  const scenario = study.variants.find((variant) => variant.name === name)?.scenario;
  assert(scenario !== undefined, "it was found above");
  const readings = scenario.measures.map((row) => storyReading(row, evidence, laboratory.measures));
  return {
    moments: momentsOf(evidence, placesOf(scenario), readings),
    fates: fatesOf(evidence),
    unrouted: unroutedOf(evidence),
    delay: delayAccount(evidence, scenario.disruptions),
    readings,
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
