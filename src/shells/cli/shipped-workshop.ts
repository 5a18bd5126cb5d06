import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { explain } from "#scenario/language/explain";
import { resolveStudy } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { findScenario } from "#shells/cli/scenario-place";
import type { CheckedScenario, Workshop } from "#shells/cli/workshop";
import { shippedFiles } from "#study/runners/shipped-files";
import { shippedLaboratory } from "#study/runners/shipped-laboratory";

/** Scenarios from disk, with the data sets that come with Breakwater. */
export const shippedWorkshop: Workshop = {
  check(typed, set, folder): CheckedScenario {
    const { file, id, library } = findScenario(typed, folder);
    const text = readFileSync(resolve(folder, file), "utf8");
    const resolution = resolveStudy({ id, file, text, library, set, source: new WorldSource(shippedFiles) });
    return {
      file,
      study: resolution.study,
      diagnostics: resolution.diagnostics,
      explanation: () => explain(resolution),
      origin: (variant, path) => resolution.origins.get(variant)?.get(path),
    };
  },
  laboratory: shippedLaboratory,
};
