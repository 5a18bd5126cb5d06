import fc from "fast-check";
import { expect, test } from "vitest";
import { Approach } from "#domain/traffic/approach";

const hour = 3_600_000;

test(
  "before an instant count those who come earlier, not the vessel itself, and not those of the " +
    "same instant",
  () => {
    const approach = new Approach(0, 100 * hour);
    for (const [vessel, eta] of [
      [1, 5 * hour],
      [2, 5 * hour + 1],
      [3, 20 * hour],
    ] as const) {
      approach.join(vessel);
      approach.expect(vessel, eta);
    }
    expect(approach.before(5 * hour + 1, 2)).toBe(1);
    expect(approach.before(5 * hour, 9)).toBe(0);
    expect(approach.before(50 * hour, 3)).toBe(2);
    expect(approach.before(50 * hour, 9)).toBe(3);
  },
);

test("who leaves is no member, and who withdraws stays one without being on the way", () => {
  const approach = new Approach(0, 100 * hour);
  approach.join(4);
  approach.expect(4, hour);
  approach.withdraw(4);
  expect([...approach.members]).toEqual([4]);
  expect(approach.before(9 * hour, 0)).toBe(0);
  approach.expect(4, 2 * hour);
  approach.leave(4);
  expect([...approach.members]).toEqual([]);
  expect(approach.before(9 * hour, 0)).toBe(0);
});

test("it counts like a list, whoever expects, withdraws and leaves, also beyond the end of the run", () => {
  const move = fc.record({
    what: fc.constantFrom("expect", "withdraw", "leave"),
    vessel: fc.nat(600),
    eta: fc.integer({ min: 0, max: 130 * hour }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 300 }), fc.integer({ min: 0, max: 130 * hour }), (moves, eta) => {
      const approach = new Approach(0, 100 * hour);
      const etas = new Map<number, number>();
      for (const { what, vessel, eta: own } of moves) {
        if (what === "expect") {
          approach.join(vessel);
          approach.expect(vessel, own);
          etas.set(vessel, own);
        } else {
          if (what === "withdraw") approach.withdraw(vessel);
          else approach.leave(vessel);
          etas.delete(vessel);
        }
      }
      for (const asks of [eta, ...[...etas.values()].slice(0, 5)]) {
        const counted = [...etas].filter(([vessel, own]) => vessel !== 3 && own < asks).length;
        expect(approach.before(asks, 3)).toBe(counted);
      }
      approach.reset();
      expect(approach.before(Infinity, 3)).toBe(0);
      expect(approach.members).toEqual([]);
    }),
    { seed: 1994, numRuns: 200 },
  );
});
