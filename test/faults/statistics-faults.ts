import type { Fault } from "./fault.ts";

const stats = "test/engine/stats";

const selection = [`${stats}/selection.test.ts`];

/** Faults of tests, selection, designs and indices. */
export const statisticsFaults: readonly Fault[] = [
  {
    name: "never-surer-than-a-thousand",
    sentence: "However many tests are told together, none by bootstrap-t is surer than its first resamples.",
    file: "src/engine/stats/bootstrap-t.ts",
    edits: [{ find: "isSmall && wanted > 0", replacement: "isSmall && wanted > 1e9" }],
    tests: ["test/engine/stats/paired-test.test.ts", "test/study/comparison/ranking.test.ts"],
  },
  {
    name: "test-of-one-side",
    sentence: "The p-value of a paired difference counts one tail.",
    file: "src/engine/stats/paired-test.ts",
    edits: [{ find: "return 2 * studentAbove(", replacement: "return studentAbove(" }],
    tests: [`${stats}/paired-test.test.ts`],
  },
  {
    name: "bootstrap-test-beside-its-interval",
    sentence: "A bootstrap-t of a difference says p = 0.05 where its interval leaves 0 out.",
    file: "src/engine/stats/bootstrap-t.ts",
    edits: [{ find: "(2 * beyond + 1)", replacement: "(2 * beyond + 2)" }],
    tests: [`${stats}/paired-test.test.ts`],
  },
  {
    name: "holm-forgets-the-step-before",
    sentence: "A larger p-value can be adjusted to less than a smaller one.",
    file: "src/engine/stats/holm.ts",
    edits: [
      { find: "greatest = Math.max(greatest, Math.min(", replacement: "greatest = Math.max(0, Math.min(" },
    ],
    tests: [`${stats}/holm.test.ts`],
  },
  {
    name: "greatest-of-independent-t",
    sentence: "The greatest of several t is taken as if its parts were correlated more.",
    file: "src/engine/stats/equicorrelated-t.ts",
    edits: [{ find: "Math.SQRT2 * t * exp(u)", replacement: "t * exp(u)" }],
    tests: selection,
  },
  {
    name: "selection-by-variances-of-one",
    sentence: "Kim and Nelson's races are as long as the values vary, not as their differences do.",
    file: "src/engine/stats/kim-nelson.ts",
    edits: [{ find: "foldInBlocks(pairedDifferences(part, other))", replacement: "foldInBlocks(part)" }],
    tests: selection,
  },
  {
    name: "selection-looks-back",
    sentence: "Who is eliminated comes back when its later replications are better.",
    file: "src/engine/stats/kim-nelson.ts",
    edits: [
      {
        find: "const before = this.#inContention;",
        replacement: "const before = this.#values.map((_, at) => at);",
      },
    ],
    tests: selection,
  },
  {
    name: "selection-ends-a-block-early",
    sentence: "A race of Kim and Nelson's is over before the triangle closes.",
    file: "src/engine/stats/kim-nelson.ts",
    edits: [
      {
        find: "this.ran > Math.floor(this.#longest());",
        replacement: "this.ran + 32 > Math.floor(this.#longest());",
      },
    ],
    tests: selection,
  },
  {
    name: "two-stages-by-half-the-spread",
    sentence: "Nelson and Matejcik plan by the variance of a value beside the others, not of a difference.",
    file: "src/engine/stats/nelson-matejcik.ts",
    edits: [{ find: "Math.sqrt(2 * residualSquare(", replacement: "Math.sqrt(residualSquare(" }],
    tests: [...selection, `${stats}/selection-chance.test.ts`],
  },
  {
    name: "told-too-soon",
    sentence: "How many replications would tell is counted with a quantile of one side.",
    file: "src/engine/stats/how-many-more.ts",
    edits: [{ find: "studentQuantile(0.5 + level / 2,", replacement: "studentQuantile(level," }],
    tests: [`${stats}/how-many-more.test.ts`],
  },
  {
    name: "pairing-praised-for-one-side",
    sentence: "What pairing saves is counted with the variance of one variant, as if both varied alike.",
    file: "src/engine/stats/unpaired-replications.ts",
    edits: [{ find: "(varianceOf(ours) + varianceOf(theirs))", replacement: "(2 * varianceOf(ours))" }],
    tests: [`${stats}/how-many-more.test.ts`],
  },
  {
    name: "strata-hit-twice",
    sentence: "A design of a Latin hypercube draws strata with replacement.",
    file: "src/engine/stats/latin-hypercube.ts",
    edits: [
      {
        find: "[order[last], order[other]] = [order[other] as number, order[last] as number];",
        replacement: "order[last] = order[other] as number;",
      },
    ],
    tests: [`${stats}/latin-hypercube.test.ts`],
  },
  {
    name: "points-in-the-middle",
    sentence: "The points of a Latin hypercube lie in the middle of their strata.",
    file: "src/engine/stats/latin-hypercube.ts",
    edits: [{ find: "(stratum + stream.uniform())", replacement: "(stratum + 0.5)" }],
    tests: [`${stats}/latin-hypercube.test.ts`],
  },
  {
    name: "dimensions-share-a-stream",
    sentence: "All dimensions of a design draw the same values.",
    file: "src/engine/stats/latin-hypercube.ts",
    edits: [{ find: "`design/${name}/${dimension}`", replacement: "`design/${name}`" }],
    tests: [`${stats}/latin-hypercube.test.ts`, `${stats}/sobol-indices.test.ts`],
  },
  {
    name: "sobol-keeps-one-and-moves-the-rest",
    sentence: "The mixed matrices of a Sobol design take all dimensions but one from the second.",
    file: "src/engine/stats/sobol-indices.ts",
    edits: [{ find: "other === dimension ?", replacement: "other !== dimension ?" }],
    tests: [`${stats}/sobol-indices.test.ts`],
  },
  {
    name: "total-order-is-doubled",
    sentence: "The Sobol index of total order takes the whole mean square of a step.",
    file: "src/engine/stats/sobol-indices.ts",
    edits: [{ find: "(step * step) / 2", replacement: "step * step" }],
    tests: [`${stats}/sobol-indices.test.ts`],
  },
  {
    name: "nothing-varies-and-is-shared-out",
    sentence: "The variance of an output that never varies is divided by.",
    file: "src/engine/stats/sobol-indices.ts",
    edits: [{ find: "if (!(variance > 1e-12 * square))", replacement: "if (square < 0)" }],
    tests: [`${stats}/sobol-indices.test.ts`],
  },
];
