import { assert } from "#base/assert";
import type { Resolved, ResolvedPrecision, ResolvedVariant, Study } from "#scenario/language/resolved";
import { actingText, isDisrupted, twinOf } from "#study/experiment/twin";

/** A world that the experiment runs, once a replication, however many variants it stands for. */
export interface PlannedWorld {
  readonly scenario: Resolved;
  /** True when it is the twin of some variant and no variant itself. */
  readonly twin: boolean;
  /** Whose it is, for people: `baseline`, `twin of baseline`. */
  readonly label: string;
}

/**
 * One variant: the numbers, in `Plan.worlds`, of its own world and of its twin's. They may be the same one.
 */
export interface PlannedVariant {
  readonly variant: ResolvedVariant;
  readonly run: number;
  readonly twin: number;
}

/** What an experiment runs. Twins stand before what is compared with them. */
export interface Plan {
  readonly study: Study;
  readonly worlds: readonly PlannedWorld[];
  /** In the order of the study, `baseline` first. */
  readonly variants: readonly PlannedVariant[];
  /** The world against which loss is measured. */
  readonly baselineTwin: number;
  /** The most that are run: fewer where `precision` is reached sooner. */
  readonly replications: number;
  readonly precision: ResolvedPrecision | undefined;
}

/**
 * Turns a study into the worlds to run. Worlds that run alike are run once: equal twins, and a scenario
 * without disruption, which is its own twin. When that is the baseline, variants too are measured against
 * it.
 */
export function planExperiment(study: Study): Plan {
  const [baseline] = study.variants;
  assert(baseline !== undefined && baseline.name === "baseline", "a study begins with its baseline");
  const roster = new Roster();
  const twins = study.variants.map((variant) => {
    const twin = isDisrupted(baseline.scenario) ? twinOf(variant.scenario) : baseline.scenario;
    return roster.add(twin, `twin of ${variant.name}`);
  });
  const runs = study.variants.map((variant) => roster.add(variant.scenario, variant.name));
  const worlds = roster.worlds.map((world, index) => ({ ...world, twin: !runs.includes(index) }));
  const at = (numbers: readonly number[], index: number): number => numbers[index] as number; // one each
  const variants = study.variants.map((variant, index) => ({
    variant,
    run: at(runs, index),
    twin: at(twins, index),
  }));
  return {
    study,
    worlds,
    variants,
    baselineTwin: at(twins, 0),
    replications: baseline.scenario.replications,
    precision: baseline.scenario.precision,
  };
}

/** How many runs of a world the whole experiment makes. */
export function runCount(plan: Plan): number {
  return plan.worlds.length * plan.replications;
}

class Roster {
  readonly worlds: { scenario: Resolved; label: string }[] = [];
  readonly #numbers = new Map<string, number>();

  add(scenario: Resolved, label: string): number {
    const text = actingText(scenario);
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      const world = this.worlds[known];
      if (world?.label.startsWith("twin of ") && !label.startsWith("twin of ")) world.label = label;
      return known;
    }
    this.#numbers.set(text, this.worlds.length);
    return this.worlds.push({ scenario, label }) - 1;
  }
}
