import { workerData } from "piscina";
import { threadTask } from "#study/runners/thread-task";
import type { ThreadSettings } from "#study/runners/thread-task";
import { openLaboratory } from "./fake-laboratory.ts";

const settings = workerData as ThreadSettings; // what threads.ts passes
export const task: ReturnType<typeof threadTask> = threadTask(settings, openLaboratory);
