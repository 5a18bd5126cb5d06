import type { Fault } from "./fault.ts";

const bookedSlots = "src/domain/passage/booked-slots.ts";
const convoys = "src/domain/passage/convoys.ts";

/** Faults of admissions and of who may pass. */
export const passageFaults: readonly Fault[] = [
  {
    name: "one-too-many-on-a-link",
    sentence: "A link lets one more in than its capacity.",
    file: "src/domain/traffic/links.ts",
    edits: [
      {
        find: "this.#lines.length(2 * link + 1) < (this.#capacities[link] as number); // of the graph",
        replacement: "this.#lines.length(2 * link + 1) <= (this.#capacities[link] as number);",
      },
    ],
    tests: ["test/domain/traffic/links.test.ts"],
  },
  {
    name: "full-link-stays-shut",
    sentence: "Who waits for a link that was full does not enter as one leaves.",
    file: "src/domain/traffic/links.ts",
    edits: [{ find: "    this.#makeRoom(link);\n", replacement: "" }],
    tests: ["test/domain/traffic/links.test.ts"],
  },
  {
    name: "convoy-takes-the-late",
    sentence: "Who comes after the cut-off still goes with the convoy.",
    file: convoys,
    edits: [
      {
        find: "timetable.departure(this.#convoy) - cutOffMs;",
        replacement: "timetable.departure(this.#convoy) - 0 * cutOffMs;",
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
    name: "convoy-comes-back",
    sentence: "A convoy whose last place has passed gets new ones when the pace rises.",
    file: convoys,
    edits: [{ find: "    if (this.#isOver) return Infinity;\n", replacement: "" }],
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
  {
    name: "booked-slots-wait-for-the-late",
    sentence: "A slot whose vessel has not come is lost, though others stand in line.",
    file: bookedSlots,
    edits: [
      {
        find: "booker !== undefined && this.#here.has(booker) ? booker :",
        replacement: "booker !== undefined ? (this.#here.has(booker) ? booker : -1) :",
      },
    ],
    tests: ["test/domain/passage/booked.test.ts"],
  },
  {
    name: "booked-vessels-take-any-slot",
    sentence: "A vessel that waits for its own slot takes one that others stand in line for.",
    file: bookedSlots,
    edits: [
      {
        find: "(this.#hasBooking(job, time) || line.came(job) === time)",
        replacement: "line.came(job) === time",
      },
    ],
    tests: ["test/domain/passage/booked.test.ts"],
  },
  {
    name: "stepping-aside-loses-the-booking",
    sentence: "Who steps out of line for a ban that is over before its slot has lost the slot.",
    file: bookedSlots,
    edits: [
      {
        find: "  left(job: number): void {\n    this.#here.delete(job);",
        replacement: "  left(job: number): void {\n    this.forgotten(job);",
      },
    ],
    tests: ["test/domain/combinations.test.ts"],
  },
  {
    name: "bookings-outlive-the-route",
    sentence: "A vessel that goes another way keeps its slot.",
    file: "src/domain/traffic/bookings.ts",
    edits: [{ find: "    this.#rooms.passages.forget(passage, vessel);\n", replacement: "" }],
    tests: ["test/domain/passage/booked.test.ts"],
  },
  {
    name: "limits-forget-those-who-wait",
    sentence: "Who stands in line when its class is barred may still pass.",
    file: "src/domain/traffic/limits.ts",
    edits: [{ find: "this.#chooseAgain(vessel);\n", replacement: "void vessel;\n" }],
    tests: ["test/domain/traffic/limits.test.ts"],
  },
  {
    name: "clear-after-a-change-of-limits",
    sentence: "Who had no watched passage ahead looks no more, though limits have changed its route.",
    file: "src/domain/traffic/limits.ts",
    edits: [{ find: "    vessels.clearTo.fill(-1);\n", replacement: "" }],
    tests: ["test/domain/traffic/limits.test.ts"],
  },
  {
    name: "clear-for-another-port",
    sentence: "Who had no watched passage ahead looks no more, wherever it calls by then.",
    file: "src/domain/traffic/decisions.ts",
    edits: [{ find: "clearTo[vessel] === destination[vessel]", replacement: "clearTo[vessel] !== -1" }],
    tests: ["test/domain/traffic/decisions.test.ts"],
  },
  {
    name: "limits-outlive-the-replication",
    sentence: "The limits that one replication ended with hold from the start of the next.",
    file: "src/domain/traffic/limits.ts",
    edits: [
      { find: "    if (this.#rooms.routes.reset()) this.#rooms.outlook.routesChanged();\n", replacement: "" },
    ],
    tests: ["test/domain/traffic/limits.test.ts"],
  },
  {
    name: "bookings-are-made-at-once",
    sentence: "Vessels book as they set out, however long ahead that is.",
    file: "src/domain/traffic/bookings.ts",
    edits: [{ find: "if (eta - aheadMs <= now) return", replacement: "if (eta > -Infinity) return" }],
    tests: ["test/domain/passage/booked.test.ts"],
  },
  {
    name: "the-law-diverts-nobody",
    sentence: "Who goes round because a limit changes counts as diverted only where a policy looks on.",
    file: "src/domain/traffic/limits.ts",
    edits: [
      { find: "if (this.#changes.length > 0) rooms", replacement: "if (this.#changes.length < 0) rooms" },
    ],
    tests: ["test/domain/traffic/limits.test.ts"],
  },
  {
    name: "a-train-forgets-the-detour-of-its-ship",
    sentence: "A voyage is diverted no more once its cargo goes on with another vessel.",
    file: "src/domain/traffic/transfers.ts",
    edits: [{ find: "= divertedBy.earlier;", replacement: "= divertedBy.passages;" }],
    tests: ["test/domain/traffic/transfers.test.ts"],
  },
];
