import type { Fault } from "./fault.ts";

const calendar = "src/engine/kernel/heap-calendar.ts";
const slots = "src/engine/kernel/slots.ts";
const stations = "src/engine/station/stations.ts";

/** Faults of the kernel, the stations, the network and the statistics. */
export const engineFaults: readonly Fault[] = [
  {
    name: "tie-order-reversed",
    sentence: "Of two events at one instant, the one scheduled later fires first.",
    file: "src/engine/kernel/simulation.ts",
    edits: [
      { find: "const order = base + this.sequence++;", replacement: "const order = base - this.sequence++;" },
    ],
    tests: ["test/engine/kernel/priority.test.ts", "test/engine/kernel/simulation.test.ts"],
  },
  {
    name: "calendar-ties-reversed",
    sentence: "The heap puts the greater order number first where times are equal.",
    file: calendar,
    edits: [
      {
        find: "if (parentTime === time && orders[parentSlot]! < orders[slot]!) break;",
        replacement: "if (parentTime === time && orders[parentSlot]! > orders[slot]!) break;",
      },
    ],
    tests: ["test/engine/kernel/heap-calendar.test.ts", "test/engine/kernel/priority.test.ts"],
  },
  {
    name: "cancelled-event-fires",
    sentence: "A cancelled event keeps its handler and fires all the same.",
    file: slots,
    edits: [{ find: "this.values[at + HANDLER] = STALE;", replacement: "" }],
    tests: ["test/engine/kernel/simulation.test.ts", "test/engine/kernel/slots.test.ts"],
  },
  {
    name: "generation-not-raised-when-fired",
    sentence:
      "An event that has fired leaves its generation, so that its handle cancels the next user of its slot.",
    file: slots,
    edits: [
      {
        find: "fire(slot: number): void {\n    this.values[slot * STRIDE + GENERATION]!++;",
        replacement: "fire(slot: number): void {",
      },
    ],
    tests: ["test/engine/kernel/simulation.test.ts"],
  },
  {
    name: "generation-not-raised-when-cancelled",
    sentence:
      "A cancelled event leaves its generation, so that its handle cancels the next user of its slot.",
    file: slots,
    edits: [{ find: "this.values[at + GENERATION]!++;", replacement: "" }],
    tests: ["test/engine/kernel/slots.test.ts"],
  },
  {
    name: "one-server-too-many",
    sentence: "A station serves one more than it has servers.",
    file: stations,
    edits: [
      {
        find: "return this.inside(station) < this.serverCounts[station]!",
        replacement: "return this.inside(station) <= this.serverCounts[station]!",
      },
    ],
    tests: ["test/engine/station/stations.test.ts", "test/engine/station/conservation.test.ts"],
  },
  {
    name: "work-lost-on-capacity-change",
    sentence: "A service that is interrupted or slowed begins anew: what was done is lost.",
    file: stations,
    edits: [
      {
        find: "this.leftMs[job] = (this.finishTimes[job]! - this.simulation.now) * this.factors[station]!;",
        replacement: "this.leftMs[job] = this.serviceMs[job]!;",
      },
    ],
    tests: ["test/engine/station/stations.test.ts"],
  },
  {
    name: "closed-gate-is-crossed",
    sentence: "The cost of a gate is left out of a route, so that what is forbidden is crossed.",
    file: "src/engine/network/cheapest-routes.ts",
    edits: [{ find: "return costs.gate[gate[arc]!]! +", replacement: "return 0 *" }],
    tests: ["test/engine/network/gate-graph.test.ts"],
  },
  {
    name: "kaplan-meier-ignores-censoring",
    sentence: "Whoever was watched no longer counts as one who had the event.",
    file: "src/engine/stats/kaplan-meier.ts",
    edits: [
      {
        find: "if (!(censored[order[first] as number] as boolean)) events += 1;",
        replacement: "events += 1;",
      },
    ],
    tests: ["test/engine/stats/survival.test.ts", "test/study/experiment/estimate.test.ts"],
  },
  {
    name: "paired-difference-unpaired",
    sentence: "A replication is compared with another replication of the baseline, not with its own.",
    file: "src/engine/stats/paired-difference.ts",
    edits: [
      {
        find: "value - (theirs[index] as number)",
        replacement: "value - (theirs[(index + 1) % theirs.length] as number)",
      },
    ],
    tests: ["test/engine/stats/accumulator.test.ts", "test/engine/stats/intervals.test.ts"],
  },
];
