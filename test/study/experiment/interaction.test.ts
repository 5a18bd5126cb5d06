import { describe, expect, test } from "vitest";
import { Streams } from "#engine/random/stream";
import type { ReadingForm } from "#study/experiment/batch";
import type { Sample } from "#study/experiment/estimate";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import { interactionOf, jointSamples } from "#study/experiment/interaction";
import { versusBaseline } from "#study/experiment/versus-baseline";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeClosure, fakeScenario, fakeVariant } from "../fake-study.ts";

function sample(times: readonly number[], more: Partial<Sample> = {}): Sample {
  const form: ReadingForm = { unit: "d", scale: "mean" };
  const censored = times.map(() => false);
  return { times: Float64Array.from(times), censored, form, seed: "interaction", name: "sample", ...more };
}

const uniforms = (name: string, count: number): readonly number[] => {
  const stream = new Streams("interaction", 0).at(name);
  return Array.from({ length: count }, () => stream.uniform());
};

describe("an interaction", () => {
  test("of two is the difference of differences, by replication", () => {
    const joint = { together: sample([9, 8, 4]), parts: [sample([12, 10, 7]), sample([11, 12, 5])] };
    // 9 - 12 - 11 + 14 = 0; 8 - 10 - 12 + 15 = 1; 4 - 7 - 5 + 10 = 2.
    const { difference, low, high, distinguishable } = interactionOf(
      { ...joint, baseline: sample([14, 15, 10]) },
      Infinity,
    );
    expect(difference).toBe(1);
    // Student's quantile at 97.5 % for 2 degrees of freedom, in closed form; s is 1, n is 3.
    const half = (0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95))) / Math.sqrt(3);
    expect([low, high]).toEqual([expect.closeTo(1 - half, 10), expect.closeTo(1 + half, 10)]);
    expect(distinguishable).toBe(false);
  });

  test("of what only adds up is 0, whatever else differs between replications", () => {
    const noise = uniforms("noise", 40);
    const baseline = noise.map((value) => 100 * value);
    const [a, b, c] = [0.1, 0.7, -0.3];
    const plus = (effect: number): Sample => sample(baseline.map((value) => value + effect));
    const found = interactionOf(
      { together: plus(a + b + c), parts: [plus(a), plus(b), plus(c)], baseline: sample(baseline) },
      Infinity,
    );
    expect(found).toEqual({ difference: 0, low: 0, high: 0, distinguishable: false });
  });

  test("is what was put into it, inside an interval that the common noise does not widen", () => {
    const noise = uniforms("common", 60);
    const own = uniforms("own", 60);
    const of = (effect: number, spread: number): Sample =>
      sample(noise.map((value, index) => 100 * value + effect + spread * (own[index] ?? 0)));
    const parts = [of(-5, 0), of(-3, 0)];
    const found = interactionOf({ together: of(-6, 0.5), parts, baseline: of(0, 0) }, Infinity);
    // -6 of both against -8 of their sum, and half of a uniform's mean of 0.5.
    expect(found.low).toBeLessThan(2.25);
    expect(found.high).toBeGreaterThan(2.25);
    expect((found.high ?? 0) - (found.low ?? 0)).toBeLessThan(0.1);
    expect(found.distinguishable).toBe(true);
  });

  test("cuts times where nobody watched longer, and leaves out what is none in any of them", () => {
    const time: ReadingForm = { unit: "d", scale: "time-to-event" };
    const of = (times: readonly number[], censored: readonly boolean[] = times.map(() => false)): Sample =>
      sample(times, { censored, form: time });
    const found = interactionOf(
      {
        together: of([3, 4, 9]),
        parts: [of([20, 10, 9], [false, true, false]), of([5, 5, NaN])],
        baseline: of([30, 10, 9], [true, true, false]),
      },
      10,
    );
    // 3 - 10 - 5 + 10 = -2 and 4 - 10 - 5 + 10 = -1.
    expect(found.difference).toBe(-1.5);
  });

  test("has no number without a pair, and needs two parts of the same replications", () => {
    const none = sample([NaN, NaN]);
    const joint = { together: none, parts: [none, none], baseline: none };
    expect(interactionOf(joint, Infinity)).toMatchObject({ difference: null, distinguishable: false });
    expect(() => interactionOf({ ...joint, parts: [none] }, Infinity)).toThrow(/two variants or more/);
    expect(() => interactionOf({ ...joint, baseline: sample([1]) }, Infinity)).toThrow(/same replications/);
  });
});

test("joint samples are found by name, and only of a variant that is put together of others", () => {
  const samples = new Map(["baseline", "a", "b", "a+b"].map((name) => [name, sample([1], { name })]));
  const found = jointSamples({ name: "a+b", of: ["a", "b"] }, (name) => samples.get(name));
  expect(found?.parts.map(({ name }) => name)).toEqual(["a", "b"]);
  expect([found?.together.name, found?.baseline.name]).toEqual(["a+b", "baseline"]);
  expect(jointSamples({ name: "a+b" }, (name) => samples.get(name))).toBeUndefined();
  expect(jointSamples({ name: "a+b", of: ["a", "gone"] }, (name) => samples.get(name))).toBeUndefined();
});

test("a summary gives it for a variant of several, and for no other", async () => {
  const baseline = fakeScenario({ replications: 40, disruptions: fakeClosure(5) });
  const fast = { berths: { kind: "fake-speed", factor: 2 } };
  const short = { disruptions: fakeClosure(2) };
  const study = {
    id: "fake",
    variants: [
      fakeVariant("baseline", baseline),
      fakeVariant("fast", { ...baseline, policies: fast }),
      fakeVariant("short", { ...baseline, ...short }),
      fakeVariant("fast+short", { ...baseline, ...short, policies: fast }, { of: ["fast", "short"] }),
    ],
  };
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  const { summary } = (await runExperiment(study, new InlineRunner(openLaboratory), options)).result;
  const [base, one, other, both] = summary.variants.map(({ measures }) => measures[0]);
  const beyond = (both?.mean ?? NaN) - (one?.mean ?? NaN) - (other?.mean ?? NaN) + (base?.mean ?? NaN);
  expect(both?.interaction?.difference).toBeCloseTo(beyond, 9);
  expect([base, one, other].map((measure) => measure?.interaction)).toEqual(Array(3).fill(undefined));
  expect(both?.interaction).not.toEqual(both?.versusBaseline);
});

test("an interaction draws for its interval what a comparison with the baseline does not", () => {
  // Skewed, so that both intervals are resampled: equal streams would make them the same here.
  const skewed = uniforms("skewed", 50).map((value) => (value > 0.9 ? 1000 * value : value));
  const zero = sample(skewed.map(() => 0));
  const own = sample(skewed);
  const found = interactionOf({ together: own, parts: [zero, zero], baseline: zero }, Infinity);
  const versus = versusBaseline(own, zero, Infinity);
  expect(found.difference).toBeCloseTo(versus.difference ?? NaN, 9);
  expect(found.high).not.toBe(versus.high);
});
