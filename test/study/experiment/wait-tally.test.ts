import { expect, it } from "vitest";
import { dayMs } from "#base/time";
import type { Facts } from "#domain/measure/facts";
import { stage } from "#engine/record/journeys";
import { Recorder } from "#engine/record/recorder";
import { mergeSums } from "#study/experiment/sums";
import { classWaits, tallyWaits } from "#study/experiment/wait-tally";
import type { WaitTally } from "#study/experiment/wait-tally";

const background: ReadonlySet<string> = new Set();
const facts = { warmUpEnd: 10 * dayMs, end: 100 * dayMs, background } as Facts; // all that it looks at
const classes = ["tanker", "box"];

function tallied(): WaitTally {
  const recorder = new Recorder();
  const { journeys, timeline } = recorder;
  timeline.add({ time: 20 * dayMs, what: "disruption-start", id: "closing", of: [] });
  timeline.add({ time: 30 * dayMs, what: "disruption-end", id: "closing", of: [] });
  const place = journeys.place("suez.transit");
  const voyage = (flow: number, from: number, until: number, kind: 0 | 4 = stage.wait): number => {
    const row = journeys.open(flow, 0, from * dayMs, 0);
    journeys.stage(row, kind, place, from * dayMs, until * dayMs, 0);
    return row;
  };
  voyage(0, 5, 6); // in the warm-up
  voyage(0, 12, 12); // before, not at all
  voyage(0, 25, 27); // during, 2 days
  const twice = voyage(1, 26, 28, stage.abandoned); // during, 2 days and 6 more
  journeys.stage(twice, stage.wait, place, 40 * dayMs, 46 * dayMs, 0);
  voyage(1, 90, NaN); // after, still there at the end: 10 days
  const tally: WaitTally = new Map();
  tallyWaits(tally, { recorder, facts }, classes);
  return tally;
}

it("counts by class, by when they came and by how long they waited in all", () => {
  const told = classWaits(tallied(), 1, classes);
  expect(told.map(({ phase, vessel, voyages, meanDays }) => [phase, vessel, voyages, meanDays])).toEqual([
    ["before", "tanker", 1, 0],
    ["during", "tanker", 1, 2],
    ["during", "box", 1, 8],
    ["after", "box", 1, 10],
  ]);
  expect(told.map(({ shares }) => shares.indexOf(1))).toEqual([0, 3, 5, 5]);
});

it("is the same, added up in any order", () => {
  const whole = mergeSums(mergeSums(new Map(), tallied()), tallied());
  expect(classWaits(whole, 2, classes)).toEqual(classWaits(tallied(), 1, classes));
});
