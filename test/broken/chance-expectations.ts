import type { Expectation } from "./expectation.ts";

/** Files whose distributions and arrivals do not agree with themselves or their place. */
export const chanceExpectations: readonly Expectation[] = [
  {
    file: "beta-between.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 69],
      ["DISTRIBUTION_WRONG", 19, 135],
      ["DISTRIBUTION_WRONG", 20, 128],
      ["DISRUPTION_UNTIMELY", 22, 47],
      ["KEY_MISSING", 23, 47],
      ["DISTRIBUTION_WRONG", 23, 141],
    ],
  },
  {
    file: "mixture-wrong.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 37],
      ["UNIT_MISSING", 14, 82],
      ["KEY_MISSING", 15, 64],
      ["DISTRIBUTION_WRONG", 18, 97],
    ],
  },
  {
    file: "normal-cut.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 39],
      ["DISTRIBUTION_WRONG", 19, 137],
      ["DISRUPTION_UNTIMELY", 21, 47],
      ["UNIT_MISSING", 22, 92],
      ["KEY_MISSING", 23, 106],
    ],
  },
  {
    file: "pareto-heavy.yaml",
    problems: [
      ["VARIANCE_INFINITE", 13, 39],
      ["VARIANCE_INFINITE", 19, 86],
    ],
  },
  {
    file: "pareto-wrong.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 39],
      ["DISTRIBUTION_WRONG", 19, 86],
      ["DISTRIBUTION_WRONG", 21, 47],
      ["DISTRIBUTION_WRONG", 21, 109],
    ],
  },
  {
    file: "profile-at-odds.yaml",
    problems: [
      ["VALUES_WRONG", 15, 60],
      ["VALUES_WRONG", 16, 95],
      ["VALUES_WRONG", 17, 59],
    ],
  },
  {
    file: "profile-wrong.yaml",
    problems: [
      ["TIME_OF_DAY_MALFORMED", 15, 98],
      ["TIME_OF_DAY_MALFORMED", 15, 116],
      ["SHAPE_WRONG", 16, 96],
      ["KEY_UNKNOWN", 16, 122],
      ["OUT_OF_RANGE", 17, 105],
      ["UNIT_MISSING", 17, 123],
      ["INSTANT_IMPOSSIBLE", 17, 135],
      ["VALUES_WRONG", 18, 58],
    ],
  },
  {
    file: "discrete-wrong.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 37],
      ["OUT_OF_RANGE", 14, 70],
      ["UNIT_MISSING", 14, 74],
      ["SHAPE_WRONG", 15, 65],
      ["KEY_TWICE", 16, 75],
    ],
  },
  {
    file: "rate-of-nothing.yaml",
    problems: [
      ["OUT_OF_RANGE", 10, 101],
      ["VALUES_WRONG", 17, 83],
      ["VALUES_WRONG", 18, 88],
      ["DISTRIBUTION_WRONG", 21, 115],
      ["OUT_OF_RANGE", 22, 114],
    ],
    says: [
      "a rate of 0 lets nothing move",
      "nobody ever comes; write one above 0, or leave the flow out",
      "nobody ever comes; write one above 0, or leave the flow out",
      "`max` is below `min`; write a larger `max`",
      "0 /d is out of range; write what it varies by, or the plain value alone",
    ],
  },
];
