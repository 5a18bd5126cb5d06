import { resolve } from "node:path";
import type { Command } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import { writeWholeFile } from "#study/store/whole-folder";

/** Prints the JSON Schema of scenario files, for editors. */
export const schema: Command = {
  usage: "schema",
  summary: "Print the JSON Schema of scenario files, for editors",
  takes: [],
  async run(given, io) {
    const { schemaText } = await import("#scenario/language/schema");
    const text = schemaText();
    if (given.out === undefined) io.out(text);
    else writeWholeFile(resolve(io.folder, given.out), text);
    return exitCodes.done;
  },
};
