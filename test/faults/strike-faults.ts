import type { Fault } from "./fault.ts";

const attack = "src/domain/disruption/disruptions/attack.ts";
const hazard = "src/domain/disruption/disruptions/hazard.ts";

/** Faults of what strikes elements one by one. */
export const strikeFaults: readonly Fault[] = [
  {
    name: "attack-chooses-by-order",
    sentence: "An attack on some of a list strikes the first of it.",
    file: attack,
    edits: [{ find: ".sort((a, b) => a.share - b.share)", replacement: "" }],
    tests: ["test/domain/disruption/attack.test.ts"],
  },
  {
    name: "attack-draws-by-place-in-the-list",
    sentence: "Whom an attack strikes hangs on how many stand before it in the list.",
    file: attack,
    edits: [
      {
        find: ".map((one) => ({ one, share: uniform(`${one.id}/choice`) }))",
        replacement: ".map((one, index) => ({ one, share: uniform(`${ready.length - index}/choice`) }))",
      },
    ],
    tests: ["test/domain/disruption/attack.test.ts"],
  },
  {
    name: "fragility-without-spread",
    sentence: "All elements withstand the median of their curve.",
    file: hazard,
    edits: [{ find: "exp(beta * deviations)", replacement: "exp(0 * beta * deviations)" }],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "lightest-damage-holds",
    sentence: "Of the states that an element reaches the lightest holds.",
    file: hazard,
    edits: [{ find: "states.findLastIndex(", replacement: "states.findIndex(" }],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "damage-lasts-until-all-is-repaired",
    sentence: "What is repaired stays closed until the last repair.",
    file: "src/domain/disruption/disruptions.ts",
    edits: [{ find: "if (mended >= end) return;", replacement: "if (mended >= 0) return;" }],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "end-of-all-announced-for-each",
    sentence: "Of each element the end of the last repair is announced.",
    file: "src/domain/disruption/disruptions.ts",
    edits: [
      {
        find: "isExact ? { at: start + forMs } : end",
        replacement: "isExact && forMs < 0 ? { at: start } : end",
      },
    ],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "recovery-outlives-the-next-strike",
    sentence: "While an element is struck anew the recovery from its last damage goes on.",
    file: hazard,
    edits: [
      { find: "if (other !== own) other.yield?.();", replacement: "if (other === undefined) own.yield?.();" },
    ],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "hazard-reaches-everybody",
    sentence: "Whatever the radius, all elements feel the hazard.",
    file: "src/domain/disruption/reach.ts",
    edits: [{ find: "return away <= radius ? 1 : 0;", replacement: "return away >= 0 ? 1 : 0;" }],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "track-is-its-points",
    sentence: "Only the points of a track are near, not the way between them.",
    file: "src/base/elementary/track.ts",
    edits: [{ find: "if (length > 0 && isBeside(", replacement: "if (length < 0 && isBeside(" }],
    tests: ["test/base/elementary/track.test.ts"],
  },
  {
    name: "tracks-never-cross",
    sentence: "Two ways that cross are as far apart as their ends.",
    file: "src/base/elementary/track.ts",
    edits: [{ find: "if (doCross(one, other)) return 0;", replacement: "" }],
    tests: ["test/base/elementary/track.test.ts", "test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "cause-is-forgotten",
    sentence: "The rows of a run do not say why a disruption came.",
    file: "src/domain/disruption/disruptions.ts",
    edits: [{ find: "values.cause === undefined ?", replacement: "values.cause !== undefined ?" }],
    tests: ["test/domain/disruption/attack.test.ts"],
  },
];
