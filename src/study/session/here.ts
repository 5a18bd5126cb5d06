import { WorldSource } from "#scenario/source/world-source";
import { InlineRunner } from "#study/experiment/inline-runner";
import { laboratoryOn } from "#study/experiment/laboratory";
import type { Runner } from "#study/experiment/runner";
import type { RunPlan } from "#study/session/run-plan";

/** Where a scenario brings no data set, none is read. */
const none = (): undefined => undefined;

/** Runs a plan in the calling thread, on the data set that its scenario was read with. */
export function runnerHere({ scenario }: RunPlan): Runner {
  return new InlineRunner(() => Promise.resolve(laboratoryOn(scenario.source ?? new WorldSource(none))));
}
