import type { Expectation } from "./expectation.ts";

/**
 * What is named and is not there: told once, and not at all where its definition was not understood; and
 * scenarios that lack what they are about.
 */
export const namingExpectations: readonly Expectation[] = [
  {
    file: "data-set-unknown.yaml",
    problems: [["ID_UNKNOWN", 7, 8]],
  },
  {
    file: "follow-ons.yaml",
    problems: [
      ["ORDER_WRONG", 3, 68],
      ["COORDINATES_WRONG", 8, 32],
      ["VALUES_WRONG", 15, 88],
      ["UNIT_MISSING", 16, 86],
      ["KIND_UNKNOWN", 19, 18],
    ],
  },
  {
    file: "id-unknown-everywhere.yaml",
    problems: [
      ["ID_UNKNOWN", 15, 32],
      ["ID_UNKNOWN", 19, 44],
    ],
    says: [
      'no site is named "harbour", here and in lines 19, 20, 25 and 27; nearest is "harbuor"',
      'no vessel class is named "ship", here and in line 20; nearest is "shp"',
    ],
  },
  {
    file: "nothing-measured.yaml",
    problems: [
      ["NOTHING_MOVES", 11, 3],
      ["NOTHING_MEASURED", 12, 11],
    ],
    says: ["in variant rest, there is no flow", "such as measures: { throughput: calls }"],
  },
  {
    file: "nothing-moves.yaml",
    problems: [
      ["NOTHING_MEASURED", 1, 1],
      ["NOTHING_MOVES", 1, 1],
    ],
  },
  {
    file: "sections-lists.yaml",
    problems: [
      ["SHAPE_WRONG", 8, 5],
      ["SHAPE_WRONG", 17, 3],
      ["SHAPE_WRONG", 24, 3],
    ],
  },
  {
    file: "sections-misspelt.yaml",
    problems: [
      ["KEY_UNKNOWN", 12, 7],
      ["KEY_UNKNOWN", 14, 3],
      ["KEY_UNKNOWN", 16, 1],
      ["KEY_UNKNOWN", 21, 1],
      ["KEY_UNKNOWN", 23, 1],
    ],
  },
];
