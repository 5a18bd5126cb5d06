import { measures } from "#domain/measure/measure-kinds";
import { createWorld } from "#scenario/build/create-world";
import { factsOf } from "#scenario/build/facts";
import type { WorldSource } from "#scenario/source/world-source";
import type { Laboratory } from "#study/experiment/runner";

/** Real worlds on a data set, with all measures of the language. */
export function laboratoryOn(source: WorldSource): Laboratory {
  return {
    factsOf,
    makeWorld: (scenario, after) => createWorld(scenario, { source, after }),
    measures: measures.kinds,
  };
}
