import { expect, test } from "vitest";
import { frontierOf } from "#study/comparison/frontier";
import { rankingOf } from "#study/comparison/ranking";
import { recoveryPrice } from "#study/comparison/recovery-price";
import { fakeContest, valuesAbout } from "./fake-contest.ts";

const priceOf = (mean: number): { mean: number; isMost: boolean } => ({ mean, isMost: false });

test("nobody on the frontier costs more and loses more than another", () => {
  const losses = [90, 60, 70, 40, 40].map((mean) => valuesAbout(mean, 60, 1));
  const prices = [0, 10, 35, 30, 50].map(priceOf);
  const { points, steps } = frontierOf(rankingOf(fakeContest(losses)), prices);
  expect(points.map(({ place, status, by }) => [place, status, by])).toEqual([
    [0, "efficient", undefined],
    [1, "efficient", undefined],
    [3, "efficient", undefined],
    [2, "dominated", 1],
    [4, "dominated", 3],
  ]);
  expect(steps.map(({ from, to, price }) => [from, to, price])).toEqual([
    [0, 1, 10],
    [1, 3, 20],
  ]);
  expect(steps[0]?.loss.difference).toBeCloseTo(-30, 0);
});

test("what loses more by the mean alone may be dominated, and may not", () => {
  const noisy = Array.from({ length: 40 }, (_, index) => 60.1 + ((index * 23) % 17) - 8);
  const losses = [valuesAbout(60, 40, 1), noisy];
  const { points } = frontierOf(rankingOf(fakeContest(losses)), [5, 6].map(priceOf));
  const [, doubtful] = points;
  expect(doubtful).toMatchObject({ place: 1, status: "doubtful", by: 0 });
});

test("a day saved costs the price over the days, and the ends of the interval change places", () => {
  const ranking = rankingOf(fakeContest([valuesAbout(20, 60), valuesAbout(12, 60, 0.3)]));
  const [days] = ranking.differences;
  if (days === undefined) throw new Error("two have a difference");
  const price = recoveryPrice(priceOf(100), days);
  expect(price.value).toBeCloseTo(100 / -(days.difference ?? 0), 12);
  expect(price.low).toBeCloseTo(100 / -(days.low ?? 0), 12);
  expect(price.high).toBeCloseTo(100 / -(days.high ?? 0), 12);
  expect(price.low).toBeLessThan(price.value ?? 0);
  expect(price.high).toBeGreaterThan(price.value ?? 0);
});

test("nothing that costs nothing, or saves nothing that can be told, has a price of a day", () => {
  const none = { value: null, low: null, high: null };
  const [saved] = rankingOf(fakeContest([valuesAbout(20, 60), valuesAbout(10, 60)])).differences;
  const [lost] = rankingOf(fakeContest([valuesAbout(10, 60), valuesAbout(20, 60)])).differences;
  if (saved === undefined || lost === undefined) throw new Error("two have a difference");
  expect(recoveryPrice(priceOf(0), saved)).toEqual(none);
  expect(recoveryPrice(priceOf(100), lost)).toEqual(none);
});
