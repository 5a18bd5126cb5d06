import { expect, test } from "vitest";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { Stream } from "#engine/random/stream";
import { arrivalLaws } from "../arrival.laws.ts";

const start = Date.UTC(2024, 0, 1);
const hour = 3_600_000;
const times = Array.from({ length: 101 }, (_, i) => start + i * 12 * hour);

arrivalLaws("two a day", { written: { kind: "table", times }, ratePerDay: 2, days: 50, dispersion: 0 });

test("instants come in order, those before the start are left out, and then no more come", () => {
  const written = { kind: "table", times: [30, 10, 20, 20] };
  const process = arrivalKind(written).create(written, new Stream("table"), 15);
  expect([process.next(), process.next(), process.next(), process.next(), process.next()]).toEqual([
    20,
    20,
    30,
    Infinity,
    Infinity,
  ]);
});

test("a list that is over before the start gives nothing, and a single instant has no rate", () => {
  const written = { kind: "table", times: [10] };
  expect(arrivalKind(written).create(written, new Stream("table"), 15).next()).toBe(Infinity);
  expect(arrivalKind(written).ratePerDay(written, { from: 0, until: 1 })).toBe(0);
});
