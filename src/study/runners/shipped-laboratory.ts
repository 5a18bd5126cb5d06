import { WorldSource } from "#scenario/source/world-source";
import { laboratoryOn } from "#study/experiment/laboratory";
import type { LaboratorySource, OpenLaboratory } from "#study/experiment/runner";
import { shippedFiles } from "#study/runners/shipped-files";

/**
 * Real worlds, on the data sets that come with Breakwater. They are read when a scenario first asks for
 * them.
 */
export const openShippedLaboratory: OpenLaboratory = () =>
  Promise.resolve(laboratoryOn(new WorldSource(shippedFiles)));

const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** The same, in this thread and in others. */
export const shippedLaboratory: LaboratorySource = {
  open: openShippedLaboratory,
  worker: new URL(`./worker.${ending}`, import.meta.url).href,
};
