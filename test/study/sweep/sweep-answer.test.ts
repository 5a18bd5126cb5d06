import { expect, test } from "vitest";
import { findingsOf } from "#study/sweep/sweep-findings";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { sweepAnswer } from "#study/sweep/sweep-answer";
import { sweepDocument } from "#study/sweep/sweep-document";
import { failureText, futureText } from "#study/sweep/sweep-words";
import { fakeCube, fakeQuestion, numbered } from "./fake-cube.ts";
import type { FakeCube, FakeValues } from "./fake-cube.ts";

const count = 40;
const days = numbered(count, (index) => index + 1);

function found(values: FakeValues, more: Partial<FakeCube> = {}, indifference = 0.5): SweepFindings {
  const paths = [{ path: "disruptions.stop.duration", unit: "d", at: days }];
  const cube = fakeCube({ paths, values, ...more });
  return findingsOf(cube, fakeQuestion(cube, indifference));
}

/** Ships that wait are better off as long as the closure is short: ten days or less. */
const flipping: FakeValues = {
  baseline: days.map((day) => 2 * day),
  wait: days.map((day) => (day <= 10 ? 0.5 * day : 3 * day)),
  divert: days.map((day) => day),
};

test("the answer names the best, and by which path the choice flips", () => {
  expect(sweepAnswer(found(flipping))).toBe(
    "divert is best by the time to clear the backlog, harbour over 40 futures, 21 days in the mean; its " +
      "largest regret is the least too. In 9 of 40 wait is better by more than 0.5 days: where " +
      "disruptions.stop.duration is 10 d or less.",
  );
});

test("the answer tells apart who is best in the mean and who is never far from it", () => {
  const values = {
    baseline: days.map(() => 10),
    bold: days.map((day) => (day === 40 ? 60 : 5)),
  };
  expect(sweepAnswer(found(values))).toContain(
    "bold is best by the time to clear the backlog, harbour over 40 futures, 6.4 days in the mean; the " +
      "largest regret is the least with baseline. In 1 of 40 baseline is better by more than 0.5 days",
  );
});

test("variants that come to the same are alike, some of them or all", () => {
  const same = days.map((day) => day);
  expect(sweepAnswer(found({ baseline: same, other: same }))).toMatch(
    /^There is nothing to choose by .* over 40 futures: baseline and other are alike\.$/,
  );
  const worse = days.map((day) => 2 * day);
  expect(sweepAnswer(found({ baseline: worse, one: same, other: same }))).toMatch(
    /^one and other are alike best by .*, 20\.5 days in the mean\. In no future is another better/,
  );
});

test("who never met what is timed is told so, and no number of days", () => {
  const { cube, question } = found({ baseline: days, divert: days.map(() => 0) });
  const [measure] = cube.measures;
  const [baseline, divert] = measure?.cells ?? [];
  if (measure === undefined || divert === undefined) throw new Error("there are cells");
  const spared = Float64Array.from(days, (day) => (day > 2 ? 1 : 0));
  const by = { ...measure, cells: [baseline, { ...divert, spared }] };
  expect(sweepAnswer(findingsOf({ ...cube, measures: [by] }, { ...question, by }))).toMatch(
    /^divert is best by .* over 40 futures, with no backlog in 38 of 40 futures; its largest/,
  );
});

test("a baseline alone is told by its range and what that comes from", () => {
  expect(sweepAnswer(found({ baseline: flipping["baseline"] ?? [] }))).toMatch(
    /^By .*, baseline comes to 2\.0 to 80\.0 days over 40 futures\. Most of the spread comes from d/,
  );
});

test("nothing is chosen where no future has all variants", () => {
  const values = { baseline: [1, NaN], other: [NaN, 1] };
  const paths = [{ path: "a", at: [1, 2] }];
  expect(sweepAnswer(found(values, { paths }))).toMatch(/^Nothing can be chosen by .*: no future has it/);
});

test("where a variant fails is said with its values, and what nothing tells is said so", () => {
  const met = { soon: [numbered(count, () => 1), days.map((day) => (day > 30 ? 0 : 1)), days.map(() => 0)] };
  const { boxes, cube } = found(flipping, { met });
  expect(boxes.map((box) => failureText(box, cube))).toEqual([
    "fails in none of 40 futures",
    "fails in 10 futures of 40, mostly where disruptions.stop.duration is 31 d or more: 10 of the 10 " +
      "futures there fail, 100 % of all that fail",
    "fails in all 40 futures",
  ]);
  expect(futureText(cube, 11)).toBe("f012 (disruptions.stop.duration 12 d)");
});

test("the document has names for places, and null for what has no value", () => {
  const document = JSON.parse(JSON.stringify(sweepDocument(found(flipping)))) as Document;
  expect(document).toMatchObject({ best: "divert", leastLargestRegret: "divert", futures: 40 });
  expect(document.variants.map(({ name, enough }) => [name, enough?.share ?? null])).toEqual([
    ["baseline", null],
    ["wait", 0.25],
    ["divert", 1],
  ]);
  expect(document.flips).toHaveLength(9);
  expect(document.flips[0]).toEqual({
    future: "f010",
    variant: "wait",
    gain: 5,
    values: { "disruptions.stop.duration": "10 d" },
  });
  expect(document.sensitivity[0]).toMatchObject({ variant: "baseline", versus: null });
  expect(JSON.stringify(document)).not.toContain("undefined");
});

interface Document {
  readonly best: string;
  readonly variants: readonly { readonly name: string; readonly enough: { readonly share: number } | null }[];
  readonly flips: readonly object[];
  readonly sensitivity: readonly object[];
}
