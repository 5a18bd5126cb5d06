import type { Expectation } from "./expectation.ts";

/** Files with what goes wrong in futures. */
export const futuresExpectations: readonly Expectation[] = [
  {
    file: "futures-bare.yaml",
    problems: [["SHAPE_WRONG", 23, 18]],
  },
  {
    file: "futures-counted.yaml",
    problems: [["VALUES_WRONG", 23, 33]],
  },
  {
    file: "futures-grid.yaml",
    problems: [
      ["SHAPE_WRONG", 27, 33],
      ["VALUES_WRONG", 28, 5],
    ],
    says: [
      "a grid takes lists of values",
      '"disruptions.storm.end" and "disruptions.storm.duration" cannot both be varied',
    ],
  },
  {
    file: "futures-list.yaml",
    problems: [["SHAPE_WRONG", 23, 10]],
  },
  {
    file: "futures-uncounted.yaml",
    problems: [
      ["KEY_MISSING", 25, 10],
      ["VALUES_IDLE", 25, 20],
    ],
  },
  {
    file: "futures-wrong.yaml",
    problems: [
      ["WORD_UNKNOWN", 26, 11],
      ["OUT_OF_RANGE", 27, 10],
      ["KEY_UNKNOWN", 29, 5],
      ["KEY_UNKNOWN", 30, 5],
      ["KEY_UNKNOWN", 31, 5],
      ["SHAPE_WRONG", 32, 51],
      ["UNIT_WRONG", 33, 54],
      ["UNIT_WRONG", 33, 64],
      ["VALUES_WRONG", 34, 27],
      ["VALUES_IDLE", 35, 5],
      ["KIND_UNKNOWN", 35, 33],
      ["KEY_UNKNOWN", 36, 5],
      ["KEY_UNKNOWN", 37, 5],
      ["KEY_UNKNOWN", 38, 5],
    ],
    says: [
      'nearest is "latin-hypercube"',
      "it must be at least 1",
      'disruptions has no "strom"; nearest is "storm"',
      'disruptions.storm has no "durration"; nearest is "duration"',
      "service is one value; vary network.sites.harbour.stations.berth.service",
      "takes single values only, which no distribution gives; write [first, second]",
      '"h" is a unit of duration, and a rate is due',
      '"h" is a unit of duration, and a rate is due',
      "a list without values",
      'the variant "quick" writes it too, and futures lie over it',
      'nearest is "uniform"',
      'vessels has no "tug"',
      "all futures share the same time",
      'the scenario has no "weather"',
    ],
  },
];
