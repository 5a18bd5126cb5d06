import type { Expectation } from "./expectation.ts";

/** Files whose distributions and arrivals do not agree with themselves or their place. */
export const chanceExpectations: readonly Expectation[] = [
  {
    file: "normal-cut.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 39],
      ["DISTRIBUTION_WRONG", 19, 83],
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
];
