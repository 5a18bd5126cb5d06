import { expect, test } from "vitest";
import { Board } from "#domain/news/board";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import { Vessels } from "#domain/traffic/vessels";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Marks } from "#engine/random/mark";
import { Timeline } from "#engine/record/timeline";
import { announcements, run } from "../run.ts";
import { canal } from "../small-worlds.ts";

const hour = 3_600_000;

interface Ground {
  readonly board: Board;
  readonly simulation: Simulation;
  readonly timeline: Timeline;
  readonly marks: Marks;
  /** Voyages 0, 1, ... of the one flow, `calls`. */
  readonly vessels: readonly number[];
  /** Lets the clock come to an hour. */
  readonly wait: (until: number) => void;
}

const calls = { id: "calls", number: 0 };

/** A board about the elements `cut.transit` (0) and `quay.berth` (1), at hour 0. */
function open(voyages: number = 1): Ground {
  const simulation = new Simulation();
  const vessels = new Vessels();
  const timeline = new Timeline();
  const marks = new Marks("board", 0);
  const flow = calls as unknown as FlowPlan; // a board reads no more of a flow
  const under = Array.from({ length: voyages }, (_, ordinal) => {
    const vessel = vessels.take();
    vessels.flow[vessel] = flow;
    vessels.ordinal[vessel] = ordinal;
    return vessel;
  });
  const elementIds = ["cut.transit", "quay.berth"];
  const board = new Board(simulation, { vessels, marks, timeline, elementIds });
  const tick = simulation.register({ name: "tick", priority: priority.observe, run: () => undefined });
  const wait = (until: number): void => {
    simulation.schedule(until * hour, tick, 0);
    simulation.run({ time: until * hour });
  };
  return { board, simulation, timeline, marks, vessels: under, wait };
}

const uniform = (min: number, max: number): { kind: string; min: number; max: number } => ({
  kind: "uniform",
  min: min * hour,
  max: max * hour,
});

test("an announced instant is believed as it is, of the elements that it names and of no other", () => {
  const { board, vessels } = open();
  const [vessel] = vessels as [number];
  board.announceClosure("block", [0], { at: 30 * hour });
  expect(board.believedOpening(vessel, 0)).toBe(30 * hour);
  expect(board.believedOpening(vessel, 1)).toBe(0);
  expect([board.isDisturbed(0, 0), board.isDisturbed(0, 1)]).toEqual([true, false]);
});

test("no date, and a date that has passed, read as now, and the closure is still announced", () => {
  const { board, vessels, wait } = open();
  const [vessel] = vessels as [number];
  board.announceClosure("block", [0], "none");
  expect(board.believedOpening(vessel, 0)).toBe(0);
  board.announceClosure("block", [0], { at: 30 * hour });
  wait(29);
  expect(board.believedOpening(vessel, 0)).toBe(30 * hour);
  wait(31);
  expect(board.believedOpening(vessel, 0)).toBe(31 * hour);
  board.announceClosure("block", [0], "none");
  expect(board.believedOpening(vessel, 0)).toBe(31 * hour);
  expect(board.isDisturbed(0, 0)).toBe(true);
});

test("the last word of a topic counts; of several topics the closure that is last to end", () => {
  const { board, vessels } = open();
  const [vessel] = vessels as [number];
  board.announceClosure("block", [0], { at: 90 * hour });
  board.announceClosure("block", [0], { at: 40 * hour });
  expect(board.believedOpening(vessel, 0)).toBe(40 * hour);
  board.announceClosure("fog", [0, 1], { at: 60 * hour });
  board.announceClosure("ice", [0], { at: 50 * hour });
  expect(board.believedOpening(vessel, 0)).toBe(60 * hour);
  board.announceReopening("fog", [0, 1]);
  expect(board.believedOpening(vessel, 0)).toBe(50 * hour);
  expect(board.isDisturbed(0, 1)).toBe(false);
});

test(
  "of a distribution each voyage reads its own quantile, the same in every announcement about a " + "topic",
  () => {
    const { board, vessels, marks } = open(200);
    const quantile = vessels.map((_, ordinal) => marks.at("belief", "block").uniform(calls, ordinal));
    const believed = (): number[] => vessels.map((vessel) => board.believedOpening(vessel, 0));
    board.announceClosure("block", [0], { distribution: uniform(100, 200) });
    expect(believed()).toEqual(quantile.map((share) => Math.round((100 + 100 * share) * hour)));
    board.announceClosure("block", [0], { distribution: uniform(300, 700) });
    expect(believed()).toEqual(quantile.map((share) => Math.round((300 + 400 * share) * hour)));
    expect(new Set(quantile).size).toBe(200);
    const mean = quantile.reduce((sum, share) => sum + share, 0) / 200;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 200));
  },
);

test("a pessimist about one topic is none about another, and asking changes no answer", () => {
  const { board, vessels } = open(50);
  board.announceClosure("block", [0], { distribution: uniform(100, 200) });
  board.announceClosure("fog", [1], { distribution: uniform(100, 200) });
  const about = (element: number): number[] =>
    vessels.map((vessel) => board.believedOpening(vessel, element));
  const first = about(0);
  expect(about(1)).not.toEqual(first);
  expect(about(0)).toEqual(first);
});

test("another replication has other beliefs, and the same one the same again", () => {
  const { board, vessels, marks } = open(20);
  board.announceClosure("block", [0], { distribution: uniform(100, 200) });
  const believed = (): number[] => vessels.map((vessel) => board.believedOpening(vessel, 0));
  const first = believed();
  marks.reset(1);
  expect(believed()).not.toEqual(first);
  marks.reset(0);
  expect(believed()).toEqual(first);
});

test("announced factors of all topics multiply, and only those below 1 disturb", () => {
  const { board } = open();
  board.announceFactor("silt", [0], 0.5);
  board.announceFactor("crews", [0, 1], 1.5);
  expect([board.announcedFactor(0), board.announcedFactor(1)]).toEqual([0.75, 1.5]);
  expect([board.isDisturbed(0, 0), board.isDisturbed(0, 1)]).toEqual([true, false]);
  board.announceFactor("silt", [0], 1);
  expect([board.announcedFactor(0), board.isDisturbed(0, 0)]).toEqual([1.5, false]);
});

test("a topic may say another factor of each of its elements", () => {
  const { board } = open();
  board.announceFactor("silt", [0, 1], [0.5, 1]);
  expect([board.announcedFactor(0), board.announcedFactor(1)]).toEqual([0.5, 1]);
  expect([board.isDisturbed(0, 0), board.isDisturbed(0, 1)]).toEqual([true, false]);
});

test("an announced end lifts the closure of its topic and keeps its factor until another is told", () => {
  const { board, vessels } = open();
  const [vessel] = vessels as [number];
  board.announceClosure("block", [0], { at: 30 * hour });
  board.announceFactor("block", [0], 0.25);
  board.announceReopening("block", [0]);
  expect(board.believedOpening(vessel, 0)).toBe(0);
  expect([board.announcedFactor(0), board.isDisturbed(0, 0)]).toEqual([0.25, true]);
  board.announceFactor("block", [0], 1);
  expect(board.isDisturbed(0, 0)).toBe(false);
});

test(
  "each announcement is told to readers after the board shows it; what was said already is not " +
    "told again",
  () => {
    const { board } = open();
    const told: [string, readonly number[], boolean, number][] = [];
    board.subscribe((topic, elements) => {
      told.push([topic, elements, board.isDisturbed(0, 0), board.announcedFactor(0)]);
    });
    board.announceFactor("silt", [0], 0.5);
    board.announceFactor("silt", [0], 0.5);
    board.announceClosure("block", [0, 1], "none");
    board.announceReopening("silt", [0]);
    board.announceReopening("block", [0, 1]);
    board.announceReopening("block", [0, 1]);
    board.announceFactor("silt", [0], 1);
    expect(told).toEqual([
      ["silt", [0], true, 0.5],
      ["block", [0, 1], true, 0.5],
      ["block", [0, 1], true, 0.5],
      ["silt", [0], false, 1],
    ]);
  },
);

test(
  "the timeline keeps what was said: a date, the median of a distribution, null for no date, the " +
    "end itself",
  () => {
    const { board, timeline, wait } = open();
    board.announceClosure("block", [0], { at: 30 * hour });
    board.announceClosure("block", [0], { distribution: uniform(100, 200) });
    wait(5);
    board.announceClosure("block", [0], "none");
    board.announceFactor("silt", [1], 0.5);
    board.announceReopening("block", [0]);
    const said = timeline.rows.map(({ time, what, id, of, believedEnd }) => [
      time / hour,
      what,
      id,
      of,
      believedEnd,
    ]);
    expect(said).toEqual([
      [0, "announcement", "block", ["cut.transit"], 30 * hour],
      [0, "announcement", "block", ["cut.transit"], 150 * hour],
      [5, "announcement", "block", ["cut.transit"], null],
      [5, "announcement", "silt", ["quay.berth"], undefined],
      [5, "announcement", "block", ["cut.transit"], 5 * hour],
    ]);
  },
);

test("what strikes several each by itself, under one name, is lifted from each alone", () => {
  const { board, timeline } = open();
  board.announceClosure("wear", [0], "none");
  board.announceClosure("wear", [1], "none");
  board.announceReopening("wear", [0]);
  expect([board.isDisturbed(0, 0), board.isDisturbed(0, 1)]).toEqual([false, true]);
  expect(timeline.rows.map(({ of }) => of.join())).toEqual(["cut.transit", "quay.berth", "cut.transit"]);
});

test("an edge reaches all who asked for it, each time, and nobody who asked for another", () => {
  const { board } = open();
  const heard: string[] = [];
  board.subscribeEdge("block", "end", () => heard.push("first"));
  board.subscribeEdge("block", "end", () => heard.push("second"));
  board.subscribeEdge("block", "start", () => heard.push("start"));
  board.subscribeEdge("fog", "end", () => heard.push("fog"));
  board.announceEnd("block");
  expect(heard).toEqual(["first", "second"]);
  board.announceStart("block");
  board.announceEnd("block");
  expect(heard).toEqual(["first", "second", "start", "first", "second"]);
});

test("a reset forgets what was said and keeps who listens", () => {
  const { board, vessels } = open();
  const [vessel] = vessels as [number];
  let heard = 0;
  board.subscribe(() => heard++);
  board.subscribeEdge("block", "end", () => heard++);
  board.announceClosure("block", [0], { at: 30 * hour });
  board.announceFactor("silt", [0], 0.5);
  board.reset();
  expect([board.believedOpening(vessel, 0), board.announcedFactor(0), board.isDisturbed(0, 0)]).toEqual([
    0,
    1,
    false,
  ]);
  heard = 0;
  board.announceFactor("silt", [0], 0.5);
  board.announceEnd("block");
  expect(heard).toBe(2);
});

function said(foresight: string): [number, string, number | null | undefined][] {
  const disruptions = `block: { kind: closure, of: cut, start: 28 h, end: 70 h${foresight} }`;
  return announcements(
    run(canal("time: 3 h, admission: { kind: headway, every: 1 h }", { disruptions, days: 4 })),
  );
}

test("a closure tells its true end when its foresight is exact, which it is when nothing is said", () => {
  const exact: [number, string, number][] = [
    [28, "block", 70],
    [70, "block", 70],
  ];
  expect(said("")).toEqual(exact);
  expect(said(", foresight: exact")).toEqual(exact);
});

test(
  "a schedule of foresight is announced step by step; its last step before the start is told at " +
    "the start",
  () => {
    expect(said(", foresight: none")).toEqual([
      [28, "block", null],
      [70, "block", 70],
    ]);
    const steps = "{ 2 h: 90 h, 20 h: 80 h, 40 h: none, 50 h: 60 h, 75 h: 99 h }";
    expect(said(`, foresight: ${steps}`)).toEqual([
      [28, "block", 80],
      [40, "block", null],
      [50, "block", 60],
      [70, "block", 70],
    ]);
  },
);
