import { workerData } from "piscina";
import { openShippedLaboratory } from "#study/runners/shipped-laboratory";
import { threadTask } from "#study/runners/thread-task";
import type { ThreadSettings } from "#study/runners/thread-task";
import type { Batch, Span, Timed } from "#study/experiment/batch";

/** What piscina calls for each span, by the name in `threads`. */
export const task: (span: Span) => Promise<Timed<Batch>> = threadTask(
  workerData as ThreadSettings, // what `threads` passes
  openShippedLaboratory,
);
