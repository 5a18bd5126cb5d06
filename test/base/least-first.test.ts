import fc from "fast-check";
import { expect, test } from "vitest";
import { LeastFirst } from "#base/least-first";

test("the least key comes first, of equal keys the one that went in first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
      const heap = new LeastFirst<number>();
      keys.forEach((key, turn) => heap.push(key, turn));
      expect(heap.size).toBe(keys.length);
      const out = keys.map(() => heap.pop());
      const sorted = keys.map((key, turn) => [key, turn] as const).sort(([a, i], [b, j]) => a - b || i - j);
      expect(out).toEqual(sorted.map(([, turn]) => turn));
      expect(heap.pop()).toBeUndefined();
    }),
    { seed: 7 },
  );
});
