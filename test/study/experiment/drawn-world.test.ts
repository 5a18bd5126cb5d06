import { expect, it } from "vitest";
import type { Facts } from "#domain/measure/facts";
import { Recorder } from "#engine/record/recorder";
import { drawnWorld } from "#study/experiment/drawn-world";

const facts = { warmUpEnd: 100, end: 1000 } as Facts; // all that it looks at

it("holds what chance gave, and sums what came of it after the warm-up, element by element", () => {
  const recorder = new Recorder();
  recorder.draws.add("flow/a/rate", 3);
  const add = (time: number, what: "disruption-start" | "disruption-end", of: string): void =>
    recorder.timeline.add({ time, what, id: "cranes", of: [of] });
  add(50, "disruption-start", "a.berth");
  add(150, "disruption-end", "a.berth"); // 50 of it after the warm-up
  add(200, "disruption-start", "a.berth");
  add(300, "disruption-start", "b.berth");
  add(400, "disruption-end", "a.berth"); // 200
  const world = drawnWorld(recorder, facts, ["cranes", "never"]); // b.berth: 700 to the end
  expect(Object.fromEntries(world)).toEqual({
    "flow/a/rate": 3,
    "disruption/cranes/times": 2,
    "disruption/cranes/lasted": 950,
    "disruption/never/times": 0,
    "disruption/never/lasted": 0,
  });
});
