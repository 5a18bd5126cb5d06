import { expect, test } from "vitest";
import { threefry2x32 } from "#engine/random/threefry";

// Known answers of threefry2x32 with 20 rounds, from `kat_vectors` of the Random123 library.
test.each([
  [
    [0x00000000, 0x00000000],
    [0x00000000, 0x00000000],
    [0x6b200159, 0x99ba4efe],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x1cb996fc, 0xbb002be7],
  ],
  [
    [0x243f6a88, 0x85a308d3],
    [0x13198a2e, 0x03707344],
    [0xc4923a9c, 0x483df7a0],
  ],
] as const)("counter %j under key %j gives %j", ([counter0, counter1], [key0, key1], answer) => {
  const out = new Uint32Array(2);
  threefry2x32(key0, key1, counter0, counter1, out);
  expect([...out]).toEqual(answer);
});
