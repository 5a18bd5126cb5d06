import type { Diagnostic } from "#base/diagnostic";
import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import { arrivalKind } from "#engine/random/arrival-kinds";
import type { Resolved, Study } from "#scenario/language/resolved";
import { suggest } from "#scenario/read/nearest";
import { planExperiment, runCount } from "#study/experiment/plan";
import type { LoadedScenario, NamedSetting } from "#study/session/loaded-scenario";
import { ScenarioError } from "#study/session/scenario-error";

/** What a plan takes instead of what the scenario says. */
export interface PlanOptions {
  /** How many replications; as the scenario says when left out. */
  readonly replications?: number;
  /** A word or a number; the scenario's when left out. */
  readonly seed?: string | number;
  /** The names of the variants to run, `baseline` always among them; all when left out. */
  readonly variants?: readonly string[];
}

/** What a plan costs, known before it is run. */
export interface PlannedCost {
  /** Runs of one world over its whole time: of each variant and its twin, those that run alike once. */
  readonly runs: number;
  /** Days that all runs simulate together, warm-ups included. */
  readonly days: number;
  /** Voyages and shipments that flows are expected to send in all runs, cuts and surges of demand aside. */
  readonly voyages: number;
}

/** A scenario and what is to be run of it. */
export interface RunPlan {
  readonly scenario: LoadedScenario;
  /** What is run: the variants of the plan, with its seed and replications. */
  readonly study: Study;
  /** The names of its variants, `baseline` first. */
  readonly variants: readonly string[];
  /** The most that are run: fewer where the scenario stops once it knows enough. */
  readonly replications: number;
  readonly seed: string;
  readonly cost: PlannedCost;
  /** Thresholds that are of none of its variants, and are not checked. */
  readonly leftOut: readonly string[];
}

/**
 * Says what is to be run, and what that costs. Nothing is run yet. Throws a `ScenarioError` for a number of
 * replications or a seed that the language does not take, and for a variant that the scenario has not.
 */
export function plan(scenario: LoadedScenario, options: PlanOptions = {}): RunPlan {
  const settings = settingsOf(options);
  const loaded = settings.length === 0 ? scenario : scenario.with(settings);
  const kept = options.variants === undefined ? undefined : keptOf(loaded, options.variants);
  const study = kept === undefined ? loaded.study : studyOf(loaded.study, kept);
  const experiment = planExperiment(study);
  const [baseline] = study.variants;
  assert(baseline !== undefined, "a study begins with its baseline");
  const runs = runCount(experiment);
  const days = experiment.worlds.map(({ scenario: { time } }) => (time.end - time.start) / dayMs);
  const voyages = experiment.worlds.map((world) => voyagesOf(world.scenario));
  const thresholds = Object.keys(loaded.study.variants[0]?.scenario.thresholds ?? {});
  return {
    scenario: loaded,
    study,
    variants: study.variants.map(({ name }) => name),
    replications: experiment.replications,
    seed: baseline.scenario.seed,
    cost: {
      runs,
      days: sum(days) * experiment.replications,
      voyages: Math.round(sum(voyages) * experiment.replications),
    },
    leftOut: thresholds.filter((id) => !(id in baseline.scenario.thresholds)),
  };
}

function settingsOf({ replications, seed }: PlanOptions): readonly NamedSetting[] {
  const settings: NamedSetting[] = [];
  if (seed !== undefined) settings.push({ name: "seed", text: `seed=${JSON.stringify(seed)}` });
  if (replications !== undefined)
    settings.push({ name: "replications", text: `replications=${replications}` });
  return settings;
}

/** The names to keep, in the order of the scenario. */
function keptOf(scenario: LoadedScenario, asked: readonly string[]): ReadonlySet<string> {
  const wrong = asked.flatMap((name, index): Diagnostic[] => {
    if (scenario.variants.includes(name)) return [];
    return [
      {
        code: "ID_UNKNOWN",
        severity: "error",
        place: { file: "variants", line: 1, column: index + 1 },
        path: `variants.${index}`,
        wrong: `no variant is named "${name}"`,
        right: suggest(name, scenario.variants),
      },
    ];
  });
  if (wrong.length > 0) throw new ScenarioError(wrong);
  return new Set(["baseline", ...asked]);
}

/** The same with some variants alone, and the thresholds of these. */
function studyOf(study: Study, kept: ReadonlySet<string>): Study {
  const variants = study.variants.filter(({ name }) => kept.has(name));
  return {
    ...study,
    variants: variants.map((variant) => {
      const thresholds = Object.entries(variant.scenario.thresholds).filter(
        ([, { variant: name }]) => name === "all" || kept.has(name),
      );
      return { ...variant, scenario: { ...variant.scenario, thresholds: Object.fromEntries(thresholds) } };
    }),
  };
}

/** Expected of all flows of a world in one run. */
function voyagesOf({ time: { start, end }, flows }: Resolved): number {
  const span = { from: start, until: end };
  const rates = Object.values(flows).map(({ arrivals }) => arrivalKind(arrivals).ratePerDay(arrivals, span));
  return (sum(rates) * (end - start)) / dayMs;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
