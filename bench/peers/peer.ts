/** One who runs the workloads: we, or somebody to compare with. */
export interface Peer {
  readonly name: string;
  /** Makes it ready; says why it cannot run here, or nothing. */
  prepare(): string | undefined;
  /**
   * The size at which it runs a workload, given ours: slow peers do fewer of the same events. 0 leaves it
   * out.
   */
  sizeOf(workload: string, size: number): number;
  /**
   * The program and its arguments: it prints JSON with `events, seconds, peakRssMb, answer` on its last line.
   */
  command(workload: string, size: number, seed: number): readonly [string, ...string[]];
}

/** The workload that a peer runs beside one of ours: the queue of `processes` is that of `mm1`. */
export function modelOf(workload: string): string {
  return workload === "processes" ? "mm1" : workload;
}
