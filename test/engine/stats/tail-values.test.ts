import { expect, test } from "vitest";
import { Streams } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import { meanInterval } from "#engine/stats/mean-interval";
import { tailLeast, tailValues, valueAtRisk } from "#engine/stats/tail-values";

test("the mean of the worst 5 % of 1 to 100 is 98", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(valueAtRisk(values)).toBe(95);
  expect(foldInBlocks(tailValues(values)).mean).toBeCloseTo(98, 10);
});

test("of equal losses it is that loss, and no value has none", () => {
  expect(Array.from(tailValues([7, 7, 7]))).toEqual([7, 7, 7]);
  expect(tailValues([])).toHaveLength(0);
});

test("its intervals cover the truth about as often as they say, from as few values as are taken", () => {
  // Exponential losses of mean 1: the mean of the worst 5 % is 1 + ln 20.
  const truth = 1 + Math.log(20);
  let covered = 0;
  for (let replication = 0; replication < 200; replication += 1) {
    const stream = new Streams("tail coverage", replication).at("losses");
    const again = new Streams("tail coverage", replication).at("bootstrap");
    const losses = Array.from({ length: tailLeast }, () => -Math.log1p(-stream.uniform()));
    const { low, high } = meanInterval(tailValues(losses), () => again.uniform());
    if ((low ?? Infinity) <= truth && truth <= (high ?? -Infinity)) covered += 1;
  }
  expect(covered / 200).toBeGreaterThan(0.88);
});
