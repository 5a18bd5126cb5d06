import { expect, test } from "vitest";
import type { DistributionValue, KindValue } from "#base/field";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { standardExponential } from "#engine/random/standard-exponential";
import { Stream } from "#engine/random/stream";
import { arrivalLaws, instants } from "../arrival.laws.ts";

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

const start = Date.UTC(2024, 0, 1);
const day = 86_400_000;
const dated = (...steps: readonly [number, number][]): KindValue => ({
  kind: "poisson",
  rate: { steps: steps.map(([from, perDay]) => ({ from: { at: start + from * day }, value: rate(perDay) })) },
});

// 100 days of 3, and 300 of 9
arrivalLaws("by date", { written: dated([0, 3], [100, 9]), ratePerDay: 7.5, days: 400, dispersion: 1 });
arrivalLaws("nobody before the first date, nor from a rate of 0 on", {
  written: dated([100, 8], [200, 0]),
  ratePerDay: 2,
  days: 400,
  dispersion: 1,
});

test("a rate that changes at a date leaves every arrival before it", () => {
  const before = (written: KindValue): number[] => instants(written, "dated", start + 100 * day);
  expect(before(dated([0, 3], [100, 9]))).toEqual(before(dated([0, 3], [150, 1])));
  const [first] = instants(dated([100, 8]), "dated", start + 200 * day);
  expect(first).toBeGreaterThan(start + 100 * day);
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
