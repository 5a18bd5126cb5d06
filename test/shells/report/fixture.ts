import { kaplanMeier } from "#engine/stats/kaplan-meier";
import type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
import type { Figures } from "#study/experiment/curves";
import { explainedSpread } from "#study/experiment/explained-spread";
import type { SurvivalCurve } from "#study/experiment/survival-curves";
import type { WarmUpCheck } from "#study/experiment/warm-up-check";
import type { DrawRow, Result, TidyRow } from "#study/experiment/result";
import type { MeasureSummary, Summary, VariantSummary } from "#study/experiment/summary";
import { canalSites, entriesOf, legsOf, waypoints } from "./canal-map.ts";
import { canalVariants, replications } from "./canal-model.ts";
import { canalCurves, canalNumbers, ensembles, measureSummary, readings } from "./canal-numbers.ts";
import type { Ensemble } from "./canal-numbers.ts";
import { resolvedVariants, scenario } from "./canal-scenario.ts";

function canalSummary(all: readonly Ensemble[]): Summary {
  const variants = canalVariants.map(
    (variant, place): VariantSummary => ({
      name: variant.name,
      summary: place === 0 ? null : variant.summary,
      measures: canalNumbers.map((numbers) => measureSummary(all, numbers, place)),
    }),
  );
  return {
    scenario: "ever-given-2021",
    title: scenario.title,
    question: scenario.question ?? null,
    answer:
      "The rate is normal again 7.0 days after the grounding, but the backlog needs 9.6 days. " +
      "Turning at the first report clears it 3.0 days sooner; " +
      "whether the canal passes more after reopening changes the peak by nothing that matters.",
    seed: scenario.seed,
    replications,
    warmUpDays: 35,
    digest: "9f2c1d7ab04e53f6c8d1e0b7a6954f3e2d1c0b9a8f7e6d5c4b3a29180f7e6d5c",
    variants,
    thresholds: [
      {
        ...{ id: "clears-in-time", variant: "surge-after-reopening", verdict: "pass", limit: 12, unit: "d" },
        ...{ value: 11.2, low: 10.9, high: 11.6, margin: 0.8, marginLow: 0.4, marginHigh: 1.1 },
      },
    ],
    conservation: { checked: 48_211_904, audits: 3_120, violations: 0 },
    limits: [
      "performance.window: a window of 3 d counts 163 vessels; the smallest share it can resolve is 0.994.",
    ],
  };
}

function canalRows(all: readonly Ensemble[]): readonly TidyRow[] {
  return all.flatMap(({ variant }, place) =>
    canalNumbers.flatMap((numbers) =>
      readings(all, numbers, place).map(
        (value, replication): TidyRow => ({
          scenario: "ever-given-2021",
          variant: variant.name,
          replication,
          seed: scenario.seed,
          time: null,
          of: numbers.of,
          measure: numbers.measure,
          value,
          unit: numbers.unit,
          until: null,
          by: null,
          status: "value",
          twin: false,
        }),
      ),
    ),
  );
}

/** Of the backlog, with seven of the first variant still watched when the run ends. */
function canalSurvival(all: readonly Ensemble[]): SurvivalCurve {
  const numbers = canalNumbers.find(({ measure }) => measure === "backlog-clear-time");
  const variants = all.map(({ variant: { name } }, place) => {
    const times = numbers === undefined ? [] : readings(all, numbers, place);
    const censored = times.map((_, index) => place === 1 && index < 7);
    const steps = kaplanMeier(times, censored);
    return { name, watched: times.length, censored: place === 1 ? 7 : 0, unaffected: 0, until: 20, steps };
  });
  return { measure: "backlog-clear-time", of: "suez.transit", unit: "d", variants };
}

/** All wait while the canal is closed, few before. */
function canalWaits(): Figures["waits"] {
  const phases = ["before", "during", "after"] as const;
  const classes = phases.flatMap((phase, index) =>
    ["container", "tanker"].map((vessel) => ({
      vessel,
      phase,
      voyages: 300 / (index + 1),
      meanDays: [0.1, 4.2, 1.4][index] ?? 0,
      shares: index === 0 ? [0.8, 0.2, 0, 0, 0, 0, 0] : [0.1, 0.05, 0.1, 0.25, 0.3, 0.17, 0.03],
    })),
  );
  return canalVariants.map(({ name }) => ({ name, classes }));
}

/** A passage without servers, and a berth that is busiest afterwards. */
function canalPlaces(): Figures["places"] {
  const none = [null, null, null];
  return canalVariants.map(({ name }, place) => ({
    name,
    rows: [
      { of: "suez.transit", queue: [12, 210 - 20 * place, 80], peak: 391, utilisation: none },
      { of: "NLRTM.berth", queue: [0.4, 0.2, 6.1], peak: 14, utilisation: [0.7, 0.5, 0.93] },
    ],
  }));
}

/** Detours save waiting: its part is below what it would be. */
function canalCosts(): Figures["costs"] {
  return canalVariants.map(({ name }, place) => ({
    name,
    rows: [
      { part: "waiting", mean: place === 2 ? -12e6 : 80e6 },
      { part: "detour", mean: 31e6 * (place + 1) },
      ...(place === 0 ? [] : [{ part: `variant/${name}`, mean: 4e6 }]),
    ],
  }));
}

/** Of one flow every tenth goes round, of the other nobody. */
function canalWays(): Figures["ways"] {
  const kept = { voyages: 900, kmMore: 0, daysLater: 2.2 };
  const none = { voyages: 0, kmMore: null, daysLater: null };
  return canalVariants.map(({ name }) => ({
    name,
    rows: [
      { flow: "boxes-north", own: kept, other: { voyages: 100, kmMore: 8900.4, daysLater: 11.3 } },
      { flow: "oil-north", own: kept, other: none },
    ],
  }));
}

/** Each replication's reopening, drawn once and the same in every variant, and a rate of its own. */
function canalDraws(all: readonly Ensemble[]): readonly DrawRow[] {
  return all.flatMap(({ variant, runs, twins }) =>
    runs.flatMap((_, replication): DrawRow[] => {
      const shared = { scenario: "ever-given-2021", variant: variant.name, replication, seed: scenario.seed };
      const end = 62 + ((replication * 37) % 60) / 240;
      const twin = twins[replication];
      const rate = (twin?.transits.reduce((sum, value) => sum + value, 0) ?? 0) / 126;
      return [
        { ...shared, of: "disruption/grounding", draw: "end", value: end, unit: "d since start" },
        { ...shared, of: "disruption/grounding", draw: "times", value: 1, unit: "times" },
        { ...shared, of: "flow/boxes-north", draw: "rate", value: rate, unit: "/d" },
        {
          ...shared,
          of: "passage/suez/admission",
          draw: "rate",
          value: 72 + ((replication * 17) % 41) / 10,
          unit: "/d",
        },
      ];
    }),
  );
}

const suezStart = Date.parse("2021-03-01T00:00Z");
const settling = Array.from({ length: 240 }, (_, cell) => 30 * (1 - Math.pow(0.97, cell)) + (cell % 5) / 4);

/** A queue that has settled by the end of its warm-up, one that has not, and one of which nobody can tell. */
const canalWarmUps: readonly WarmUpCheck[] = (["enough", "short", "unknown"] as const).map(
  (verdict, index) => ({
    what: "queue",
    of: "suez.transit",
    times: settling.map((_, cell) => suezStart + (cell + 1) * 6 * 3_600_000),
    step: 6 * 3_600_000,
    means: settling,
    warmUpEnd: suezStart + (index === 0 ? 20 : 5) * 24 * 3_600_000,
    cut: verdict === "unknown" ? null : suezStart + 15 * 24 * 3_600_000,
    verdict,
  }),
);

/** A result like that of the shipped Suez scenario: a baseline, three variants, twins. Computed once. */
export const canalResult: Result = ((): Result => {
  const all = ensembles();
  const study: Study = { id: "ever-given-2021", variants: resolvedVariants() };
  const lines = Object.entries(waypoints).map(([key, points]) => {
    const [from = "", to = ""] = key.split(" ");
    return { from, to, lines: [points] };
  });
  const [rows, draws] = [canalRows(all), canalDraws(all)];
  const figures: Figures = {
    curves: canalCurves(all),
    explained: explainedSpread(rows, draws),
    survivals: [canalSurvival(all)],
    warmUps: canalWarmUps,
    waits: canalWaits(),
    places: canalPlaces(),
    costs: canalCosts(),
    ways: canalWays(),
    timelines: canalVariants.map((variant) => ({
      name: variant.name,
      replication: 0,
      entries: entriesOf(variant),
    })),
    traffic: canalVariants.map((variant) => ({ name: variant.name, legs: legsOf(variant) })),
    lines,
    sites: canalSites,
  };
  const command = "npx breakwater run scenarios/ever-given-2021 --seed suez-2021";
  return { study, summary: canalSummary(all), figures, rows, draws, command };
})();

const noFigures: Figures = {
  curves: [],
  timelines: [],
  traffic: [],
  lines: [],
  sites: [],
  explained: [],
  survivals: [],
  warmUps: [],
  waits: [],
  places: [],
  costs: [],
  ways: [],
};

/**
 * A result like that of the shipped one-berth scenario: no disruption, no performance, no variant, no map
 * data.
 */
export const berthResult: Result = ((): Result => {
  const base: Resolved = {
    ...scenario,
    title: "One berth",
    question: "How long do ships wait when one berth is nine tenths busy?",
    notes: undefined,
    network: { use: undefined, sites: {}, links: {} },
    disruptions: {},
    policies: {},
    performance: undefined,
    measures: [],
    thresholds: {},
    sources: {},
  };
  const number = (measure: string, unit: string, mean: number, half: number): MeasureSummary => ({
    measure,
    of: "harbour.berth",
    unit,
    mean,
    low: mean - half,
    high: mean + half,
    method: "student",
    median: mean * 0.97,
    p5: mean * 0.8,
    p95: mean * 1.25,
    censored: 0,
    unaffected: 0,
    replications: 600,
  });
  const summary: Summary = {
    ...canalSummary([]),
    scenario: "one-berth",
    title: base.title,
    question: base.question ?? null,
    answer: "Ships wait 3.4 days on average (3.3 to 3.4), nine times as long as they are served.",
    seed: "7",
    replications: 600,
    warmUpDays: 365,
    variants: [
      {
        name: "baseline",
        summary: null,
        measures: [
          number("mean-wait", "d", 3.374, 0.045),
          number("mean-queue", "vessels", 8.1, 0.12),
          number("utilisation", "share", 0.9, 0.0006),
        ],
      },
    ],
    thresholds: [],
    limits: [],
  };
  const variants: readonly ResolvedVariant[] = [
    { name: "baseline", summary: undefined, pillar: undefined, cost: { once: 0, perDay: 0 }, scenario: base },
  ];
  return {
    study: { id: "one-berth", variants },
    summary,
    figures: noFigures,
    rows: [],
    draws: [],
    command: "npx breakwater run scenarios/one-berth",
  };
})();
