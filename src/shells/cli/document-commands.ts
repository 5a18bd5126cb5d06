import type { Command } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import { deliver, jsonText } from "#shells/cli/output";

/** Prints a document made from the kinds, or writes it to `--out`; `json` is what it is with `--json`. */
function documentCommand(
  name: string,
  summary: string,
  { text, json = text }: { readonly text: () => Promise<string>; readonly json?: () => Promise<string> },
): Command {
  return {
    usage: name,
    summary,
    takes: [],
    async run(given, io) {
      deliver(await (given.json ? json() : text()), given, io);
      return exitCodes.done;
    },
  };
}

/** Prints the JSON Schema of scenario files, for editors. */
export const schema: Command = documentCommand(
  "schema",
  "Print the JSON Schema of scenario files, for editors",
  { text: async () => (await import("#scenario/language/schema")).schemaText() },
);

const referenceText = async (): Promise<string> =>
  (await import("#scenario/language/reference/reference-text")).referenceText();

/** Prints the reference of the language, for people. */
export const reference: Command = documentCommand(
  "reference",
  "Print every key and every kind of a scenario, with examples, as Markdown",
  {
    text: referenceText,
    json: async () => jsonText({ reference: await referenceText() }),
  },
);
