import { availableParallelism } from "node:os";
import { exitCodes } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { programName } from "#shells/cli/program-name";

/**
 * The process as an `Io`. The first interrupt asks the command to stop; the second ends the process at
 * once.
 */
export function processIo(): Io {
  const interrupt = new AbortController();
  process.on("SIGINT", () => {
    if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
    interrupt.abort(new Error("interrupted"));
  });
  // A reader that closes its end early (head, a pager) wants no more: that is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.done);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY ? process.stderr : undefined,
    colours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
    width: lineWidth(process.stdout.isTTY ? process.stdout.columns : undefined),
    program: programName({
      environment: process.env,
      file: process.argv[1] ?? "",
      nodeOptions: process.execArgv,
      folder: process.cwd(),
    }),
    folder: process.cwd(),
    cores: availableParallelism(),
    now: () => performance.now(),
    signal: interrupt.signal,
  };
}

/** A terminal's own width, at most that of a readable line; where there is none, what most take. */
function lineWidth(columns: number | undefined): number {
  return columns === undefined || columns < 1 ? 100 : Math.min(columns, 110);
}
