/** What one run of a workload says. */
export interface Outcome {
  /** Model events: what the table of the README counts. */
  readonly events: number;
  /** Seconds of wall clock, model building and filling of the calendar left out. */
  readonly seconds: number;
  /** The number that the workload computes, in units of the mean service or hold. */
  readonly answer: number;
}

/** One day: the mean service or hold of every workload, so that whole milliseconds do not matter. */
export const meanMs = 86_400_000;

/** Seconds that `work` takes. */
export function secondsOf(work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}
