import { expect, test } from "vitest";
import type { ReadingForm } from "#study/experiment/batch";
import { meanOf, quantileOf, sampleOf } from "#study/experiment/estimate";
import type { Sample } from "#study/experiment/estimate";
import { emptyReadings, writeReading } from "#study/experiment/readings";
import type { Reading } from "#domain/measure/measure-kind";
import { commonLimit } from "#engine/stats/restricted-mean";
import { versusBaseline } from "#study/experiment/versus-baseline";

const value = (number: number): Reading => ({ status: "value", value: number });
const censored = (number: number): Reading => ({ status: "censored", value: number });

function sample(readings: readonly Reading[], scale: ReadingForm["scale"] = "mean"): Sample {
  const columns = emptyReadings(readings.length);
  readings.forEach((reading, index) => writeReading(columns, index, reading));
  return sampleOf(columns, { unit: "d", scale }, "estimate.test", "sample");
}

test("a mean leaves out what does not exist and carries Student's interval", () => {
  const mean = meanOf(sample([value(1), { status: "none" }, value(2), value(3)]));
  // Student's quantile at 97.5 % for 2 degrees of freedom, in closed form; s is 1, n is 3.
  expect(mean).toMatchObject({ value: 2, method: "student" });
  expect(mean.high).toBeCloseTo(2 + (0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95))) / Math.sqrt(3), 10);
});

test("a time of which one is censored has a median but no mean", () => {
  const times = sample([value(1), value(2), value(3), censored(9)], "time-to-event");
  expect(meanOf(times).value).toBeNull();
  expect(quantileOf(times, 0.5)).toMatchObject({ value: 2, method: "kaplan-meier" });
});

test("a median that fewer than half have reached does not exist", () => {
  const times = sample([value(1), censored(9), censored(9), censored(9)], "time-to-event");
  expect(quantileOf(times, 0.5).value).toBeNull();
});

test("unaffected replications are no times of 0", () => {
  const times = sample([{ status: "unaffected" }, value(4), value(4)], "time-to-event");
  expect(meanOf(times).value).toBe(4);
  expect(quantileOf(times, 0.05).value).toBe(4);
});

test("outcomes of yes and no have Wilson's interval, shares between them Student's", () => {
  const outcomes = sample([...Array.from({ length: 9 }, () => value(0)), value(1)], "share");
  // Wilson 95 % of 1 in 10: 0.0179 to 0.4042 (Newcombe 1998, method 3).
  expect(meanOf(outcomes)).toMatchObject({ value: 0.1, method: "wilson" });
  expect(meanOf(outcomes).low).toBeCloseTo(0.0179, 4);
  expect(meanOf(outcomes).high).toBeCloseTo(0.4042, 4);
  expect(meanOf(sample([value(0), value(0.5), value(0.25)], "share")).method).toBe("student");
  expect(meanOf(sample([value(0), value(0)], "share"))).toMatchObject({ low: 0, high: 0, method: "student" });
});

test("times are compared in pairs up to the longest time for which someone was watched in each", () => {
  const baseline = sample([value(5), value(6), censored(10), value(7)], "time-to-event");
  const variant = sample([value(3), value(4), value(8), censored(9)], "time-to-event");
  const limit = commonLimit([baseline, variant]);
  expect(limit).toBe(9);
  // Nobody's watch ended before 9, so pairs are min(T, 9): 3-5, 4-6, 8-9, 9-7.
  expect(versusBaseline(variant, baseline, limit).difference).toBeCloseTo(-0.75, 12);
});

test("a time whose watch ended early cuts no other short: the restricted means are compared", () => {
  const baseline = sample([value(2), censored(3), value(6), value(8)], "time-to-event");
  const variant = sample([value(2), value(4), value(6), value(8)], "time-to-event");
  const limit = commonLimit([baseline, variant]);
  expect(limit).toBe(8);
  // Below the curve of the baseline: 2 + 3/4 (6 - 2) + 3/8 (8 - 6) = 5.75; the mean of the variant is 5.
  expect(versusBaseline(variant, baseline, limit).difference).toBeCloseTo(5 - 5.75, 12);
});

test("times of a pair that nobody watched count in neither restricted mean", () => {
  const baseline = sample([value(2), censored(3), value(6), { status: "none" }], "time-to-event");
  const variant = sample([value(2), value(4), value(6), value(700)], "time-to-event");
  // 2 + 2/3 (6 - 2) less the mean of 2, 4 and 6.
  expect(versusBaseline(variant, baseline, 6).difference).toBeCloseTo(4 - (2 + 8 / 3), 12);
});

test("outcomes of yes and no are compared by Newcombe's interval of paired shares", () => {
  const yesNo = (counts: readonly number[], bits: number): Sample =>
    sample(
      counts.flatMap((count, cell) => Array.from({ length: count }, () => value((cell >> bits) & 1))),
      "share",
    );
  // Neither 80, theirs alone 16, ours alone 6, both 59 (Cavo et al. 2012, as in test/engine/stats).
  const counts = [80, 16, 6, 59];
  const versus = versusBaseline(yesNo(counts, 1), yesNo(counts, 0), Infinity);
  expect(versus.low).toBeCloseTo(-0.1186, 4);
  expect(versus.high).toBeCloseTo(-0.0046, 4);
  expect(versus).toMatchObject({ distinguishable: true });
});

test("a difference is distinguishable only when its interval leaves 0 out", () => {
  const baseline = sample([value(1), value(2), value(3), value(4)]);
  const less = sample([value(0), value(1.1), value(2), value(2.9)]);
  const alike = sample([value(2), value(1), value(4), value(3)]);
  expect(versusBaseline(less, baseline, Infinity)).toMatchObject({ distinguishable: true, difference: -1 });
  expect(versusBaseline(alike, baseline, Infinity)).toMatchObject({ distinguishable: false, difference: 0 });
  expect(versusBaseline(baseline, baseline, Infinity)).toMatchObject({
    distinguishable: false,
    low: 0,
    high: 0,
  });
});

test("pairs of which one has no number are left out", () => {
  const baseline = sample([value(1), { status: "none" }, value(3)]);
  const variant = sample([value(2), value(9), value(4)]);
  expect(versusBaseline(variant, baseline, Infinity).difference).toBe(1);
});

test("a tail is the mean of the worst 5 %, with an interval from 100 replications on", () => {
  const losses = Array.from({ length: 100 }, (_, index) => value(index + 1));
  const tail = meanOf(sample(losses, "tail"));
  expect(tail.value).toBeCloseTo(98, 10);
  expect(tail.low).toBeLessThan(98);
  expect(tail.high).toBeGreaterThan(98);
  expect(meanOf(sample(losses.slice(1), "tail"))).toMatchObject({ low: null, high: null });
  // Quantiles stay those of the losses themselves.
  expect(quantileOf(sample(losses, "tail"), 0.5).value).toBe(50.5);
});

test("tails are compared by what they are the mean of, in pairs", () => {
  const losses = Array.from({ length: 100 }, (_, index) => value(index + 1));
  const halved = Array.from({ length: 100 }, (_, index) => value((index + 1) / 2));
  const versus = versusBaseline(sample(halved, "tail"), sample(losses, "tail"), Infinity);
  expect(versus.difference).toBeCloseTo(-49, 10);
  expect(versus.distinguishable).toBe(true);
});
