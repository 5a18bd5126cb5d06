import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import { UsageError } from "#shells/cli/exit-code";
import { schemaFile } from "#shells/cli/templates";

/** A scenario file that is to be written. */
export interface ScenarioFile {
  /** Absolute. */
  readonly file: string;
  /** As the user sees it. */
  readonly shown: string;
  /** A name that would be free and right, without its ending. */
  readonly example: string;
}

/** Refuses a name that is none of a scenario, and one that is there already: nothing is overwritten. */
export function assertFree({ file, shown, example }: ScenarioFile): void {
  if (!/\.ya?ml$/.test(file))
    throw new UsageError(`--out ${shown} is no name of a scenario: end it in .yaml, such as ${example}.yaml`);
  if (existsSync(file))
    throw new UsageError(`${shown} is there already and stays; name another file: --out my-${example}.yaml`);
}

/** Where the schema lies from the folder of a new file on, as an editor needs it. */
function schemaFrom(file: string): string {
  const path = relative(dirname(file), schemaFile).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

/** The first line of a scenario, by which editors complete it. */
export function schemaLine(file: string): string {
  return `# yaml-language-server: $schema=${schemaFrom(file)}`;
}
