import { tuneCompiler } from "#study/runners/compiler";
import { hold } from "./workloads/hold.ts";
import { mm1 } from "./workloads/mm1.ts";
import { network } from "./workloads/network.ts";
import { processes } from "./workloads/processes.ts";
import type { Outcome } from "./workloads/workload.ts";

/** One measurement of one peer, in a process of its own. */
export interface Measurement {
  readonly peer: string;
  readonly workload: string;
  /** Customers, services or pending events. */
  readonly size: number;
  readonly events: number;
  readonly seconds: number;
  readonly nsPerEvent: number;
  /** Of the whole process. */
  readonly peakRssMb: number;
  /** What the workload computes: mean wait, throughput or rate, in units of the mean service or hold. */
  readonly answer: number;
}

/** What we are called among the peers. */
export const ours = "Breakwater";

const workloads = new Map<string, (size: number, seed: string) => Outcome>(
  Object.entries({ mm1, network, hold, processes }),
);

/** Runs one of our workloads in this process, with V8 set as the command sets it. */
export function measureOurs(workload: string, size: number, seed: string): Measurement {
  const run = workloads.get(workload);
  if (run === undefined)
    throw new Error(`there is no workload "${workload}"; there are ${[...workloads.keys()].join(", ")}`);
  if (!Number.isInteger(size) || size < 1) throw new Error(`a workload has a size of 1 or more, not ${size}`);
  tuneCompiler();
  const { events, seconds, answer } = run(size, seed);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return {
    peer: ours,
    workload,
    size,
    events,
    seconds,
    nsPerEvent: (seconds * 1e9) / events,
    peakRssMb,
    answer,
  };
}
