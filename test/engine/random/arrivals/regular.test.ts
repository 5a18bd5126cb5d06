import { expect, test } from "vitest";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { Stream } from "#engine/random/stream";
import { arrivalLaws } from "../arrival.laws.ts";

arrivalLaws("every 8 h", {
  written: { kind: "regular", every: 28_800_000, offset: 0 },
  ratePerDay: 3,
  days: 100,
  dispersion: 0,
});

test("the first comes at the start and offset, then one each period, and nothing is drawn", () => {
  const stream = new Stream("regular");
  const written = { kind: "regular", every: 1000, offset: 250 };
  const process = arrivalKind(written).create(written, stream, 5000);
  expect([process.next(), process.next(), process.next()]).toEqual([5250, 6250, 7250]);
  expect(stream.uniform()).toBe(new Stream("regular").uniform());
});
