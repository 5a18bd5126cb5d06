import { dayMs } from "#base/time";
import { fewValues } from "#engine/stats/student-interval";
import { answerOf } from "#study/experiment/answer";
import type { Batch } from "#study/experiment/batch";
import { drawRows } from "#study/experiment/draw-rows";
import { explainedSpread } from "#study/experiment/explained-spread";
import { figuresOf } from "#study/experiment/figures";
import { measuredOf } from "#study/experiment/measured";
import type { Plan } from "#study/experiment/plan";
import { imprecisionSentence } from "#study/experiment/precision";
import type { Result } from "#study/experiment/result";
import { digestOf, rowsText } from "#study/experiment/rows-text";
import { noticeSentences, variantSummaries } from "#study/experiment/summarise";
import { survivalCurves } from "#study/experiment/survival-curves";
import { tidyRows } from "#study/experiment/tidy-rows";
import { warmUpChecks, warmUpNotices } from "#study/experiment/warm-up-check";
import { verdicts } from "#study/experiment/verdicts";

/** What is said beside the numbers, and what to type to get them again. */
export interface Wording {
  readonly command: string;
  /** Warnings of the scenario's check, to be repeated beside the numbers. */
  readonly warnings: readonly string[];
}

/** Makes the result of an experiment from all its replications put together. */
export function assemble(plan: Plan, batch: Batch, { command, warnings }: Wording): Result {
  const measured = measuredOf(plan, batch);
  const variants = variantSummaries(plan, measured);
  const rows = tidyRows(plan, batch);
  const draws = drawRows(plan, batch);
  const scenario = plan.variants[0]?.variant.scenario;
  const replications = batch.span.to - batch.span.from;
  const imprecise = imprecisionSentence(plan, batch);
  const warmUps = warmUpChecks(plan, batch);
  const few = `intervals rest on ${replications} replications; ${fewValues} or more are advised`;
  return {
    study: plan.study,
    summary: {
      scenario: plan.study.id,
      title: scenario?.title ?? plan.study.id,
      question: scenario?.question ?? null,
      answer: answerOf(plan, variants),
      seed: scenario?.seed ?? "",
      replications,
      warmUpDays: (scenario?.time.warmUp ?? 0) / dayMs,
      digest: digestOf(rowsText(rows)),
      variants,
      thresholds: verdicts(plan, measured),
      conservation: { ...batch.conservation, violations: batch.violations.length },
      limits: [
        ...warnings,
        ...(replications > 1 && replications < fewValues ? [few] : []),
        ...(imprecise === undefined ? [] : [imprecise]),
        ...warmUpNotices(plan, warmUps),
        ...noticeSentences(plan, batch),
      ],
    },
    figures: {
      ...figuresOf(plan, batch),
      explained: explainedSpread(rows, draws),
      survivals: survivalCurves(plan, measured),
      warmUps,
    },
    rows,
    draws,
    command,
  };
}
