/** What one run of a workload says. */
export interface Outcome {
  /** Model events: what the table of the README counts. */
  readonly events: number;
  /** Seconds of processor, model building and filling of the calendar left out. */
  readonly seconds: number;
  /** The number that the workload computes, in units of the mean service or hold. */
  readonly answer: number;
}

/** One day: the mean service or hold of every workload, so that whole milliseconds do not matter. */
export const meanMs = 86_400_000;

/** Seconds of processor that `work` takes, compiler and collector of garbage included. */
export function secondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
