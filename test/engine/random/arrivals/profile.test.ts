import { describe, expect, test } from "vitest";
import { constantly } from "#base/field";
import type { KindValue } from "#base/field";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { standardExponential } from "#engine/random/standard-exponential";
import { Stream } from "#engine/random/stream";
import { arrivalLaws, instants } from "../arrival.laws.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday, as in the laws. */
const start = Date.UTC(2024, 0, 1);
const one = constantly(1);
const everyDay = { mon: one, tue: one, wed: one, thu: one, fri: one, sat: one, sun: one };
const plain: KindValue = { kind: "profile", rate: { kind: "constant", value: 9 }, "utc-offset": 0 };
const shifts = [
  { key: 6 * hour, value: constantly(1.5) },
  { key: 22 * hour, value: constantly(0.25) },
];
const dates = {
  steps: [
    { from: { at: start + 100 * day }, value: constantly(2) },
    { from: { at: start + 200 * day }, value: constantly(0.5) },
  ],
};

// 16 hours of 1.5 and 8 of 0.25: 26 of 24; five days and a half of seven; 100 d of 1, 100 of 2, 200 of 0.5.
arrivalLaws("by hour", { written: { ...plain, hours: shifts }, ratePerDay: 9.75, days: 700, dispersion: 1 });
arrivalLaws("by day", {
  written: { ...plain, days: { ...everyDay, sat: constantly(0.5), sun: constantly(0) } },
  ratePerDay: (9 * 5.5) / 7,
  days: 700,
  dispersion: 1,
});
arrivalLaws("by date", { written: { ...plain, dates }, ratePerDay: 9, days: 400, dispersion: 1 });
arrivalLaws("by hour, day and date, elsewhere", {
  written: {
    ...plain,
    hours: shifts,
    days: { ...everyDay, sat: constantly(0.5), sun: constantly(0.5) },
    dates: { steps: [{ from: { at: start - day }, value: constantly(3) }] },
    "utc-offset": 8 * hour,
  },
  ratePerDay: (9 * 3 * (26 / 24) * 6) / 7,
  days: 700,
  dispersion: 1,
});
const rates = {
  steps: [
    { from: { at: start + 50 * day }, value: { kind: "constant", value: 4 } },
    { from: { at: start + 150 * day }, value: { kind: "constant", value: 12 } },
  ],
};
// 50 d of 0, 50 of 4, 50 of 4 x 2, 50 of 12 x 2, 200 of 12 x 0.5; of each day 26 of 24
arrivalLaws("by a schedule of the rate, hour and date", {
  written: { ...plain, rate: rates, hours: shifts, dates },
  ratePerDay: ((50 * 4 + 50 * 8 + 50 * 24 + 200 * 6) * (26 / 24)) / 400,
  days: 400,
  dispersion: 1,
});

/** The weighted days between each arrival and the next, by counting minute by minute. */
function inMinutes(from: number, until: number, factorAt: (time: number) => number): number {
  let sum = 0;
  for (let time = from; time < until; ) {
    const next = Math.min(until, (Math.floor(time / 60_000) + 1) * 60_000);
    sum += (factorAt(time) * (next - time)) / day;
    time = next;
  }
  return sum;
}

test("between arrivals the rate adds up to the exponentials of the stream: nothing is drawn in vain", () => {
  const written = { ...plain, hours: shifts, days: { ...everyDay, sun: constantly(0) } };
  const factorAt = (time: number): number => {
    const of = (time - start) / hour;
    const ofDay = of % 24;
    return Math.floor(of / 24) % 7 === 6 ? 0 : ofDay >= 6 && ofDay < 22 ? 1.5 : 0.25;
  };
  const stream = new Stream("exponentials");
  let before = start;
  for (const time of instants(written, "exponentials", start + 21 * day)) {
    const expected = standardExponential(stream.uniform()) / 9;
    expect(Math.abs(inMinutes(before, time, factorAt) - expected)).toBeLessThanOrEqual(2e-8);
    before = time;
  }
});

describe("factors", () => {
  const until = start + 300 * day;

  test("of 1 give the arrivals of a poisson process", () => {
    const ones = { ...plain, hours: [{ key: 0, value: one }], days: everyDay, dates: { steps: [] } };
    const poisson = { kind: "poisson", rate: { kind: "constant", value: 9 } };
    const [found, wanted] = [ones, poisson].map((written) => instants(written, "ones", until));
    const apart = (found ?? []).map((time, i) => Math.abs(time - (wanted?.[i] ?? NaN)));
    expect(apart.length).toBeGreaterThan(2000);
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  });

  test("of a date leave what came before it", () => {
    const before = (times: readonly number[]): number[] => times.filter((time) => time < start + 100 * day);
    const [free, dated] = [plain, { ...plain, dates }].map((written) => instants(written, "dates", until));
    expect(before(dated ?? [])).toEqual(before(free ?? []));
    expect(dated?.length).toBeGreaterThan(1.1 * (free?.length ?? Infinity));
  });

  test("of 0 let nobody come", () => {
    const closed = { ...plain, hours: [8, 18].map((h, i) => ({ key: h * hour, value: constantly(1 - i) })) };
    const hours = instants(closed, "closed", until).map((time) => ((time - start) % day) / hour);
    expect(hours.filter((of) => of < 8 || of > 18)).toEqual([]);
    expect(hours.length).toBeGreaterThan(1000);
  });

  test("are as often as they say, by the hour: chi-square of 24 hours inside its 99.9 % bound", () => {
    const times = instants({ ...plain, hours: shifts }, "by the hour", start + 1000 * day);
    const hourOf = times.map((time) => Math.floor(((time - start) % day) / hour));
    let square = 0;
    for (let of = 0; of < 24; of++) {
      const wanted = ((of >= 6 && of < 22 ? 1.5 : 0.25) * 9 * 1000) / 24;
      square += (hourOf.filter((found) => found === of).length - wanted) ** 2 / wanted;
    }
    expect(square).toBeLessThanOrEqual(51.18); // of 24 degrees of freedom
  });
});

test("a rate of 0 never comes", () => {
  const none = { ...plain, rate: { kind: "constant", value: 0 } };
  expect(arrivalKind(none).create(none, new Stream("never"), 0).next()).toBe(Infinity);
});

describe("values that do not go together", () => {
  const problem = (values: KindValue): string | undefined => arrivalKind(values).problem?.(values);

  test("are those that never let anybody come, wait for an event, or let in more than one a second", () => {
    expect(problem({ ...plain, hours: [{ key: 0, value: constantly(0) }] })).toMatch(/no hour of the week/);
    const tied = { event: "storm", edge: "start", offset: 0 };
    expect(problem({ ...plain, dates: { steps: [{ from: tied, value: one }] } })).toMatch(
      /wait for an event/,
    );
    const busy = { kind: "constant", value: 80_000 };
    expect(problem({ ...plain, rate: busy, hours: shifts })).toMatch(/more than one a second/);
    expect(problem({ ...plain, rate: busy })).toBeUndefined();
  });
});
