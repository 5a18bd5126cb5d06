import { expect, test } from "vitest";
import { constantly } from "#base/field";
import { Condition } from "#domain/world/condition";
import type { ConditionValues } from "#domain/world/gauge-kind";
import { Elements } from "#domain/world/elements";
import type { WorldDraw } from "#domain/world/world-draw";
import { Counts } from "#engine/record/counts";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";

const hour = 3_600_000;
const none = constantly(0);
/** A world of constants. */
const drawn: WorldDraw = ({ value }) => Number(value);
const ids = ["quay.berth", "cut.transit"];

interface Watch {
  readonly condition: Condition;
  readonly simulation: Simulation;
  /** The hours at which it came true. */
  readonly trueAt: number[];
  /** Changes of a queue, `[hour, element, waiting]`. */
  readonly queue: (changes: readonly (readonly [number, number, number])[]) => void;
  /** Does something at an hour. */
  readonly at: (hours: number, what: () => void) => void;
  /** Lets the clock come to an hour. */
  readonly until: (hours: number) => void;
}

/** A condition over queues that the test moves; both are empty at first. It is not started. */
function watching(values: Partial<ConditionValues>): Watch {
  const simulation = new Simulation();
  const elements = new Elements();
  const waiting = ids.map(() => 0);
  for (const [number, id] of ids.entries()) {
    elements.add(id, { scale: () => undefined, queue: () => waiting[number] as number }); // one for each
  }
  const trueAt: number[] = [];
  const condition = new Condition(
    { gauge: "queue", of: ["quay.berth"], "at-most": undefined, "at-least": undefined, for: none, ...values },
    { id: "crews", simulation, elements, counts: new Counts() },
    () => trueAt.push(simulation.now / hour),
  );
  condition.reset(drawn, "when");
  const planned: (() => void)[] = [];
  const act = simulation.register({
    name: "act",
    priority: priority.arrive,
    run: (number) => planned[number]?.(),
  });
  const at = (hours: number, what: () => void): void => {
    simulation.schedule(hours * hour, act, planned.push(what) - 1);
  };
  return {
    condition,
    simulation,
    trueAt,
    at,
    queue: (changes) => {
      for (const [time, element, length] of changes) {
        at(time, () => {
          waiting[element] = length;
          elements.touch(element);
        });
      }
    },
    until: (hours) => void simulation.run({ time: hours * hour }),
  };
}

test("at most: it comes true when the gauge is at the line, or below it", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-most": 2 });
  queue([
    [1, 0, 4],
    [3, 0, 3],
    [5, 0, 2],
  ]);
  at(2, () => condition.start());
  until(9);
  expect(trueAt).toEqual([5]);
});

test("at least: it comes true when the gauge is at the line, or above it", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-least": 3 });
  at(0, () => condition.start());
  queue([
    [1, 0, 2],
    [4, 0, 3],
  ]);
  until(9);
  expect(trueAt).toEqual([4]);
});

test("between two lines it holds only where both do", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-least": 2, "at-most": 3 });
  at(0, () => condition.start());
  queue([
    [1, 0, 5],
    [2, 0, 1],
    [3, 0, 2],
  ]);
  until(9);
  expect(trueAt).toEqual([3]);
});

test("what holds when it is started comes true in the same instant, not inside the call", () => {
  const { condition, trueAt, at, until } = watching({ "at-most": 0 });
  let inside = -1;
  at(4, () => {
    condition.start();
    inside = trueAt.length;
  });
  until(9);
  expect([inside, trueAt]).toEqual([0, [4]]);
});

test("it must hold for its time without a break, and a break begins the time anew", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-most": 1, for: constantly(4 * hour) });
  queue([
    [1, 0, 5],
    [3, 0, 1],
    [6, 0, 2], // broken an hour early
    [8, 0, 0],
    [9, 0, 1], // a change that breaks nothing
  ]);
  at(2, () => condition.start());
  until(20);
  expect(trueAt).toEqual([12]);
});

test("a break of no time is one: left and come back to in one instant, the time begins there", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-most": 1, for: constantly(4 * hour) });
  at(0, () => condition.start());
  queue([
    [3, 0, 2],
    [3, 0, 1],
  ]);
  until(20);
  expect(trueAt).toEqual([7]);
});

test("a break at the very instant at which its time is over still breaks it", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-most": 1, for: constantly(4 * hour) });
  at(0, () => condition.start());
  queue([
    [4, 0, 2],
    [5, 0, 1],
  ]);
  until(20);
  expect(trueAt).toEqual([9]);
});

test("over several places the sum counts, and a change at any of them is seen", () => {
  const { condition, trueAt, queue, at, until } = watching({ of: ids, "at-most": 5 });
  queue([
    [1, 0, 4],
    [1, 1, 4],
    [3, 0, 2],
    [5, 1, 3],
  ]);
  at(2, () => condition.start());
  until(9);
  expect(trueAt).toEqual([5]);
});

test("places that it does not name do not count", () => {
  const { condition, trueAt, queue, at, until } = watching({ of: ["cut.transit"], "at-least": 2 });
  at(0, () => condition.start());
  queue([
    [1, 0, 9],
    [2, 1, 2],
  ]);
  until(9);
  expect(trueAt).toEqual([2]);
});

test("it comes true once; started again it may come true again", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-most": 1 });
  queue([
    [1, 0, 5],
    [3, 0, 0],
    [4, 0, 5],
    [5, 0, 0],
    [8, 0, 5],
    [9, 0, 1],
  ]);
  at(2, () => condition.start());
  at(8, () => condition.start());
  until(20);
  expect(trueAt).toEqual([3, 9]);
});

test("before it is started and after it is stopped nothing is seen, and what was pending is dropped", () => {
  const { condition, trueAt, queue, at, until, simulation } = watching({
    "at-most": 1,
    for: constantly(4 * hour),
  });
  queue([
    [1, 0, 5],
    [2, 0, 0],
    [20, 0, 5],
    [21, 0, 0],
  ]);
  until(10);
  expect([trueAt, simulation.pending]).toEqual([[], 2]);
  at(11, () => condition.start());
  at(13, () => condition.stop());
  until(19);
  expect([trueAt, simulation.pending]).toEqual([[], 2]);
  until(40);
  expect(trueAt).toEqual([]);
});

test("a reset while its time runs leaves nothing behind: it looks only when it is started again", () => {
  const { condition, trueAt, queue, at, until, simulation } = watching({
    "at-most": 1,
    for: constantly(4 * hour),
  });
  at(1, () => condition.start());
  until(3);
  expect(simulation.pending).toBe(1);
  simulation.reset(0);
  condition.reset(drawn, "when");
  queue([[5, 0, 0]]);
  until(20);
  expect(trueAt).toEqual([]);
  simulation.reset(0);
  condition.reset(drawn, "when");
  at(2, () => condition.start());
  until(20);
  expect(trueAt).toEqual([6]);
});

test("watched afresh, it comes true only after it has ceased to hold", () => {
  const { condition, trueAt, queue, at, until } = watching({ "at-least": 2 });
  queue([
    [1, 0, 3],
    [4, 0, 5],
    [6, 0, 1],
    [8, 0, 2],
  ]);
  at(2, () => condition.start({ afresh: true }));
  until(20);
  expect(trueAt).toEqual([8]);
});
