import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Column } from "#engine/record/column";
import { outcome, stage } from "#engine/record/journeys";
import { Recorder } from "#engine/record/recorder";

describe("a column", () => {
  it("gives back what was pushed, through every growth", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (values) => {
        const column = new Column(2);
        for (const value of values) column.push(value);
        expect(Array.from(column.view())).toEqual(values);
        expect(column.length).toBe(values.length);
      }),
      { seed: 7 },
    );
  });

  it("forgets its values on clear, and takes new ones", () => {
    const column = new Column();
    column.push(1);
    column.clear();
    column.push(5);
    column.set(0, 6);
    expect(Array.from(column.view())).toEqual([6]);
    expect(column.at(0)).toBe(6);
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
});

describe("levels", () => {
  it("keep the last of several changes in one instant", () => {
    const { levels } = new Recorder();
    const queue = levels.declare("queue/suez.transit");
    levels.set(queue, 5, 1);
    levels.set(queue, 5, 2);
    levels.set(queue, 8, 0);
    levels.set(-1, 9, 7);
    expect([Array.from(levels.times(queue)), Array.from(levels.values(queue))]).toEqual([
      [5, 8],
      [2, 0],
    ]);
    expect(levels.declare("queue/suez.transit")).toBe(queue);
    expect([levels.level("busy/x"), levels.names.length]).toEqual([-1, 1]);
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
