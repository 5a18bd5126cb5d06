import type { Expectation } from "./expectation.ts";

/** Files in which something of a station makes no difference, or too much of one. */
export const stationExpectations: readonly Expectation[] = [
  {
    file: "stations-idle.yaml",
    problems: [
      ["VALUES_IDLE", 12, 64],
      ["VALUES_IDLE", 13, 54],
      ["VALUES_IDLE", 13, 73],
    ],
  },
  {
    file: "stations-circle.yaml",
    problems: [
      ["DEADLOCK_POSSIBLE", 12, 63],
      ["DEADLOCK_POSSIBLE", 13, 64],
    ],
  },
  {
    file: "stations-overfull.yaml",
    problems: [["LOAD_FULL", 13, 15]],
  },
];
