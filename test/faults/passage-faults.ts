import type { Fault } from "./fault.ts";

const convoys = "src/domain/passage/convoys.ts";

/** Faults of admissions and of who may pass. */
export const passageFaults: readonly Fault[] = [
  {
    name: "convoy-takes-the-late",
    sentence: "Who comes after the cut-off still goes with the convoy.",
    file: convoys,
    edits: [
      {
        find: "timetable.last(this.#line.came(job) + cutOffMs) + 1",
        replacement: "timetable.last(this.#line.came(job)) + 1",
      },
    ],
    tests: ["test/domain/passage/convoy.test.ts"],
  },
  {
    name: "convoy-shrinks-for-ever",
    sentence: "What a factor takes of a convoy's size is rounded down each time, and never made up.",
    file: convoys,
    edits: [
      {
        find: "whole((convoy + 1) * size) - whole(convoy * size)",
        replacement: "Math.max(convoy > 0 ? 1 : 0, whole(size))",
      },
    ],
    tests: ["test/domain/passage/convoy.test.ts"],
  },
  {
    name: "directions-share-a-queue",
    sentence: "Each direction is said to have a queue of its own, and all stand in one.",
    file: "src/domain/passage/passages.ts",
    edits: [{ find: "isSeparate && directions.length > 0 ? directions", replacement: 'isSeparate ? [""]' }],
    tests: ["test/domain/passage/separate.test.ts"],
  },
  {
    name: "schedule-lays-the-grid-anew",
    sentence: "When the rate of slots changes by its schedule, a grid begins at that instant.",
    file: "src/domain/passage/slot-pace.ts",
    edits: [
      {
        find: "    this.grid.scale(time, this.#own * this.#factor);\n  }\n}",
        replacement:
          "    this.grid.reset(time, dayMs / this.#base);\n" +
          "    this.grid.scale(time, this.#own * this.#factor);\n  }\n}",
      },
    ],
    tests: ["test/domain/passage/slot-schedule.test.ts"],
  },
];
