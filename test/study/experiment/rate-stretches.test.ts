import { expect, test } from "vitest";
import { rateStretches } from "#study/experiment/rate-stretches";
import { day, range, rowsOf, usualFacts } from "../../domain/measure/rows.ts";

const curve = { of: ["canal.transit"], window: 5 * day, recoveredAt: 0.9, heldFor: 5 * day, unit: "vessels" };
const perDay = (from: number, until: number, count: number): readonly number[] =>
  range(from * count, until * count).map((index) => index / count);

/** Four a day; none from day 30 to 40, and eight a day until day 50. */
const twin = rowsOf({ counts: { "canal.transit": perDay(0, 100, 4) } });
const run = rowsOf({
  counts: { "canal.transit": [...perDay(0, 30, 4), ...perDay(40, 50, 8), ...perDay(50, 100, 4)] },
});

test("a standstill and the surge after it are told in three stretches, beside the twin's rate", () => {
  const told = rateStretches({ run, twin, baseline: run, baselineTwin: twin }, curve);
  expect(told.map(({ before, after }) => [before, after])).toEqual([
    [expect.closeTo(4, 0), 0],
    [0, 8],
    [8, expect.closeTo(4, 0)],
  ]);
  for (const { twinBefore, twinAfter } of told) expect([twinBefore, twinAfter]).toEqual([4, 4]);
  // As the eye sees it: within half a window of the days at which it changes.
  const days = told.map(({ from, until }) => [from / day, until / day]);
  [
    [30, 30],
    [40, 40],
    [50, 50],
  ].forEach(([from = 0, until = 0], index) => {
    expect(Math.abs((days[index]?.[0] ?? 0) - from)).toBeLessThanOrEqual(2.5);
    expect(Math.abs((days[index]?.[1] ?? 0) - until)).toBeLessThanOrEqual(2.5);
  });
});

test("a rate like the twin's tells nothing, and neither does a run that is shorter than the window", () => {
  expect(rateStretches({ run: twin, twin, baseline: twin, baselineTwin: twin }, curve)).toEqual([]);
  const short = { ...run, facts: { ...usualFacts, end: 12 * day } };
  expect(rateStretches({ run: short, twin, baseline: short, baselineTwin: twin }, curve)).toEqual([]);
});
