import { expect, test } from "vitest";
import { Decisions } from "#domain/traffic/decisions";
import type { Outlook } from "#domain/traffic/outlook";
import type { RouteChoice } from "#domain/traffic/route-choice";
import { Avoidances } from "#domain/traffic/avoidances";
import { Vessels } from "#domain/traffic/vessels";
import { Simulation } from "#engine/kernel/simulation";
import { run, stages, voyages } from "../run.ts";
import { canal } from "../small-worlds.ts";

const hour = 3_600_000;

interface Ground {
  readonly simulation: Simulation;
  readonly vessels: Vessels;
  readonly decisions: Decisions;
  /** What traffic was told: `turn 0`, `diverted 0 true`. */
  readonly told: string[];
  /** Who was asked, by hour. */
  readonly asked: [number, number][];
  /** Vessels that avoid the passage from now on, and those that cannot turn now. */
  readonly avoid: Set<number>;
  readonly stuck: Set<number>;
  readonly choice: RouteChoice;
  /** A voyage begins; its undisrupted route crosses passage 0 unless it is told otherwise. */
  readonly begin: (crosses?: boolean) => number;
  /** The routes of a vessel cross the passage from now on. */
  readonly cross: (vessel: number) => void;
}

/**
 * One choice about passage 0, with a delay of 2 h and an hour more by vessel. A route reaches the passage in
 * 9 h, and not at all when it avoids it. Class 1 is none of its business.
 */
function open(classOf: (vessel: number) => number = () => 0): Ground {
  const simulation = new Simulation();
  const vessels = new Vessels();
  const told: string[] = [];
  const asked: [number, number][] = [];
  const avoid = new Set<number>();
  const stuck = new Set<number>();
  const elsewhere = new Set<number>();
  const outlook = {
    flow: (vessel: number) => ({ vesselClass: classOf(vessel) }),
    reach: (vessel: number, _: number, avoidance: number) => ({
      ms: avoidance !== 0 || elsewhere.has(vessel) ? Infinity : 9 * hour,
      side: 0,
    }),
    remainingMs: () => 50 * hour,
  } as unknown as Outlook; // all that is asked of it
  const routes = { avoidances: new Avoidances() };
  const decisions = new Decisions(
    simulation,
    {
      vessels,
      routes,
      outlook,
      passages: { ids: ["cut.transit"], lines: () => 1, lineOf: () => 0 },
      span: { start: 0, end: 100 * hour },
    },
    {
      mayTurn: (vessel) => !stuck.has(vessel),
      turn: (vessel) => told.push(`turn ${vessel}`),
      diverted: (vessel, isDiverted) => told.push(`diverted ${vessel} ${isDiverted}`),
    },
  );
  const choice: RouteChoice = {
    passages: [0],
    concerns: (vesselClass) => vesselClass === 0,
    decisionDelayMs: (vessel) => (2 + vessel) * hour,
    avoids: (vessel) => {
      asked.push([simulation.now / hour, vessel]);
      return avoid.has(vessel);
    },
  };
  decisions.add(choice);
  const begin = (crosses: boolean = true): number => {
    const vessel = vessels.take();
    if (!crosses) elsewhere.add(vessel);
    decisions.enlist(vessel);
    return vessel;
  };
  const cross = (vessel: number): void => void elsewhere.delete(vessel);
  return { simulation, vessels, decisions, told, asked, avoid, stuck, choice, begin, cross };
}

test(
  "an announcement lets each vessel whose route crosses the passage decide after its own delay, " +
    "and nobody else",
  () => {
    const { simulation, decisions, asked, choice, begin } = open((vessel) => (vessel === 2 ? 1 : 0));
    for (const crosses of [true, true, true, false]) begin(crosses);
    decisions.reconsider(choice, "block");
    simulation.run({});
    // vessel 2 is of a class that does not choose, vessel 3 goes another way
    expect(asked).toEqual([
      [2, 0],
      [3, 1],
    ]);
  },
);

test(
  "each announcement gives another decision, and who joined later is not asked about an earlier " + "one",
  () => {
    const { simulation, decisions, asked, choice, begin } = open();
    begin();
    decisions.reconsider(choice, "block");
    begin();
    simulation.run({});
    decisions.reconsider(choice, "block");
    simulation.run({});
    expect(asked).toEqual([
      [2, 0],
      [4, 0],
      [5, 1],
    ]);
  },
);

test("who changes its mind turns, and is diverted; who keeps to it is left alone", () => {
  const { simulation, decisions, told, choice, avoid, vessels, begin } = open();
  const [first, second] = [begin(), begin()];
  avoid.add(first);
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect(told).toEqual(["diverted 0 true", "turn 0"]);
  expect([vessels.avoidance[first], vessels.avoidance[second]]).toEqual([1, 0]);
  expect([vessels.diverted[first], vessels.diverted[second]]).toEqual([1, 0]);
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect(told).toEqual(["diverted 0 true", "turn 0"]);
});

test("back included: who has given the passage up hears of it still, and the flag is taken back", () => {
  const { simulation, decisions, told, choice, avoid, vessels, begin } = open();
  const vessel = begin();
  avoid.add(vessel);
  decisions.reconsider(choice, "block");
  simulation.run({});
  avoid.delete(vessel);
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect(told).toEqual(["diverted 0 true", "turn 0", "diverted 0 false", "turn 0"]);
  expect([vessels.avoidance[vessel], vessels.diverted[vessel]]).toEqual([0, 0]);
});

test("a voyage that has ended does nothing, even when its vessel number sails again", () => {
  const { simulation, decisions, told, asked, choice, avoid, vessels, begin } = open();
  const vessel = begin();
  avoid.add(vessel);
  decisions.reconsider(choice, "block");
  decisions.forget(vessel);
  vessels.release(vessel);
  expect(begin()).toBe(vessel);
  simulation.run({});
  expect([asked, told]).toEqual([[], []]);
});

test("a voyage that has ended, and no other, is forgotten by the passage", () => {
  const { decisions, vessels, begin } = open();
  const [first, second] = [begin(), begin()];
  decisions.forget(first);
  vessels.release(first);
  expect(decisions.approach(0)?.members).toEqual([second]);
});

test("who cannot turn when its time has come does nothing, and is asked by the next announcement", () => {
  const { simulation, decisions, told, asked, choice, avoid, stuck, begin } = open();
  const vessel = begin();
  avoid.add(vessel);
  stuck.add(vessel);
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect([asked, told]).toEqual([[], []]);
  stuck.delete(vessel);
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect(told).toEqual(["diverted 0 true", "turn 0"]);
});

test("who was let in is concerned no more, and has not skipped what it has passed", () => {
  const { simulation, decisions, told, asked, choice, avoid, vessels, begin } = open();
  const vessel = begin();
  decisions.passed(vessel, 0);
  avoid.add(vessel);
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect(decisions.decide(vessel)).toBe(false);
  expect([asked, told, vessels.diverted[vessel]]).toEqual([[], [], 0]);
});

test("who expects to reach the passage counts for others from its decision on, until it waits there", () => {
  const { decisions, begin } = open();
  const vessel = begin();
  const before = (eta: number): number => decisions.approach(0)?.before(eta * hour, 99) ?? NaN;
  expect(before(50)).toBe(0);
  decisions.decide(vessel);
  expect([before(9), before(9.01)]).toEqual([0, 1]);
  decisions.reached(vessel, 0);
  expect(before(50)).toBe(0);
  expect(decisions.approach(0)?.members).toEqual([vessel]);
});

test("who avoids the passage does not count for others", () => {
  const { decisions, avoid, begin } = open();
  const vessel = begin();
  decisions.decide(vessel);
  avoid.add(vessel);
  expect(decisions.decide(vessel)).toBe(true);
  expect(decisions.approach(0)?.before(50 * hour, 99)).toBe(0);
});

test("a reset forgets who approaches and what was pending", () => {
  const { simulation, decisions, asked, choice, vessels, begin } = open();
  begin();
  decisions.reconsider(choice, "block");
  simulation.reset(0);
  vessels.reset();
  decisions.reset();
  decisions.reconsider(choice, "block");
  simulation.run({});
  expect(asked).toEqual([]);
});

/* In a world: west to the canal 2 h, 3 h inside, 2 h; round the cape 40 h; a ship each 6 h. */

const headway = "time: 3 h, admission: { kind: headway, every: 1 h }";

test("on leaving its origin a vessel decides at once, whatever the decision delay", () => {
  const disruptions = "block: { kind: closure, of: cut, start: 27 h, end: 200 h }";
  const policies = "masters: { kind: divert, of: cut, rule: cheapest, decision-delay: 50 h }";
  const of = voyages(run(canal(headway, { days: 4, disruptions, policies })));
  expect(of[4]).toMatchObject({ start: 24, end: 31, diverted: false });
  expect(of[5]).toMatchObject({ start: 30, end: 70, diverted: true, kilometres: 400 });
});

/** The canal with a fork half way to it, 190 km from the cape: what `calls/5` of 30 h sailed. */
function forked(block: string, delay: string): [string, number, number][] {
  const text = canal(headway, {
    days: 5,
    disruptions: `block: { kind: closure, of: cut, start: ${block}, end: 200 h }`,
    policies: `masters: { kind: divert, of: cut, rule: cheapest, decision-delay: ${delay} }`,
  })
    .replace("cape: {", "fork: { type: junction, at: [0, 0.05] }\n    cape: {")
    .replace(
      "west-cut: { from: west, to: cut, mode: sea, distance: 20 km }",
      "west-fork: { from: west, to: fork, mode: sea, distance: 10 km }\n" +
        "    fork-cut: { from: fork, to: cut, mode: sea, distance: 10 km }",
    )
    .replace(
      "west-cape: { from: west, to: cape, mode: sea, distance: 200 km }",
      "fork-cape: { from: fork, to: cape, mode: sea, distance: 190 km }",
    );
  const of = run(text);
  expect(voyages(of)[5]).toMatchObject({ name: "calls/5", start: 30, diverted: true, how: "arrived" });
  return stages(of)
    .filter(({ voyage, kind }) => voyage === "calls/5" && kind === "sail")
    .map(({ place, from, to }) => [place, from, to]);
}

test("on leaving a junction it decides at once, whatever the decision delay", () => {
  expect(forked("30.5 h", "60 h")).toEqual([
    ["west-fork", 30, 31],
    ["fork-cape", 31, 50],
    ["cape-east", 50, 70],
  ]);
});

test("on reaching the passage it decides at once, whatever the decision delay", () => {
  expect(forked("31.5 h", "60 h")).toEqual([
    ["west-fork", 30, 31],
    ["fork-cut", 31, 32],
    ["fork-cut", 32, 33],
    ["fork-cape", 33, 52],
    ["cape-east", 52, 72],
  ]);
});

test("a vessel that sails on a link when its delay is over does nothing until the link's end", () => {
  expect(forked("31.5 h", "0 h")).toEqual(forked("31.5 h", "60 h"));
  expect(forked("30.5 h", "15 min")).toEqual(forked("30.5 h", "60 h"));
});

test("who has no watched passage ahead looks again when it calls elsewhere or has passed one", () => {
  const { vessels, decisions, begin, cross } = open();
  const isConcerned = (vessel: number): boolean => decisions.approach(0)?.has(vessel) === true;
  const vessel = begin(false);
  vessels.destination[vessel] = 5;
  decisions.decide(vessel);
  cross(vessel);
  decisions.decide(vessel);
  expect(isConcerned(vessel)).toBe(false);
  vessels.destination[vessel] = 6;
  decisions.decide(vessel);
  expect(isConcerned(vessel)).toBe(true);
  decisions.passed(vessel, 0);
  expect(isConcerned(vessel)).toBe(false);
  decisions.decide(vessel); // its route crosses the passage once more
  expect(isConcerned(vessel)).toBe(true);
});
