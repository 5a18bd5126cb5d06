import { fileURLToPath } from "node:url";
import { assert } from "#base/assert";
import type { Resolved, Study } from "#scenario/language/resolved";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { openedStudy } from "#shells/cli/workshop";
import { runExperiment } from "#study/experiment/experiment";
import type { Result } from "#study/experiment/result";
import { threads } from "#study/runners/threads";
import { inline } from "#study/runners/inline";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Opens a scenario, by its place relative to the folder of these tests, as the command does. */
export function studyOf(place: string, set: readonly string[] = []): Study {
  return openedStudy(shippedWorkshop.check(place, set, here)).study;
}

/** The baseline of a study. */
export function baselineOf({ variants: [baseline] }: Study): Resolved {
  assert(baseline !== undefined, "a study begins with its baseline");
  return baseline.scenario;
}

/** Runs a study through everything that a command runs it through; in this thread, if not on more. */
export async function resultOf(study: Study, threadCount: number = 1): Promise<Result> {
  const runner = (threadCount > 1 ? threads : inline).create(shippedWorkshop.laboratory, threadCount);
  const options = { audit: false, command: `breakwater run ${study.id}`, warnings: [] };
  return (await runExperiment(study, runner, options)).result;
}

/**
 * What each replication of the baseline gave for each of its measures, in the order of the scenario;
 * NaN where it gave no value.
 */
export function columnsOf({ rows, summary, study }: Result): readonly Float64Array[] {
  const own = rows.filter(({ variant, twin }) => variant === "baseline" && !twin);
  return baselineOf(study).measures.map(({ kind }, position) => {
    const part = own.slice(position * summary.replications, (position + 1) * summary.replications);
    assert(
      part.every(({ measure }) => measure === kind),
      "rows stand in the order of the measures",
    );
    return Float64Array.from(part, ({ value, status }) => (status === "value" ? (value ?? NaN) : NaN));
  });
}

/** The same for measures that stand once in the scenario, by their names. */
export function columnsByName(result: Result): ReadonlyMap<string, Float64Array> {
  const columns = columnsOf(result);
  return new Map(
    baselineOf(result.study).measures.map(({ kind }, index) => [kind, columns[index] as Float64Array]),
  ); // one each
}
