import { expect, test } from "vitest";
import { priority } from "#engine/kernel/priority";
import type { Priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";

test("at one instant: restore, then release, disrupt, announce, arrive, decide, and observe last", () => {
  const order: string[] = [];
  const simulation = new Simulation();
  const rungs = Object.entries(priority) as [string, Priority][]; // entries widens the keys alone
  for (const [name, rung] of rungs.reverse()) {
    const handler = simulation.register({ name, priority: rung, run: () => order.push(name) });
    simulation.schedule(5, handler, 0);
  }
  simulation.run({});
  expect(order).toEqual(["restore", "release", "disrupt", "announce", "arrive", "decide", "observe"]);
});

test("within one rung, the event scheduled first comes first, whoever scheduled it", () => {
  const order: number[] = [];
  const simulation = new Simulation();
  const look = { name: "look", priority: priority.observe };
  const first = simulation.register({ ...look, run: (subject) => order.push(subject) });
  const second = simulation.register({ ...look, run: (subject) => order.push(subject) });
  for (let subject = 0; subject < 20; subject++)
    simulation.schedule(5, subject % 3 === 0 ? second : first, subject);
  simulation.run({});
  expect(order).toEqual(Array.from({ length: 20 }, (_, subject) => subject));
});

test("an event scheduled for the same instant on a higher rung still comes before what waits below", () => {
  const order: string[] = [];
  const simulation = new Simulation();
  const restore = simulation.register({
    name: "restore",
    priority: priority.restore,
    run: () => order.push("restore"),
  });
  const observe = simulation.register({
    name: "observe",
    priority: priority.observe,
    run: () => order.push("observe"),
  });
  const arrive = simulation.register({
    name: "arrive",
    priority: priority.arrive,
    run: () => simulation.after(0, restore, 0),
  });
  simulation.schedule(5, observe, 0);
  simulation.schedule(5, arrive, 0);
  simulation.run({});
  expect(order).toEqual(["restore", "observe"]);
});
