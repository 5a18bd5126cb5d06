import { expect, test } from "vitest";
import type { DistributionValue } from "#base/field";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { standardExponential } from "#engine/random/standard-exponential";
import { Stream } from "#engine/random/stream";
import { arrivalLaws } from "../arrival.laws.ts";

const rate = (value: number): DistributionValue => ({ kind: "constant", value });

arrivalLaws("9 a day", {
  written: { kind: "poisson", rate: rate(9) },
  ratePerDay: 9,
  days: 4000,
  dispersion: 1,
});
arrivalLaws("many in a millisecond", {
  written: { kind: "poisson", rate: rate(1e9) },
  ratePerDay: 1e9,
  days: 1e-5,
  dispersion: 1,
});

test("a distribution that nobody has drawn stands for its mean", () => {
  const written = { kind: "poisson", rate: { kind: "uniform", min: 8, max: 10 } };
  expect(arrivalKind(written).ratePerDay(written, { from: 0, until: 1 })).toBe(9);
});

test("a rate of 0 never comes", () => {
  const written = { kind: "poisson", rate: rate(0) };
  expect(arrivalKind(written).create(written, new Stream("never"), 0).next()).toBe(Infinity);
});

test("the first comes one gap after the start, and rounding does not add up", () => {
  const written = { kind: "poisson", rate: rate(86_400_000 / 3.3) };
  const process = arrivalKind(written).create(written, new Stream("no drift"), 1000);
  const stream = new Stream("no drift");
  let exact = 0;
  for (let i = 0; i < 10_000; i++) {
    exact += 3.3 * standardExponential(stream.uniform());
    if (Math.abs(process.next() - 1000 - exact) > 0.501) expect.fail(`arrival ${i} has drifted`);
  }
});
