import { expect, it } from "vitest";
import { dayMs } from "#base/time";
import type { Facts } from "#domain/measure/facts";
import { Recorder } from "#engine/record/recorder";
import { placeUses, tallyPlaces } from "#study/experiment/place-tally";
import { mergeSums } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

const background: ReadonlySet<string> = new Set();
const facts = { warmUpEnd: 10 * dayMs, end: 50 * dayMs, background } as Facts; // all that it looks at

/** Closed from day 20 to day 30: 4 wait from day 25 to 35, and 2 of 4 berths are taken from day 15 on. */
function tallied(): Sums {
  const recorder = new Recorder();
  const { levels, timeline } = recorder;
  timeline.add({ time: 20 * dayMs, what: "disruption-start", id: "closing", of: [] });
  timeline.add({ time: 30 * dayMs, what: "disruption-end", id: "closing", of: [] });
  const [queue, busy] = [levels.declare("queue/quay.berth"), levels.declare("busy/quay.berth")];
  levels.declare("queue/cut.transit");
  levels.set(queue, 5 * dayMs, 9);
  levels.set(queue, 6 * dayMs, 0);
  levels.set(busy, 15 * dayMs, 2);
  levels.set(queue, 25 * dayMs, 4);
  levels.set(queue, 35 * dayMs, 0);
  const tally: Sums = new Map();
  tallyPlaces(tally, { recorder, facts });
  return tally;
}

const durations = [10, 10, 20].map((days) => days * dayMs);
const servers = new Map([["quay.berth", 4]]);

it("tells queue and utilisation before, during and after, and the longest queue after the warm-up", () => {
  expect(placeUses(tallied(), { durations, replications: 1 }, servers)).toEqual([
    { of: "quay.berth", queue: [0, 2, 1], peak: 4, utilisation: [0.25, 0.5, 0.5] },
    { of: "cut.transit", queue: [0, 0, 0], peak: 0, utilisation: [null, null, null] },
  ]);
});

it("is the same for one replication and for two alike, and has nothing for a phase that never was", () => {
  const twice = mergeSums(mergeSums(new Map(), tallied()), tallied());
  const doubled = durations.map((ms) => 2 * ms);
  const whole = { durations: doubled, replications: 2 };
  expect(placeUses(twice, whole, servers)).toEqual(
    placeUses(tallied(), { durations, replications: 1 }, servers),
  );
  const [berth] = placeUses(tallied(), { durations: [dayMs, 0, 0], replications: 1 }, servers);
  expect(berth?.queue.slice(1)).toEqual([null, null]);
});
