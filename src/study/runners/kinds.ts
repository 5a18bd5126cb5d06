import type { RunnerKind } from "#study/experiment/runner";
import { inline } from "#study/runners/inline";
import { threads } from "#study/runners/threads";

/** All ways to run an experiment, the plainest first. */
export const runners: readonly RunnerKind[] = [inline, threads];
