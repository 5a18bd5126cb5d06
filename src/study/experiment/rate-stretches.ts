import { dayMs } from "#base/time";
import type { Performance } from "#domain/measure/facts";
import type { Evidence } from "#domain/measure/measure-kind";
import { tallyOf, totalAt } from "#domain/measure/tally";
import { fewTurningPoints } from "#study/experiment/turning-points";

/** A time in which the rate of the performance fell, or rose, beside the twin's; ms, and a day. */
export interface RateStretch {
  readonly from: number;
  readonly until: number;
  readonly before: number;
  readonly after: number;
  /** The twin's rates at the same instants. */
  readonly twinBefore: number;
  readonly twinAfter: number;
}

/** A rate has turned when it has moved by this share of the twin's mean rate, and by some units at least. */
const turnShare = 0.2;
const turnUnits = 3;

/** Instants are looked at so far apart, ms. */
const stride = dayMs;

/**
 * How the rate of the performance went beside the twin's: each rate is the count in the window around its
 * instant, so that a stretch begins and ends as the eye sees it. A rate within the threshold of the twin's
 * counts as equal to it.
 */
export function rateStretches({ run, twin }: Evidence, curve: Performance): readonly RateStretch[] {
  const [ours, theirs] = [tallyOf(run, curve.of), tallyOf(twin, curve.of)];
  const half = Math.floor(curve.window / 2);
  const around = (tally: typeof ours, time: number): number =>
    totalAt(tally, time + half - 1) - totalAt(tally, time - half - 1);
  const { warmUpEnd, end } = run.facts;
  const [first, last] = [warmUpEnd + half, end - half];
  const mean = ((totalAt(theirs, end) - totalAt(theirs, warmUpEnd)) * curve.window) / (end - warmUpEnd);
  const series = Array.from({ length: Math.max(0, Math.floor((last - first) / stride)) }, (_, index) => {
    const time = first + index * stride;
    const [count, usual] = [around(ours, time), around(theirs, time)];
    const isEqual = Math.abs(count - usual) <= (1 - curve.recoveredAt) * usual;
    return { time, value: isEqual ? 0 : count - usual };
  });
  const turns = fewTurningPoints(series, Math.max(turnUnits, mean * turnShare));
  const daily = (tally: typeof ours, time: number): number => (around(tally, time) * dayMs) / (2 * half);
  return turns.slice(1).map((turn, index) => {
    const [from, until] = [(turns[index] ?? turn).left - stride, turn.reached];
    return {
      from,
      until,
      before: daily(ours, from),
      after: daily(ours, until),
      twinBefore: daily(theirs, from),
      twinAfter: daily(theirs, until),
    };
  });
}
