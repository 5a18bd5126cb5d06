import { assert } from "#base/assert";
import type { CaseCheck, Trial, TrialPlan } from "#study/truth/case-check";
import { checks } from "#study/truth/checks/checks";
import { flatFigures } from "#study/truth/figures";
import { holds, isWithin, judged, runFigures } from "#study/truth/verdict";
import type { FigureReport } from "#study/truth/verdict";
import { isNamed, unitOf } from "#study/truth/verification-case";
import type { CoveredCase, Figures } from "#study/truth/verification-case";

/** A trial as it is asked for: all that another thread needs to make it ready. */
export interface TrialRequest {
  readonly id: string;
  readonly inputs: unknown;
  readonly plan: TrialPlan;
}

/** Runs the replications of a trial, in order, wherever it likes. */
export type RunTrial = (request: TrialRequest) => Promise<readonly Figures[]>;

/** What became of a case. */
export interface CaseReport {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly grade: "A" | "B";
  /** `partly`: what is covered of it holds. */
  readonly verdict: "pass" | "partly" | "fail";
  readonly figures: readonly FigureReport[];
  /** True when a figure failed at first and was run again with other seeds. */
  readonly again: boolean;
  /** Figures that are left to a later part of the project. */
  readonly notCovered: readonly string[];
  readonly comesWith: string | null;
}

/** Makes a trial ready. */
export function openTrial({ id, inputs, plan }: TrialRequest): Trial {
  const trial = checkNamed(id).trial?.(inputs, plan);
  assert(trial !== undefined, `case ${id} has a trial`);
  return trial;
}

/** The figures of one replication under their flat names. */
export function replicated(trial: Trial, replication: number): Figures {
  return flatFigures(trial.replicate(replication));
}

/** What theory gives for a case, under flat names. */
export function theoryOf({ id, inputs }: CoveredCase): Figures {
  return flatFigures(checkNamed(id).closedForm(inputs));
}

/**
 * Holds the closed form and the run of a case to what is expected. A figure that a run misses is run again,
 * once, with new seeds, before it counts.
 */
export async function verifyCase(given: CoveredCase, run: RunTrial, seed: string): Promise<CaseReport> {
  const first = await runOnce(given, run, `${given.id}/${seed}`);
  const missed = new Set(first.filter((figure) => figure.run?.holds === false).map(({ name }) => name));
  const again = missed.size > 0 && given.run?.judged === "errors";
  const second = again ? await runOnce(given, run, `${given.id}/${seed}/again`) : first;
  const figures = first.map((figure, index) =>
    missed.has(figure.name) ? (second[index] ?? figure) : figure,
  );
  const { id, title, source, grade, notCovered } = given;
  return {
    ...{ id, title, source, grade, figures, again },
    verdict: !figures.every(holds) ? "fail" : notCovered === undefined ? "pass" : "partly",
    notCovered: notCovered?.figures ?? [],
    comesWith: notCovered?.comesWith ?? null,
  };
}

async function runOnce(given: CoveredCase, run: RunTrial, seed: string): Promise<readonly FigureReport[]> {
  const theory = theoryOf(given);
  const asked = runFigures(given);
  const rows =
    given.run === undefined
      ? []
      : await run({ id: given.id, inputs: given.inputs, plan: { run: given.run, seed } });
  return Object.entries(given.expected)
    .filter(([name]) => !isNamed(name, given.notCovered?.figures ?? []))
    .map(([name, expected]) => ({
      name,
      unit: unitOf(given, name),
      expected,
      theory: theory[name] ?? null,
      theoryHolds: isWithin(theory[name], expected, given.tolerance),
      run: given.run && asked.includes(name) ? judged(name, expected, rows, given.run) : null,
    }));
}

function checkNamed(id: string): CaseCheck {
  const check = checks.find((candidate) => candidate.id === id);
  assert(check !== undefined, `case ${id} has a check`);
  return check;
}
