import fc from "fast-check";
import { expect, it } from "vitest";
import { placeLabels } from "#shells/figure/place-label";

const room = { left: 2, right: 356, top: 0, bottom: 200 };

it("shifts a name far along its mark where a neighbour leaves no other room", () => {
  const marks = [
    { words: "Rotterdam", at: [65, 27] as const, size: 12, reach: 4 },
    { words: "Hamburg", at: [76, 21] as const, size: 12, reach: 4 },
    { words: "Genova", at: [67, 44] as const, size: 12, reach: 4 },
    { words: "Suez Canal", at: [108, 40] as const, size: 12, reach: 30 },
  ];
  const [rotterdam] = placeLabels(marks, room);
  expect(rotterdam).not.toBeNull();
  expect(rotterdam?.right ?? Infinity).toBeLessThanOrEqual(76 - 4);
});

it("covers neither another name nor a mark, wherever the marks lie", () => {
  const numbers = fc.integer({ min: 0, max: 358 });
  const mark = fc.record({
    words: fc.constantFrom("Rotterdam", "Suez", "Al Fujayrah", "Jawaharlal Nehru"),
    at: fc.tuple(numbers, fc.integer({ min: 0, max: 200 })),
    size: fc.constantFrom(12, 15),
    reach: fc.integer({ min: 2, max: 10 }),
  });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
      const names = placeLabels(marks, room).filter((box) => box !== null);
      const dots = marks.map(({ at: [x, y], reach }) => {
        return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
      });
      names.forEach((box, index) => {
        for (const other of [...names.slice(index + 1), ...dots]) {
          const apart =
            box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top;
          expect(apart).toBe(true);
        }
      });
    }),
    { seed: 20210323, numRuns: 200 },
  );
});
