import { workerData } from "piscina";
import { openShippedLaboratory } from "#study/runners/shipped-laboratory";
import { threadTask } from "#study/runners/thread-task";
import type { ThreadSettings, TimedBatch } from "#study/runners/thread-task";
import type { Span } from "#study/experiment/batch";

/** What piscina calls for each span, by the name in `threads`. */
export const task: (span: Span) => Promise<TimedBatch> = threadTask(
  workerData as ThreadSettings, // what `threads` passes
  openShippedLaboratory,
);
