import { expect, test } from "vitest";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import { Flows } from "#domain/traffic/flows";
import type { ArrivalsOf } from "#domain/traffic/flows";
import type { Traffic } from "#domain/traffic/traffic";
import { Elements } from "#domain/world/elements";
import { lastInstantMs } from "#base/time";
import { Simulation } from "#engine/kernel/simulation";
import type { Arrivals } from "#engine/random/arrival-kind";
import { run, voyages } from "../run.ts";
import { harbour } from "../small-worlds.ts";

const hour = 3_600_000;

/** Arrivals at given hours, then none; `asked` counts how often the next was asked for. */
class Listed implements Arrivals {
  asked: number = 0;
  readonly #hours: readonly number[];

  constructor(hours: readonly number[]) {
    this.#hours = hours;
  }

  next(): number {
    return (this.#hours[this.asked++] ?? Infinity) * hour;
  }
}

const listed =
  (...own: readonly Arrivals[]): ArrivalsOf =>
  (flow) =>
    own[flow] as Arrivals; // one for each

interface Demand {
  readonly simulation: Simulation;
  readonly flows: Flows;
  /** Voyages as they began: `[hour, flow, ordinal, events pending beside it]`. */
  readonly began: [number, string, number, number][];
}

function demand(ids: readonly string[]): Demand {
  const simulation = new Simulation();
  const began: Demand["began"] = [];
  const traffic = {
    begin: (flow: FlowPlan, ordinal: number) =>
      began.push([simulation.now / hour, flow.id, ordinal, simulation.pending]),
  };
  const plans = ids.map((id, number) => ({ id, number }) as unknown as FlowPlan); // no more of them is read
  // begins are all that traffic hears
  const rooms = { traffic: traffic as unknown as Traffic, elements: new Elements() };
  return { simulation, began, flows: new Flows(simulation, rooms, plans) };
}

test("each arrival begins one voyage, numbered from 0, and asks for the next, one at a time", () => {
  const { simulation, flows, began } = demand(["calls"]);
  const arrivals = new Listed([1, 4, 4, 9]);
  flows.reset(listed(arrivals));
  expect([arrivals.asked, simulation.pending, flows.begun(0)]).toEqual([1, 1, 0]);
  simulation.run({ time: 5 * hour });
  expect([arrivals.asked, flows.begun(0)]).toEqual([4, 3]);
  simulation.run({ time: 99 * hour });
  expect(began).toEqual([
    [1, "calls", 0, 1],
    [4, "calls", 1, 1],
    [4, "calls", 2, 1],
    [9, "calls", 3, 0],
  ]);
});

test("a flow that has no more arrivals, or none at all, is silent", () => {
  const { simulation, flows, began } = demand(["calls", "none"]);
  const none = new Listed([]);
  flows.reset(listed(new Listed([2]), none));
  expect(simulation.run({}).reason).toBe("empty");
  expect([began.length, flows.begun(0), flows.begun(1), none.asked]).toEqual([1, 1, 0, 1]);
});

test(
  "flows keep their own numbers, and in one instant the flow whose arrival was known first " + "begins first",
  () => {
    const { simulation, flows, began } = demand(["boats", "calls"]);
    flows.reset(listed(new Listed([3, 6]), new Listed([3, 5, 6])));
    simulation.run({});
    expect(began.map(([time, flow, ordinal]) => `${time} ${flow}/${ordinal}`)).toEqual([
      "3 boats/0",
      "3 calls/0",
      "5 calls/1",
      "6 boats/1",
      "6 calls/2",
    ]);
  },
);

test("a reset starts every number anew, with the arrivals of another replication", () => {
  const { simulation, flows, began } = demand(["calls"]);
  flows.reset(listed(new Listed([1, 2, 3])));
  simulation.run({ time: 2 * hour });
  simulation.reset(0);
  flows.reset(listed(new Listed([7])));
  expect(flows.begun(0)).toBe(0);
  simulation.run({});
  expect(began.map(([time, , ordinal]) => [time, ordinal])).toEqual([
    [1, 0],
    [2, 1],
    [7, 0],
  ]);
});

test("an arrival beyond every date is put at the last one, which no run reaches", () => {
  const { simulation, flows, began } = demand(["calls"]);
  flows.reset(listed({ next: () => 2 * lastInstantMs }));
  expect(simulation.pending).toBe(1);
  simulation.run({ time: lastInstantMs - 1 });
  expect(began).toEqual([]);
});

test("traces name the flow", () => {
  const { simulation, flows } = demand(["calls"]);
  const told: string[] = [];
  simulation.trace = ({ handler, described }) => told.push(`${handler} ${described}`);
  flows.reset(listed(new Listed([1])));
  simulation.run({});
  expect(told).toEqual(["flow.arrive flow calls"]);
});

test("in a world voyages begin at the instants of their flow, from the start on and before its end", () => {
  const flows =
    "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 6 h, offset: 2 h } }";
  const begins = voyages(run(harbour("servers: 9, service: 1 h", { flows, days: 2 }))).map(
    ({ name, start }) => `${name} ${start}`,
  );
  expect(begins).toEqual(Array.from({ length: 8 }, (_, number) => `calls/${number} ${2 + 6 * number}`));
});
