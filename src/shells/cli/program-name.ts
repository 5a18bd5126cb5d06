import { basename, delimiter, dirname, relative } from "node:path";

/** What a name can be found out from: the environment, and how the program was started. */
export interface Started {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The file that Node runs, absolute, and the options of Node before it. */
  readonly file: string;
  readonly nodeOptions: readonly string[];
  readonly folder: string;
}

/**
 * What to type here to call this program again: `npm start --` under npm start, `npx breakwater` under npx or
 * a script of npm, `breakwater` where a shell finds it, else Node with the file.
 */
export function programName({ environment, file, nodeOptions, folder }: Started): string {
  const event = environment["npm_lifecycle_event"];
  if (event === "start" && environment["npm_package_name"] === "breakwater") return "npm start --";
  const isBin = basename(file) === "breakwater";
  if (environment["npm_command"] === "exec" || (isBin && event !== undefined)) return "npx breakwater";
  const found = (environment["PATH"] ?? "").split(delimiter).includes(dirname(file));
  if (isBin && found) return "breakwater";
  const near = relative(folder, file);
  const shown = near.startsWith("..") ? file : near;
  return isBin ? shown : ["node", ...nodeOptions, shown].join(" ");
}
