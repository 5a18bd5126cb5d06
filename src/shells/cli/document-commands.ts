import { resolve } from "node:path";
import type { Command } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import { writeWholeFile } from "#study/store/whole-folder";

/**
 * A command that prints a document made from the kinds, or writes it to `--out`. With `--json` what is not
 * JSON itself is the value of a key of the command's name.
 */
function documentCommand(name: string, summary: string, text: () => Promise<string>): Command {
  return {
    usage: name,
    summary,
    takes: [],
    async run(given, io) {
      const document = await text();
      const told = given.json && !document.startsWith("{") ? jsonOf(name, document) : document;
      if (given.out === undefined) io.out(told);
      else writeWholeFile(resolve(io.folder, given.out), told);
      return exitCodes.done;
    },
  };
}

function jsonOf(name: string, document: string): string {
  return `${JSON.stringify({ [name]: document }, undefined, 2)}\n`;
}

/** Prints the JSON Schema of scenario files, for editors. */
export const schema: Command = documentCommand(
  "schema",
  "Print the JSON Schema of scenario files, for editors",
  async () => (await import("#scenario/language/schema")).schemaText(),
);

/** Prints the reference of the language, for people. */
export const reference: Command = documentCommand(
  "reference",
  "Print every key and every kind of a scenario, with examples, as Markdown",
  async () => (await import("#scenario/language/reference/reference-text")).referenceText(),
);
