import { expect, test } from "vitest";
import type { ResolvedPrecision, Study } from "#scenario/language/resolved";
import { runExperiment } from "#study/experiment/experiment";
import type { MoreReplications } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import { nextCheckpoint } from "#study/experiment/precision";
import type { Result } from "#study/experiment/result";
import { rowsText } from "#study/experiment/rows-text";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

const wait: Omit<ResolvedPrecision, "halfWidth"> = {
  measure: "mean-wait",
  of: "harbour.berth",
  relative: true,
};

async function resultOf(study: Study): Promise<Result> {
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  return (await runExperiment(study, new InlineRunner(openLaboratory), options)).result;
}

/** The study of tests with so many replications at most, until its wait is known so well. */
function until(precision: ResolvedPrecision, replications: number): Study {
  const study = fakeStudy(replications);
  const variants = study.variants.map((variant) => ({
    ...variant,
    scenario: { ...variant.scenario, precision },
  }));
  return { ...study, variants };
}

/** The widest half-width among the variants, as a share of the mean. */
function widest({ summary }: Result): number {
  const shares = summary.variants.map(({ measures: [cell] }) => {
    const { mean, low, high } = cell ?? {};
    return ((high ?? NaN) - (low ?? NaN)) / 2 / Math.abs(mean ?? NaN);
  });
  return Math.max(...shares);
}

test("checkpoints are whole blocks, one further each, and a tenth more where there are many", () => {
  expect([0, 31, 32, 64, 320].map(nextCheckpoint)).toEqual([32, 32, 64, 96, 352]);
  expect(nextCheckpoint(6400)).toBe(7040);
});

test("replications end at the first checkpoint at which every variant is known well enough", async () => {
  const few = await resultOf(fakeStudy(64));
  const many = await resultOf(fakeStudy(96));
  const halfWidth = (widest(few) + widest(many)) / 2;
  expect(widest(many)).toBeLessThan(widest(few));
  const stopped = await resultOf(until({ ...wait, halfWidth }, 500));
  expect(stopped.summary.replications).toBe(96);
  expect(stopped.summary.limits).toEqual([]);
  // The same bytes as a run of that length: where it stops changes nothing of what it gives.
  expect(rowsText(stopped.rows)).toBe(rowsText(many.rows));
  expect(stopped.summary).toEqual(many.summary);
  expect(stopped.figures).toEqual(many.figures);
});

test("a half-width in the unit of the measure is held to the interval itself", async () => {
  const reached = await resultOf(until({ ...wait, relative: false, halfWidth: 1000 }, 500));
  expect(reached.summary.replications).toBe(32);
});

test("where the most replications are not enough, that is said, with who is not known", async () => {
  const { summary } = await resultOf(until({ ...wait, halfWidth: 1e-6 }, 70));
  expect(summary.replications).toBe(70);
  expect(summary.limits).toEqual([
    "mean wait of the berth of harbour is not known within 0.0001 % after 70 replications, " +
      `the most allowed (${summary.variants.map(({ name }) => name).join(", ")})`,
  ]);
});

test("more replications than the study says are run until they are enough, or the most are", async () => {
  const asked: number[] = [];
  const more = (enough: number): MoreReplications => ({
    most: 140,
    isEnough: (_plan, { span }) => {
      asked.push(span.to);
      return span.to >= enough;
    },
  });
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  const runner = new InlineRunner(openLaboratory);
  const reached = await runExperiment(fakeStudy(40), runner, { ...options, more: more(90) });
  expect(asked).toEqual([40, 64, 96]);
  expect(rowsText(reached.result.rows)).toBe(rowsText((await resultOf(fakeStudy(96))).rows));
  asked.length = 0;
  const ended = await runExperiment(fakeStudy(40), runner, { ...options, more: more(1000) });
  expect(asked).toEqual([40, 64, 96, 128]);
  expect(ended.result.summary.replications).toBe(140);
});
