import { expect, test } from "vitest";
import { stage } from "#engine/record/journeys";
import { queueStretches, usualQueue } from "#study/experiment/queue-stretches";
import { day, range, rowsOf } from "../../domain/measure/rows.ts";

const place = "canal.transit";

/** One vessel a day comes from day 20 to 29; from day 30 on one a day is let in, and the tenth gives up. */
const run = rowsOf({
  levels: {
    [`queue/${place}`]: [
      [12, 1],
      [13, 0],
      ...range(20, 30).map((at) => [at, at - 19] as const),
      ...range(30, 40).map((at) => [at, 39 - at] as const),
    ],
  },
  voyages: range(0, 10).map((ordinal) => ({
    ordinal,
    start: 15,
    stages: [[ordinal < 9 ? stage.wait : stage.abandoned, place, 20 + ordinal, 30 + ordinal] as const],
  })),
});

/** The same vessels are let in as they come; at day 12 one waits for a day. */
const twin = rowsOf({
  levels: {
    [`queue/${place}`]: [
      [12, 1],
      [13, 0],
    ],
  },
  voyages: range(0, 10).map((ordinal) => ({
    ordinal,
    start: 15,
    stages: [[stage.wait, place, 20 + ordinal, 20 + ordinal] as const],
  })),
});

const evidence = { run, twin, baseline: run, baselineTwin: twin };

test("a queue that grows and shrinks is told in two stretches, with who came, was let in and gave up", () => {
  const [grows, shrinks, ...others] = queueStretches(place, evidence);
  expect(others).toEqual([]);
  expect(grows).toEqual({
    from: 20 * day,
    until: 29 * day,
    before: 0,
    after: 10,
    usual: 0,
    run: { came: 10 / 9, entered: 0, gaveUp: 0 },
    twin: { came: 10 / 9, entered: 10 / 9, gaveUp: 0 },
  });
  expect(shrinks).toMatchObject({ from: 30 * day, until: 39 * day, before: 10, after: 0 });
  expect(shrinks?.run).toEqual({ came: 0, entered: 1, gaveUp: 1 / 9 });
});

test("who came, less who left, is what the queue grew by", () => {
  for (const { from, until, before, after, run: flow } of queueStretches(place, evidence)) {
    const grown = ((flow.came - flow.entered - flow.gaveUp) * (until - from)) / day;
    expect(grown).toBeCloseTo(after - before, 9);
  }
});

test("the bar is that of the twin, and nothing is told where no more wait than ever there", () => {
  expect(usualQueue(place, twin)).toBe(0);
  // More than 8 wait for 3 of 90 days, more than 7 for 5.
  expect(usualQueue(place, run)).toBe(8);
  expect(queueStretches(place, { ...evidence, twin: run })).toEqual([]);
  expect(queueStretches("nowhere.transit", evidence)).toEqual([]);
});
