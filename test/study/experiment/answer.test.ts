import { expect, test } from "vitest";
import { answerOf } from "#study/experiment/answer";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import { planExperiment } from "#study/experiment/plan";
import type { MeasureSummary } from "#study/experiment/summary";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

const study = fakeStudy(40);
const nothing = { difference: null, low: null, high: null, distinguishable: false };

function apart(measure: MeasureSummary, difference: number): MeasureSummary {
  return {
    ...measure,
    versusBaseline: { difference, low: difference, high: difference, distinguishable: true },
  };
}

/** What is said when `idle` clears later, and `fast` never had that backlog but differs so in all else. */
async function answerWith(difference: number): Promise<string> {
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  const { summary } = (await runExperiment(study, new InlineRunner(openLaboratory), options)).result;
  const changed = (name: string, measure: MeasureSummary): MeasureSummary => {
    const clears = measure.measure === "backlog-clear-time";
    if (name === "idle") return clears ? apart(measure, 1) : measure;
    if (name !== "fast") return measure;
    if (!clears) return apart(measure, difference);
    const { replications } = measure;
    return { ...measure, mean: null, median: null, unaffected: replications, versusBaseline: nothing };
  };
  const variants = summary.variants.map((variant) => ({
    ...variant,
    measures: variant.measures.map((measure) => changed(variant.name, measure)),
  }));
  return answerOf(planExperiment(study), variants);
}

test("a variant that is spared the backlog says also what else it brings, for better or worse", async () => {
  expect(await answerWith(0.5)).toMatch(
    /fast has no backlog when the disruption ends, .*, but by .* it is worse: /,
  );
  expect(await answerWith(-0.5)).toMatch(
    /fast has no backlog when the disruption ends, .*, and by .* it helps: /,
  );
});
