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
        find: "isExact ? { at: start + afterMs + forMs } : told",
        replacement: "isExact && forMs < 0 ? { at: start } : told",
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
    name: "a-state-of-damage-forgets-its-recovery",
    sentence: "The end of a repair does not tell when the pace is back that a state of damage took.",
    file: hazard,
    edits: [{ find: "return own.recoveryMs ?? 0;", replacement: "return 0;" }],
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
    edits: [
      {
        find: "const crossing = crossingOf(segment, other);",
        replacement: "const crossing: Vector | undefined = undefined as Vector | undefined;",
      },
    ],
    tests: ["test/base/elementary/track.test.ts", "test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "all-of-a-track-at-once",
    sentence: "Whatever the times of a track, all that it passes is struck at its start.",
    file: hazard,
    edits: [
      {
        find: "afterMs: passesAfterMs(where, target.at),",
        replacement: "afterMs: 0 * passesAfterMs(where, target.at),",
      },
    ],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "struck-later-is-told-at-the-start",
    sentence: "What a track reaches later is announced as closed from the start on.",
    file: "src/domain/disruption/disruptions.ts",
    edits: [
      { find: "const isStruck = start + afterMs <= this", replacement: "const isStruck = start <= this" },
    ],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "track-is-passed-at-its-points",
    sentence: "Between two points of a track a storm stays at the first until it is at the second.",
    file: "src/domain/disruption/reach.ts",
    edits: [
      { find: "(to - from) * (along - before)", replacement: "(to - from) * Math.floor(along - before)" },
    ],
    tests: ["test/domain/disruption/hazard.test.ts"],
  },
  {
    name: "cause-is-forgotten",
    sentence: "The rows of a run do not say why a disruption came.",
    file: "src/domain/disruption/disruptions.ts",
    edits: [{ find: "values.cause === undefined ?", replacement: "values.cause !== undefined ?" }],
    tests: ["test/domain/disruption/attack.test.ts"],
  },
];
