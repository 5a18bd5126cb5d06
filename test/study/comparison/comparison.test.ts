import { expect, test } from "vitest";
import type { Study } from "#scenario/language/resolved";
import { comparisonAnswer } from "#study/comparison/comparison-answer";
import { comparisonOf, foremostContest, usualIndifference } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import { contendersOf } from "#study/comparison/contender";
import { contestsOf } from "#study/comparison/contest";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { Result } from "#study/experiment/result";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

async function resultOf(study: Study): Promise<Result> {
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  return (await runExperiment(study, new InlineRunner(openLaboratory), options)).result;
}

function compared(...runs: readonly Result[]): Comparison {
  return comparedAt(undefined, ...runs);
}

/** The same with a difference that counts as none; undefined for the usual one. */
function comparedAt(indifference: number | undefined, ...runs: readonly Result[]): Comparison {
  const contenders = contendersOf(runs.map((result, index) => ({ shown: `run-${index}`, result })));
  const contests = contestsOf(contenders);
  const by = foremostContest(contests);
  if (by === undefined) throw new Error("something can be ranked");
  return comparisonOf(contenders, contests, { by, indifference: indifference ?? usualIndifference(by) });
}

test("differences from the baseline are those of the summary, to the bit", async () => {
  const { measures, contenders } = compared(await resultOf(fakeStudy(70)));
  expect(contenders.map(({ name }) => name)).toEqual(["baseline", "fast", "idle"]);
  const told = measures.flatMap(({ contest, differences }) =>
    differences.map(({ place, difference, low, high }) => [
      [difference, low, high],
      contest.line.cells[place]?.versusBaseline,
    ]),
  );
  expect(told).toHaveLength(6);
  for (const [ours, summary] of told) {
    const { difference, low, high } = summary as { difference: number; low: number; high: number };
    expect(ours).toEqual([difference, low, high]);
  }
});

test("a run that is compared with itself brings nothing new, and one of another seed all of it", async () => {
  const study = fakeStudy(70);
  const reseeded = {
    ...study,
    variants: study.variants.map((variant) => ({
      ...variant,
      scenario: { ...variant.scenario, seed: "another" },
    })),
  };
  const [first, second] = [await resultOf(study), await resultOf(reseeded)];
  expect(compared(first, first).contenders).toHaveLength(3);
  const { contenders } = compared(first, second);
  expect(contenders.map(({ name }) => name)).toEqual([
    ...["run-0:baseline", "run-0:fast", "run-0:idle"],
    ...["run-1:baseline", "run-1:fast", "run-1:idle"],
  ]);
});

test("runs of different lengths are compared over the replications that both have", async () => {
  const short = await resultOf(fakeStudy(40));
  const long = await resultOf(fakeStudy(70));
  const { ranking, contenders } = compared(long, short);
  expect(contenders).toHaveLength(6);
  expect(ranking.shared.at(-1)).toBe(39);
});

test("the answer names the best, how sure that is and by what it is worse", async () => {
  const result = await resultOf(fakeStudy(70));
  const answer = comparisonAnswer(compared(result), result.study);
  expect(answer).toMatch(/^fast is best by .*: .* less than baseline, and with 95 % confidence no other is/);
});

test("who is nearer to the best than what counts as a difference is named", async () => {
  const result = await resultOf(fakeStudy(70));
  const told = (indifference: number): string =>
    comparisonAnswer(comparedAt(indifference, result), result.study);
  const { selection, ranking } = comparedAt(2, result);
  const means = ranking.ranks.map(({ mean }) => mean ?? Number.NaN);
  const gap = Math.abs((means[1] ?? 0) - (means[0] ?? 0));
  expect(gap).toBeGreaterThan(0.1);
  expect(told(gap * 1.01)).toMatch(/ baseline and idle are within [\d.]+ \w+ of it, which counts as no diff/);
  expect(told(gap * 0.99)).not.toContain("within");
  expect(selection?.best).toBe(1);
});

test("with too few replications it says what it takes to tell", async () => {
  const result = await resultOf(fakeStudy(40));
  const answer = comparisonAnswer(compared(result), result.study);
  expect(answer).toContain("40 replications cannot select the best by");
  expect(answer).toContain("it takes 64 or more (compare --until-it-can)");
});

test("after a look that selects nobody it names who may be it, and how many tell it", async () => {
  const result = await resultOf(fakeStudy(70));
  expect(comparisonAnswer(comparedAt(1e-6, result), result.study)).toMatch(
    /^Cannot tell which is best by .*: .* may all be; [\d,]+ replications in all tell it at the latest/,
  );
});

test("where all are at 0 there is nothing to choose, and that is what is said", async () => {
  const result = await resultOf(fakeStudy(70));
  expect(comparisonAnswer(comparedAt(0, result), result.study)).toMatch(
    /^There is nothing to choose by .*: it is 0/,
  );
});
