import { resolve } from "node:path";
import type { Command } from "#shells/cli/command";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { jsonText } from "#shells/cli/output";
import { assertFree, schemaLine } from "#shells/cli/scenario-file";
import { templates, templateText } from "#shells/cli/templates";
import type { Template } from "#shells/cli/templates";
import { quoted } from "#shells/cli/typed-command";
import { suggest } from "#scenario/read/nearest";
import { writeWholeFile } from "#study/store/whole-folder";

/** Writes a commented starter that runs as it is; without a template it lists them. */
export const newScenario: Command = {
  usage: "new [template]",
  summary:
    `Write a commented scenario to start from: ${templates.map(({ name }) => name).join(", ")}; ` +
    "without a template it lists them",
  takes: [],
  run(given, io) {
    const [name] = given.paths;
    if (name === undefined) {
      io.out(listing(given.json, io));
      return Promise.resolve(exitCodes.done);
    }
    const template = templates.find((candidate) => candidate.name === name);
    if (template === undefined) {
      const names = templates.map((candidate) => candidate.name);
      throw new UsageError(`there is no template "${name}"; ${suggest(name, names)}`);
    }
    const file = resolve(io.folder, given.out ?? `${name}.yaml`);
    const shown = given.out ?? `${name}.yaml`;
    assertFree({ file, shown, example: name });
    writeWholeFile(file, templateText(template, schemaLine(file)));
    if (given.json) io.out(`${JSON.stringify({ template: name, file: shown })}\n`);
    else io.out(given.quiet ? `${shown}\n` : writtenText(template, shown, io));
    return Promise.resolve(exitCodes.done);
  },
};

function listing(json: boolean, { program }: Io): string {
  if (json) return jsonText(templates);
  const width = Math.max(...templates.map(({ name }) => name.length));
  const lines = templates.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `Templates:\n${lines.join("\n")}\n\n${program} new ${templates[0]?.name ?? ""} writes one.\n`;
}

function writtenText({ summary }: Template, shown: string, { program }: Io): string {
  const file = quoted(shown);
  return (
    `Wrote ${shown}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}.\n\n` +
    `  ${program} validate ${file}   checks it\n  ${program} run ${file}        answers its question\n`
  );
}
