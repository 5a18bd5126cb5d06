import { assert } from "#base/assert";
import type { Facts } from "#domain/measure/facts";
import { measures } from "#domain/measure/measure-kinds";
import type { Evidence, MeasureKind, MeasureValues, Reading, Rows } from "#domain/measure/measure-kind";
import type { Expense } from "#engine/record/expenses";
import type { Outcome, Stage } from "#engine/record/journeys";
import { outcome } from "#engine/record/journeys";
import { Recorder } from "#engine/record/recorder";
import type { Happening } from "#engine/record/timeline";

/** A day in ms. Hand-built rows are written in days. */
export const day = 86_400_000;

/** One voyage of hand-built rows: times in days, stages as kind, place, from, to. */
export interface WrittenVoyage {
  readonly flow?: number;
  readonly ordinal: number;
  readonly start: number;
  readonly end?: number | undefined;
  readonly how?: Outcome;
  readonly diverted?: boolean;
  readonly metres?: number;
  readonly due?: number;
  readonly freed?: number;
  /** What is paid for: kind, US dollars; of a vessel its metres, and what these cost at full speed. */
  readonly paid?: readonly (readonly [Expense, number, number?, number?])[];
  readonly stages?: readonly (readonly [Stage, string, number, number])[];
}

/** Hand-built rows; times in days, those of counts in any order. */
export interface Written {
  readonly facts?: Partial<Facts>;
  readonly counts?: Readonly<Record<string, readonly number[]>>;
  readonly levels?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly timeline?: readonly (readonly [Happening["what"], string, number, ...string[]])[];
  readonly voyages?: readonly WrittenVoyage[];
  /** What a day of these rows is in ms. */
  readonly unit?: number;
}

/** A run of 100 days, 10 of them warm-up; two flows; curves of `canal.transit` with 5 d, 0.9, 5 d. */
export const usualFacts: Facts = {
  start: 0,
  warmUpEnd: 10 * day,
  end: 100 * day,
  flows: [
    { id: "boxes", costPerDay: 1000, speed: 10 },
    { id: "oil", costPerDay: 10, speed: 5 },
  ],
  servers: new Map([
    ["harbour.berth", 2],
    ["harbour.gate", 1],
  ]),
  performance: {
    of: ["canal.transit"],
    window: 5 * day,
    recoveredAt: 0.9,
    heldFor: 5 * day,
    unit: "vessels",
  },
  units: new Map([["ore", "t"]]),
  background: new Set(),
  costs: [],
};

/** Writes rows as a model would. */
export function rowsOf(written: Written): Rows {
  const unit = written.unit ?? day;
  const recorder = new Recorder();
  for (const [name, times] of Object.entries(written.counts ?? {})) {
    const series = recorder.counts.declare(name);
    for (const time of [...times].sort((a, b) => a - b)) recorder.counts.add(series, time * unit, 1);
  }
  for (const [name, changes] of Object.entries(written.levels ?? {})) {
    const level = recorder.levels.declare(name);
    for (const [time, value] of changes) recorder.levels.set(level, time * unit, value);
  }
  for (const [what, id, time, ...of] of written.timeline ?? []) {
    recorder.timeline.add({ what, id, time: time * unit, of });
  }
  writeVoyages(recorder, written.voyages ?? [], unit);
  return { recorder, facts: { ...usualFacts, ...written.facts } };
}

/** Stage rows are written in order of their ends, those without an end last. */
function writeVoyages(
  { journeys, expenses }: Recorder,
  voyages: readonly WrittenVoyage[],
  unit: number,
): void {
  const stages = voyages.flatMap((voyage) => {
    const { flow = 0, ordinal, start, due = NaN, stages: ofIt = [] } = voyage;
    const row = journeys.open(flow, ordinal, start * unit, 0, due * unit);
    journeys.diverted.set(row, voyage.diverted ? 1 : 0);
    journeys.metres.set(row, voyage.metres ?? 0);
    if (voyage.end !== undefined) journeys.close(row, voyage.end * unit, voyage.how ?? outcome.arrived);
    journeys.freed.set(row, (voyage.freed ?? NaN) * unit);
    for (const [kind, dollars, metres = 0, sailing = 0] of voyage.paid ?? [])
      expenses.add(row, kind, { dollars, metres, sailing });
    return ofIt.map(([kind, place, from, to]) => ({ row, kind, place, from, to }));
  });
  const ends = (to: number): number => (Number.isNaN(to) ? Infinity : to);
  const later = stages.map((stage, index) => ({ ...stage, index }));
  later.sort((a, b) => (ends(a.to) === ends(b.to) ? a.index - b.index : ends(a.to) - ends(b.to)));
  for (const { row, kind, place, from, to } of later) {
    journeys.stage(row, kind, journeys.place(place), from * unit, to * unit, 0);
  }
}

/** The measure of that name. */
export function measureNamed(name: string): MeasureKind {
  const kind = measures.kinds.find((candidate) => candidate.kind === name);
  assert(kind !== undefined, `there is a measure ${name}`);
  return kind;
}

/** What a measure reads. What is left out of the evidence is the run itself. Window times in days. */
export function read(
  name: string,
  of: string,
  evidence: Pick<Evidence, "run"> & Partial<Evidence>,
  row: Partial<MeasureValues> = {},
): Reading {
  const inMs = (time: number | undefined): number | undefined =>
    time === undefined ? undefined : time * day;
  const { run, twin = run } = evidence;
  const values: MeasureValues = {
    of,
    at: inMs(row.at),
    from: inMs(row.from),
    until: inMs(row.until),
    by: row.by ?? "arrival",
  };
  const { baseline = run, baselineTwin = twin } = evidence;
  const whole: Evidence = { run, twin, baseline, baselineTwin };
  return measureNamed(name).create(values, run.facts).read(whole);
}

/** A reading that is a value. */
export const value = (number: number): Reading => ({ status: "value", value: number });

/** A reading that is censored after so many days. */
export const censored = (days: number): Reading => ({ status: "censored", value: days });

/** The other two. */
export const unaffected: Reading = { status: "unaffected" };
export const none: Reading = { status: "none" };

/** Whole numbers from `from` (included) to `until` (not). */
export const range = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
