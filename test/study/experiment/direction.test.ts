import { expect, test } from "vitest";
import { directionOf } from "#study/experiment/direction";

test("a measure's own kind says which change of it is for the better", () => {
  const named = ["throughput-loss-share", "mean-wait", "throughput", "zobel-resilience", "utilisation"];
  expect(named.map(directionOf)).toEqual([-1, -1, 1, 1, 0]);
  expect(directionOf("no-such-measure")).toBe(0);
});
