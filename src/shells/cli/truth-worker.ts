import type { Timed } from "#study/experiment/batch";
import { trialTask } from "#study/truth/trial-task";
import type { TrialSpan } from "#study/truth/trial-task";
import type { Figures } from "#study/truth/verification-case";

/** What the threads of `verify` call for each span. */
export const task: (asked: TrialSpan) => Timed<readonly Figures[]> = trialTask();
