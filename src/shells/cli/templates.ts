import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A scenario to start from. */
export interface Template {
  /** Its file in `scenarios/templates`, without the ending. */
  readonly name: string;
  readonly summary: string;
}

/** All that are shipped, the one to meet first in front. */
export const templates: readonly Template[] = [
  { name: "canal", summary: "A canal on the sea lanes of the world is blocked, and ships may go round" },
  { name: "port", summary: "A port works at half its berths for a week" },
  { name: "network", summary: "Sites and links of your own, with two ways from one end to the other" },
  { name: "ensemble", summary: "Nobody knows when, how long and how bad: each replication draws its world" },
];

const shipped = new URL("../../../scenarios/", import.meta.url);

/** The JSON Schema of scenario files, as shipped; absolute. */
export const schemaFile: string = fileURLToPath(new URL("schema.json", shipped));

/** The text of a template with this line in place of the one that tells editors where the schema lies. */
export function templateText({ name }: Template, schemaLine: string): string {
  const text = readFileSync(new URL(`templates/${name}.yaml`, shipped), "utf8");
  return text.replace(/^# yaml-language-server: \$schema=.*$/m, () => schemaLine);
}
