import type { Fault } from "./fault.ts";

const stats = "test/engine/stats";

/** Faults of tests, selection, designs and indices. */
export const statisticsFaults: readonly Fault[] = [
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
    edits: [{ find: "(2 * Math.min(below, above) + 1)", replacement: "(2 * Math.min(below, above) + 2)" }],
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
];
