import type { Band, Curve } from "#study/experiment/curves";
import type { MeasureSummary } from "#study/experiment/summary";
import {
  canalRun,
  canalVariants,
  closedUntil,
  hour,
  hours,
  replications,
  start,
  windowHours,
} from "./canal-model.ts";
import type { CanalRun, CanalVariant } from "./canal-model.ts";

export interface Ensemble {
  readonly variant: CanalVariant;
  readonly runs: readonly CanalRun[];
  readonly twins: readonly CanalRun[];
}

export function ensembles(): readonly Ensemble[] {
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
  const columns = (): (number | null)[] => [];
  const band = {
    mean: columns(),
    low: columns(),
    high: columns(),
    lowerQuartile: columns(),
    upperQuartile: columns(),
  };
  for (let index = 0; index < hours; index++) {
    const values = paths
      .map((path) => path[index] ?? null)
      .filter((value): value is number => value !== null);
    const at = (share: number): number | null => (values.length === 0 ? null : quantileOf(values, share));
    band.mean.push(values.length === 0 ? null : meanOf(values));
    band.low.push(at(0.05));
    band.high.push(at(0.95));
    band.lowerQuartile.push(at(0.25));
    band.upperQuartile.push(at(0.75));
  }
  return band;
}

function shareOfTwin(run: CanalRun, twin: CanalRun): readonly (number | null)[] {
  return run.transits.map((_, index) => {
    if (index + windowHours > hours) return null;
    const normal = sumOf(twin.transits.slice(index, index + windowHours));
    return normal === 0 ? null : sumOf(run.transits.slice(index, index + windowHours)) / normal;
  });
}

export function canalCurves(all: readonly Ensemble[]): readonly Curve[] {
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

export interface Numbers {
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

export const canalNumbers: readonly Numbers[] = [
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
    // A little noise of each variant's own, so that differences are not 0 and yet cannot be told apart.
    read: (run, _twin, replication) =>
      6.6 + (((replication * 37) % 60) / 60) * 0.8 + (((run.diverted * 1000) % 1) - 0.5) * 0.1,
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

export function readings(all: readonly Ensemble[], numbers: Numbers, place: number): readonly number[] {
  const ensemble = all[place];
  if (ensemble === undefined) return [];
  return ensemble.runs.flatMap((run, index) => {
    const value = numbers.read(run, ensemble.twins[index] ?? run, index);
    return value === null ? [] : [value];
  });
}

export function measureSummary(all: readonly Ensemble[], numbers: Numbers, place: number): MeasureSummary {
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
