import { expect, test } from "vitest";
import { dayMs } from "#base/time";
import type { AdmissionPlan } from "#domain/passage/admission-kind";
import { slots as slotsKind } from "#domain/passage/admissions/slots";
import { freeAdmission } from "#domain/passage/free-admission";
import { Passages } from "#domain/passage/passages";
import { Elements } from "#domain/world/elements";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Levels } from "#engine/record/levels";
import { Stations } from "#engine/station/stations";
import { level, run, scenarioOf, stages, voyages, waits } from "../run.ts";
import { canal } from "../small-worlds.ts";

const slots = "time: 3 h, admission: { kind: slots, rate: 8 /d }";
const headway = "time: 3 h, admission: { kind: headway, every: 2 h }";

function closure(from: string, to: string, inside: string = ""): { disruptions: string; days: number } {
  return { disruptions: `block: { kind: closure, of: cut, start: ${from}, end: ${to}${inside} }`, days: 4 };
}

/** Of ships that come to the canal at 2 h, 8 h, ..., those who come between two hours. */
function waitsBetween(text: string, from: number, to: number): [number, number, string][] {
  return waits(run(text), "cut.transit").filter(([came]) => came >= from && came < to);
}

test("with slots a ship waits for the next slot of the grid, and a slot that nobody takes is lost", () => {
  expect(waitsBetween(canal(slots), 0, 20)).toEqual([
    [2, 3, "none"],
    [8, 9, "none"],
    [14, 15, "none"],
  ]);
});

test("who arrives exactly on a slot waits for the next", () => {
  const flows =
    "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h, offset: 1 h } }";
  expect(waitsBetween(canal(slots, { flows }), 0, 10)).toEqual([
    [3, 6, "none"],
    [9, 12, "none"],
  ]);
});

test(
  "a closure loses its slots, does not move the grid, and its backlog is its fault until the " +
    "line is empty",
  () => {
    expect(waitsBetween(canal(slots, closure("28 h", "49 h")), 26, 80)).toEqual([
      [26, 27, "none"],
      [32, 51, "block"],
      [38, 54, "block"],
      [44, 57, "block"],
      [50, 60, "block"],
      [56, 63, "block"],
      [62, 66, "block"],
      [68, 69, "none"],
      [74, 75, "none"],
    ]);
  },
);

test(
  "a slot at the very instant of closing is still taken, and so is one at the very instant of " + "reopening",
  () => {
    expect(waitsBetween(canal(slots, closure("27 h", "51 h")), 26, 40)).toEqual([
      [26, 27, "none"],
      [32, 51, "block"],
      [38, 54, "block"],
    ]);
  },
);

test("with a headway whoever comes later than it enters at once, and the others when it is over", () => {
  const flows =
    "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
    "late: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h, offset: 1 h } }";
  expect(waitsBetween(canal(headway, { flows }), 0, 10)).toEqual([
    [2, 2, "none"],
    [3, 4, "none"],
    [8, 8, "none"],
    [9, 10, "none"],
  ]);
  const brief = canal(headway, { flows, ...closure("26.5 h", "27.5 h") });
  expect(waitsBetween(brief, 26, 28)).toEqual([
    [26, 26, "none"],
    [27, 28, "block"],
  ]);
  const long = canal(headway, { flows, ...closure("26.5 h", "29 h") });
  expect(waitsBetween(long, 26, 28)).toEqual([
    [26, 26, "none"],
    [27, 29, "block"],
  ]);
});

test("those inside finish unless the closure says that they resume, begin anew or are lost", () => {
  const ends = (inside: string): unknown[] =>
    voyages(
      run(canal("time: 3 h, admission: { kind: headway, every: 1 h }", closure("28 h", "38 h", inside))),
    )
      .slice(4, 6)
      .map(({ end, how }) => [end, how]);
  expect(ends("")).toEqual([
    [31, "arrived"],
    [43, "arrived"],
  ]);
  expect(ends(", inside: finish")).toEqual([
    [31, "arrived"],
    [43, "arrived"],
  ]);
  expect(ends(", inside: resume")).toEqual([
    [41, "arrived"],
    [43, "arrived"],
  ]);
  expect(ends(", inside: restart")).toEqual([
    [43, "arrived"],
    [43, "arrived"],
  ]);
  expect(ends(", inside: lose")).toEqual([
    [28, "lost"],
    [43, "arrived"],
  ]);
  const lost = run(
    canal("time: 3 h, admission: { kind: headway, every: 1 h }", closure("28 h", "38 h", ", inside: lose")),
  );
  expect(stages(lost).filter(({ kind }) => kind === "lost")).toEqual([
    { voyage: "calls/4", kind: "lost", place: "cut.transit", from: 26, to: 28, reason: "block" },
  ]);
});

test("a factor stretches the slots and leaves the time inside alone", () => {
  const disruptions = "silt: { kind: capacity, of: cut, start: 28 h, end: 40 h, factor: 0.5 }";
  const cut = run(canal(slots, { disruptions, days: 3 }));
  // at 28 h, 2 h are left to the slot at 30 h: 4 h; then each 6 h: 32, 38; at 40 h, 4 h are left: 2 h, then
  // each 3 h
  expect(waits(cut, "cut.transit").slice(4, 8)).toEqual([
    [26, 27, "none"],
    [32, 38, "silt"],
    [38, 42, "silt"],
    [44, 45, "none"],
  ]);
  expect(voyages(cut)[5]?.end).toBe(38 + 3 + 2);
});

test("two closures that overlap keep it shut until the later end", () => {
  const disruptions =
    "block: { kind: closure, of: cut, start: 28 h, end: 34 h }, " +
    "fog: { kind: closure, of: cut, start: 30 h, end: 46 h }";
  // at 50 h the line is empty before the next ship comes
  expect(waits(run(canal(headway, { disruptions, days: 3 })), "cut.transit").slice(5, 9)).toEqual([
    [32, 46, "fog"],
    [38, 48, "fog"],
    [44, 50, "fog"],
    [50, 52, "none"],
  ]);
});

test("the queue is told as it changes", () => {
  const blocked = run(canal(headway, closure("28 h", "39 h")));
  expect(level(blocked, "queue/cut.transit").filter(([hour]) => hour > 28 && hour < 50)).toEqual([
    [32, 1],
    [38, 2],
    [39, 1],
    [41, 0],
  ]);
});

interface Bench {
  readonly simulation: Simulation;
  readonly passages: Passages;
  readonly passage: number;
  readonly diary: string[];
  at(time: number, deed: () => void): void;
  close(isClosed: boolean): void;
}

/** Slots each so many ms, however short: the language asks for a second at least. */
function slotsEach(intervalMs: number): AdmissionPlan {
  const rate = { steps: [{ from: { at: 0 }, value: { kind: "constant", value: dayMs / intervalMs } }] };
  const draw = (): number => dayMs / intervalMs;
  return slotsKind.create({ kind: "slots", rate }, { start: 0, classes: [], draw });
}

/** One passage without traffic: whoever is admitted stays inside for 10 ms. */
function bench(plan: AdmissionPlan): Bench {
  const simulation = new Simulation();
  const elements = new Elements();
  const levels = new Levels();
  const diary: string[] = [];
  const note = (what: string, job: number): void => void diary.push(`${simulation.now} ${what} ${job}`);
  const stations = new Stations(simulation, levels, {
    started() {},
    released: (job) => note("leaves", job),
    lost: (job) => note("lost", job),
  });
  const passages = new Passages(
    simulation,
    { elements, stations, levels },
    {
      admitted(job, passage) {
        note("enters", job);
        passages.transit(passage, job, 10);
      },
      direction: () => 0,
      vesselClass: () => 0,
    },
  );
  const passage = passages.open({
    id: "cut.transit",
    queueLevel: -1,
    directions: ["west-cut", "cut-east"],
    isSeparate: false,
  });
  const deeds: (() => void)[] = [];
  const handler = simulation.register({
    name: "deed",
    priority: priority.arrive,
    run: (deed) => deeds[deed]?.(),
  });
  passages.reset([plan]);
  return {
    simulation,
    passages,
    passage,
    diary,
    at: (time, deed) => void simulation.schedule(time, handler, deeds.push(deed) - 1),
    close(isClosed) {
      if (isClosed) elements.close(passages.element(passage), 1, "finish");
      else elements.reopen(passages.element(passage), 1);
    },
  };
}

test("a passage without a rule lets in whoever comes, and all who wait when it reopens", () => {
  const free = bench(freeAdmission);
  free.at(1, () => free.passages.join(free.passage, 1));
  free.at(2, () => free.close(true));
  free.at(3, () => free.passages.join(free.passage, 2));
  free.at(4, () => free.passages.join(free.passage, 3));
  free.at(20, () => free.close(false));
  free.simulation.run({ time: 100 });
  expect(free.diary).toEqual([
    "1 enters 1",
    "11 leaves 1",
    "20 enters 2",
    "20 enters 3",
    "30 leaves 2",
    "30 leaves 3",
  ]);
  expect(free.passages.ratePerDay(free.passage)).toBe(Infinity);
});

test("who leaves the line lets the others move up, and the last one leaves an empty line", () => {
  const slotted = bench(slotsEach(50));
  slotted.at(1, () => slotted.passages.join(slotted.passage, 1));
  slotted.at(2, () => slotted.passages.join(slotted.passage, 2));
  slotted.at(3, () => slotted.passages.leave(slotted.passage, 1));
  slotted.at(60, () => slotted.passages.join(slotted.passage, 3));
  slotted.at(70, () => slotted.passages.leave(slotted.passage, 3));
  slotted.at(80, () => slotted.passages.join(slotted.passage, 4));
  slotted.simulation.run({ time: 200 });
  expect(slotted.diary).toEqual(["50 enters 2", "60 leaves 2", "100 enters 4", "110 leaves 4"]);
});

test("a slot is taken once, and by nobody who came in its instant, if the passage reopens in it", () => {
  const slotted = bench(slotsEach(50));
  for (const job of [1, 2]) slotted.at(1, () => slotted.passages.join(slotted.passage, job));
  slotted.at(50, () => slotted.close(true));
  slotted.at(50, () => slotted.close(false));
  slotted.at(150, () => slotted.passages.join(slotted.passage, 3));
  slotted.at(150, () => slotted.close(true));
  slotted.at(150, () => slotted.close(false));
  slotted.simulation.run({ time: 300 });
  expect(slotted.diary.filter((line) => line.includes("enters"))).toEqual([
    "50 enters 1",
    "100 enters 2",
    "200 enters 3",
  ]);
});

test("a passage whose rate is 0 keeps everybody, and a run that ends so is a deadlock that names it", () => {
  const shut = bench(slotsEach(Infinity));
  shut.at(1, () => shut.passages.join(shut.passage, 1));
  const stop = shut.simulation.run({});
  expect(stop.reason).toBe("deadlock");
  expect(stop.detail).toContain("passages");
});

test("a gap that a tiny factor stretches beyond the last date there is keeps everybody until it ends", () => {
  for (const rule of [slots, headway]) {
    const disruptions = "silt: { kind: capacity, of: cut, start: 28 h, end: 60 h, factor: 1.0e-12 }";
    const silted = waits(run(canal(rule, { disruptions, days: 6 })), "cut.transit");
    expect(silted.filter(([came, went]) => came > 32 && went < 60)).toEqual([]);
    expect(silted.find(([came]) => came === 38)?.[1]).toBeGreaterThan(60);
  }
});

test("a passage of which only its limits are written lets all in at once, who pass it at their speed", () => {
  const ship = (draft: number): string => `{ mode: sea, speed: 10 km/h, draft: ${draft} m }`;
  const vessels = `ship: ${ship(12)}, raft: ${ship(2)}`;
  const flow = (id: string, vessel: string): string =>
    `${id}: { from: west, to: east, vessel: ${vessel}, arrivals: { kind: regular, every: 6 h } }`;
  const flows = `${flow("calls", "ship")}, ${flow("rafts", "raft")}`;
  const of = run(
    canal("limits: { draft: 8 m }", {
      vessels,
      flows,
      days: 4,
      warmUp: "2 d",
      measures: "dwell: cut.transit",
    }),
  );
  const ways = voyages(of).slice(0, 2);
  expect(ways.map(({ name, end, kilometres }) => [name, end, kilometres])).toEqual([
    ["calls/0", 40, 400],
    ["rafts/0", 4, 40],
  ]);
  const pace = "slow: { kind: capacity, of: cut, factor: 0.5, start: 30 h, end: 40 h }";
  expect(() => scenarioOf(canal("limits: { draft: 8 m }", { disruptions: pace }))).toThrow(/VALUES_WRONG/);
});
