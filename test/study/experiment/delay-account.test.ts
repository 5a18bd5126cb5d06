import { expect, test } from "vitest";
import { stage } from "#engine/record/journeys";
import { delayAccount } from "#study/experiment/delay-account";
import { day, rowsOf } from "../../domain/measure/rows.ts";
import type { WrittenVoyage } from "../../domain/measure/rows.ts";

const canal = "canal.transit";
const disruptions = { closing: { kind: "closure", of: [canal] } };
const timeline = [
  ["disruption-start", "closing", 20, canal],
  ["disruption-end", "closing", 30, canal],
] as const;

/** A voyage of five days, one of them in the canal, if it passes there. */
const usual = (ordinal: number, start: number): WrittenVoyage => ({
  ordinal,
  start,
  end: start + 5,
  metres: 1000,
  stages: [[stage.transit, canal, start + 2, start + 3]],
});

/** What delayed the first voyage, which begins on day 17 unless told, by what it did instead. */
function told(voyage: Partial<WrittenVoyage>, start: number = 17): ReturnType<typeof delayAccount> {
  const run = rowsOf({ timeline, voyages: [{ ...usual(0, start), ...voyage }] });
  const baselineTwin = rowsOf({ voyages: [usual(0, start)] });
  return delayAccount({ run, twin: baselineTwin, baseline: run, baselineTwin }, disruptions);
}

test("who is kept in a passage is told with the disruption that acted there", () => {
  const { totalMs, causes } = told({ end: 25, stages: [[stage.transit, canal, 19, 23]] });
  expect(totalMs).toBe(3 * day);
  expect(causes).toEqual([{ how: "passing", place: canal, cause: "closing", ms: 3 * day, voyages: 1 }]);
});

test("who stands still in a server is told with the disruption that acted there", () => {
  const [berth, strike] = ["harbour.berth", "strike"];
  const stages = (until: number) => [[stage.service, berth, 19, until]] as const;
  const acting = [
    ["disruption-start", strike, 20, berth],
    ["disruption-end", strike, 24, berth],
  ] as const;
  const run = rowsOf({ timeline: acting, voyages: [{ ...usual(0, 17), end: 26, stages: stages(25) }] });
  const baselineTwin = rowsOf({ voyages: [{ ...usual(0, 17), end: 22, stages: stages(21) }] });
  const evidence = { run, twin: baselineTwin, baseline: run, baselineTwin };
  const { causes } = delayAccount(evidence, { strike: { kind: "closure", of: [berth] } });
  expect(causes).toEqual([{ how: "service", place: berth, cause: strike, ms: 4 * day, voyages: 1 }]);
});

test("nobody is to blame for what is over, or has not begun", () => {
  const over = told({ end: 38, stages: [[stage.transit, canal, 32, 36]] }, 30);
  expect(over.causes).toEqual([{ how: "passing", place: canal, cause: null, ms: 3 * day, voyages: 1 }]);
});

test("who leaves a passage out sails all of the delay another way, though no row has it", () => {
  const { causes } = told({ end: 31, metres: 9000, stages: [] });
  expect(causes).toEqual([{ how: "another-way", place: canal, cause: "closing", ms: 9 * day, voyages: 1 }]);
});

test("who sails further and passes there all the same has turned off and back", () => {
  const { causes } = told({ end: 26, metres: 3000, stages: [[stage.transit, canal, 23, 24]] });
  expect(causes).toEqual([{ how: "turning-back", place: canal, cause: "closing", ms: 4 * day, voyages: 1 }]);
});

test("a wait and a way add up to the delay, whatever a voyage did", () => {
  const stages = [
    [stage.wait, canal, 19, 24],
    [stage.transit, canal, 24, 26],
  ] as const;
  const { totalMs, causes } = told({ end: 30, metres: 1500, stages });
  expect(totalMs).toBe(8 * day);
  expect(causes.reduce((sum, { ms }) => sum + ms, 0)).toBe(totalMs);
  expect(causes.map(({ how, ms }) => [how, ms / day])).toEqual([
    ["waiting", 5],
    ["turning-back", 2],
    ["passing", 1],
  ]);
});
