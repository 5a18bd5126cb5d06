import type { Fault } from "./fault.ts";

const line = "src/engine/process/line.ts";
const scheduler = "src/engine/process/scheduler.ts";
const tests = "test/engine/process";

/** Faults of models of processes. */
export const processFaults: readonly Fault[] = [
  {
    name: "service-ends-as-an-arrival",
    sentence: "The end of a hold of who holds something comes among arrivals, after interrupts.",
    file: scheduler,
    edits: [
      { find: "isServed ? this.#served : this.#held", replacement: "isServed ? this.#held : this.#held" },
    ],
    tests: [`${tests}/interrupts.test.ts`],
  },
  {
    name: "released-units-lie-idle",
    sentence: "Who waits in line is not served when units come back.",
    file: line,
    edits: [{ find: "this.taken -= amount;\n    this.#serve();", replacement: "this.taken -= amount;" }],
    tests: [`${tests}/resources.test.ts`, `${tests}/single-queue.test.ts`],
  },
  {
    name: "small-requests-overtake",
    sentence: "Who needs no more than is free gets it though others wait in line.",
    file: line,
    edits: [
      {
        find: "const isNext = this.head === undefined || task.rank < this.head.rank;",
        replacement: "const isNext = true;",
      },
    ],
    tests: [`${tests}/resources.test.ts`],
  },
  {
    name: "interrupted-stays-in-line",
    sentence: "Who is interrupted or gives up keeps the place in line.",
    file: scheduler,
    edits: [{ find: "task.line?.leave(task, outcome);", replacement: "void outcome;" }],
    tests: [`${tests}/interrupts.test.ts`, `${tests}/resources.test.ts`],
  },
  {
    name: "remaining-time-is-the-end",
    sentence: "An interrupt tells when the hold would have ended, not how much of it is left.",
    file: scheduler,
    edits: [{ find: "? task.due - this.simulation.now : undefined", replacement: "? task.due : undefined" }],
    tests: [`${tests}/interrupts.test.ts`],
  },
  {
    name: "last-waiting-goes-first",
    sentence: "Of those who wait for a condition the last is asked first.",
    file: "src/engine/process/watch.ts",
    edits: [{ find: "a.turn - b.turn", replacement: "b.turn - a.turn" }],
    tests: [`${tests}/conditions.test.ts`],
  },
  {
    name: "circular-wait-unnamed",
    sentence: "Who waits for what another one holds for ever is taken to get it.",
    file: "src/engine/process/circular-wait.ts",
    edits: [{ find: "(kept > 0 && first.amount", replacement: "(kept < 0 && first.amount" }],
    tests: [`${tests}/process-model.test.ts`],
  },
  {
    name: "process-streams-share-a-name",
    sentence: "All streams of a model of processes draw the same numbers.",
    file: "src/engine/process/process-model.ts",
    edits: [{ find: "return this.#streams.at(name);", replacement: 'return this.#streams.at("stream");' }],
    tests: [`${tests}/single-queue.test.ts`],
  },
  {
    name: "holds-are-rounded-up",
    sentence: "A hold takes the next whole millisecond, not the nearest.",
    file: scheduler,
    edits: [{ find: "Math.floor(request.ms + 0.5)", replacement: "Math.ceil(request.ms)" }],
    tests: [`${tests}/process-model.test.ts`, `${tests}/single-queue.test.ts`],
  },
];
