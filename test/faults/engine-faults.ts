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
    edits: [{ find: "= base + this.sequence++;", replacement: "= base - this.sequence++;" }],
    tests: ["test/engine/kernel/priority.test.ts", "test/engine/kernel/simulation.test.ts"],
  },
  {
    name: "calendar-ties-reversed",
    sentence: "The heap puts the greater order number first where times are equal.",
    file: calendar,
    edits: [
      {
        find: "if (parentTime === time && keys[(parentSlot << 2) | 1]! < keys[(slot << 2) | 1]!) break;",
        replacement:
          "if (parentTime === time && keys[(parentSlot << 2) | 1]! > keys[(slot << 2) | 1]!) break;",
      },
    ],
    tests: ["test/engine/kernel/heap-calendar.test.ts", "test/engine/kernel/priority.test.ts"],
  },
  {
    name: "cancelled-event-fires",
    sentence: "A cancelled event keeps its handler and fires all the same.",
    file: slots,
    edits: [{ find: "this.events[(slot << WHOLE_BITS) | HANDLER] = STALE;", replacement: "" }],
    tests: ["test/engine/kernel/simulation.test.ts", "test/engine/kernel/slots.test.ts"],
  },
  {
    name: "generation-not-raised-when-fired",
    sentence:
      "An event that has fired leaves its generation, so that its handle cancels the next user of its slot.",
    file: slots,
    edits: [
      {
        find: "return (this.keys[(slot << SLOT_BITS) | HANDLE]! += SLOTS_MAX) < HANDLES_END;",
        replacement: "return this.keys[(slot << SLOT_BITS) | HANDLE]! < HANDLES_END;",
      },
    ],
    tests: ["test/engine/kernel/simulation.test.ts"],
  },
  {
    name: "generation-not-raised-when-cancelled",
    sentence:
      "A cancelled event leaves its generation, so that its handle cancels the next user of its slot.",
    file: slots,
    edits: [
      { find: "STALE;\n    this.keys[(slot << SLOT_BITS) | HANDLE]! += SLOTS_MAX;", replacement: "STALE;" },
    ],
    tests: ["test/engine/kernel/slots.test.ts"],
  },
  {
    name: "one-server-too-many",
    sentence: "A station serves one more than it has servers.",
    file: stations,
    edits: [
      {
        find: "return this.roster.spare(station) > 0;",
        replacement: "return this.roster.spare(station) >= 0;",
      },
    ],
    tests: ["test/engine/station/stations.test.ts", "test/engine/station/conservation.test.ts"],
    cases: ["q-machine-repair", "fluid-outage"],
  },
  {
    name: "work-lost-on-capacity-change",
    sentence: "A service that is interrupted or slowed begins anew: what was done is lost.",
    file: "src/engine/station/work.ts",
    edits: [
      {
        find: "jobs[at | LEFT] = Math.max(0, jobs[at | LEFT]! - done);",
        replacement: "jobs[at | LEFT] = jobs[at | SERVICE]! + 0 * done;",
      },
    ],
    tests: ["test/engine/station/stations.test.ts"],
  },
  {
    name: "table-of-other-costs-is-believed",
    sentence: "A table of routes that was asked by other costs of the same version answers as for those.",
    file: "src/engine/network/cheapest-routes.ts",
    edits: [
      { find: "    const isKnown =\n      this.#costs === costs &&\n", replacement: "    const isKnown =\n" },
      {
        find: "    if (this.#costs === costs && this.#version === costs.version) return;",
        replacement: "    if (this.#version === costs.version) return;",
      },
    ],
    tests: ["test/engine/network/gate-graph.test.ts"],
  },
  {
    name: "instants-counted-together",
    sentence: "Events after a run that moved the clock count among those of the instant before.",
    file: "src/engine/kernel/simulation.ts",
    edits: [
      {
        find: "    if (time !== this.clock) this.instantFrom = this.fired;\n    this.clock = time;\n  }",
        replacement: "    this.clock = time;\n  }",
      },
    ],
    tests: ["test/engine/kernel/simulation.test.ts"],
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
  {
    name: "pseudo-values-forget-who-is-left-out",
    sentence: "The curve without one time still counts it among those at risk.",
    file: "src/engine/stats/pseudo-values.ts",
    edits: [{ find: "left * (1 - events / (atRisk - 1))", replacement: "left * (1 - events / atRisk)" }],
    tests: ["test/engine/stats/survival.test.ts"],
  },
  {
    name: "restricted-means-of-the-shortest-watch",
    sentence: "Times whose watch ended early are compared as if they had ended then.",
    file: "src/engine/stats/restricted-times.ts",
    edits: [{ find: "const values = isKnown ?", replacement: "const values = isKnown || limit > 0 ?" }],
    tests: ["test/study/experiment/estimate.test.ts"],
  },
  {
    name: "paired-shares-as-if-alone",
    sentence: "A difference of paired shares forgets that its outcomes come about together.",
    file: "src/engine/stats/paired-shares.ts",
    edits: [{ find: "return corrected / Math.sqrt(margins);", replacement: "return 0 * corrected;" }],
    tests: ["test/engine/stats/intervals.test.ts", "test/study/experiment/estimate.test.ts"],
  },
  {
    name: "quantile-bounds-at-whole-ranks",
    sentence: "The interval of a quantile ends at whole ranks, and covers more than it says.",
    file: "src/engine/stats/quantile-interval.ts",
    edits: [{ find: "return at(rank) + towards *", replacement: "return at(rank) + 0 * towards *" }],
    tests: ["test/engine/stats/intervals.test.ts"],
  },
  {
    name: "truncation-by-the-spread-alone",
    sentence: "MSER-5 takes the least variance of what is left, not the least standard error of its mean.",
    file: "src/engine/stats/mser-5.ts",
    edits: [{ find: "squares / (kept * kept)", replacement: "squares / kept" }],
    tests: ["test/engine/stats/steady-state.test.ts"],
  },
  {
    name: "batches-never-look-dependent",
    sentence: "Batch means are trusted however much they go together.",
    file: "src/engine/stats/batch-means.ts",
    edits: [{ find: "(steps / m2 - 2) / deviation", replacement: "(steps / m2 + 2) / deviation" }],
    tests: ["test/engine/stats/steady-state.test.ts"],
  },
  {
    name: "best-routes-cross-a-gate-twice",
    sentence: "Routes that cross a gate twice are told among the best.",
    file: "src/engine/network/best-routes.ts",
    edits: [{ find: "if (found.isLoopless) routes", replacement: "if (found.last.cost >= 0) routes" }],
    tests: ["test/engine/network/best-routes.test.ts"],
  },
  {
    name: "best-routes-leave-the-start",
    sentence: "No route is sought that leaves a found one behind its first leg.",
    file: "src/engine/network/best-routes.ts",
    edits: [
      { find: "length <= taken.length; length++", replacement: "length <= branch.taken.length; length++" },
    ],
    tests: ["test/engine/network/best-routes.test.ts"],
  },
];
