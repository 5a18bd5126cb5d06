import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { assert } from "#base/assert";
import { once } from "#base/once";
import { toldRoutes } from "#scenario/build/told-routes";
import { explain } from "#scenario/language/explain";
import { families } from "#scenario/language/families";
import { fileField } from "#scenario/language/file-field";
import { resolveStudy } from "#scenario/language/resolve";
import { besideFile } from "#scenario/read/beside";
import type { Library } from "#scenario/read/library";
import { sketchScenario } from "#scenario/source/sketch-scenario";
import { WorldSource } from "#scenario/source/world-source";
import { sweptFrom } from "#study/sweep/swept-scenario";
import { findScenario, scenarioAt, shippedBenchmarks } from "#study/store/scenario-place";
import type { ScenarioPlace } from "#study/store/scenario-place";
import type { CheckedScenario, Workshop } from "#shells/cli/workshop";
import { shippedFiles } from "#study/runners/shipped-files";
import { shippedFutures } from "#study/runners/shipped-futures";
import { shippedLaboratory } from "#study/runners/shipped-laboratory";

/** So many legal routes are told of each pair of a flow's origins and destinations. */
const ROUTES_TOLD = 3;

/** Whether a file that was opened before still holds the same. */
function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && Buffer.compare(one, other) === 0;
}

const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** Scenarios from disk, with the data sets that come with Breakwater. */
export const shippedWorkshop: Workshop = {
  check(typed, set, folder): CheckedScenario {
    const place = findScenario(typed, folder);
    return checkedScenario(place, readFileSync(resolve(folder, place.file), "utf8"), set);
  },
  checkText(text, file, folder, opened): CheckedScenario {
    const place = scenarioAt(file, folder);
    const library: Library = (name) => {
      const bytes = place.library(name);
      return (
        opened.find((one) => besideFile(file, one.file) === name && isSame(one.bytes, bytes))?.bytes ?? bytes
      );
    };
    return checkedScenario({ ...place, library }, text, []);
  },
  sketch: (files) =>
    sketchScenario(files, { field: fileField, families, source: new WorldSource(shippedFiles) }),
  benchmarks: shippedBenchmarks,
  laboratory: shippedLaboratory,
  futures: shippedFutures,
  truth: {
    cases() {
      const bytes = shippedFiles("verification/cases.json");
      assert(bytes !== undefined, "the cases come with the package");
      return new TextDecoder().decode(bytes);
    },
    worker: new URL(`./truth-worker.${ending}`, import.meta.url).href,
  },
};

function checkedScenario(
  { file, id, library }: ScenarioPlace,
  text: string,
  set: readonly string[],
): CheckedScenario {
  const source = new WorldSource(shippedFiles);
  const input = { id, file, text, library, set, source };
  const { resolution, scenario } = sweptFrom(input, resolveStudy);
  const { study, futures, diagnostics } = resolution;
  const withOrigins = once(() => resolveStudy({ ...input, notesOrigins: true }));
  return {
    file,
    study,
    diagnostics,
    ...(futures && { swept: { futures, scenario } }),
    explanation: () => explain(withOrigins()),
    routes: () =>
      (study?.variants ?? []).map(({ name, scenario }) => {
        return { variant: name, told: toldRoutes(scenario, source, ROUTES_TOLD) };
      }),
    origin: (variant, path) => withOrigins().origins.get(variant)?.get(path),
  };
}
