import type { Library } from "#scenario/read/library";
import { WorldSource } from "#scenario/source/world-source";
import type { Result, TidyRow } from "#study/experiment/result";
import { runnerHere } from "#study/session/here";
import { loadText } from "#study/session/loaded-scenario";
import type { LoadedScenario } from "#study/session/loaded-scenario";
import { rowsOn } from "#study/session/rows-on";
import type { RowOptions } from "#study/session/rows-on";
import { runOn } from "#study/session/run-on";
import type { RunOptions } from "#study/session/run-on";
import type { RunPlan } from "#study/session/run-plan";

/** What a text is read with where there are no files. */
export interface TextOptions {
  /** The id of the scenario, by which its rows call it; `scenario` when left out. */
  readonly id?: string;
  /** Files beside the scenario by name: what it extends, and its tables; none when left out. */
  readonly library?: Library;
  /** The files of the data set `world`, by the names in `worldFiles`; without it `network.use` is refused. */
  readonly world?: Library;
}

/** Reads the text of a scenario. Throws a `ScenarioError` with everything that is wrong with it. */
export function loadScenario(text: string, options: TextOptions = {}): LoadedScenario {
  const { id = "scenario", library = () => undefined, world } = options;
  const source = world === undefined ? {} : { source: new WorldSource(world) };
  return loadText({ id, file: `${id}.yaml`, text, library, ...source });
}

/** Runs a plan in the calling thread. The result is that of any number of threads, to the byte. */
export function run(plan: RunPlan, options: RunOptions = {}): Promise<Result> {
  return runOn(plan, runnerHere(plan), options);
}

/** The rows of a plan as they come, with memory that does not grow; see `rowsOn`. */
export function rows(plan: RunPlan, options: RowOptions = {}): AsyncGenerator<TidyRow, void, undefined> {
  return rowsOn(plan, runnerHere(plan), { ...options, threads: 1 });
}
