import { expect, it } from "vitest";
import { costShares, tallyCosts } from "#study/experiment/cost-tally";
import type { Sums } from "#study/experiment/sums";
import { flowWays, tallyWays } from "#study/experiment/way-tally";
import type { Evidence } from "#domain/measure/measure-kind";
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
