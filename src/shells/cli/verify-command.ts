import { resolve } from "node:path";
import { suggest } from "#scenario/read/nearest";
import type { Arguments, Command } from "#shells/cli/command";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { deliver, jsonText } from "#shells/cli/output";
import { progressOn } from "#shells/cli/progress";
import {
  caseListDocument,
  caseListText,
  verificationDocument,
  verificationText,
} from "#shells/cli/verification-text";
import type { Verification } from "#shells/cli/verification-text";
import type { TruthSource } from "#shells/cli/workshop";
import { assertFileWritable } from "#study/store/whole-folder";
import type { CoveredCase, VerificationCases } from "#study/truth/verification-case";
import type { CaseReport } from "#study/truth/verify";

/** The seed of all trials where none is asked for. */
const usualSeed = "truth";

/** Holds the engine to models whose figures are known: one case, or all. */
export const verify: Command = {
  usage: "verify [case]",
  summary: "Hold closed forms and the engine to models whose figures are known; all cases, or one",
  takes: ["list"],
  draws: true,
  async run(given, io, workshop) {
    if (given.out !== undefined) assertFileWritable(resolve(io.folder, given.out));
    const { readCases } = await import("#study/truth/read-cases");
    const cases = readCases(workshop.truth.cases());
    const [named] = given.paths;
    const chosen = { covered: chosenCases(named, cases), later: named === undefined ? cases.later : [] };
    const tell = (document: () => unknown, text: () => string): void => {
      deliver(given.json ? jsonText(document()) : text(), given, io);
    };
    if (given.list) {
      tell(
        () => caseListDocument(chosen),
        () => caseListText(chosen, io),
      );
      return exitCodes.done;
    }
    const seed = given.seed ?? usualSeed;
    const reports = await verified(chosen.covered, seed, { given, io, truth: workshop.truth });
    const all: Verification = { seed, reports, later: chosen.later };
    tell(
      () => verificationDocument(all),
      () => verificationText(all, io, given.quiet),
    );
    const isGood = reports.every(({ verdict }) => verdict !== "fail");
    return isGood ? exitCodes.done : exitCodes.failed;
  },
};

function chosenCases(
  named: string | undefined,
  { covered, later }: VerificationCases,
): readonly CoveredCase[] {
  if (named === undefined) return covered;
  const found = covered.find(({ id }) => id === named);
  if (found !== undefined) return [found];
  const part = later.find(({ id }) => id === named)?.comesWith;
  const names = covered.map(({ id }) => id);
  const wrong =
    part === undefined
      ? `there is no case "${named}"`
      : `case ${named} is not covered yet: it comes with the part "${part}"`;
  throw new UsageError(`${wrong}; ${suggest(part === undefined ? named : "", names, names.length)}`);
}

async function verified(
  chosen: readonly CoveredCase[],
  seed: string,
  { given, io, truth }: { readonly given: Arguments; readonly io: Io; readonly truth: TruthSource },
): Promise<readonly CaseReport[]> {
  // Loaded late, so that a wrong name is said at once.
  const { verifyCase } = await import("#study/truth/verify");
  const { openTrialRunner } = await import("#shells/cli/trial-runner");
  const progress = progressOn(io, given.quiet);
  const total = chosen.reduce((sum, { run }) => sum + (run?.replications ?? 0), 0);
  const threads = given.threads ?? io.cores;
  const runner = openTrialRunner({ worker: truth.worker, threads, signal: io.signal });
  const reports: CaseReport[] = [];
  let before = 0;
  try {
    for (const one of chosen) {
      runner.progress = (done) => progress.show(Math.min(total, before + done), total);
      reports.push(await verifyCase(one, (request) => runner.run(request), seed));
      before += one.run?.replications ?? 0;
    }
    return reports;
  } finally {
    progress.stop();
    await runner.close();
  }
}
