import type { Fault } from "./fault.ts";

const policy = "src/domain/policy/policies/alternate-port.ts";
const transfers = ["test/domain/traffic/transfers.test.ts"];
const tests = ["test/domain/policy/alternate-port.test.ts"];

/** Faults of where vessels call and of what their cargo does from there. */
export const portFaults: readonly Fault[] = [
  {
    name: "overland-at-once",
    sentence: "What is landed at another port is delivered there and then.",
    file: "src/domain/traffic/port-calls.ts",
    edits: [
      {
        find: "if (inland === undefined) this.#landed(",
        replacement: "if (inland !== null) this.#landed(",
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
        find: 'marks.at("inland", alternate.id).uniform(flow, ordinal)',
        replacement:
          'marks.at("inland", alternate.id).uniform(flow, ordinal + this.#context.simulation.events)',
      },
    ],
    tests,
  },
  {
    name: "back-from-a-free-berth",
    sentence: "Under `divert` a vessel comes back however much sooner its cargo is there from the alternate.",
    file: policy,
    edits: [{ find: "own.waitMs === 0 && own.ms <= best.ms", replacement: "own.waitMs === 0" }],
    tests,
  },
  {
    name: "vessel-waits-for-its-cargo",
    sentence: "A vessel is not free before its cargo has passed the cargo path.",
    file: "src/domain/traffic/port-calls.ts",
    edits: [{ find: "if (call.isCargo) this.#free(vessel);", replacement: "" }],
    tests: ["test/domain/traffic/cargo-path.test.ts"],
  },
  {
    name: "empty-vessels-pass-the-yard",
    sentence: "Voyages without cargo pass the cargo path, too.",
    file: "src/scenario/build/call-lists.ts",
    edits: [
      {
        find: '(carries ? (site?.["cargo-path"] ?? []) : [])',
        replacement: '(vessel !== "" ? (site?.["cargo-path"] ?? []) : [])',
      },
    ],
    tests: ["test/domain/traffic/cargo-path.test.ts"],
  },
  {
    name: "port-without-a-way-back",
    sentence: "Who once calls elsewhere never calls at its own port again.",
    file: policy,
    edits: [{ find: "own.waitMs === 0 && own.ms <= best.ms ? port", replacement: "false ? port" }],
    tests,
  },
  {
    name: "port-belief-sees-servers",
    sentence: "The believed wait leaves the servers out, as if each station had one.",
    file: "src/domain/policy/port-belief.ts",
    edits: [{ find: "Math.max(0, ahead - servers + 1) / rate", replacement: "ahead / rate" }],
    tests: ["test/domain/policy/port-belief.test.ts"],
  },
  {
    name: "banned-calls-elsewhere-for-no-reason",
    sentence: "Who calls elsewhere since its own port bans it goes overland through nobody's fault.",
    file: "src/domain/traffic/ports.ts",
    edits: [{ find: "this.#bans.bannerOf(element, vessel) || ", replacement: "" }],
    tests: ["test/domain/combinations.test.ts"],
  },
  {
    name: "transfer-takes-no-time",
    sentence: "What changes vessels leaves on the next one at once.",
    file: "src/domain/traffic/port-calls.ts",
    edits: [
      {
        find: "this.#simulation.after(ms, this.#change",
        replacement: "this.#simulation.after(0, this.#change",
      },
    ],
    tests: [...transfers, "test/laws/routing.test.ts"],
  },
  {
    name: "transfer-drawn-by-order",
    sentence: "The time of a transfer is drawn in the order in which they come.",
    file: "src/domain/traffic/port-calls.ts",
    edits: [
      {
        find: "hub.mark.uniform(flow, ordinal)",
        replacement: "hub.mark.uniform(flow, ordinal + this.#simulation.events)",
      },
    ],
    tests: transfers,
  },
  {
    name: "hub-chosen-by-way-alone",
    sentence: "Hubs are compared without the time of their stations and transfers.",
    file: "src/domain/traffic/transfer-way.ts",
    edits: [{ find: "first.ms + hub.meanMs + rest.ms", replacement: "first.ms + rest.ms" }],
    tests: transfers,
  },
  {
    name: "later-vessel-is-free",
    sentence: "What the vessels after the first one cost is forgotten.",
    file: "src/domain/traffic/transfers.ts",
    edits: [{ find: "this.#later.set(vessel, {", replacement: "this.#later.clear();\n    void ({" }],
    tests: transfers,
  },
  {
    name: "changes-vessels-at-the-other-port",
    sentence: "What was landed at another port goes on from there, as if it had a hub.",
    file: "src/domain/traffic/transfers.ts",
    edits: [
      { find: "vessels.node[vessel] = node;", replacement: "vessels.node[vessel] = Math.max(node, 0) * 0;" },
    ],
    tests: transfers,
  },
];
