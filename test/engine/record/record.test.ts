import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Column } from "#engine/record/column";
import { outcome, stage } from "#engine/record/journeys";
import { Recorder } from "#engine/record/recorder";
import { Table } from "#engine/record/table";

function write(table: Table, values: readonly number[]): void {
  const row = table.append();
  values.forEach((value, column) => (table.cells[row + column * table.capacity] = value));
}

describe("a table", () => {
  it("gives back each column of what was written, through every growth", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double(), fc.double())), (rows) => {
        const table = new Table(3, 2);
        for (const row of rows) write(table, row);
        for (const column of [0, 1, 2]) {
          expect(Array.from(table.view(column))).toEqual(rows.map((row) => row[column]));
        }
        expect(table.length).toBe(rows.length);
      }),
      { seed: 7 },
    );
  });

  it("forgets its rows on clear, and takes new ones, which its columns read and change", () => {
    const table = new Table(2);
    const [first, second] = [new Column(table, 0), new Column(table, 1)];
    write(table, [1, 2]);
    table.clear();
    write(table, [5, 7]);
    second.set(0, 8);
    expect([Array.from(first.view()), Array.from(second.view())]).toEqual([[5], [8]]);
    expect([first.at(0), second.at(0), second.length]).toEqual([5, 8, 1]);
  });
});

describe("what a table inherits", () => {
  it("is the room of another, which has none then, and no row", () => {
    const [old, young] = [new Table(2, 4), new Table(2)];
    for (const row of [1, 2, 3, 4, 5]) write(old, [row, -row]);
    const { cells, capacity } = old;
    young.inherit(old);
    expect(young.cells).toBe(cells);
    expect([young.capacity, young.length, old.capacity, old.length]).toEqual([capacity, 0, 0, 0]);
    for (const table of [old, young]) {
      write(table, [7, 8]);
      expect([Array.from(table.view(0)), Array.from(table.view(1))]).toEqual([[7], [8]]);
    }
    expect(old.cells).not.toBe(young.cells);
  });

  it("reaches every table of a recorder, whose rows are gone while its names stay its own", () => {
    const [old, young] = [new Recorder(), new Recorder()];
    fill(old, "old");
    fill(young, "young");
    expect(young.levels.times(0)).toHaveLength(1);
    young.inherit(old);
    for (const { counts, levels, journeys, expenses, sails } of [old, young]) {
      const columns = [counts.times(0), levels.times(0), sails.ends(0)].map((column) => [...column]);
      expect(columns).toEqual([[], [], []]);
      expect([journeys.start.length, journeys.stageFrom.length, expenses.kind.length]).toEqual([0, 0, 0]);
    }
    expect([young.counts.series("young"), young.counts.series("old")]).toEqual([0, -1]);
    fill(young, "young");
    expect([...young.levels.times(0), ...young.levels.values(0)]).toEqual([5, 1]);
    expect(young.journeys.start.at(0)).toBe(5);
  });
});

test("what was worked out from rows is told again, until they change or their memory is taken", () => {
  const [recorder, heir] = [new Recorder(), new Recorder()];
  const work = {};
  let asked = 0;
  const find = (about: unknown): number => recorder.findings.once(work, about, () => (asked += 1));
  expect([find("all"), find("all"), find(heir), find("all")]).toEqual([1, 1, 2, 1]);
  expect(recorder.findings.once({}, "all", () => "another work")).toBe("another work");
  recorder.clear();
  expect(find("all")).toBe(3);
  heir.inherit(recorder);
  expect(find("all")).toBe(4);
  recorder.rest();
  expect(find("all")).toBe(5);
});

test("rows whose reader rests are read again, and what was read shows what it showed", () => {
  const recorder = new Recorder();
  fill(recorder, "series");
  const before = recorder.levels.times(0);
  recorder.rest();
  recorder.levels.set(0, 7, 2);
  expect([[...before], [...recorder.levels.times(0)]]).toEqual([[5], [5, 7]]);
});

function fill({ counts, levels, journeys, expenses, sails }: Recorder, name: string): void {
  counts.add(counts.declare(name), 5, 1);
  levels.set(levels.declare(name), 5, 1);
  sails.add(sails.declare(name), 5, 1, 1);
  journeys.stage(journeys.open(0, 0, 5, 1), stage.wait, 0, 5, 6, 0);
  expenses.add(0, 0, { dollars: 1, metres: 1, sailing: 1 });
}

describe("sails", () => {
  it("number a leg once, keep when and how long, and ignore what nothing reads", () => {
    const { sails } = new Recorder();
    const names = ["rotterdam>suez", "suez>singapore", "rotterdam>suez"];
    expect(names.map((name) => sails.declare(name))).toEqual([0, 1, 0]);
    sails.add(1, 50, 20, 0.5);
    sails.add(1, 70, 10, 1);
    sails.add(-1, 80, 10, 1);
    const columns = [sails.ends(1), sails.lasted(1), sails.parts(1)].map((column) => [...column]);
    expect(columns).toEqual([
      [50, 70],
      [30, 60],
      [0.5, 1],
    ]);
    expect([sails.length, sails.ends(0).length]).toEqual([2, 0]);
    sails.clear();
    expect([sails.length, sails.declare("suez>singapore")]).toEqual([0, 1]);
  });

  it("come together by leg in order of their ends, however they were written and read", () => {
    const { sails } = new Recorder();
    const ends = (leg: number): number[] => [...sails.ends(leg)];
    const legs = ["a>b", "b>c", "c>d"].map((name) => sails.declare(name));
    for (const [row, leg] of [2, 0, 2, 1, 0, 2].entries()) sails.add(leg, row, row - 1, row / 8);
    expect(legs.map(ends)).toEqual([[1, 4], [3], [0, 2, 5]]);
    expect([...sails.parts(2)]).toEqual([0, 2 / 8, 5 / 8]);
    sails.add(1, 6, 4, 1);
    const later = sails.declare("d>e");
    expect([ends(1), [...sails.lasted(1)], ends(later)]).toEqual([[3, 6], [1, 2], []]);
    sails.clear();
    for (const row of [0, 1, 2, 3, 4, 5, 6]) sails.add(later, row, 0, 1);
    expect([...legs, later].map((leg) => ends(leg).length)).toEqual([0, 0, 0, 7]);
  });
});

describe("counts", () => {
  it("number a name once, and ignore what nothing reads", () => {
    const { counts } = new Recorder();
    const names = ["suez.transit", "boxes", "suez.transit"];
    expect(names.map((name) => counts.declare(name))).toEqual([0, 1, 0]);
    expect([counts.series("boxes"), counts.series("oil")]).toEqual([1, -1]);
    counts.add(1, 10, 3);
    counts.add(counts.series("oil"), 11, 1);
    expect([...counts.times(1), ...counts.amounts(1), counts.times(0).length]).toEqual([10, 3, 0]);
    expect(counts.names).toEqual(["suez.transit", "boxes"]);
  });

  it("tell each hearer of what it hears of, after it was added, also in the next replication", () => {
    const { counts } = new Recorder();
    const [boxes, oil] = [counts.declare("boxes"), counts.declare("oil")];
    const heard: string[] = [];
    counts.hear(boxes, () => heard.push(`boxes ${counts.amounts(boxes).at(-1)}`));
    counts.hear(boxes, () => heard.push("again"));
    counts.add(oil, 1, 7);
    counts.add(boxes, 2, 3);
    counts.clear();
    counts.add(boxes, 1, 4);
    expect(heard).toEqual(["boxes 3", "again", "boxes 4", "again"]);
  });
});

describe("levels", () => {
  it("keep the last of several changes in one instant", () => {
    const { levels } = new Recorder();
    const queue = levels.declare("queue/suez.transit");
    levels.set(queue, 5, 1);
    expect([...levels.values(queue)]).toEqual([1]);
    levels.set(queue, 5, 2);
    expect([...levels.values(queue)]).toEqual([2]);
    levels.set(queue, 8, 0);
    levels.set(-1, 9, 7);
    expect([Array.from(levels.times(queue)), Array.from(levels.values(queue))]).toEqual([
      [5, 8],
      [2, 0],
    ]);
    expect(levels.declare("queue/suez.transit")).toBe(queue);
    expect([levels.level("busy/x"), levels.names.length]).toEqual([-1, 1]);
    levels.clear();
    levels.set(queue, 8, 4);
    expect([[...levels.times(queue)], [...levels.values(queue)]]).toEqual([[8], [4]]);
  });
});

describe("journeys", () => {
  it("hold a voyage with its stages, and number places and reasons once", () => {
    const { journeys } = new Recorder();
    const berth = journeys.place("harbour.berth");
    journeys.places.push("by-hand");
    const places = ["harbour.berth", "by-hand", "gate"];
    expect(places.map((name) => journeys.place(name))).toEqual([berth, 1, 2]);
    expect([journeys.reason("none"), journeys.reason("storm"), journeys.reason("storm")]).toEqual([0, 1, 1]);
    const row = journeys.open(0, 4, 100, 5000, 900);
    journeys.stage(row, stage.wait, berth, 100, 130, 1);
    journeys.close(row, 170, outcome.arrived);
    const { end, due, stageVoyage, stageTo, stageReason } = journeys;
    expect([end.at(row), journeys.outcome.at(row), due.at(row)]).toEqual([170, outcome.arrived, 900]);
    expect([stageVoyage.at(0), stageTo.at(0), stageReason.at(0)]).toEqual([row, 130, 1]);
    expect(journeys.due.at(journeys.open(0, 5, 101, 1))).toBeNaN();
  });
});

describe("the recorder", () => {
  it("forgets rows on clear and keeps what was declared", () => {
    const recorder = new Recorder();
    const series = recorder.counts.declare("boxes");
    const level = recorder.levels.declare("queue/gate");
    const place = recorder.journeys.place("gate");
    recorder.counts.add(series, 1, 1);
    recorder.levels.set(level, 1, 1);
    recorder.journeys.stage(recorder.journeys.open(0, 0, 0, 0), stage.wait, place, 0, 1, 0);
    recorder.timeline.add({ time: 1, what: "disruption-start", id: "storm", of: ["gate"] });
    recorder.clear();
    expect([recorder.counts.times(series).length, recorder.levels.times(level).length]).toEqual([0, 0]);
    const { journeys, timeline } = recorder;
    expect([journeys.start.length, journeys.due.length, journeys.stageTo.length]).toEqual([0, 0, 0]);
    expect(timeline.rows).toEqual([]);
    expect([recorder.counts.series("boxes"), recorder.levels.level("queue/gate")]).toEqual([0, 0]);
    expect(journeys.place("gate")).toBe(place);
  });
});
