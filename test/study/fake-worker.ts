import { workerData } from "piscina";
import { threadTask } from "#study/runners/thread-task";
import type { ThreadSettings } from "#study/runners/thread-task";
import { openLaboratory } from "./fake-laboratory.ts";

export const task: ReturnType<typeof threadTask> = threadTask(workerData as ThreadSettings, openLaboratory); // what threads.ts passes
