import { readFileSync } from "node:fs";
import type { Diagnostic } from "#base/diagnostic";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import type { Library } from "#scenario/read/library";
import { localWorld } from "./local-world.ts";

const broken: URL = new URL("../../broken/", import.meta.url);

/** The files of `test/broken`, for those that extend one another. */
export const brokenLibrary: Library = (name) => {
  try {
    return readFileSync(new URL(name, broken));
  } catch {
    return undefined;
  }
};

/** Resolves a text as the file `scenario.yaml` over a small world of a few ports. */
export function resolveText(
  text: string,
  set: readonly string[] = [],
  file: string = "scenario.yaml",
): Resolution {
  const [library, source] = [brokenLibrary, localWorld];
  return resolveStudy({ id: "test", file, text, library, set, source, notesOrigins: true });
}

/** Diagnostics as `CODE line:column`, for comparing. */
export function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) => `${code} ${place.line}:${place.column}`);
}
