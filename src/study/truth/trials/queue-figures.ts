import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import { spanOf } from "#domain/measure/span";
import { stepsOf, timeShare } from "#domain/measure/steps";
import { eachWait, placesOf } from "#domain/measure/visits";
import { holds } from "#domain/measure/span";
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
  Pblock: {
    measures: ["turned-away-share"],
    read: (rows, { station }) => rows.measure("turned-away-share", station),
  },
  B: {
    measures: ["turned-away-share"],
    read: (rows, { station }) => rows.measure("turned-away-share", station),
  },
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
export function shareOfTime({ rows }: TrialRows, level: string, value: number): number {
  const steps = stepsOf(rows.recorder.levels, [level]);
  assert(steps !== undefined, `${level} is recorded`);
  return timeShare(steps, value, spanOf(wholeTime, rows.facts));
}

/** Of those who came after the warm-up and no longer wait: who waited at all, as a share, and how long. */
export function waitersOf({ rows }: TrialRows, station: string): { share: number; meanMs: number } {
  const wanted = placesOf(rows.recorder.journeys, [station]);
  assert(wanted !== undefined, `waits at ${station} are recorded`);
  const span = spanOf(wholeTime, rows.facts);
  let [all, waited, sum] = [0, 0, 0];
  eachWait(rows, wanted, (from, until) => {
    if (Number.isNaN(until) || !holds(span, from, rows.facts)) return;
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
