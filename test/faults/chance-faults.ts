import type { Fault } from "./fault.ts";

const laws = "test/engine/random/distributions";

/** Faults of distributions and arrivals. */
export const chanceFaults: readonly Fault[] = [
  {
    name: "normal-is-clipped",
    sentence: "What a normal draws beyond its bounds is moved onto them, and not cut away.",
    file: "src/engine/random/distributions/normal.ts",
    edits: [{ find: "const lower = below + u * share;", replacement: "const lower = u + 0 * below;" }],
    tests: [`${laws}/normal.test.ts`],
  },
  {
    name: "normal-states-the-whole-bell",
    sentence: "A normal that is cut states the mean of the whole bell.",
    file: "src/engine/random/distributions/normal.ts",
    edits: [{ find: "mean: mean + sd * part.mean,", replacement: "mean," }],
    tests: [`${laws}/normal.test.ts`],
  },
  {
    name: "spread-taken-for-variance",
    sentence: "A gamma varies as if its standard deviation were its variance.",
    file: "src/engine/random/distributions/gamma.ts",
    edits: [{ find: "const ratio = mean / sd;", replacement: "const ratio = mean / Math.sqrt(sd * mean);" }],
    tests: [`${laws}/gamma.test.ts`],
  },
  {
    name: "pareto-variance-without-end",
    sentence: "A pareto states a finite variance where it has none.",
    file: "src/engine/random/distributions/pareto.ts",
    edits: [{ find: "shape > 2 ?", replacement: "shape > 1 ?" }],
    tests: [`${laws}/pareto.test.ts`, "test/scenario/language/broken-files.test.ts"],
  },
  {
    name: "pert-mode-mirrored",
    sentence: "A pert leans to the wrong end.",
    file: "src/engine/random/distributions/pert.ts",
    edits: [{ find: "StandardBeta.of(a, b)", replacement: "StandardBeta.of(b, a)" }],
    tests: [`${laws}/pert.test.ts`],
  },
  {
    name: "weights-are-forgotten",
    sentence: "The values of a discrete law are all alike, whatever their weights.",
    file: "src/engine/random/weighted-values.ts",
    edits: [{ find: "    sum += weights[index] ?? 0;", replacement: "    sum += total / order.length;" }],
    tests: [`${laws}/discrete.test.ts`, `${laws}/empirical.test.ts`],
  },
  {
    name: "mixture-forgets-the-distance-of-means",
    sentence: "The variance of a mixture is the mean of those of its parts.",
    file: "src/engine/random/mixed-law.ts",
    edits: [{ find: "law.variance + away * away", replacement: "law.variance + 0 * away" }],
    tests: [`${laws}/mixture.test.ts`],
  },
  {
    name: "mixture-mixes-quantiles",
    sentence: "A value of a mixture is the mean of the values that its parts have at the same share.",
    file: "src/engine/random/blended-laws.ts",
    edits: [
      {
        find: "quantile = (u) => blend.quantile(u);",
        replacement: "quantile = (u) => blend.quantile(u) * 0.5 + law.quantile(u) * 0.5;",
      },
    ],
    tests: [`${laws}/mixture.test.ts`],
    cases: ["q-mg1"],
  },
  {
    name: "mixture-stops-before-it-is-exact",
    sentence: "A value of a mixture is taken as found where the next step would be small.",
    file: "src/engine/random/blended-laws.ts",
    edits: [{ find: "<= NEAREST * p ? COARSEST", replacement: "<= 1e-4 * p ? COARSEST" }],
    tests: [`${laws}/mixture.test.ts`],
  },
  {
    name: "atoms-of-a-mixture-stand-alone",
    sentence: "Below a single value of a mixture nothing else is counted.",
    file: "src/engine/random/mixed-law.ts",
    edits: [
      { find: "share * shareBelow(blend, value)", replacement: "0 * share * shareBelow(blend, value)" },
    ],
    tests: [`${laws}/mixture.test.ts`],
  },
  {
    name: "quantile-table-without-curvature",
    sentence: "Between the points of its table a gamma or beta is only as good as values and slopes.",
    file: "src/engine/random/quantile-table.ts",
    edits: [
      {
        find: "= curvature * WIDTH * WIDTH;",
        replacement: "= 0 * curvature * WIDTH * WIDTH;",
      },
    ],
    tests: ["test/engine/random/standard-beta.test.ts", "test/engine/random/standard-gamma.test.ts"],
  },
  {
    name: "profile-ignores-its-clock",
    sentence: "The hours of a profile go by UTC, whatever its clock.",
    file: "src/engine/random/weekly-rhythm.ts",
    edits: [{ find: "origin + offset - MONDAY_MS;", replacement: "origin + 0 * offset - MONDAY_MS;" }],
    tests: ["test/engine/random/weekly-rhythm.test.ts"],
  },
  {
    name: "profile-forgets-the-night",
    sentence: "Before the first hour of a day the factor is 1, and not that of the evening before.",
    file: "src/engine/random/weekly-rhythm.ts",
    edits: [{ find: "value: hours.at(-1)?.value ?? 1 };", replacement: "value: 1 };" }],
    tests: ["test/engine/random/weekly-rhythm.test.ts", "test/engine/random/arrivals/profile.test.ts"],
  },
  {
    name: "dated-factor-counts-from-the-start",
    sentence: "A dated factor of a profile weighs all the time before its date too.",
    file: "src/engine/random/dated-rhythm.ts",
    edits: [
      {
        find: "this.#week.instantAt(ofWeek + (weighed - before) / factor)",
        replacement: "this.#week.instantAt(weighed / factor + 0 * (ofWeek - before))",
      },
    ],
    tests: ["test/engine/random/weekly-rhythm.test.ts", "test/engine/random/arrivals/profile.test.ts"],
  },
];
