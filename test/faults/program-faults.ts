import type { Fault } from "./fault.ts";

const session = "test/study/session/session.test.ts";
const order = "test/study/session/row-order.test.ts";
const program = "test/shells/program/program.test.ts";

/** Faults of the face for programs. */
export const programFaults: readonly Fault[] = [
  {
    name: "undecided-passes-the-build",
    sentence: "A threshold that nobody can decide yet is a test that passes, for those who read JUnit.",
    file: "src/shells/cli/junit-text.ts",
    edits: [{ find: 'if (verdict === "pass") return', replacement: 'if (verdict !== "fail") return' }],
    tests: ["test/shells/cli/junit.test.ts"],
  },
  {
    name: "rows-as-they-come",
    sentence: "An observer is told rows in the order in which threads are done with them.",
    file: "src/study/session/row-order.ts",
    edits: [{ find: "this.#early.set(batch.span.from, batch);", replacement: "return this.#hand(batch);" }],
    tests: [order],
  },
  {
    name: "rows-by-variant",
    sentence: "Rows are told by variant and measure, as they stand in a run folder.",
    file: "src/study/session/row-order.ts",
    edits: [
      {
        find: ".sort((left, right) => left.replication - right.replication)",
        replacement: "",
      },
    ],
    tests: [session, program],
  },
  {
    name: "rows-run-ahead",
    sentence: "Rows are all run before the first is read.",
    file: "src/study/session/rows-on.ts",
    edits: [{ find: "const STRETCH = 16;", replacement: "const STRETCH = 16_000;" }],
    tests: [program],
  },
  {
    name: "pool-ends-twice",
    sentence: "A pool of threads is ended twice, and starts others between.",
    file: "src/study/runners/thread-pool.ts",
    edits: [
      { find: "this.#ended ??= this.#pool.destroy();", replacement: "this.#ended = this.#pool.destroy();" },
    ],
    tests: [program],
  },
  {
    name: "thresholds-of-variants-left-out",
    sentence: "A plan of some variants leaves the thresholds of the others to be checked.",
    file: "src/study/session/run-plan.ts",
    edits: [{ find: "kept.has(name),", replacement: "name.length > 0," }],
    tests: [session],
  },
];
