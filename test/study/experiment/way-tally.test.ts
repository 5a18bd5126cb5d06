import { expect, it } from "vitest";
import { costShares, tallyCosts } from "#study/experiment/cost-tally";
import type { Sums } from "#study/experiment/sums";
import { flowWays, tallyWays } from "#study/experiment/way-tally";
import type { Evidence } from "#domain/measure/measure-kind";
import { cost } from "#domain/measure/measures/cost";
import { expense } from "#engine/record/expenses";
import { rowsOf } from "../../domain/measure/rows.ts";
import type { WrittenVoyage } from "../../domain/measure/rows.ts";

/** Metres that a vessel of the flow `boxes`, at 10 m/s, sails in a day. */
const dayOfBoxes = 864_000;

const costs = [
  { id: "surge", once: 5000, perDay: 0, acting: true },
  { id: "dredged", once: 0, perDay: 10, acting: false },
];

/** One ship goes two days further and comes five days later, one comes a day later, one is still away. */
function evidence(): Evidence {
  const usual: readonly WrittenVoyage[] = [20, 30, 96].map((start, ordinal) => ({
    ordinal,
    start,
    end: start + 3,
    metres: 1_000_000,
  }));
  const timeline = [
    ["disruption-start", "closing", 15],
    ["disruption-end", "closing", 25],
  ] as const;
  const voyages: readonly WrittenVoyage[] = [
    { ordinal: 0, start: 20, end: 28, metres: 1_000_000 + 2 * dayOfBoxes, diverted: true },
    { ordinal: 1, start: 30, end: 34, metres: 1_000_000 },
    { ordinal: 2, start: 96 },
  ];
  const run = rowsOf({ timeline, voyages, facts: { costs } });
  const twin = rowsOf({ voyages: usual });
  return { run, twin, baseline: run, baselineTwin: twin };
}

it("tells by flow who went another way, how much further and how much later", () => {
  const tally: Sums = new Map();
  tallyWays(tally, evidence());
  tallyWays(tally, evidence());
  expect(flowWays(tally, 2)).toEqual([
    {
      flow: "boxes",
      own: { voyages: 1, kmMore: 0, daysLater: 1 },
      other: { voyages: 1, kmMore: (2 * dayOfBoxes) / 1000, daysLater: 5 },
    },
  ]);
});

it("has neither kilometres nor days where nobody went another way", () => {
  const tally: Sums = new Map();
  const quiet = evidence();
  tallyWays(tally, { ...quiet, run: quiet.baselineTwin });
  expect(flowWays(tally, 1)[0]?.other).toEqual({ voyages: 0, kmMore: null, daysLater: null });
});

it("parts the cost into detours, waiting, policies and the variant, which add up to the measure", () => {
  const tally: Sums = new Map();
  tallyCosts(tally, evidence());
  const shares = costShares(tally, 1);
  // Two of five days are the longer way; the one under way is a day late by the end of the run.
  const waiting = (3 + 1 + 1) * 1000;
  expect(shares).toEqual([
    { part: "detour", mean: 2000 },
    { part: "waiting", mean: waiting },
    { part: "policy/surge", mean: 5000 },
    { part: "variant/dredged", mean: 900 },
  ]);
});

it("counts detours by the class of each vessel, and transfers with the other days of later ones", () => {
  // The first vessel sails a day longer and is free three days later; the one after it, at 2,000 USD a day,
  // sails two days longer and is four days longer under way.
  const kilometre = 1000;
  const voyage = { ordinal: 0, start: 20 };
  const usual: WrittenVoyage = {
    ...voyage,
    freed: 25,
    end: 30,
    metres: 1_000_000 + 300 * kilometre,
    paid: [
      [expense.transfer, 100],
      [expense.vessel, 2000, 300 * kilometre, 1000],
    ],
  };
  const ours: WrittenVoyage = {
    ...voyage,
    freed: 28,
    end: 40,
    metres: 1_000_000 + dayOfBoxes + 1500 * kilometre,
    paid: [
      [expense.inland, 7],
      [expense.transfer, 110],
      [expense.vessel, 10_000, 1500 * kilometre, 5000],
    ],
  };
  const timeline = [["disruption-start", "closing", 15]] as const;
  const run = rowsOf({ timeline, voyages: [ours] });
  const twin = rowsOf({ voyages: [usual] });
  const given = { run, twin, baseline: run, baselineTwin: twin };
  const tally: Sums = new Map();
  tallyCosts(tally, given);
  expect(costShares(tally, 1)).toEqual([
    { part: "detour", mean: 1000 + 4000 },
    { part: "waiting", mean: 2000 },
    { part: "overland", mean: 7 },
    { part: "transfers", mean: 10 + 4000 },
  ]);
  const values = { of: "all", at: undefined, from: undefined, until: undefined, by: "arrival" as const };
  const reading = cost.create(values, run.facts).read(given);
  expect(reading).toEqual({ status: "value", value: 3000 + 8000 + 10 + 7 });
});
