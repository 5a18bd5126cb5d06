import type { Fault } from "./fault.ts";

/** Faults of what `explain` tells. */
export const storyFaults: readonly Fault[] = [
  {
    name: "last-stretch-untold",
    sentence: "How a queue or a rate came back is not told.",
    file: "src/study/experiment/turning-points.ts",
    edits: [
      {
        find: "return last === undefined ? points : [...points, last];",
        replacement: "return last === undefined || points.length > 1 ? points : [...points, last];",
      },
    ],
    tests: [
      "test/study/experiment/turning-points.test.ts",
      "test/study/experiment/queue-stretches.test.ts",
      "test/study/experiment/rate-stretches.test.ts",
    ],
  },
  {
    name: "who-gave-up-let-in",
    sentence: "Who leaves a queue to go another way is counted among those who are let in.",
    file: "src/study/experiment/queue-stretches.ts",
    edits: [{ find: 'counts[isWait ? "entered" : "gaveUp"] += 1', replacement: "counts.entered += 1" }],
    tests: ["test/study/experiment/queue-stretches.test.ts"],
  },
  {
    name: "queue-without-comers",
    sentence: "Of a queue only those are told to have come who were let in within the stretch.",
    file: "src/study/experiment/queue-stretches.ts",
    edits: [
      {
        find: "if (isWithin(begins[row])) counts.came += 1;",
        replacement: "if (isWithin(begins[row]) && isWithin(ends[row])) counts.came += 1;",
      },
    ],
    tests: ["test/study/experiment/queue-stretches.test.ts"],
  },
  {
    name: "bar-of-the-run",
    sentence: "A backlog is held against the run's own queue, not against the undisrupted one.",
    file: "src/study/experiment/queue-stretches.ts",
    edits: [
      {
        find: "const usual = usualQueue(place, twin);",
        replacement: "const usual = usualQueue(place, run);",
      },
    ],
    tests: ["test/study/experiment/queue-stretches.test.ts"],
  },
  {
    name: "rate-ahead",
    sentence: "A rate is told to fall a window before it does.",
    file: "src/study/experiment/rate-stretches.ts",
    edits: [
      {
        find: "totalAt(tally, time + half - 1) - totalAt(tally, time - half - 1)",
        replacement: "totalAt(tally, time + 2 * half - 1) - totalAt(tally, time - 1)",
      },
    ],
    tests: ["test/study/experiment/rate-stretches.test.ts"],
  },
  {
    name: "blame-for-what-is-over",
    sentence: "A slow passing is blamed on a disruption that had ended before.",
    file: "src/study/experiment/delay-account.ts",
    edits: [{ find: 'if (what === "disruption-end" && time <= from) ids.delete(id);', replacement: "" }],
    tests: ["test/study/experiment/delay-account.test.ts"],
  },
  {
    name: "detour-untold",
    sentence: "Who goes another way is told to lose only what the passage takes.",
    file: "src/study/experiment/voyage-times.ts",
    edits: [
      {
        find: "sailing: journeys.end.at(row) - journeys.start.at(row),",
        replacement: "sailing: 0,",
      },
    ],
    tests: ["test/study/experiment/delay-account.test.ts", "test/shells/cli/explain.test.ts"],
  },
];
