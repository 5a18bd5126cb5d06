import { choiceOf } from "#study/sweep/choice";
import type { Choice } from "#study/sweep/choice";
import type { Cube } from "#study/sweep/cube";
import { failureBoxesOf } from "#study/sweep/failure-box";
import type { FailureBox } from "#study/sweep/failure-box";
import { regretsOf } from "#study/sweep/regret";
import type { Regrets } from "#study/sweep/regret";
import { satisficingOf } from "#study/sweep/satisficing";
import type { SatisficingShares } from "#study/sweep/satisficing";
import { sensitivitiesOf } from "#study/sweep/sensitivity";
import type { Sensitivity } from "#study/sweep/sensitivity";
import type { SweepQuestion } from "#study/sweep/sweep-question";

/** All that a sweep tells of one question: what page, terminal and document are made of. */
export interface SweepFindings {
  readonly cube: Cube;
  readonly question: SweepQuestion;
  readonly choice: Choice;
  readonly regrets: Regrets;
  readonly satisficing: SatisficingShares;
  readonly boxes: readonly FailureBox[];
  readonly sensitivities: readonly Sensitivity[];
}

/** What a sweep tells of a question. */
export function findingsOf(cube: Cube, question: SweepQuestion): SweepFindings {
  return {
    cube,
    question,
    choice: choiceOf(cube, question),
    regrets: regretsOf(question),
    satisficing: satisficingOf(cube, question),
    boxes: failureBoxesOf(cube, question),
    sensitivities: sensitivitiesOf(cube, question),
  };
}
