import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Library } from "#scenario/read/library";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";
import { loadText } from "#study/session/loaded-scenario";
import type { LoadedScenario } from "#study/session/loaded-scenario";
import { findScenario } from "#study/store/scenario-place";

/**
 * Reads a scenario: a file, a folder with a `scenario.yaml` in it, the name of a shipped one; or its text,
 * which is whatever has more than one line. `library` gives the files beside a text by their names, what it
 * extends and its tables; a scenario on disk has those of its folder tree. Throws a `ScenarioError` with
 * everything that is wrong with it, and `NoScenario` where there is none.
 */
export function loadScenario(pathOrText: string, library?: Library): LoadedScenario {
  const source = new WorldSource(shippedFiles);
  if (pathOrText.includes("\n")) {
    const beside = library ?? ((): undefined => undefined);
    return loadText({ id: "scenario", file: "scenario.yaml", text: pathOrText, library: beside, source });
  }
  const folder = process.cwd();
  const place = findScenario(pathOrText, folder);
  const text = readFileSync(resolve(folder, place.file), "utf8");
  return loadText({ ...place, text, library: library ?? place.library, source });
}
