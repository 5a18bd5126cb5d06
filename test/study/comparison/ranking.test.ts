import { expect, test } from "vitest";
import { differenceOf, rankingOf } from "#study/comparison/ranking";
import { selectionOf } from "#study/comparison/selection";
import { fakeContest, valuesAbout } from "./fake-contest.ts";

test("ranks span what cannot be told apart, and the order is that of the means", () => {
  const near = valuesAbout(50, 60, 1).map((value, index) => value + (index % 2 === 0 ? 0.01 : -0.01));
  const contest = fakeContest([valuesAbout(70, 60, 1), valuesAbout(50, 60, 1), near, valuesAbout(90, 60, 1)]);
  const { ranks, shared } = rankingOf(contest);
  expect(ranks.map(({ place, from, to }) => [place, from, to])).toEqual([
    [1, 1, 2],
    [2, 1, 2],
    [0, 3, 3],
    [3, 4, 4],
  ]);
  expect(shared).toHaveLength(60);
});

test("all pairs are told together: what one test alone would tell apart, six may not", () => {
  const plain = valuesAbout(100, 40);
  const near = plain.map((value, index) => value - 0.63 + (((index * 29) % 13) - 6) / 2);
  const alone = rankingOf(fakeContest([plain, near]));
  const [one] = alone.differences;
  expect(one?.pValue).toBeGreaterThan(0.025);
  expect(one?.pValue).toBeLessThan(0.05);
  expect([one?.adjusted, one?.verdict]).toEqual([one?.pValue, "better"]);
  const [far, farther] = [near.map((value) => value + 500), plain.map((value) => value + 499.4)];
  const { differences, ranks } = rankingOf(fakeContest([plain, near, far, farther]));
  expect(differences).toHaveLength(6);
  expect(differences[0]?.pValue).toBe(one?.pValue);
  expect(differences[0]?.adjusted).toBeCloseTo(2 * (one?.pValue ?? 0), 12);
  expect(differences[0]?.verdict).toBe("alike");
  expect(ranks.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [1, 2],
    [3, 4],
    [3, 4],
  ]);
});

test("a difference is seen from either side", () => {
  const ranking = rankingOf(fakeContest([valuesAbout(70, 40, 1), valuesAbout(50, 40, 1)]));
  const [there, back] = [differenceOf(ranking, 1, 0), differenceOf(ranking, 0, 1)];
  expect(there?.verdict).toBe("better");
  expect(back?.verdict).toBe("worse");
  expect(back?.difference).toBe(-(there?.difference ?? Number.NaN));
  expect([back?.low, back?.high]).toEqual([-(there?.high ?? 0), -(there?.low ?? 0)]);
  expect(differenceOf(ranking, 0, 0)).toBeUndefined();
});

test("who was spared what is timed stands before all, and is compared with nobody", () => {
  const { ranks, differences } = rankingOf(fakeContest([valuesAbout(70, 40), null, valuesAbout(50, 40)]));
  expect(ranks.map(({ place, from, to, mean }) => [place, from, to, mean])).toEqual([
    [1, 1, 1, null],
    [2, 2, 2, expect.any(Number)],
    [0, 3, 3, expect.any(Number)],
  ]);
  expect(differences.map(({ place, against }) => [place, against])).toEqual([[2, 0]]);
});

test("means rest on the replications that all have", () => {
  const gap = valuesAbout(50, 40).map((value, index) => (index < 10 ? Number.NaN : value));
  const { shared, ranks } = rankingOf(fakeContest([valuesAbout(70, 40), gap]));
  expect(shared).toEqual(Array.from({ length: 30 }, (_, index) => index + 10));
  const mean =
    valuesAbout(70, 40)
      .slice(10)
      .reduce((sum, value) => sum + value, 0) / 30;
  expect(ranks.find(({ place }) => place === 0)?.mean).toBeCloseTo(mean, 10);
});

test("the best is selected once it can be, and else it is said who may be it and what would tell", () => {
  const clear = rankingOf(fakeContest([valuesAbout(70, 64, 1), valuesAbout(50, 64, 1)]));
  expect(selectionOf(clear, 2)).toMatchObject({ best: 1, isDecided: true, inContention: [1], looked: 64 });
  const close = rankingOf(fakeContest([valuesAbout(50, 64, 30), valuesAbout(51, 64, 30)]));
  const open = selectionOf(close, 0.5);
  expect(open?.isDecided).toBe(false);
  expect(open?.inContention).toEqual([0, 1]);
  expect(open?.latest).toBeGreaterThan(64);
  expect(selectionOf(rankingOf(fakeContest([valuesAbout(50, 64), null])), 1)).toBeUndefined();
});

test("skewed differences are told apart too, however many are told together", () => {
  const lean = Array.from({ length: 40 }, (_, index) => (index % 13 === 5 ? 90 : (index * 7) % 5));
  const columns = Array.from({ length: 12 }, (_, place) => lean.map((value) => place * (1000 + value)));
  const { differences, ranks } = rankingOf(fakeContest(columns));
  expect(differences).toHaveLength(66);
  expect(differences.every(({ method }) => method === "bootstrap-t")).toBe(true);
  expect(differences.every(({ verdict }) => verdict !== "alike")).toBe(true);
  expect(ranks.map(({ from, to }) => [from, to])).toEqual(ranks.map((_, index) => [index + 1, index + 1]));
});
