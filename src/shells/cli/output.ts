import { resolve } from "node:path";
import type { Arguments } from "#shells/cli/command";
import type { Io } from "#shells/cli/io";
import { writeWholeFile } from "#study/store/whole-folder";

/** Writes what a command was asked for to the file of `--out`, whole or not at all; else to stdout. */
export function deliver(text: string, { out }: Arguments, io: Io): void {
  if (out === undefined) io.out(text);
  else writeWholeFile(resolve(io.folder, out), text);
}

/** The one document of `--json`, indented, with an end of line. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
