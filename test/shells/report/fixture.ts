import type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
import type { Band, Curve, Figures, LegTraffic, TimelineEntry } from "#study/experiment/curves";
import type { Result, TidyRow } from "#study/experiment/result";
import type { MeasureSummary, Summary, VariantSummary } from "#study/experiment/summary";
import { canalRun, closedFrom, closedUntil, end, hour, hours, start, warmUp } from "./canal-model";
import type { CanalRun, CanalVariant } from "./canal-model";

const day = 24 * hour;
const replications = 60;
const window = 72;

const canalVariants: readonly CanalVariant[] = [
  { name: "baseline", summary: "", surge: 1.14, divertedShare: 0.1 },
  { name: "no-surge", summary: "The canal passes no more than on a busy day", surge: 1, divertedShare: 0.1 },
  { name: "divert-at-once", summary: "Masters turn at the first report", surge: 1.14, divertedShare: 0.3 },
  { name: "exact-news", summary: "The true end is announced at once", surge: 1.14, divertedShare: 0.105 },
];

interface Ensemble {
  readonly variant: CanalVariant;
  readonly runs: readonly CanalRun[];
  readonly twins: readonly CanalRun[];
}

function ensembles(): readonly Ensemble[] {
  const numbers = Array.from({ length: replications }, (_, index) => index);
  return canalVariants.map((variant) => ({
    variant,
    runs: numbers.map((replication) => canalRun(variant, replication, true)),
    twins: numbers.map((replication) => canalRun(variant, replication, false)),
  }));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function halfWidthOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const variance = sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  return 2.001 * Math.sqrt(variance / values.length);
}

function bandOf(paths: readonly (readonly (number | null)[])[]): Band {
  const [mean, low, high]: [(number | null)[], (number | null)[], (number | null)[]] = [[], [], []];
  for (let index = 0; index < hours; index++) {
    const values = paths
      .map((path) => path[index] ?? null)
      .filter((value): value is number => value !== null);
    mean.push(values.length === 0 ? null : meanOf(values));
    low.push(values.length === 0 ? null : quantileOf(values, 0.05));
    high.push(values.length === 0 ? null : quantileOf(values, 0.95));
  }
  return { mean, low, high };
}

function shareOfTwin(run: CanalRun, twin: CanalRun): readonly (number | null)[] {
  return run.transits.map((_, index) => {
    if (index + window > hours) return null;
    const normal = sumOf(twin.transits.slice(index, index + window));
    return normal === 0 ? null : sumOf(run.transits.slice(index, index + window)) / normal;
  });
}

function canalCurves(all: readonly Ensemble[]): readonly Curve[] {
  const times = Array.from({ length: hours }, (_, index) => start + index * hour);
  const performance = all.map(({ variant, runs, twins }) => ({
    name: variant.name,
    band: bandOf(runs.map((run, index) => shareOfTwin(run, twins[index] ?? run))),
    twin: times.map(() => 1),
  }));
  const queue = all.map(({ variant, runs, twins }) => ({
    name: variant.name,
    band: bandOf(runs.map((run) => run.queue)),
    twin: bandOf(twins.map((twin) => twin.queue)).mean,
  }));
  return [
    { what: "performance", of: "performance", unit: "share", times, variants: performance },
    { what: "queue", of: "suez.transit", unit: "vessels", times, variants: queue },
  ];
}

interface Numbers {
  readonly measure: string;
  readonly of: string;
  readonly unit: string;
  read(run: CanalRun, twin: CanalRun, replication: number): number | null;
}

const clearDays = (run: CanalRun): number => {
  const from = (closedUntil - start) / hour;
  const index = run.queue.findIndex((value, place) => place >= from && value < 4);
  return (index - from) / 24;
};

const canalNumbers: readonly Numbers[] = [
  {
    measure: "throughput-loss",
    of: "performance",
    unit: "vessels",
    read: (run, twin) => {
      let [missing, worst] = [0, 0];
      run.transits.forEach((value, index) => {
        missing += (twin.transits[index] ?? 0) - value;
        worst = Math.max(worst, missing);
      });
      return worst;
    },
  },
  {
    measure: "time-to-recover",
    of: "performance",
    unit: "d",
    read: (_run, _twin, replication) => 6.6 + (((replication * 37) % 60) / 60) * 0.8,
  },
  { measure: "backlog-clear-time", of: "suez.transit", unit: "d", read: (run) => clearDays(run) },
  { measure: "peak-queue", of: "suez.transit", unit: "vessels", read: (run) => Math.max(...run.queue) },
  { measure: "diverted-share", of: "all", unit: "share", read: (run) => run.diverted / (54.4 * 126) },
  { measure: "delay", of: "all", unit: "d", read: (run) => sumOf(run.queue) / 24 / (54.4 * 126) },
  {
    measure: "cost",
    of: "all",
    unit: "USD",
    read: (run) => sumOf(run.queue) * 1500 + run.diverted * 310_000,
  },
  { measure: "net-loss", of: "performance", unit: "vessels", read: (run) => run.diverted },
];

function readings(all: readonly Ensemble[], numbers: Numbers, place: number): readonly number[] {
  const ensemble = all[place];
  if (ensemble === undefined) return [];
  return ensemble.runs.flatMap((run, index) => {
    const value = numbers.read(run, ensemble.twins[index] ?? run, index);
    return value === null ? [] : [value];
  });
}

function measureSummary(all: readonly Ensemble[], numbers: Numbers, place: number): MeasureSummary {
  const values = readings(all, numbers, place);
  const censored = numbers.measure === "backlog-clear-time" && place === 1 ? 7 : 0;
  const [mean, half] = [meanOf(values), halfWidthOf(values)];
  const summary: MeasureSummary = {
    measure: numbers.measure,
    of: numbers.of,
    unit: numbers.unit,
    mean: censored > 0 ? null : mean,
    low: mean - half,
    high: mean + half,
    method: censored > 0 ? "kaplan-meier" : numbers.unit === "share" ? "wilson" : "student",
    median: quantileOf(values, 0.5),
    p5: quantileOf(values, 0.05),
    p95: quantileOf(values, 0.95),
    censored,
    unaffected: numbers.measure === "time-to-recover" && place === 2 ? 2 : 0,
    replications,
    twin: { mean: numbers.measure === "peak-queue" ? 3.6 : null },
  };
  if (place === 0) return summary;
  const base = readings(all, numbers, 0);
  const differences = values.map((value, index) => value - (base[index] ?? 0));
  const [difference, spread] = [meanOf(differences), halfWidthOf(differences)];
  const [low, high] = [difference - spread, difference + spread];
  return { ...summary, versusBaseline: { difference, low, high, distinguishable: low > 0 || high < 0 } };
}

const scenario: Resolved = {
  breakwater: 1,
  title: "Suez Canal blocked, March 2021",
  question:
    "How many ships wait, how long until the canal is normal again, " +
    "and would a faster canal or earlier diversion have helped?",
  notes: "The surge after reopening is part of the baseline, because it is what happened.",
  time: { start, end, warmUp },
  seed: "suez-2021",
  replications,
  network: {
    use: "world",
    sites: {
      suez: {
        type: "passage",
        at: [30.6, 32.34],
        country: undefined,
        operator: undefined,
        tags: [],
        stations: {},
        "vessel-path": [],
        transit: {
          time: { kind: "constant", value: 14 * hour },
          admission: { kind: "slots", rate: { kind: "constant", value: 75 } },
          directions: "shared",
        },
      },
    },
    links: {},
  },
  vessels: {
    container: {
      mode: "sea",
      speed: (16 * 1852) / 3600,
      capacity: 9000,
      draft: undefined,
      flag: undefined,
      cost: { once: 0, perDay: 60_000 },
    },
    tanker: {
      mode: "sea",
      speed: (13 * 1852) / 3600,
      capacity: 1_000_000,
      draft: undefined,
      flag: undefined,
      cost: { once: 0, perDay: 30_000 },
    },
  },
  commodities: {},
  flows: {
    "boxes-north": flow({ CNSHA: 3, SGSIN: 2 }, { NLRTM: 2, EGPSD: 1 }, "container", 9),
    "boxes-south": flow({ NLRTM: 1 }, { SGSIN: 1 }, "container", 8),
    "oil-north": flow({ SAJUB: 1 }, { NLRTM: 1 }, "tanker", 8),
  },
  disruptions: {
    grounding: {
      kind: "closure",
      of: ["suez"],
      start: { at: closedFrom },
      end: { at: closedUntil },
      inside: "finish",
      cause: "grounding",
    },
  },
  policies: {
    masters: { kind: "divert", of: ["suez"], rule: "cheapest", "decision-delay": day, margin: day },
    surge: {
      kind: "surge",
      of: ["suez.transit"],
      factor: 1.14,
      from: { event: "grounding", edge: "end", offset: 0 },
    },
  },
  performance: { of: ["suez.transit"], window: window * hour, recoveredAt: 0.95, heldFor: 7 * day },
  measures: canalNumbers.map(({ measure, of }) => ({
    kind: measure,
    of,
    at: undefined,
    from: undefined,
    until: undefined,
    by: "arrival",
  })),
  thresholds: {
    "clears-in-time": {
      measure: "backlog-clear-time",
      of: "suez.transit",
      variant: "baseline",
      statistic: "p90",
      atMost: 12,
      atLeast: undefined,
    },
  },
  sources: {
    "disruptions.grounding.start": {
      source: "canal authority statement of 24 March 2021",
      grade: "published",
    },
    "disruptions.grounding.end": {
      source: "canal authority announcement of 29 March 2021",
      grade: "published",
    },
    "network.sites.suez.transit.admission": {
      source: "daily transits 2019 to March 2021, highest day",
      grade: "measured",
    },
    "policies.masters.margin": { source: "judgement: a day's slack before a master turns", grade: "assumed" },
  },
};

function flow(
  from: Readonly<Record<string, number>>,
  to: Readonly<Record<string, number>>,
  vessel: string,
  rate: number,
): Resolved["flows"][string] {
  const arrivals = { kind: "poisson", rate };
  return {
    from,
    to,
    vessel,
    commodity: undefined,
    size: undefined,
    arrivals,
    priority: 1,
    due: undefined,
    via: undefined,
  };
}

function resolvedVariants(): readonly ResolvedVariant[] {
  return canalVariants.map((variant, place) => ({
    name: variant.name,
    summary: place === 0 ? undefined : variant.summary,
    pillar: place === 0 ? undefined : "recover",
    cost: { once: 0, perDay: 0 },
    scenario: patched(variant),
  }));
}

function patched(variant: CanalVariant): Resolved {
  const { masters, surge } = scenario.policies;
  if (masters === undefined || surge === undefined) throw new Error("the fixture has both policies");
  if (variant.name === "no-surge") return { ...scenario, policies: { masters } };
  if (variant.name !== "divert-at-once") return scenario;
  return { ...scenario, policies: { masters: { ...masters, rule: "divert", "decision-delay": 0 }, surge } };
}

const announced: readonly (readonly [time: number, believedEnd: number | null])[] = [
  [Date.UTC(2021, 2, 24, 8), Date.UTC(2021, 2, 24, 20)],
  [Date.UTC(2021, 2, 24, 14), Date.UTC(2021, 2, 25)],
  [Date.UTC(2021, 2, 24, 20), Date.UTC(2021, 3, 14)],
  [Date.UTC(2021, 2, 25, 9), null],
  [Date.UTC(2021, 2, 25, 12), Date.UTC(2021, 2, 31)],
  [Date.UTC(2021, 2, 26, 20), Date.UTC(2021, 2, 29)],
  [Date.UTC(2021, 2, 27, 13), null],
  [Date.UTC(2021, 2, 28, 10), Date.UTC(2021, 3, 14)],
  [Date.UTC(2021, 2, 29, 13), closedUntil],
];

function entriesOf(variant: CanalVariant): readonly TimelineEntry[] {
  const of = ["suez.transit"];
  const entry = (time: number, what: string, id: string): TimelineEntry => ({ time, what, id, of });
  const news = announced.map(([time, believedEnd]) => ({
    ...entry(time, "announcement", "grounding"),
    believedEnd,
  }));
  const surge = [
    entry(closedUntil, "policy-start", "surge"),
    entry(closedUntil + 9 * day, "policy-end", "surge"),
  ];
  return [
    entry(closedFrom, "disruption-start", "grounding"),
    ...news,
    entry(closedUntil, "disruption-end", "grounding"),
    ...(variant.surge > 1 ? surge : []),
  ];
}

type Waypoint = readonly [number, number];
const waypoints: Readonly<Record<string, readonly Waypoint[]>> = {
  "CNSHA SGSIN": [
    [122.2, 31],
    [119.5, 24.5],
    [113.5, 18],
    [109.5, 11],
    [104.8, 1.6],
  ],
  "SGSIN malacca": [
    [104.8, 1.6],
    [103.5, 1.2],
    [100.5, 3],
    [95.6, 6],
  ],
  "bab-el-mandeb malacca": [
    [95.6, 6],
    [80.5, 5.6],
    [65, 10],
    [51.5, 12.6],
    [43.4, 12.6],
  ],
  "bab-el-mandeb suez": [
    [43.4, 12.6],
    [40, 17.5],
    [36, 24],
    [33.5, 28],
    [32.5, 29.9],
  ],
  "EGPSD suez": [
    [32.5, 29.9],
    [32.3, 31.3],
  ],
  "gibraltar suez": [
    [32.3, 31.3],
    [25, 34],
    [15, 35.8],
    [10.5, 37.6],
    [0, 36.6],
    [-5.6, 35.9],
  ],
  "NLRTM gibraltar": [
    [-5.6, 35.9],
    [-9.6, 37],
    [-9.8, 43.4],
    [-5.6, 48.6],
    [1.4, 51],
    [4, 52],
  ],
  "good-hope malacca": [
    [95.6, 6],
    [75, -8],
    [50, -27],
    [30, -34.5],
    [18, -35.3],
  ],
  "NLRTM good-hope": [
    [18, -35.3],
    [5, -20],
    [-15, 5],
    [-18.5, 15],
    [-14, 30],
    [-9.8, 43.4],
    [-5.6, 48.6],
    [4, 52],
  ],
  "SAJUB hormuz": [
    [49.9, 27.1],
    [52, 26.4],
    [56.4, 26.5],
  ],
  "bab-el-mandeb hormuz": [
    [56.4, 26.5],
    [59.5, 24],
    [57.5, 18],
    [51.5, 12.6],
    [43.4, 12.6],
  ],
};

const canalSites: Figures["sites"] = [
  { id: "CNSHA", type: "port", at: [122.2, 31] },
  { id: "SGSIN", type: "port", at: [104.2, 1.3] },
  { id: "NLRTM", type: "port", at: [4, 52] },
  { id: "EGPSD", type: "port", at: [32.3, 31.3] },
  { id: "SAJUB", type: "port", at: [49.9, 27.1] },
  { id: "suez", type: "passage", at: [32.34, 30.6] },
  { id: "malacca", type: "passage", at: [100.5, 3] },
  { id: "bab-el-mandeb", type: "passage", at: [43.4, 12.6] },
  { id: "gibraltar", type: "passage", at: [-5.6, 35.9] },
  { id: "good-hope", type: "passage", at: [18, -35.3] },
  { id: "hormuz", type: "passage", at: [56.4, 26.5] },
];

function legsOf(variant: CanalVariant): readonly LegTraffic[] {
  const leg = (from: string, to: string, before: number, during: number, after: number): LegTraffic => ({
    from,
    to,
    perDay: { before, during, after },
  });
  const away = 50 * variant.divertedShare;
  return [
    leg("CNSHA", "SGSIN", 12, 12, 12),
    leg("SGSIN", "malacca", 26, 26, 26),
    leg("malacca", "bab-el-mandeb", 26, 26 - away / 2, 26),
    leg("bab-el-mandeb", "suez", 40, 40 - away, 41),
    leg("suez", "EGPSD", 4, 0.2, 5),
    leg("suez", "gibraltar", 25, 1, 39),
    leg("gibraltar", "suez", 24, 22, 25),
    leg("gibraltar", "NLRTM", 48, 26, 60),
    leg("malacca", "good-hope", 0, away / 2, 1),
    leg("good-hope", "NLRTM", 0.4, away, 6),
    leg("SAJUB", "hormuz", 16, 16, 16),
    leg("hormuz", "bab-el-mandeb", 16, 16 - away / 2, 16),
  ];
}

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
      "The rate is normal again 7.0 days after the grounding, but the backlog of 315 vessels needs 9.6 days. " +
      "Turning at the first report clears it 3.0 days sooner; " +
      "whether the canal passes more after reopening changes the peak by nothing that matters.",
    seed: scenario.seed,
    replications,
    warmUpDays: 35,
    digest: "9f2c1d7ab04e53f6c8d1e0b7a6954f3e2d1c0b9a8f7e6d5c4b3a29180f7e6d5c",
    variants,
    thresholds: [
      { id: "clears-in-time", verdict: "pass", value: 11.2, limit: 12, low: 10.9, high: 11.6, unit: "d" },
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
          status: "value",
          twin: false,
        }),
      ),
    ),
  );
}

/** A result like that of the shipped Suez scenario: a baseline, three variants, twins. Computed once. */
export const canalResult: Result = ((): Result => {
  const all = ensembles();
  const study: Study = { id: "ever-given-2021", variants: resolvedVariants() };
  const lines = Object.entries(waypoints).map(([key, points]) => {
    const [from = "", to = ""] = key.split(" ");
    return { from, to, lines: [points] };
  });
  const figures: Figures = {
    curves: canalCurves(all),
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
  return { study, summary: canalSummary(all), figures, rows: canalRows(all), command };
})();

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
  const figures: Figures = { curves: [], timelines: [], traffic: [], lines: [], sites: [] };
  return {
    study: { id: "one-berth", variants },
    summary,
    figures,
    rows: [],
    command: "npx breakwater run scenarios/one-berth",
  };
})();
