import { expect, test } from "vitest";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { Stream } from "#engine/random/stream";
import { arrivalLaws } from "../arrival.laws.ts";

const hour = 3_600_000;

// In a long time the count of a renewal process has variance over mean (sd / mean)² of the gap.
arrivalLaws("erlang gaps", {
  written: { kind: "renewal", between: { kind: "erlang", mean: 6 * hour, stages: 4 } },
  ratePerDay: 4,
  days: 4000,
  dispersion: 0.25,
});
arrivalLaws("constant gaps", {
  written: { kind: "renewal", between: { kind: "constant", value: 6 * hour } },
  ratePerDay: 4,
  days: 100,
  dispersion: 0,
});

test("the first comes one gap after the start", () => {
  const written = { kind: "renewal", between: { kind: "constant", value: 1000.4 } };
  const process = arrivalKind(written).create(written, new Stream("renewal"), 500);
  expect([process.next(), process.next(), process.next()]).toEqual([1500, 2501, 3501]);
});

test("gaps of 0 are a fault of the program", () => {
  const written = { kind: "renewal", between: { kind: "constant", value: 0 } };
  expect(() => arrivalKind(written).create(written, new Stream("renewal"), 0)).toThrow(/mean gap/);
});
