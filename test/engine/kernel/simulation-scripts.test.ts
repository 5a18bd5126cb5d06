import fc from "fast-check";
import { expect, test } from "vitest";
import { Simulation } from "#engine/kernel/simulation";

test("any mixture of scheduling and cancelling, outside and inside, fires what a list would", () => {
  const deed = fc.record({
    delay: fc.integer({ min: 0, max: 6 }),
    rung: fc.integer({ min: 0, max: 2 }),
    drops: fc.nat(9),
  });
  const script = fc.array(fc.array(deed, { maxLength: 4 }), { maxLength: 120, size: "max" });
  fc.assert(
    fc.property(script, (turns) => {
      expect(played(turns)).toEqual(listed(turns));
    }),
    { seed: 0x5eed02, numRuns: 300 },
  );
});

interface Deed {
  readonly delay: number;
  readonly rung: number;
  readonly drops: number;
}

/**
 * Plays a script on a simulation: the n-th event to fire does the n-th turn, cancelling some of what it
 * finds.
 */
function played(turns: readonly (readonly Deed[])[]): string[] {
  const simulation = new Simulation();
  const lines: string[] = [];
  const handles: number[] = [];
  const handlers = [0, 3, 6].map((rung) =>
    simulation.register({
      name: `rung ${rung}`,
      priority: rung as 0 | 3 | 6, // written out above
      run: (subject) => {
        lines.push(`${simulation.now} ${subject}`);
        turn(lines.length);
      },
    }),
  );
  const turn = (number: number): void => {
    for (const { delay, rung, drops } of turns[number] ?? []) {
      if (drops < 3) simulation.cancel(handles[handles.length - 1 - drops] ?? 0);
      handles.push(simulation.after(delay, handlers[rung] ?? -1, handles.length));
    }
  };
  turn(0);
  simulation.run({});
  return lines;
}

/** The same on a list that is searched for its least entry each time. */
function listed(turns: readonly (readonly Deed[])[]): string[] {
  const lines: string[] = [];
  const all: { time: number; rung: number; live: boolean }[] = [];
  let now = 0;
  const turn = (number: number): void => {
    for (const { delay, rung, drops } of turns[number] ?? []) {
      const dropped = drops < 3 ? all[all.length - 1 - drops] : undefined;
      if (dropped !== undefined) dropped.live = false;
      all.push({ time: now + delay, rung, live: true });
    }
  };
  turn(0);
  for (;;) {
    let least = -1;
    for (const [index, entry] of all.entries()) {
      const best = all[least];
      const before =
        best === undefined || entry.time < best.time || (entry.time === best.time && entry.rung < best.rung);
      if (entry.live && before) least = index;
    }
    const next = all[least];
    if (next === undefined) return lines;
    next.live = false;
    now = next.time;
    lines.push(`${now} ${least}`);
    turn(lines.length);
  }
}
