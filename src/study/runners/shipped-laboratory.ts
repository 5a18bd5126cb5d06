import { measures } from "#domain/measure/measure-kinds";
import { createWorld } from "#scenario/build/create-world";
import { WorldSource } from "#scenario/source/world-source";
import type { LaboratorySource, OpenLaboratory } from "#study/experiment/runner";
import { shippedFiles } from "#study/runners/shipped-files";

/**
 * Real worlds, on the data sets that come with Breakwater. They are read when a scenario first asks for
 * them.
 */
export const openShippedLaboratory: OpenLaboratory = () => {
  const source = new WorldSource(shippedFiles);
  return Promise.resolve({
    makeWorld: (scenario, twin) => createWorld(scenario, { twin, source }),
    measures: measures.kinds,
  });
};

const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** The same, in this thread and in others. */
export const shippedLaboratory: LaboratorySource = {
  open: openShippedLaboratory,
  worker: new URL(`./worker.${ending}`, import.meta.url).href,
};
