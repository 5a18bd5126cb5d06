import type { Fault } from "./fault.ts";

const policy = "src/domain/policy/policies/alternate-port.ts";
const tests = ["test/domain/policy/alternate-port.test.ts"];

/** Faults of where vessels call and of what their cargo does from there. */
export const portFaults: readonly Fault[] = [
  {
    name: "overland-at-once",
    sentence: "What is landed at another port is delivered there and then.",
    file: "src/domain/traffic/port-calls.ts",
    edits: [
      {
        find: "if (inland === undefined) this.#voyages.end(",
        replacement: "if (inland !== null) this.#voyages.end(",
      },
    ],
    tests,
  },
  {
    name: "vessel-pays-overland",
    sentence: "A vessel costs money while its cargo goes overland without it.",
    file: "src/domain/measure/cost-parts.ts",
    edits: [
      {
        find: "return Number.isNaN(freed) || Number.isNaN(end) ? end : freed;",
        replacement: "return Number.isNaN(freed) ? end : end;",
      },
    ],
    tests,
  },
  {
    name: "overland-drawn-by-order",
    sentence: "The time overland is the first draw for everybody.",
    file: policy,
    edits: [
      {
        find: "const uniform = mark.uniform(vessels.ordinal[vessel] as number, 0);",
        replacement: "const uniform = mark.uniform(this.#context.simulation.events, 0);",
      },
    ],
    tests,
  },
  {
    name: "vessel-waits-for-its-cargo",
    sentence: "A vessel is not free before its cargo has passed the cargo path.",
    file: "src/domain/traffic/port-calls.ts",
    edits: [{ find: "if (call.isCargo) log.freed(vessel);", replacement: "" }],
    tests: ["test/domain/traffic/cargo-path.test.ts"],
  },
  {
    name: "empty-vessels-pass-the-yard",
    sentence: "Voyages without cargo pass the cargo path, too.",
    file: "src/scenario/build/flow-plans.ts",
    edits: [
      {
        find: '(flow.carries ? (site?.["cargo-path"] ?? []) : [])',
        replacement: '(flow.id !== "" ? (site?.["cargo-path"] ?? []) : [])',
      },
    ],
    tests: ["test/domain/traffic/cargo-path.test.ts"],
  },
  {
    name: "port-without-a-way-back",
    sentence: "Who once calls elsewhere never calls at its own port again.",
    file: policy,
    edits: [
      {
        find: 'if (rule === "divert" && own.waitMs === 0) return port;',
        replacement: 'if (rule === "divert" && own.waitMs === 0) return now;',
      },
    ],
    tests,
  },
  {
    name: "port-belief-sees-servers",
    sentence: "The believed wait leaves the servers out, as if each station had one.",
    file: "src/domain/policy/port-belief.ts",
    edits: [{ find: "Math.max(0, ahead - servers + 1) / rate", replacement: "ahead / rate" }],
    tests: ["test/domain/policy/port-belief.test.ts"],
  },
];
