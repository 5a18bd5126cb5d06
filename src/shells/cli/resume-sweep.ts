import { UsageError } from "#shells/cli/exit-code";
import { say } from "#shells/cli/kept-run";
import type { RunContext } from "#shells/cli/run-context";
import { assertVersion } from "#shells/cli/same-version";
import { sweepHeadText } from "#shells/cli/sweep-head";
import { sweepThreads, sweepToFolder } from "#shells/cli/sweep-to-folder";
import { UnfinishedSweep } from "#study/store/unfinished-sweep";
import { planSweep } from "#study/sweep/sweep-plan";

/** Goes on with a sweep that was broken off; gives the exit code. */
export async function resumeSweep(folder: string, { given, io, workshop }: RunContext): Promise<number> {
  const [typed = ""] = given.paths;
  if (given.replications !== undefined)
    throw new UsageError("--replications changes what is run, and a sweep goes on as it began; leave it out");
  const unfinished = UnfinishedSweep.open(folder);
  const { request } = unfinished;
  assertVersion(request, typed);
  const { study, futures } = await workshop.futures.open(request.scenario);
  const plan = planSweep(study, futures, request.replications);
  const threads = sweepThreads(given, plan, io);
  say(given, io, `${sweepHeadText(plan, threads, io)}What was run of it is not run again.\n`);
  return sweepToFolder(unfinished, plan, { given, io, workshop, folder, shown: typed, threads });
}
