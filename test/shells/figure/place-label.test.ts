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
