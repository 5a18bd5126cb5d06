import type { Fault } from "./fault.ts";

const tests = "test/study/sweep";

/** Faults of what a sweep is read for. */
export const sweepFaults: readonly Fault[] = [
  {
    name: "regret-of-the-baseline",
    sentence: "The regret of every variant is what the baseline misses.",
    file: "src/study/sweep/regret.ts",
    edits: [{ find: "gainOver(by, other, place, future)", replacement: "gainOver(by, other, 0, future)" }],
    tests: [`${tests}/robustness.test.ts`],
  },
  {
    name: "any-gain-flips-the-choice",
    sentence: "The choice flips where another variant is better by less than what does not matter.",
    file: "src/study/sweep/choice.ts",
    edits: [{ find: "gain > indifference)", replacement: "gain > 0)" }],
    tests: [`${tests}/choice.test.ts`],
  },
  {
    name: "unknown-threshold-is-met",
    sentence: "A future in which a threshold has no number counts as good enough.",
    file: "src/study/sweep/satisficing.ts",
    edits: [{ find: "one === 1) ? 1 : NaN", replacement: "one !== 0) ? 1 : NaN" }],
    tests: [`${tests}/robustness.test.ts`],
  },
  {
    name: "limits-of-chance-stay",
    sentence: "A failure box keeps limits that chance makes as easily.",
    file: "src/study/sweep/failure-box.ts",
    edits: [{ find: "worst.chance <= chanceMost", replacement: "worst.chance <= 1" }],
    tests: [`${tests}/failure-box.test.ts`],
  },
  {
    name: "ratio-of-few-is-not-corrected",
    sentence: "The correlation ratio takes what chance puts between groups for an effect.",
    file: "src/engine/stats/correlation-ratio.ts",
    edits: [{ find: "(used - 1) * within", replacement: "0 * within" }],
    tests: [`${tests}/sensitivity.test.ts`],
  },
  {
    name: "cells-coloured-by-chance",
    sentence: "A cell of two paths is called better or worse inside its interval.",
    file: "src/study/sweep/path-cells.ts",
    edits: [{ find: "!isTold || !isLarge", replacement: "!isLarge" }],
    tests: [`${tests}/path-means.test.ts`],
  },
  {
    name: "rows-of-the-future-before",
    sentence: "A future that takes the memory of the one before begins with its rows.",
    file: "src/engine/record/table.ts",
    edits: [
      {
        find: "this.length = 0;\n    this.capacity = other.capacity;",
        replacement: "this.length = other.length;\n    this.capacity = other.capacity;",
      },
    ],
    tests: ["test/engine/record/record.test.ts"],
  },
  {
    name: "sections-read-again-for-each-name",
    sentence: "A variant that adds a policy reads all flows again, and so does each of its futures.",
    file: "src/scenario/language/names.ts",
    edits: [
      { find: "isSame(thingsOf(this.others), thingsOf(others))", replacement: "isSame(this.others, others)" },
    ],
    tests: ["test/scenario/language/shared-sections.test.ts"],
  },
  {
    name: "shared-with-what-is-not-run",
    sentence: "What --set leaves out is what variants share with, so that they share nothing.",
    file: "src/scenario/language/resolve.ts",
    edits: [
      {
        find: "const apart = { ...material, shared: new SharedWork(families, source) };",
        replacement: "const apart = material;",
      },
    ],
    tests: ["test/scenario/language/shared-sections.test.ts"],
  },
  {
    name: "variant-forgotten-in-futures",
    sentence: "In a future a variant takes over the flows of the baseline, though it writes flows itself.",
    file: "src/scenario/language/study-work.ts",
    edits: [{ find: "own?.value === theirs?.value && known", replacement: "theirs !== own && known" }],
    tests: ["test/scenario/language/shared-sections.test.ts"],
  },
  {
    name: "origins-lost-with-a-section",
    sentence: "A variant that takes over a section of its baseline does not know where its values come from.",
    file: "src/scenario/language/shared-sections.ts",
    edits: [{ find: "known.origins ?? []", replacement: "[] as [string, Origin][]" }],
    tests: ["test/scenario/language/shared-sections.test.ts"],
  },
  {
    name: "resumed-sweep-ends-too-soon",
    sentence: "The end of a resumed sweep is told as if what was kept had been run in this sitting.",
    file: "src/shells/cli/progress.ts",
    edits: [{ find: "const since = done - this.#first.done;", replacement: "const since = done;" }],
    tests: ["test/shells/cli/progress.test.ts"],
  },
  {
    name: "worlds-of-a-future-pile-up",
    sentence: "Every world of a future stays until the last has run.",
    file: "src/study/experiment/worlds.ts",
    edits: [{ find: "if (this.#once) this.#made.length = 0;", replacement: "" }],
    tests: ["test/study/experiment/worlds.test.ts"],
  },
  {
    name: "a-function-holds-its-world",
    sentence: "A world that is over stays until a full collection.",
    file: "src/scenario/build/scenario-world.ts",
    edits: [
      {
        find: "rooms.onChange(() => this.#audit());",
        replacement: "(rooms as { heard?: () => void }).heard = () => this.#audit();",
      },
    ],
    tests: ["test/tidy/tidy.test.ts"],
  },
  {
    name: "findings-outlive-their-rows",
    sentence: "A measure reads of a replication what was found in the last.",
    file: "src/engine/record/recorder.ts",
    edits: [{ find: "this.draws.clear();\n    this.findings.clear();", replacement: "this.draws.clear();" }],
    tests: ["test/engine/record/record.test.ts"],
  },
];
