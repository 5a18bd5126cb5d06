import { dayMs } from "#base/time";
import type { Rows } from "#domain/measure/measure-kind";
import { Recorder } from "#engine/record/recorder";

/** The undisrupted count in each step: so fine are the shares that a curve can have. */
const perStep = 1e9;

/** A curve of performance whose shape is known, in days. */
export interface KnownCurve {
  /** The length of a step, which is the window too, ms; a day holds a whole number of them. */
  readonly step: number;
  /** The disruption, and the end of the curve. */
  readonly fromDay: number;
  readonly untilDay: number;
  readonly horizonDays: number;
  /** The share that counts as recovered; it must hold for a step. */
  readonly recoveredAt: number;
  /** Q over a step, which begins and ends at these days. */
  readonly over: (fromDay: number, untilDay: number) => number;
}

/** A run that has that curve, and its twin: every measure of a curve reads it like any other. */
export interface KnownRun {
  readonly run: Rows;
  readonly twin: Rows;
}

/**
 * Rows that have a known curve of performance. Each step holds one count, just before its end, so that a
 * window of one step that starts anywhere in it holds that count and no other: Q is constant over it.
 */
export function knownRun(curve: KnownCurve): KnownRun {
  const { step, fromDay, untilDay, horizonDays, recoveredAt, over } = curve;
  const run = new Recorder();
  const twin = new Recorder();
  const [ours, theirs] = [run.counts.declare(series), twin.counts.declare(series)];
  for (let at = 0; at < (horizonDays + 1) * dayMs; at += step) {
    const share = over(at / dayMs, (at + step) / dayMs);
    run.counts.add(ours, at + step - 1, share * perStep);
    twin.counts.add(theirs, at + step - 1, perStep);
  }
  const of: readonly string[] = [];
  run.timeline.add({ what: "disruption-start", id: "outage", time: fromDay * dayMs, of });
  run.timeline.add({ what: "disruption-end", id: "outage", time: untilDay * dayMs, of });
  const facts = {
    start: 0,
    warmUpEnd: 0,
    end: horizonDays * dayMs + step,
    flows: [],
    servers: new Map<string, number>(),
    performance: { of: [series], window: step, recoveredAt, heldFor: step, unit: "units" },
    units: new Map<string, string>(),
    background: new Set<string>(),
    costs: [],
  };
  return { run: { recorder: run, facts }, twin: { recorder: twin, facts } };
}

const series = "output";
