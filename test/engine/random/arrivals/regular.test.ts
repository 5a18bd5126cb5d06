import { expect, test } from "vitest";
import type { DistributionValue } from "#base/field";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { Stream } from "#engine/random/stream";
import { arrivalLaws } from "../arrival.laws.ts";

const constantly = (value: number): DistributionValue => ({ kind: "constant", value });

arrivalLaws("every 8 h", {
  written: { kind: "regular", every: constantly(28_800_000), offset: constantly(0) },
  ratePerDay: 3,
  days: 100,
  dispersion: 0,
});

test("the first comes at the start and offset, then one each period, and nothing is drawn", () => {
  const stream = new Stream("regular");
  const written = { kind: "regular", every: constantly(1000), offset: constantly(250) };
  const process = arrivalKind(written).create(written, stream, 5000);
  expect([process.next(), process.next(), process.next()]).toEqual([5250, 6250, 7250]);
  expect(stream.uniform()).toBe(new Stream("regular").uniform());
});

test("a distribution that nobody has drawn stands for its mean, and none is nearer than a second", () => {
  const written = { kind: "regular", every: { kind: "uniform", min: 0, max: 20_000 }, offset: constantly(0) };
  expect(arrivalKind(written).ratePerDay(written, { from: 0, until: 1 })).toBe(8640);
  const near = { ...written, every: constantly(0.001) };
  const process = arrivalKind(near).create(near, new Stream("near"), 0);
  expect([process.next(), process.next()]).toEqual([0, 1000]);
});
