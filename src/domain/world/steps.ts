import type { Schedule, ScheduleStep } from "#base/field";

/** One value of a schedule of known instants, from `from` (ms) on. */
export interface Step<T> {
  readonly from: number;
  readonly value: T;
}

/** The steps of a schedule in order of time; `scheduleProblem` has seen to it that all instants are known. */
export function stepsOf<T>({ steps }: Schedule<T>): readonly Step<T>[] {
  return steps.flatMap(({ from, value }) => ("at" in from ? [{ from: from.at, value }] : []));
}

/** What holds at an instant; undefined before the first step. */
export function valueAt<T>(steps: readonly Step<T>[], time: number): T | undefined {
  let value: T | undefined;
  for (const step of steps) {
    if (step.from > time) break;
    ({ value } = step);
  }
  return value;
}

/**
 * What is wrong with a schedule that must be known from the start: a step that waits for an event. Nothing is
 * said of one that was not understood.
 */
export function scheduleProblem(of: Schedule<unknown> | undefined, key: string): string | undefined {
  const step: ScheduleStep<unknown> | undefined = of?.steps.find(({ from }) => "event" in from);
  if (step === undefined || !("event" in step.from)) return undefined;
  const { event, edge } = step.from;
  return `its ${key} waits for ${event}.${edge}, and nobody knows beforehand when that is; write dates`;
}
