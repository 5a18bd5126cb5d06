import type { Expectation } from "./expectation.ts";

/** What people type for a number, a name or a map, and what they are told to write. */
export const typingExpectations: readonly Expectation[] = [
  {
    file: "lists-of-values.yaml",
    problems: [
      ["SHAPE_WRONG", 13, 39],
      ["NUMBER_MALFORMED", 13, 57],
      ["SHAPE_WRONG", 17, 29],
      ["SHAPE_WRONG", 19, 83],
    ],
    says: [
      "write { kind: uniform, min: 3 h, max: 5 h } for all between, " +
        "or { kind: empirical, values: [3 h, 5 h] }",
      "unlimited is no number; leave the key out",
      "a speed is due, not a list",
      "write { kind: empirical, values: [2 /d, 3 /d, 5 /d] } for one of them",
    ],
  },
  {
    file: "keys-misplaced.yaml",
    problems: [
      ["KEY_UNKNOWN", 15, 3],
      ["KEY_UNKNOWN", 17, 36],
      ["NOTHING_TO_REMOVE", 23, 37],
    ],
    says: [
      'indent it to stand under "links", which is empty',
      "no space stands behind the colon; write capacity: 1000 TEU",
      'nearest is "storm"',
    ],
  },
  {
    file: "duration-extreme.yaml",
    problems: [
      ["TOO_SHORT", 13, 66],
      ["OUT_OF_RANGE", 19, 98],
      ["OUT_OF_RANGE", 21, 47],
    ],
    says: ["write 1 s or more", "it must be at most 100000 y", "write at most 100000 y"],
  },
  {
    file: "id-accents.yaml",
    problems: [["ID_MALFORMED", 9, 5]],
    says: ["write hafen"],
  },
  {
    file: "keys-missing-twice.yaml",
    problems: [
      ["KEY_MISSING", 1, 1],
      ["KEY_MISSING", 1, 1],
      ["KEY_MISSING", 1, 1],
    ],
    says: [
      "write title, what the scenario is called",
      "write time: { start: 2021-03-23T05:40Z, ... }, the span of a run",
      "write network, where things happen",
    ],
  },
  {
    file: "number-commas.yaml",
    problems: [
      ["NUMBER_MALFORMED", 17, 46],
      ["NUMBER_MALFORMED", 19, 83],
      ["NUMBER_MALFORMED", 23, 35],
    ],
    says: ["write 1000 TEU; or, as a decimal, write 1.000 TEU", "write 2.4 /d", "write 7.5 d"],
  },
  {
    file: "number-range.yaml",
    problems: [
      ["NUMBER_MALFORMED", 3, 68],
      ["NUMBER_MALFORMED", 13, 66],
      ["NUMBER_MALFORMED", 17, 29],
    ],
    says: [
      "write one value, or where chance may choose { kind: uniform, min: 30 d, max: 40 d }",
      "write one value, or where chance may choose { kind: uniform, min: 8 h, max: 10 h }",
      "write one value, or where chance may choose { kind: uniform, min: 10 kn, max: 12 kn }",
    ],
  },
  {
    file: "set-other-name.yaml",
    set: ["disruptions.closure.duration=3 d", "flows.cals.vessel=ship"],
    problems: [
      ["KIND_MISSING", 1, 1],
      ["KEY_MISSING", 2, 1],
    ],
    says: [
      "choose from storm; else write kind: attack, or ban, or capacity, or closure",
      'nearest is "calls"; else write from, where voyages begin: one site, or weights by site',
    ],
  },
  {
    file: "shape-hints.yaml",
    problems: [
      ["SHAPE_WRONG", 11, 11],
      ["SHAPE_WRONG", 13, 37],
    ],
    says: ["write [51.0, 1.0]", "write { daily: 08:00-18:00, ... }"],
  },
  {
    file: "unit-words.yaml",
    problems: [
      ["UNIT_UNKNOWN", 3, 68],
      ["UNIT_UNKNOWN", 13, 66],
      ["UNIT_UNKNOWN", 17, 29],
      ["UNIT_UNKNOWN", 17, 49],
      ["UNIT_UNKNOWN", 19, 83],
    ],
    says: [
      'nearest is "d"',
      "choose from ms, s, min, h, d, w, y",
      'nearest is "kn"',
      'nearest is "t"',
      'nearest is "/d"',
    ],
  },
  {
    file: "words-of-names.yaml",
    problems: [
      ["KEY_UNKNOWN", 13, 39],
      ["KIND_UNKNOWN", 13, 74],
      ["KIND_UNKNOWN", 22, 13],
    ],
    says: ['nearest is "mon"', 'nearest is "exponential"', 'nearest is "mean-wait"'],
  },
  {
    file: "threshold-share.yaml",
    problems: [
      ["OUT_OF_RANGE", 24, 88],
      ["OUT_OF_RANGE", 25, 82],
    ],
    says: ["and not 95; write 95 % if that is meant", "and not 90; write 90 % if that is meant"],
  },
];
