import { dayMs } from "#base/time";
import { episodesOf } from "#domain/measure/episode";
import { measureKind } from "#domain/measure/measure-kinds";
import type { Evidence } from "#domain/measure/measure-kind";
import { largestLevel, levelAt, stepsOf } from "#domain/measure/steps";
import type { Happening } from "#engine/record/timeline";
import { queueStretches, usualQueue } from "#study/experiment/queue-stretches";
import type { QueueStretch } from "#study/experiment/queue-stretches";
import { rateStretches } from "#study/experiment/rate-stretches";
import type { RateStretch } from "#study/experiment/rate-stretches";
import type { StoryReading } from "#study/experiment/story-reading";

/** What no row tells, but the rows together: how a queue or a rate went, and when it was normal again. */
export type TurnOfThings =
  | "queue-grows"
  | "queue-peak"
  | "queue-shrinks"
  | "still-waiting"
  | "backlog-cleared"
  | "rate-falls"
  | "rate-rises"
  | "rate-normal"
  | "rate-recovered";

/** One thing that happened in a replication; times in ms. */
export interface Moment {
  readonly time: number;
  readonly what: Happening["what"] | TurnOfThings;
  /** The disruption or policy; of the others the place, or `performance`. */
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
  /** Of a backlog that has cleared at one place: at most so many wait there in 95 % of the twin's time. */
  readonly usual?: number;
  /** Of a queue that grows or shrinks from here on: until when, and who came and went. */
  readonly queue?: QueueStretch;
  /** Of a rate that falls or rises from here on: until when, and how far. */
  readonly rate?: RateStretch;
}

/**
 * What happened in a replication, in order of time: its timeline, with who waited then, how queues and the
 * rate of the performance went between, and when they were as usual again, by the `readings` of the scenario.
 */
export function momentsOf(
  evidence: Evidence,
  places: readonly string[],
  readings: readonly StoryReading[],
): readonly Moment[] {
  const told = evidence.run.recorder.timeline.rows.map((row): Moment => {
    const waiting = waitingAt(row.of, row.time, evidence);
    return { ...row, ...(waiting === undefined ? {} : { waiting }) };
  });
  const queues = places.flatMap((place) => queueTurns(place, evidence));
  const all = [...told, ...queues, ...rateTurns(evidence), ...returnsOf(evidence, readings)];
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

/** How the queue of a place went, where more waited than ever in the twin: growing, the peak, shrinking. */
function queueTurns(place: string, evidence: Evidence): readonly Moment[] {
  const stretches = queueStretches(place, evidence).flatMap((queue): readonly Moment[] => {
    // Where only the twin's queue moves, this one did nothing.
    if (queue.after === queue.before) return [];
    const what = queue.after > queue.before ? "queue-grows" : "queue-shrinks";
    return [{ time: queue.from, what, id: place, of: [place], queue }];
  });
  return [...peakOf(place, evidence), ...stretches, ...leftOver(place, evidence)];
}

/** Who still waits at the end of the run, where those are more than ever in the twin. */
function leftOver(place: string, evidence: Evidence): readonly Moment[] {
  const { end: time, warmUpEnd } = evidence.run.facts;
  const waiting = waitingAt([place], time, evidence);
  const usual = stepsOf(evidence.twin.recorder.levels, [`queue/${place}`]);
  if (waiting === undefined || usual === undefined) return [];
  if (waiting.run <= largestLevel(usual, { from: warmUpEnd, until: time })) return [];
  return [{ time, what: "still-waiting", id: place, of: [place], waiting }];
}

/** How the rate of the performance went, where there is one. */
function rateTurns(evidence: Evidence): readonly Moment[] {
  const { performance } = evidence.run.facts;
  if (performance === undefined) return [];
  return rateStretches(evidence, performance).map((rate): Moment => {
    const what = rate.after - rate.twinAfter > rate.before - rate.twinBefore ? "rate-rises" : "rate-falls";
    return { time: rate.from, what, id: "performance", of: performance.of, rate };
  });
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

/** By the measure that is the time until it. */
const returns: Readonly<Record<string, TurnOfThings>> = {
  "backlog-clear-time": "backlog-cleared",
  "rate-normal-time": "rate-normal",
  "time-to-recover": "rate-recovered",
};

/** When queue and rate were as usual again, of a run with one episode: with several, one time says little. */
function returnsOf(evidence: Evidence, readings: readonly StoryReading[]): readonly Moment[] {
  const [episode, ...others] = episodesOf(evidence.run);
  if (episode === undefined || others.length > 0) return [];
  return readings.flatMap(({ row: { kind, of: id }, reading }): readonly Moment[] => {
    const what = returns[kind];
    const since = measureKind(kind)?.since;
    if (what === undefined || since === undefined || reading.status !== "value") return [];
    const time = Math.round(episode[since] + reading.value * dayMs);
    const usual = usualQueue(id, evidence.twin);
    const bar = what === "backlog-cleared" && !Number.isNaN(usual) ? { usual } : {};
    return [{ time, what, id, of: [id], ...bar }];
  });
}
