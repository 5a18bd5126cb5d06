import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import { holds, spanOf } from "#domain/measure/span";
import { stepsOf, timeShare } from "#domain/measure/steps";
import type { Figures } from "#study/truth/verification-case";
import type { TrialRows } from "#study/truth/trials/scenario-trial";

/** A station as its figures need to know it. */
export interface Observed {
  readonly station: string;
  readonly servers: number;
  /** ms of the case's unit of time. */
  readonly unitMs: number;
}

/** How a figure of a queue is read, and the measures that must be recorded for it. */
interface QueueFigure {
  readonly measures: readonly string[];
  read(rows: TrialRows, of: Observed): number;
}

const inUnits = (days: number, { unitMs }: Observed): number => (days * dayMs) / unitMs;

const refusedShare: QueueFigure = {
  measures: ["turned-away-share"],
  read: (rows, { station }) => rows.measure("turned-away-share", station),
};

/** Figures of a station, by the names that cases give them. */
const figures: Readonly<Record<string, QueueFigure>> = {
  Wq: { measures: ["mean-wait"], read: (rows, of) => inUnits(rows.measure("mean-wait", of.station), of) },
  W: { measures: ["dwell"], read: (rows, of) => inUnits(rows.measure("dwell", of.station), of) },
  Lq: { measures: ["mean-queue"], read: (rows, { station }) => rows.measure("mean-queue", station) },
  L: {
    measures: ["mean-queue", "utilisation"],
    read: (rows, { station, servers }) =>
      rows.measure("mean-queue", station) + servers * rows.measure("utilisation", station),
  },
  P0: { measures: ["utilisation"], read: (rows, { station }) => shareOfTime(rows, `busy/${station}`, 0) },
  Pblock: refusedShare,
  B: refusedShare,
  throughput: {
    measures: ["throughput"],
    read: (rows, { station, unitMs }) => rows.measure("throughput", station) / (dayMs / unitMs),
  },
  erlangC: { measures: ["mean-wait"], read: (rows, { station }) => waitersOf(rows, station).share },
  Wq_given_wait: {
    measures: ["mean-wait"],
    read: (rows, { station, unitMs }) => waitersOf(rows, station).meanMs / unitMs,
  },
};

/** The measures that these figures are read from. */
export function measuresOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => figureOf(name).measures))];
}

/** The figures of those names. */
export function queueFigures(names: readonly string[], rows: TrialRows, of: Observed): Figures {
  return Object.fromEntries(names.map((name) => [name, figureOf(name).read(rows, of)]));
}

/** The share of the time after the warm-up for which a level has a value. */
function shareOfTime({ rows }: TrialRows, level: string, value: number): number {
  const steps = stepsOf(rows.recorder.levels, [level]);
  assert(steps !== undefined, `${level} is recorded`);
  return timeShare(steps, value, spanOf(wholeTime, rows.facts));
}

/** Of those who came after the warm-up and no longer wait: who waited at all, as a share, and how long. */
function waitersOf(trial: TrialRows, station: string): { share: number; meanMs: number } {
  const { facts } = trial.rows;
  const span = spanOf(wholeTime, facts);
  let [all, waited, sum] = [0, 0, 0];
  trial.eachWait(station, (_, from, until) => {
    if (Number.isNaN(until) || !holds(span, from, facts)) return;
    all += 1;
    if (until > from) waited += 1;
    sum += until - from;
  });
  return { share: waited / all, meanMs: sum / waited };
}

const wholeTime = { of: "", at: undefined, from: undefined, until: undefined, by: "arrival" } as const;

function figureOf(name: string): QueueFigure {
  const figure = figures[name];
  assert(figure !== undefined, `a queue has the figure ${name}`);
  return figure;
}
