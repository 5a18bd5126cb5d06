import type { Expectation } from "./expectation.ts";

/** Files that do not say well how well a measure is to be known. */
export const precisionExpectations: readonly Expectation[] = [
  {
    file: "precision-unmeasured.yaml",
    problems: [
      ["MEASURE_MISSING", 5, 35],
      ["WINDOW_THIN", 23, 14],
    ],
    says: ['nearest is "mean-wait"', "some 17 counts"],
  },
  {
    file: "precision-units.yaml",
    problems: [
      ["UNIT_MISSING", 5, 77],
      ["OUT_OF_RANGE", 5, 85],
      ["WINDOW_THIN", 23, 14],
    ],
    says: [
      "mean-wait is a time, not 3; write a duration such as 12 d or a share of it such as 5 %",
      "is asked at every 32 replications, not before; write 32 or more",
      "some 17 counts",
    ],
  },
  {
    file: "precision-nothing.yaml",
    problems: [
      ["OUT_OF_RANGE", 5, 79],
      ["WINDOW_THIN", 23, 14],
    ],
    says: ["no interval is that narrow; write such as 5 %", "some 17 counts"],
  },
  {
    file: "precision-key.yaml",
    problems: [
      ["KEY_UNKNOWN", 5, 17],
      ["WINDOW_THIN", 23, 14],
    ],
    says: ['nearest is "until"', "some 17 counts"],
  },
  {
    file: "precision-word.yaml",
    problems: [
      ["KEY_UNKNOWN", 5, 82],
      ["WINDOW_THIN", 23, 14],
    ],
    says: ['"most" is not known here; write max', "some 17 counts"],
  },
];
