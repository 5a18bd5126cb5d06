import type { CaseRun } from "#study/truth/verification-case";

/** A model that can be replicated. */
export interface Trial {
  /** What one replication gives, alone as among others, nested as the case expects it. */
  replicate(replication: number): unknown;
}

/** How a trial is run: lengths, and the seed of its draws. */
export interface TrialPlan {
  readonly run: CaseRun;
  readonly seed: string;
}

/** How one case is checked: by what theory says of its inputs, and by a run. */
export interface CaseCheck {
  /** As in the file of cases. */
  readonly id: string;
  /** The figures that theory gives, nested as the case expects them. */
  closedForm(inputs: unknown): unknown;
  /** The model made ready to run; without one the case has no run. */
  trial?(inputs: unknown, plan: TrialPlan): Trial;
}

/** What a check states, with the shape of the inputs that it reads. */
export interface CheckOf<Inputs> {
  readonly id: string;
  closedForm(inputs: Inputs): unknown;
  trial?(inputs: Inputs, plan: TrialPlan): Trial;
}

/** A check of inputs of a known shape as one of any: that the file has that shape is tested case by case. */
export function checkOf<Inputs>(check: CheckOf<Inputs>): CaseCheck {
  return check; // methods take what they state; the file of cases is ours
}
