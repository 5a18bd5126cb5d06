import type { Expectation } from "./expectation.ts";

/** What people call a key or a kind, and how they write what the language writes otherwise. */
export const wordingExpectations: readonly Expectation[] = [
  {
    file: "keys-in-other-words.yaml",
    problems: [
      ["KEY_UNKNOWN", 7, 28],
      ["KEY_UNKNOWN", 10, 7],
      ["KEY_UNKNOWN", 13, 28],
      ["KEY_UNKNOWN", 17, 36],
      ["KEY_UNKNOWN", 19, 27],
      ["KEY_UNKNOWN", 19, 44],
      ["KEY_UNKNOWN", 19, 57],
      ["KEY_UNKNOWN", 22, 62],
      ["KEY_UNKNOWN", 23, 56],
    ],
    says: [
      "write at: [latitude, longitude]",
      "write at",
      "write to",
      "write vessel",
      "write of",
      "write start",
      "write duration",
      "write at-most",
      "write at-least",
    ],
  },
  {
    file: "coordinates-typed.yaml",
    problems: [
      ["SHAPE_WRONG", 7, 32],
      ["SHAPE_WRONG", 8, 32],
      ["SHAPE_WRONG", 9, 33],
      ["SHAPE_WRONG", 10, 34],
      ["UNIT_UNDUE", 11, 36],
      ["UNIT_UNDUE", 11, 45],
      ["SHAPE_WRONG", 14, 11],
      ["SHAPE_WRONG", 16, 30],
    ],
    says: [
      "write [50.8, 1.0]",
      "write [50.8, 1.1]",
      "write [-33.9, 18.4]",
      "write [50.8, 1.2]",
      "write 50.8",
      "write -1.3",
      "write [51.0, 1.0]",
      "write [latitude, longitude]",
    ],
  },
  {
    file: "values-parted.yaml",
    problems: [
      ["SHAPE_WRONG", 12, 49],
      ["KEY_UNKNOWN", 22, 40],
      ["KEY_UNKNOWN", 24, 31],
    ],
    says: ["write [deep, wide]", "write [harbour, haven]", 'write "It blows, but not for long" in quotes'],
  },
];
