import type { Edit, Fault } from "./fault.ts";

const mark = "src/engine/random/mark.ts";
const announcements = "src/domain/disruption/announcements.ts";

/** Draws of one purpose are taken in the order in which they are asked for, not by the voyage they befall. */
function inOrderOfAsking(purpose: string): Edit[] {
  return [
    { find: "  #flows = 0;", replacement: "  #flows = 0;\n  #asked = 0;" },
    { find: "    this.#flows = 0;", replacement: "    this.#flows = 0;\n    this.#asked = 0;" },
    {
      find: "keys[entry | 2]!, ordinal, visit,",
      replacement: `keys[entry | 2]!, this.#purpose === "${purpose}" ? this.#asked++ : ordinal, visit,`,
    },
  ];
}

/** Faults of draws, routes, news, disruptions and measures. */
export const worldFaults: readonly Fault[] = [
  {
    name: "service-drawn-in-station-order",
    sentence: "A service is the next draw of the station, whoever comes, instead of the voyage's own.",
    file: mark,
    edits: inOrderOfAsking("service"),
    tests: ["test/laws/draws.test.ts", "test/faults/draws.test.ts"],
  },
  {
    name: "diversion-moves-anothers-draw",
    sentence: "A transit is the next draw of the passage, so that one who diverts moves those behind it.",
    file: mark,
    edits: inOrderOfAsking("transit"),
    tests: ["test/laws/draws.test.ts", "test/faults/draws.test.ts"],
  },
  {
    name: "second-diversion-forgets-the-first",
    sentence: "A vessel that leaves one passage sails again through the one that it left before.",
    file: "src/domain/traffic/avoidances.ts",
    edits: [
      {
        find: "[...this.#others(set, choice), choice].sort((a, b) => a - b)",
        replacement: "[choice]",
      },
    ],
    tests: ["test/domain/traffic/avoidances.test.ts"],
  },
  {
    name: "class-rule-ignored-on-the-alternative",
    sentence: "The rule on who may pass holds on the usual route only, not on the way round.",
    file: "src/domain/traffic/routes.ts",
    edits: [
      {
        find: "|| this.bars(classNumber, passage).length > 0",
        replacement: "|| (avoidance === 0 && this.bars(classNumber, passage).length > 0)",
      },
    ],
    tests: ["test/faults/class-rule.test.ts"],
  },
  {
    name: "no-route-without-a-reason",
    sentence: "The last row of a voyage without a legal route does not say which rule forbids it.",
    file: "src/domain/traffic/whereabouts.ts",
    edits: [{ find: 'log.reason(rules.join(", "))', replacement: "0" }],
    tests: ["test/laws/no-route.test.ts"],
  },
  {
    name: "policy-reads-the-true-end",
    sentence: "Whatever the schedule says, the true end is announced, so that deciders know it.",
    file: announcements,
    edits: [{ find: 'if (foresight === "exact")', replacement: 'if (foresight !== "none")' }],
    tests: ["test/laws/announcements.test.ts", "test/faults/true-end.test.ts"],
  },
  {
    name: "true-end-visible-without-foresight",
    sentence: "A closure of which no end is announced announces its true end.",
    file: announcements,
    edits: [
      {
        find: 'return this.#at(start, number, "none");',
        replacement: 'return this.#at(start, number, end === undefined ? "none" : { at: end });',
      },
    ],
    tests: ["test/laws/announcements.test.ts", "test/faults/true-end.test.ts"],
  },
  {
    name: "occurrence-draws-not-its-own",
    sentence: "Each occurrence of a disruption has the draws of the first.",
    file: "src/domain/disruption/onsets.ts",
    edits: [{ find: "return occurrence === 0 ? address", replacement: "return occurrence >= 0 ? address" }],
    tests: ["test/domain/disruption/onsets.test.ts"],
  },
  {
    name: "undated-strikes-in-the-warm-up",
    sentence: "What starts by chance starts its clock with the run, so that it strikes in the warm-up.",
    file: "src/domain/disruption/onsets.ts",
    edits: [
      {
        find: "this.#rooms.runStart : this.#rooms.warmUpEnd",
        replacement: "this.#rooms.runStart : this.#rooms.runStart",
      },
    ],
    tests: ["test/domain/disruption/onsets.test.ts"],
  },
  {
    name: "busy-clock-runs-by-the-calendar",
    sentence: "What ages only while it is busy ages while nobody is served, too.",
    file: "src/domain/disruption/lifetimes.ts",
    edits: [
      { find: "if (runs && !shouldRun) this.#halt(number);", replacement: "if (runs && !shouldRun) return;" },
    ],
    tests: ["test/domain/disruption/failure.test.ts"],
  },
  {
    name: "factor-of-one-changes-something",
    sentence: "A factor of 1 is blamed for the waits of the element that it acts on.",
    file: "src/domain/world/elements.ts",
    edits: [{ find: "if (hold.factor < 1 || hold.servers < 1)", replacement: "if (hold.factor <= 1)" }],
    tests: ["test/laws/disruptions.test.ts", "test/laws/onsets.test.ts"],
  },
  {
    name: "reverted-factor-leaves-a-trace",
    sentence: "A factor that is taken back goes on acting.",
    file: "src/domain/world/elements.ts",
    edits: [
      {
        find: "if (isHeld) this.#release(element, hold.owner);",
        replacement: "if (isHeld && !isNeutral) this.#release(element, hold.owner);",
      },
    ],
    tests: ["test/laws/disruptions.test.ts", "test/laws/onsets.test.ts"],
  },
  {
    name: "reverted-closure-leaves-a-trace",
    sentence: "A closure that is over stays on the board, so that deciders go on avoiding what is open.",
    file: "src/domain/news/board.ts",
    edits: [{ find: "topic.closure = undefined;", replacement: "" }],
    tests: ["test/laws/policies.test.ts"],
  },
  {
    name: "window-off-by-one",
    sentence: "A window counts what happens at its end, which belongs to the next.",
    file: "src/domain/measure/window-walk.ts",
    edits: [
      {
        find: "while (instantAt(times, this.#head) < at + this.#window)",
        replacement: "while (instantAt(times, this.#head) <= at + this.#window)",
      },
    ],
    tests: ["test/domain/measure/reference.test.ts"],
  },
  {
    name: "throughput-window-off-by-one",
    sentence: "A count in a window includes what happens at its end.",
    file: "src/domain/measure/measures/throughput.ts",
    edits: [{ find: "until === facts.end ? until : until - 1", replacement: "until" }],
    tests: ["test/domain/measure/queues.test.ts"],
  },
  {
    name: "unrecovered-run-gives-nothing",
    sentence: "A run that has not recovered by its end gives no reading, instead of a censored one.",
    file: "src/domain/measure/measures/time-to-recover.ts",
    edits: [
      {
        find: "return censoredAfter(failure.watchedUntil - curve.heldFor - onset);",
        replacement: "return none;",
      },
    ],
    tests: ["test/domain/measure/recovery.test.ts"],
  },
  {
    name: "wait-behind-a-frozen-job-has-no-cause",
    sentence: "An empty line clears the blame, though somebody inside was held back and others wait for it.",
    file: "src/domain/facility/facilities.ts",
    edits: [
      {
        find: "this.#heldBack.isAny(facility) || this.#stations.waiting(station) > 0",
        replacement: "this.#stations.waiting(station) > 0",
      },
    ],
    tests: ["test/domain/facility/facilities.test.ts"],
  },
  {
    name: "priority-outlives-its-end",
    sentence: "Where somebody went first the line is not put back in order when the priority stops.",
    file: "src/domain/policy/policies/priority.ts",
    edits: [{ find: "end: () => prefer(undefined),", replacement: "end: () => undefined," }],
    tests: ["test/domain/policy/priority.test.ts", "test/laws/policies.test.ts"],
  },
  {
    name: "priority-heeds-newcomers-only",
    sentence: "Who waits already when a priority begins keeps the place in line.",
    file: "src/domain/world/waiting-lines.ts",
    edits: [{ find: "rank(a) - rank(b) || came(a) - came(b)", replacement: "came(a) - came(b)" }],
    tests: ["test/domain/policy/priority.test.ts", "test/domain/world/waiting-lines.test.ts"],
  },
  {
    name: "cancelled-voyage-gives-its-number-away",
    sentence: "After a voyage that a fall of demand cancels the next has its number, and so its draws.",
    file: "src/domain/traffic/flows.ts",
    edits: [{ find: "copy === 0 ? next :", replacement: "copy === 0 ? this.begun(flow) :" }],
    tests: ["test/domain/disruption/demand.test.ts"],
  },
  {
    name: "added-demand-has-the-draws-of-the-usual",
    sentence: "What adds to the demand of a flow comes whenever the flow's own voyages come.",
    file: "src/scenario/build/scenario-world.ts",
    edits: [{ find: "`flow/${id}/arrivals/added/${copy}`", replacement: "`flow/${id}/arrivals`" }],
    tests: ["test/domain/disruption/demand.test.ts"],
  },
  {
    name: "factor-outlives-its-end",
    sentence: "What scales demand or speed goes on when its disruption is over.",
    file: "src/domain/disruption/factor-effect.ts",
    edits: [{ find: "scaleTo(1);", replacement: "" }],
    tests: [
      "test/domain/disruption/demand.test.ts",
      "test/domain/disruption/slowdown.test.ts",
      "test/laws/disruptions.test.ts",
    ],
  },
  {
    name: "schedule-waits-for-its-next-step",
    sentence: "A schedule holds nothing at the start of its disruption that began to hold before.",
    file: "src/domain/disruption/course.ts",
    edits: [{ find: "if (!(time >= (since[of] as number))) return;", replacement: "if (of >= 0) return;" }],
    tests: [
      "test/domain/disruption/capacity.test.ts",
      "test/domain/disruption/demand.test.ts",
      "test/domain/disruption/slowdown.test.ts",
      "test/laws/onsets.test.ts",
    ],
  },
  {
    name: "step-after-the-end-acts",
    sentence: "A step of a schedule that comes after the end of its disruption begins to hold.",
    file: "src/domain/disruption/course.ts",
    edits: [
      {
        find:
          "for (const { event } of this.#turns.values()) this.#context.simulation.cancel(event);\n" +
          "    this.#turns.clear();",
        replacement: "",
      },
    ],
    tests: ["test/domain/disruption/capacity.test.ts"],
  },
  {
    name: "one-step-an-instant",
    sentence: "Of two numbers of a disruption that turn at one instant only the last does.",
    file: "src/domain/disruption/course.ts",
    edits: [{ find: "turn.steps.push(step);", replacement: "turn.steps.splice(0, 1, step);" }],
    tests: ["test/domain/disruption/ban.test.ts"],
  },
  {
    name: "ban-strikes-newcomers-only",
    sentence: "Who stands in line when a ban begins enters although banned.",
    file: "src/domain/traffic/bans.ts",
    edits: [{ find: "for (const vessel of place?.line() ?? [])", replacement: "for (const vessel of [])" }],
    tests: ["test/domain/disruption/ban.test.ts"],
  },
  {
    name: "ban-of-nobody-is-news",
    sentence: "A ban of a share of 0 is announced, so that vessels decide anew.",
    file: "src/domain/disruption/disruptions/ban.ts",
    edits: [{ find: "whom = part > 0 ? ", replacement: "whom = part > -1 ? " }],
    tests: ["test/domain/disruption/ban.test.ts"],
  },
  {
    name: "end-of-one-ban-frees-all",
    sentence: "When one ban ends those enter whom another still bans.",
    file: "src/domain/traffic/bans.ts",
    edits: [
      {
        find: ".filter((vessel) => this.bannerOf(element, vessel) === 0);",
        replacement: ".filter(() => true);",
      },
    ],
    tests: ["test/domain/disruption/ban.test.ts"],
  },
  {
    name: "ban-is-believed-by-everybody",
    sentence: "A ban of some is announced as if it closed to everybody, so that others go round too.",
    file: "src/domain/news/board.ts",
    edits: [
      {
        find: "closure !== undefined && (closure.whom === undefined || closure.whom(vessel))",
        replacement: "closure !== undefined && vessel >= 0",
      },
    ],
    tests: ["test/domain/disruption/ban.test.ts"],
  },
  {
    name: "banned-share-drawn-anew",
    sentence: "Each question whether a vessel is among the share that is banned has another answer.",
    file: mark,
    edits: inOrderOfAsking("ban"),
    tests: ["test/domain/disruption/ban.test.ts"],
  },
];
