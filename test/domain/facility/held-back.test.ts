import fc from "fast-check";
import { expect, test } from "vitest";
import { HeldBack } from "#domain/facility/held-back";

test("says who is held back in which facility, whatever came, went and came twice", () => {
  const steps = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 1 }), fc.nat({ max: 4 })), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (moves) => {
      const heldBack = new HeldBack();
      const expected = [new Set<number>(), new Set<number>()] as const;
      for (const _ of expected) heldBack.open();
      for (const [isAdded, facility, job] of moves) {
        const jobs = expected[facility as 0 | 1]; // the property draws no other
        if (isAdded) heldBack.add(facility, job);
        else expect(heldBack.remove(facility, job)).toBe(jobs.has(job));
        if (isAdded) jobs.add(job);
        else jobs.delete(job);
        expect([0, 1].map((one) => heldBack.isAny(one))).toEqual(expected.map(({ size }) => size > 0));
      }
      heldBack.clear();
      expect([0, 1].map((one) => heldBack.isAny(one))).toEqual([false, false]);
      for (const [, facility, job] of moves) expect(heldBack.remove(facility, job)).toBe(false);
    }),
    { seed: 25, numRuns: 200 },
  );
});
