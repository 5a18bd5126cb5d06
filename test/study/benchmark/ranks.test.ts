import { expect, test } from "vitest";
import { meanRanks } from "#study/benchmark/ranks";
import type { Contest } from "#study/comparison/contest";

/** A contest in times to recover: by policy, by replication; negative ones were still going on at the end. */
function contest(times: readonly (readonly number[])[]): Contest {
  const entries = times.map((own, place) => ({
    place,
    isSpared: false,
    sample: {
      times: Float64Array.from(own, (time) => Math.abs(time)),
      censored: own.map((time) => time < 0),
    },
  }));
  const line = { first: { measure: "time-to-recover", of: "performance" } };
  return { line, better: -1, limit: Infinity, entries } as unknown as Contest; // all that is read of one
}

const field = (disruption: string, times: readonly (readonly number[])[]) => {
  return { disruption, contests: [contest(times)] };
};

test("who never failed comes first, and who had not recovered by the end last", () => {
  const ranks = meanRanks(
    [
      field("strike", [
        [5, 5],
        [-2, -2],
        [NaN, NaN],
      ]),
    ],
    ["slow", "spared"],
  );
  const found = ranks.filter(({ measure }) => measure === "time-to-recover");
  expect(found.map(({ policy, mean_rank: rank }) => [policy, rank])).toEqual([
    ["none", 2],
    ["slow", 3],
    ["spared", 1],
  ]);
  expect(found.map(({ cells, replications, low, high }) => [cells, replications, low, high])).toEqual([
    [1, 2, 2, 2],
    [1, 2, 3, 3],
    [1, 2, 1, 1],
  ]);
});

test("ranks are averaged within a replication, and the interval is over replications", () => {
  const ranks = meanRanks(
    [
      field("strike", [
        [1, 2],
        [2, 1],
      ]),
      field("storm", [
        [1, 1],
        [1, 9],
      ]),
      field("quiet", [
        [9, 9],
        [1, 1],
      ]),
    ],
    ["other"],
  ).filter(({ measure }) => measure === "time-to-recover");
  // None: (1 + 1.5) ÷ 2 in the first replication, (2 + 1) ÷ 2 in the second; the quiet days do not count.
  expect(ranks.map(({ mean_rank: rank, cells }) => [rank, cells])).toEqual([
    [1.375, 2],
    [1.625, 2],
  ]);
  // Student's, of two values 0.25 apart: half of it is t(0.975, 1) × 0.125 = 12.7062 × 0.125.
  const [none] = ranks;
  expect((none?.high ?? 0) - 1.375).toBeCloseTo(1.5883, 4);
  expect(1.375 - (none?.low ?? 0)).toBeCloseTo(1.5883, 4);
});
