import type { Expectation } from "./expectation.ts";

/** Files whose passages are not as their vessels and directions are. */
export const passageExpectations: readonly Expectation[] = [
  {
    file: "transfer-missing.yaml",
    problems: [
      ["TRANSFER_MISSING", 18, 55],
      ["TRANSFER_MISSING", 19, 54],
    ],
  },
  {
    file: "transfers-wrong.yaml",
    problems: [
      ["UNIT_WRONG", 9, 79],
      ["TRANSIT_MISPLACED", 10, 57],
      ["UNREACHABLE", 23, 26],
      ["CARGO_TOO_LARGE", 23, 85],
      ["UNREACHABLE", 24, 25],
      ["MODE_WITHOUT_LINK", 25, 57],
    ],
  },
  {
    file: "route-barred.yaml",
    problems: [
      ["ROUTE_BARRED", 26, 27],
      ["ROUTE_BARRED", 27, 33],
      ["UNREACHABLE", 28, 31],
      ["UNREACHABLE", 29, 28],
    ],
  },
  {
    file: "alternates-wrong.yaml",
    problems: [
      ["SERVICE_MISSING", 14, 39],
      ["VALUES_WRONG", 29, 11],
      ["VALUES_WRONG", 30, 39],
      ["UNIT_WRONG", 31, 90],
      ["ID_UNKNOWN", 32, 60],
      ["KEY_MISSING", 33, 66],
    ],
  },
  {
    file: "admissions-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 15, 77],
      ["VALUES_WRONG", 19, 99],
      ["VALUES_WRONG", 25, 57],
      ["TIME_OF_DAY_MALFORMED", 29, 76],
      ["VALUES_WRONG", 33, 61],
      ["VALUES_WRONG", 37, 40],
      ["VALUES_WRONG", 39, 74],
      ["VALUES_WRONG", 43, 104],
      ["VALUES_WRONG", 54, 31],
    ],
  },
  {
    file: "bookings-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 14, 20],
      ["ID_UNKNOWN", 20, 58],
      ["VALUES_WRONG", 27, 11],
      ["VALUES_WRONG", 34, 40],
      ["VALUES_WRONG", 38, 62],
      ["KEY_MISSING", 42, 40],
      ["VALUES_WRONG", 49, 26],
    ],
  },
  {
    file: "hours-wrong.yaml",
    problems: [
      ["LOAD_FULL", 12, 16],
      ["VALUES_WRONG", 13, 50],
      ["VALUES_WRONG", 14, 50],
      ["TIME_OF_DAY_MALFORMED", 20, 59],
      ["TIME_OF_DAY_MALFORMED", 20, 70],
      ["TIME_OF_DAY_MALFORMED", 20, 81],
      ["KEY_UNKNOWN", 21, 53],
    ],
  },
];
