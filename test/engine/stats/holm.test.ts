import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holmAdjusted } from "#engine/stats/holm";

describe("Holm's adjustment", () => {
  it("steps down: the least times their number, and none below one before it", () => {
    // The example of `Holm` in the R package HDLSSkST 2.1.0, which rejects the third and the last.
    const adjusted = holmAdjusted([0.5, 0.01, 0.001, 0.69, 0.02, 0.05, 0.0025]);
    const expected = [1, 0.05, 0.007, 1, 0.08, 0.15, 0.015];
    expect([...adjusted]).toEqual(expected.map((p): unknown => expect.closeTo(p, 15)));
  });

  it("keeps the least of the p-values before it where the next is less after its factor", () => {
    expect([...holmAdjusted([0.04, 0.03, 0.01])]).toEqual(
      [0.06, 0.06, 0.03].map((p): unknown => expect.closeTo(p, 15)),
    );
  });

  it("leaves one as it is, equal ones equal, and nothing nothing", () => {
    expect([...holmAdjusted([0.03])]).toEqual([0.03]);
    expect([...holmAdjusted([0.02, 0.5, 0.02])]).toEqual([0.06, 0.5, 0.06]);
    expect([...holmAdjusted([])]).toEqual([]);
  });

  it("refuses what is no chance", () => {
    expect(() => holmAdjusted([0.1, NaN])).toThrow(/between 0 and 1, not NaN/);
    expect(() => holmAdjusted([1.2])).toThrow(/between 0 and 1/);
  });

  it("keeps the order, lies between p and Bonferroni's m p, and moves with its places", () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(chances, (ps) => {
        const adjusted = holmAdjusted(ps);
        const reversed = holmAdjusted([...ps].reverse());
        ps.forEach((p, index) => {
          const own = adjusted[index] ?? NaN;
          expect(own >= p && own <= Math.min(1, ps.length * p)).toBe(true);
          expect(reversed[ps.length - 1 - index]).toBe(own);
          ps.forEach((other, place) => {
            if (p <= other) expect(own).toBeLessThanOrEqual(adjusted[place] ?? NaN);
          });
        });
      }),
      { seed: 5 },
    );
  });
});
