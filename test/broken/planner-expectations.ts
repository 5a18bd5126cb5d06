import type { Expectation } from "./expectation.ts";

/** Files with what planners get wrong in variants, in policies and in what is measured. */
export const plannerExpectations: readonly Expectation[] = [
  {
    file: "planner-variants.yaml",
    problems: [
      ["NUMBER_MALFORMED", 3, 68],
      ["KIND_UNKNOWN", 20, 20],
      ["INSTANT_MALFORMED", 21, 53],
      ["KIND_MISSING", 21, 67],
      ["ID_UNKNOWN", 22, 29],
      ["OUT_OF_RANGE", 22, 95],
      ["KEY_UNKNOWN", 23, 46],
      ["KEY_UNKNOWN", 25, 40],
      ["KEY_UNKNOWN", 25, 53],
      ["KEY_UNKNOWN", 25, 84],
      ["KEY_UNKNOWN", 26, 30],
      ["ID_UNKNOWN", 27, 20],
      ["OUT_OF_RANGE", 27, 54],
      ["KIND_UNKNOWN", 29, 3],
    ],
    says: [
      "write a decimal number and a unit, such as 36 h",
      'nearest is "divert"',
      "write storm.start or storm.end",
      "write gauge: queue, or rate, or utilisation",
      "upper is a link, and no station, here and in line 30",
      "write 80 % or 0.8",
      "write alternates",
      "write seed beside `variants`, not inside one",
      "write measures beside `variants`, not inside one",
      "write title beside `variants`, not inside one",
      "write disruptions: { storm: { duration: 9 d } }",
      "ship is a vessel class, and no station, passage, flow or commodity",
      "write 95 % or 0.95",
      'nearest is "mean-wait"',
    ],
  },
  {
    file: "planner-times.yaml",
    problems: [
      ["ID_UNUSED", 20, 48],
      ["WINDOW_OUTSIDE", 21, 50],
    ],
    says: ['nearest is "gate"', "write at most 281 d, or let the run end later"],
  },
  {
    file: "planner-window.yaml",
    problems: [["WINDOW_OUTSIDE", 22, 59]],
    says: ["past the end of the run"],
  },
  {
    file: "planner-span.yaml",
    problems: [["SHAPE_WRONG", 3, 7]],
  },
  {
    file: "planner-units.yaml",
    problems: [["VALUES_WRONG", 17, 20]],
    says: ["down is counted in vessels and ore in t, which have no sum; name what is counted in one unit"],
  },
];
