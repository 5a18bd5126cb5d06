import { resolve } from "node:path";
import type { Arguments, Command } from "#shells/cli/command";
import { UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { say } from "#shells/cli/kept-run";
import { threadCount } from "#shells/cli/run-opened";
import { headText } from "#shells/cli/run-printout";
import { runToFolder } from "#shells/cli/run-to-folder";
import { typedRun } from "#shells/cli/typed-run";
import { assertVersion } from "#shells/cli/same-version";
import { planExperiment } from "#study/experiment/plan";
import { readResumable } from "#study/store/read-run";
import type { RunRequest } from "#study/store/run-request";
import { isUnfinished } from "#study/store/unfinished-folder";
import { UnfinishedRun } from "#study/store/unfinished-run";

/** Goes on with a run that was interrupted or killed, or adds replications to one that is finished. */
export const resume: Command = {
  usage: "resume <run>",
  summary: "Go on with what was interrupted, or run more replications of a run that is finished",
  needs: "a run folder, such as runs/ever-given-2021",
  takes: ["replications", "full", "junit"],
  async run(given, io, workshop) {
    const [typed = ""] = given.paths;
    if (given.out !== undefined)
      throw new UsageError("--out names another folder, and a run goes on in its own");
    const folder = resolve(io.folder, typed);
    if (isUnfinished(folder, "sweep")) {
      const { resumeSweep } = await import("#shells/cli/resume-sweep");
      return resumeSweep(folder, { given, io, workshop });
    }
    const unfinished = isUnfinished(folder, "run")
      ? unfinishedOf(folder, typed, given)
      : moreOf(folder, typed, given, io);
    const plan = planExperiment(unfinished.request.study);
    const threads = threadCount(given, plan, io);
    const done = unfinished.kept.reduce((sum, { span }) => sum + span.to - span.from, 0);
    say(given, io, `${headText(plan, threads, io)}${done} of them have been run.\n`);
    const run = { given, io, workshop, folder, shown: typed, threads };
    if (unfinished.request.comparison === undefined) return runToFolder(unfinished, run);
    // Loaded late: no other command waits for what only a comparison needs.
    const { compareToFolder } = await import("#shells/cli/comparison-run");
    return compareToFolder(unfinished, run);
  },
};

/** The run that was broken off, to as many replications as it was to have, or as are asked of it here. */
function unfinishedOf(folder: string, typed: string, { replications }: Arguments): UnfinishedRun {
  const unfinished = UnfinishedRun.open(folder);
  assertVersion(unfinished.request, typed);
  if (replications === undefined) return unfinished;
  const far = unfinished.kept.reduce((most, { span }) => Math.max(most, span.to), 0);
  if (replications < far)
    throw new UsageError(`${far} replications have been run already; name as many or more`);
  return unfinished.renewed(grown(unfinished.request, replications));
}

/** A finished run, to more replications. */
function moreOf(folder: string, typed: string, { replications = 0 }: Arguments, io: Io): UnfinishedRun {
  const has = typedRun(typed, io).summary.replications;
  if (replications <= has)
    throw new UsageError(
      `${typed} is finished and has ${has} replications; name more, such as --replications ${2 * has}`,
    );
  const { request, batch } = readResumable(folder);
  assertVersion(request, typed);
  return UnfinishedRun.begin(folder, grown(request, replications), [batch]);
}

/** The request for so many replications, as `--replications` writes it: nothing else ends them sooner. */
function grown(request: RunRequest, replications: number): RunRequest {
  const variants = request.study.variants.map((variant) => {
    const { precision: _precision, ...scenario } = variant.scenario;
    return { ...variant, scenario: { ...scenario, replications } };
  });
  return { ...request, study: { ...request.study, variants }, typed: { ...request.typed, replications } };
}
