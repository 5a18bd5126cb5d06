import { join, relative, resolve } from "node:path";
import type { Command } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import { typedRun } from "#shells/cli/typed-run";
import { writeWholeFile } from "#study/store/whole-folder";

/** Writes the report of a run folder anew. */
export const report: Command = {
  usage: "report <path>",
  summary: "Write the report of a run folder as one HTML file",
  needs: "a run folder, such as runs/ever-given-2021",
  takes: [],
  async run(given, io) {
    const [typed = "."] = given.paths;
    const folder = resolve(io.folder, typed);
    const result = typedRun(typed, io);
    const { reportPage } = await import("#shells/report/page");
    const file = given.out === undefined ? join(folder, "report.html") : resolve(io.folder, given.out);
    writeWholeFile(file, reportPage(result));
    const shown = relative(io.folder, file);
    io.out(given.json ? `${JSON.stringify({ report: shown })}\n` : `${shown}\n`);
    return exitCodes.done;
  },
};
