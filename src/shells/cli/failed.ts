import { exitCodes, UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { RunUnreadable } from "#study/store/read-run";
import { NoComparison } from "#study/comparison/chosen-contest";
import { NoScenario } from "#study/store/scenario-place";
import { FolderTaken } from "#study/store/whole-folder";

/** Errors that tell somebody what was typed wrong. */
const told = [UsageError, NoComparison, NoScenario, RunUnreadable, FolderTaken];

/** Says on stderr why a command broke off, and gives its exit code. */
export function failed(error: unknown, io: Io): number {
  if (io.signal.aborted) {
    io.err("Interrupted: nothing was written.\n");
    return exitCodes.interrupted;
  }
  if (error instanceof Error && told.some((kind) => error instanceof kind)) {
    io.err(`${error.message}\n`);
    return exitCodes.wrongInput;
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") {
    io.err("Limit hit: memory of a thread; try fewer --threads, a shorter time, or fewer flows.\n");
    return exitCodes.limitHit;
  }
  if (error instanceof Error && typeof code === "string" && /^E[A-Z]+$/.test(code)) {
    io.err(`${error.message}\n`);
    return exitCodes.wrongInput;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.err(`This is a fault of Breakwater, not of the scenario:\n${text}\n`);
  return exitCodes.failed;
}
