import { expect, test } from "vitest";
import { standardExponential } from "#engine/random/standard-exponential";
import { Stream } from "#engine/random/stream";
import { ulps } from "../../base/elementary/ulps.ts";

test("the quantile is -log1p(-u) within 2 ulp, on the grid of uniforms and off it", () => {
  const stream = new Stream("standard exponential");
  let worst = 0;
  for (let i = 0; i < 20_000; i++) {
    const u = stream.uniform();
    for (const share of [u, u * 2 ** -10, u * 2 ** -40]) {
      worst = Math.max(worst, ulps(standardExponential(share), -Math.log1p(-share)));
    }
  }
  expect(worst).toBeLessThanOrEqual(2);
});

test("both ends are finite and above 0", () => {
  expect(standardExponential(2 ** -54)).toBe(2 ** -54);
  expect(standardExponential(1 - 2 ** -53)).toBeCloseTo(53 * Math.LN2, 12);
});
