import { join, relative, resolve } from "node:path";
import type { Command } from "#shells/cli/command";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import type { Result } from "#study/experiment/result";
import { readRun, RunUnreadable } from "#study/store/read-run";
import { writeWholeFile } from "#study/store/whole-folder";

/** Writes the report of a run folder anew. */
export const report: Command = {
  usage: "report <path>",
  summary: "Write the report of a run folder as one HTML file",
  takes: [],
  async run(given, io) {
    const [typed = "."] = given.paths;
    const folder = resolve(io.folder, typed);
    const result = resultIn(folder, typed, io);
    const { reportPage } = await import("#shells/report/page");
    const file = given.out === undefined ? join(folder, "report.html") : resolve(io.folder, given.out);
    writeWholeFile(file, reportPage(result));
    const shown = relative(io.folder, file);
    io.out(given.json ? `${JSON.stringify({ report: shown })}\n` : `${shown}\n`);
    return exitCodes.done;
  },
};

/** Reads a run folder, and speaks of it as it was typed. */
function resultIn(folder: string, typed: string, io: Io): Result {
  try {
    return readRun(folder);
  } catch (error) {
    if (!(error instanceof RunUnreadable)) throw error;
    const told = error.message.replaceAll(folder, typed);
    throw new UsageError(told.replaceAll('"breakwater run', `"${io.program} run`));
  }
}
