import { argumentsOf } from "#shells/cli/arguments";
import { exitCodes } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { run } from "#shells/cli/run-command";
import type { Workshop } from "#shells/cli/workshop";

/** What runs when nothing is typed, as `npm start` does. */
const scenario = "ever-given-2021";

/** Runs the shipped scenario. Whatever its thresholds say, having shown it is what was asked for. */
export async function runDefault(io: Io, workshop: Workshop): Promise<number> {
  const code = await run.run(argumentsOf({ path: scenario }), io, workshop);
  return code === exitCodes.failed ? exitCodes.done : code;
}
