import type { Span, Timed } from "#study/experiment/batch";
import type { Trial } from "#study/truth/case-check";
import type { Figures } from "#study/truth/verification-case";
import { openTrial, replicated } from "#study/truth/verify";
import type { TrialRequest } from "#study/truth/verify";

/** Some replications of a trial, as a thread is asked for them. */
export interface TrialSpan {
  readonly request: TrialRequest;
  readonly span: Span;
}

/** Answers one span after another; a trial is made ready when it is first asked for, and kept. */
export function trialTask(): (asked: TrialSpan) => Timed<readonly Figures[]> {
  let known: { readonly key: string; readonly trial: Trial } | undefined;
  return ({ request, span }) => {
    const key = JSON.stringify(request);
    if (known?.key !== key) known = { key, trial: openTrial(request) };
    const { trial } = known;
    const started = performance.now();
    const part = Array.from({ length: span.to - span.from }, (_, index) =>
      replicated(trial, span.from + index),
    );
    return { part, milliseconds: performance.now() - started };
  };
}
