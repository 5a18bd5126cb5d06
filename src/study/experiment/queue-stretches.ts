import { dayMs } from "#base/time";
import type { Evidence, Rows } from "#domain/measure/measure-kind";
import type { Span } from "#domain/measure/span";
import { largestLevel, levelAt, levelQuantile, stepsOf } from "#domain/measure/steps";
import type { Steps } from "#domain/measure/steps";
import { stage } from "#engine/record/journeys";
import { fewTurningPoints } from "#study/experiment/turning-points";
import type { Sample } from "#study/experiment/turning-points";

/** A time in which the queue at a place grew, or shrank, on the whole; ms. */
export interface QueueStretch {
  readonly from: number;
  readonly until: number;
  /** How many waited at its start and at its end. */
  readonly before: number;
  readonly after: number;
  /** At most so many wait in 95 % of the twin's time. */
  readonly usual: number;
  readonly run: QueueFlow;
  readonly twin: QueueFlow;
}

/** Vessels a day that came to a place, that were let in, and that left its queue to go elsewhere. */
export interface QueueFlow {
  readonly came: number;
  readonly entered: number;
  readonly gaveUp: number;
}

/** The share of the twin's time in which the number waiting is at or below what is called usual. */
const usualShare = 0.95;

/** A queue has turned when its excess has moved by this share of the largest, and by one at least. */
const turnShare = 0.2;

/**
 * How the queue at a place came and went, where more waited than ever in the twin: in order of time, growing
 * and shrinking by turns. Looked at is its excess over what waits in the twin then, and over what is usual
 * there. What is not told is less than a fifth of the largest, or than six stretches leave room for.
 */
export function queueStretches(place: string, { run, twin }: Evidence): readonly QueueStretch[] {
  const names = [`queue/${place}`];
  const [ours, theirs] = [stepsOf(run.recorder.levels, names), stepsOf(twin.recorder.levels, names)];
  if (ours === undefined || theirs === undefined) return [];
  const span = { from: run.facts.warmUpEnd, until: run.facts.end };
  if (!(largestLevel(ours, span) > largestLevel(theirs, span))) return [];
  const usual = usualQueue(place, twin);
  const excess = excessOf(ours, theirs, usual, span);
  const most = excess.reduce((largest, { value }) => Math.max(largest, value), 0);
  const turns = fewTurningPoints(excess, Math.max(1, most * turnShare));
  return turns.slice(1).flatMap((turn, index) => {
    const { left } = turns[index] ?? turn;
    const piece = { from: left, until: turn.reached };
    return {
      ...piece,
      before: levelAt(ours, piece.from - 1),
      after: levelAt(ours, piece.until),
      usual,
      run: flowOf(place, run, piece),
      twin: flowOf(place, twin, piece),
    };
  });
}

/** At most so many wait at a place for 95 % of a run's time after the warm-up; NaN where none was counted. */
export function usualQueue(place: string, { recorder, facts }: Rows): number {
  const steps = stepsOf(recorder.levels, [`queue/${place}`]);
  const span = { from: facts.warmUpEnd, until: facts.end };
  return steps === undefined ? NaN : levelQuantile(steps, usualShare, span);
}

/** What a level has more than another one, and more than what is usual, in a span. */
function excessOf(ours: Steps, theirs: Steps, usual: number, { from, until }: Span): readonly Sample[] {
  const instants = new Set([from, ...ours.times, ...theirs.times]);
  return [...instants]
    .filter((time) => time >= from && time < until)
    .sort((one, other) => one - other)
    .map((time) => {
      const value = Math.max(0, levelAt(ours, time) - Math.max(usual, levelAt(theirs, time)));
      return { time, value };
    });
}

/** What came to a place and left it within `[from, until]`, by its rows. */
function flowOf(place: string, { recorder }: Rows, { from, until }: Span): QueueFlow {
  const { journeys } = recorder;
  const wanted = journeys.places.indexOf(place);
  const [kinds, places] = [journeys.stageKind.view(), journeys.stagePlace.view()];
  const [begins, ends] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  const isWithin = (time: number | undefined): boolean => time !== undefined && time >= from && time <= until;
  const counts = { came: 0, entered: 0, gaveUp: 0 };
  for (let row = 0; row < kinds.length; row += 1) {
    const isWait = kinds[row] === stage.wait;
    // Who is thrown out of a queue has no other row of its wait; who is turned away never was in it.
    const isGivenUp =
      kinds[row] === stage.abandoned || (kinds[row] === stage.lost && begins[row] !== ends[row]);
    if (places[row] !== wanted || !(isWait || isGivenUp)) continue;
    if (isWithin(begins[row])) counts.came += 1;
    if (isWithin(ends[row])) counts[isWait ? "entered" : "gaveUp"] += 1;
  }
  const days = Math.max(1, until - from) / dayMs;
  return { came: counts.came / days, entered: counts.entered / days, gaveUp: counts.gaveUp / days };
}
