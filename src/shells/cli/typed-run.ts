import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { quoted } from "#shells/cli/typed-command";
import type { Result } from "#study/experiment/result";
import { readRun, RunUnreadable } from "#study/store/read-run";

/** Reads the run folder that a user typed, and speaks of it as it was typed. */
export function typedRun(typed: string, io: Io): Result {
  const folder = resolve(io.folder, typed);
  const writes = (scenario: string): string => `"${io.program} run ${scenario}" writes one`;
  if (!existsSync(folder)) throw new UsageError(`there is no run folder ${typed}; ${writes("<scenario>")}`);
  if (!statSync(folder).isDirectory()) {
    const scenario = /\.(ya?ml|json)$/.test(typed) ? quoted(typed) : "<scenario>";
    throw new UsageError(`${typed} is a file, not a run folder; ${writes(scenario)}`);
  }
  try {
    return readRun(folder);
  } catch (error) {
    if (!(error instanceof RunUnreadable)) throw error;
    const told = error.message.replaceAll(folder, typed);
    throw new UsageError(told.replaceAll('"breakwater run', `"${io.program} run`));
  }
}
