import type { Fault } from "./fault.ts";

/** Faults of what stations do beside serving: whom they serve next. */
export const stationFaults: readonly Fault[] = [
  {
    name: "servers-are-rounded-at-each-factor",
    sentence: "What one factor leaves of the servers is rounded down before the next takes its part.",
    file: "src/domain/world/elements.ts",
    edits: [
      {
        find: "reduce((servers, hold) => servers * hold.servers, 1);",
        replacement:
          "reduce((left, { servers }) => Math.floor(left * servers), this.servers(element)) / " +
          "this.servers(element);",
      },
    ],
    tests: ["test/domain/facility/facilities.test.ts"],
  },
  {
    name: "shortest-serves-the-longest",
    sentence: "Under `shortest` the longest service of those waiting goes first.",
    file: "src/domain/facility/facilities.ts",
    edits: [{ find: "return serviceMs;", replacement: "return -serviceMs;" }],
    tests: ["test/domain/facility/disciplines.test.ts"],
  },
  {
    name: "due-date-forgotten",
    sentence: "Under `due` nobody is due, so that it is first come, first served.",
    file: "src/domain/traffic/traffic.ts",
    edits: [{ find: "Number.isNaN(due) ? Number.MAX_VALUE : due", replacement: "Number.MAX_VALUE" }],
    tests: ["test/domain/facility/disciplines.test.ts"],
  },
  {
    name: "like-before-the-patches",
    sentence: "A site takes over what another one has before a variant patches that one.",
    file: "src/scenario/language/study-work.ts",
    edits: [
      {
        find: "const root = withLikes(patched, fileField, this.families);",
        replacement: "const root = patched;",
      },
      {
        find: "this.root = material.root;",
        replacement: "this.root = withLikes(material.root, fileField, material.families);",
      },
    ],
    tests: ["test/scenario/language/like.test.ts"],
  },
  {
    name: "closing-is-before-the-last-is-done",
    sentence: "A service that ends as the station closes goes on when it opens.",
    file: "src/domain/facility/opening-hours.ts",
    edits: [{ find: "priority: priority.disrupt", replacement: "priority: priority.restore" }],
    tests: ["test/domain/facility/opening-hours.test.ts"],
  },
  {
    name: "clock-runs-behind",
    sentence: "An offset from UTC is taken away instead of added.",
    file: "src/engine/station/opening-calendar.ts",
    edits: [{ find: "time + this.#offsetMs - mondayMs", replacement: "time - this.#offsetMs - mondayMs" }],
    tests: ["test/engine/station/opening-calendar.test.ts", "test/domain/facility/opening-hours.test.ts"],
  },
  {
    name: "blocked-job-leaves-its-server",
    sentence: "A job that is done goes on to a station without room, and waits there instead.",
    file: "src/engine/station/stations.ts",
    edits: [{ find: "|| this.hasRoom(next))", replacement: "|| this.onward !== undefined)" }],
    tests: ["test/engine/station/blocking.test.ts"],
    cases: ["q-tandem-block", "q-yard-blocking"],
  },
  {
    name: "blocked-last-come-first-served",
    sentence: "Of those who are blocked the last goes on first when there is room.",
    file: "src/engine/station/blocked-jobs.ts",
    edits: [{ find: ".before[0]", replacement: ".before.at(-1)" }],
    tests: ["test/engine/station/blocking.test.ts"],
  },
  {
    name: "blame-stops-at-the-next-station",
    sentence: "Who waits behind those who are blocked already does not wait for what begins now.",
    file: "src/domain/facility/facilities.ts",
    edits: [{ find: "if (!isTold) this.#passBlameOn(before);", replacement: "void isTold;" }],
    tests: ["test/domain/facility/blocking.test.ts"],
  },
  {
    name: "circle-is-no-deadlock",
    sentence: "Nobody notices that some block each other for ever.",
    file: "src/engine/station/deadlock.ts",
    edits: [{ find: "if (freed.size === 0) return stuck;", replacement: "if (freed.size === 0) return [];" }],
    tests: ["test/engine/station/blocking.test.ts"],
  },
  {
    name: "blocked-by-nobody",
    sentence: "Whoever stays in a server for want of room at the next station does so for no reason.",
    file: "src/domain/traffic/whereabouts.ts",
    edits: [
      {
        find: "return this.#rooms.elements.blame(this.#rooms.facilities.element(call.facility));",
        replacement: "return 0;",
      },
    ],
    tests: ["test/domain/facility/blocking.test.ts"],
  },
  {
    name: "ship-free-while-its-berth-is-kept",
    sentence: "A vessel whose cargo finds no room is taken to have left the berth.",
    file: "src/domain/measure/visits.ts",
    edits: [
      { find: "(kind !== stage.blocked && kind !== stage.lost) ||", replacement: "kind !== stage.lost ||" },
    ],
    tests: ["test/domain/facility/blocking.test.ts"],
    cases: ["q-yard-blocking"],
  },
  {
    name: "circle-is-not-warned-of",
    sentence: "Stations that may block each other for ever are taken for granted.",
    file: "src/scenario/language/checks/stations.ts",
    edits: [{ find: "if (to === name) return true;", replacement: "if (to === from) return true;" }],
    tests: ["test/scenario/language/broken-files.test.ts"],
  },
  {
    name: "room-beyond-one-is-no-room",
    sentence: "A station that blocks lets somebody on only when one waiting place is left.",
    file: "src/engine/station/stations.ts",
    edits: [
      {
        find: "this.waiting(station) < this.blocked.room(station)",
        replacement: "this.waiting(station) === this.blocked.room(station) - 1",
      },
    ],
    tests: ["test/laws/stations.test.ts"],
  },
  {
    name: "repair-is-longer-by-a-tenth",
    sentence: "Every repair takes a tenth longer than was drawn.",
    file: "src/domain/disruption/disruptions.ts",
    edits: [
      { find: 'draw(lifetime.repair, "repair")', replacement: '1.1 * draw(lifetime.repair, "repair")' },
    ],
    tests: ["test/domain/disruption/failure.test.ts"],
  },
];
