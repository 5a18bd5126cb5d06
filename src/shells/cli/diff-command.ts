import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Arguments, Command } from "#shells/cli/command";
import { diffText } from "#shells/cli/diff-text";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { deliver, jsonText } from "#shells/cli/output";
import { studyDifferences } from "#shells/cli/study-differences";
import type { Side } from "#shells/cli/study-differences";
import { typedRun } from "#shells/cli/typed-run";
import { typedScenario } from "#shells/cli/typed-scenario";
import { openedStudy } from "#shells/cli/workshop";
import type { Workshop } from "#shells/cli/workshop";
import type { Result } from "#study/experiment/result";
import { runDifferences } from "#study/experiment/run-differences";
import type { MeasureDifference } from "#study/experiment/run-differences";
import { holdsRun } from "#study/store/read-run";

/** Says what differs between two scenarios, or between two runs and their measures. Runs take no `--set`. */
export const diff: Command = {
  usage: "diff <first> <second>",
  summary: "Say what differs between two scenarios, or between two run folders and their measures",
  needs: "two scenarios, or two run folders, such as runs/before runs/after",
  takes: ["set"],
  run(given, io, workshop) {
    const [first, second] = given.paths.map((typed) => sideOf(typed, { given, io, workshop }));
    if (first === undefined || second === undefined) throw new Error("yargs demands both");
    const scenarios = studyDifferences(first, second);
    const measures =
      first.result === undefined || second.result === undefined
        ? undefined
        : runDifferences(first.result, second.result);
    const named = { first: first.shown, second: second.shown };
    const text = given.json
      ? jsonText({ ...named, scenarios, ...documentOf(measures) })
      : diffText({ first, second, scenarios, measures });
    deliver(text, given, io);
    return Promise.resolve(exitCodes.done);
  },
};

interface ComparedSide extends Side {
  /** Of a run folder. */
  readonly result: Result | undefined;
}

function sideOf(
  typed: string,
  { given, io, workshop }: { readonly given: Arguments; readonly io: Io; readonly workshop: Workshop },
): ComparedSide {
  const folder = resolve(io.folder, typed);
  if (holdsRun(folder)) {
    if (given.set.length > 0) {
      const why = `--set changes a scenario before it is read, and ${typed} is a run that is over`;
      throw new UsageError(`${why}; leave --set out, or compare scenario files`);
    }
    const result = typedRun(typed, io);
    const { study, summary } = result;
    return { shown: typed, study, replications: summary.replications, origin: () => undefined, result };
  }
  assertScenario(typed, folder);
  const checked = typedScenario(typed, { given, workshop, folder: io.folder });
  return { shown: typed, study: openedStudy(checked).study, origin: checked.origin, result: undefined };
}

/** Refuses what is neither a run nor a scenario, in words for somebody who may have meant either. */
function assertScenario(typed: string, path: string): void {
  if (!existsSync(path)) {
    if (!typed.includes("/")) return;
    throw new UsageError(`there is nothing at ${typed}; name a run folder, or a scenario`);
  }
  if (!statSync(path).isDirectory()) {
    if (!holdsRun(dirname(path))) return;
    throw new UsageError(`${typed} is a file of a run; name its folder, ${dirname(typed)}`);
  }
  if (existsSync(join(path, "scenario.yaml"))) return;
  throw new UsageError(
    `${typed} is no run folder, for it has no manifest.json, and no scenario, for it has no scenario.yaml; ` +
      `name a run folder, or a scenario`,
  );
}

function documentOf(measures: readonly MeasureDifference[] | undefined): object {
  if (measures === undefined) return {};
  return {
    measures: measures.map(({ variant, line: { first, cells }, versus, pairs, isEqual }) => ({
      variant,
      measure: first.measure,
      of: first.of,
      unit: first.unit,
      first: cells[0],
      second: cells[1],
      ...versus,
      pairs,
      same: isEqual,
    })),
  };
}
