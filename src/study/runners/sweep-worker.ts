import { workerData } from "piscina";
import { openShippedFutures } from "#study/runners/shipped-futures";
import { sweepTask } from "#study/runners/sweep-task";
import type { SweepSettings } from "#study/runners/sweep-task";
import type { Span, Timed } from "#study/experiment/batch";
import type { SweepPart } from "#study/sweep/sweep-part";

/** What piscina calls for each span of futures, by the name in `ThreadPool`. */
export const task: (span: Span) => Promise<Timed<SweepPart>> = sweepTask(
  workerData as SweepSettings, // what `openSweep` passes
  openShippedFutures,
);
