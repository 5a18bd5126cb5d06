import type { Expectation } from "./expectation.ts";

/** Files whose times, windows, measures or thresholds do not agree with each other. */
export const timelyExpectations: readonly Expectation[] = [
  {
    file: "attack-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 21, 9],
      ["OUT_OF_RANGE", 22, 45],
      ["KEY_MISSING", 23, 9],
      ["VALUES_WRONG", 24, 10],
      ["KIND_UNKNOWN", 25, 68],
      ["KEY_UNKNOWN", 26, 77],
      ["SELECTOR_EMPTY", 27, 30],
    ],
  },
  {
    file: "ban-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 21, 11],
      ["ID_UNKNOWN", 22, 61],
      ["ID_UNKNOWN", 23, 63],
      ["UNIT_MISSING", 24, 55],
      ["OUT_OF_RANGE", 25, 55],
      ["ID_UNKNOWN", 26, 26],
    ],
  },
  {
    file: "demand-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 21, 9],
      ["ID_UNKNOWN", 22, 30],
      ["SELECTOR_WRONG", 23, 31],
      ["KEY_MISSING", 24, 10],
      ["KEY_TWICE", 25, 68],
      ["ID_UNKNOWN", 26, 30],
    ],
  },
  {
    file: "disruption-order.yaml",
    problems: [["ORDER_WRONG", 21, 71]],
  },
  {
    file: "disruption-untimely.yaml",
    problems: [
      ["DISRUPTION_UNTIMELY", 21, 47],
      ["DISRUPTION_UNTIMELY", 22, 47],
    ],
  },
  {
    file: "event-cycle.yaml",
    problems: [
      ["EVENT_CYCLE", 21, 47],
      ["EVENT_CYCLE", 22, 47],
      ["EVENT_CYCLE", 23, 48],
      ["EVENT_CYCLE", 24, 48],
      ["EVENT_CYCLE", 27, 60],
    ],
  },
  {
    file: "event-never.yaml",
    problems: [
      ["EVENT_NEVER", 23, 43],
      ["EVENT_NEVER", 24, 54],
      ["EVENT_NEVER", 30, 18],
      ["EVENT_NEVER", 30, 43],
      ["EVENT_NEVER", 33, 78],
    ],
  },
  {
    file: "event-order.yaml",
    problems: [
      ["DISRUPTION_UNTIMELY", 22, 47],
      ["ORDER_WRONG", 23, 64],
      ["DISRUPTION_UNTIMELY", 24, 46],
    ],
  },
  {
    file: "failure-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 21, 10],
      ["VALUES_WRONG", 22, 9],
      ["VALUES_WRONG", 23, 9],
      ["KEY_MISSING", 24, 9],
      ["UNIT_MISSING", 25, 48],
    ],
  },
  {
    file: "hazard-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 23, 9],
      ["VALUES_WRONG", 24, 9],
      ["VALUES_WRONG", 27, 9],
      ["OUT_OF_RANGE", 30, 28],
      ["UNIT_MISSING", 32, 53],
      ["VALUES_WRONG", 33, 9],
      ["COORDINATES_MISSING", 35, 29],
      ["SELECTOR_EMPTY", 37, 29],
      ["VALUES_WRONG", 39, 9],
      ["KEY_MISSING", 42, 22],
      ["VALUES_WRONG", 43, 10],
      ["UNIT_MISSING", 46, 67],
    ],
  },
  {
    file: "load-of-a-station.yaml",
    problems: [["LOAD_FULL", 13, 16]],
  },
  {
    file: "load-of-passages.yaml",
    problems: [
      ["LOAD_FULL", 11, 20],
      ["LOAD_FULL", 12, 61],
    ],
  },
  {
    file: "measures-empty.yaml",
    problems: [
      ["SELECTOR_EMPTY", 23, 14],
      ["NOTHING_TO_REMOVE", 24, 15],
      ["KEY_EMPTY", 25, 3],
      ["SELECTOR_EMPTY", 26, 20],
    ],
  },
  {
    file: "onset-untimely.yaml",
    problems: [
      ["DISRUPTION_UNTIMELY", 21, 58],
      ["DISRUPTION_UNTIMELY", 22, 58],
      ["ORDER_WRONG", 23, 58],
      ["EVENT_CYCLE", 24, 47],
      ["EVENT_CYCLE", 25, 48],
    ],
  },
  {
    file: "onset-wrong.yaml",
    problems: [
      ["KEY_MISSING", 21, 48],
      ["KEY_MISSING", 22, 46],
      ["VALUES_WRONG", 23, 56],
      ["VALUES_WRONG", 24, 45],
      ["OUT_OF_RANGE", 25, 79],
      ["VALUES_WRONG", 26, 58],
      ["KEYS_EXCLUSIVE", 27, 52],
    ],
  },
  {
    file: "performance-missing.yaml",
    problems: [
      ["PERFORMANCE_MISSING", 22, 30],
      ["PERFORMANCE_MISSING", 22, 60],
    ],
  },
  {
    file: "start-drawn-early.yaml",
    problems: [
      ["DISRUPTION_UNTIMELY", 21, 47],
      ["DISRUPTION_UNTIMELY", 22, 47],
    ],
  },
  {
    file: "start-duration.yaml",
    problems: [["INSTANT_UNFIXED", 3, 16]],
  },
  {
    file: "start-missing.yaml",
    problems: [["KEY_MISSING", 3, 7]],
  },
  {
    file: "threshold-bare.yaml",
    problems: [
      ["WINDOW_THIN", 23, 14],
      ["UNIT_MISSING", 25, 60],
      ["UNIT_UNDUE", 26, 61],
      ["UNIT_UNDUE", 27, 61],
      ["UNIT_MISSING", 28, 44],
      ["UNIT_WRONG", 29, 45],
    ],
  },
  {
    file: "threshold-between.yaml",
    problems: [["VALUES_WRONG", 24, 76]],
  },
  {
    file: "threshold-limits.yaml",
    problems: [
      ["LIMIT_MISSING", 24, 9],
      ["LIMIT_MISSING", 25, 9],
      ["WORD_UNKNOWN", 25, 61],
    ],
  },
  {
    file: "threshold-units.yaml",
    problems: [
      ["UNIT_MISSING", 24, 70],
      ["UNIT_WRONG", 25, 70],
    ],
  },
  {
    file: "threshold-unmeasured.yaml",
    problems: [
      ["MEASURE_MISSING", 24, 21],
      ["MEASURE_MISSING", 25, 36],
      ["ID_UNKNOWN", 26, 60],
    ],
  },
  {
    file: "time-order.yaml",
    problems: [["ORDER_WRONG", 3, 40]],
  },
  {
    file: "warm-up-overloaded.yaml",
    problems: [
      ["WARM_UP_SHORT", 3, 68],
      ["LOAD_FULL", 13, 16],
    ],
  },
  {
    file: "warm-up-short.yaml",
    problems: [["WARM_UP_SHORT", 3, 68]],
  },
  {
    file: "window-order.yaml",
    problems: [
      ["ORDER_WRONG", 23, 55],
      ["ORDER_WRONG", 24, 71],
    ],
  },
  {
    file: "window-outside.yaml",
    problems: [
      ["WINDOW_OUTSIDE", 23, 82],
      ["WINDOW_OUTSIDE", 24, 46],
      ["WINDOW_OUTSIDE", 25, 42],
    ],
  },
  {
    file: "window-too-long.yaml",
    problems: [
      ["WINDOW_OUTSIDE", 22, 75],
      ["WINDOW_OUTSIDE", 23, 35],
    ],
  },
];
