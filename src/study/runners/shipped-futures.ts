import { assert } from "#base/assert";
import { resolveStudy } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { laboratoryOn } from "#study/experiment/laboratory";
import { shippedFiles } from "#study/runners/shipped-files";
import type { OpenFutures, SweepSource } from "#study/sweep/sweep-source";

/** Futures of scenarios on the data sets that come with Breakwater. */
export const openShippedFutures: OpenFutures = ({ files, ...scenario }) => {
  const source = new WorldSource(shippedFiles);
  const { study, futures } = resolveStudy({ ...scenario, library: (name) => files.get(name), source });
  assert(study !== undefined && futures !== undefined, "a scenario that was read once reads the same again");
  return Promise.resolve({ study, futures, laboratory: laboratoryOn(source) });
};

const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** The same, in this thread and in others. */
export const shippedFutures: SweepSource = {
  open: openShippedFutures,
  worker: new URL(`./sweep-worker.${ending}`, import.meta.url).href,
};
