import type { Expectation } from "./expectation.ts";

/** Files with what goes wrong in crossing variants. */
export const crossingExpectations: readonly Expectation[] = [
  {
    file: "cross-unknown.yaml",
    problems: [
      ["ID_UNKNOWN", 29, 15],
      ["ID_UNKNOWN", 29, 30],
      ["ID_UNKNOWN", 29, 45],
      ["ID_UNKNOWN", 31, 60],
    ],
    says: [
      'cross[0][1]: no variant is named "hihg"; nearest is "high"',
      "storm is a disruption, and no variant",
      "choose from baseline, fast, high, long, low, short",
      'no variant is named "low+shrot"',
    ],
  },
  {
    file: "cross-flat.yaml",
    problems: [["SHAPE_WRONG", 29, 8]],
    says: ["`cross` holds lists of variants, not variants; write [[low], [short]]"],
  },
  {
    file: "cross-lists.yaml",
    problems: [
      ["VALUES_WRONG", 29, 21],
      ["VALUES_WRONG", 29, 35],
      ["VALUES_WRONG", 29, 42],
      ["VALUES_WRONG", 29, 57],
    ],
    says: [
      '"low" stands twice in one list',
      '"high" stands in two lists',
      "an empty list combines with nothing",
      '"baseline" stands twice in one list',
    ],
  },
  {
    file: "cross-one.yaml",
    problems: [["VALUES_WRONG", 29, 8]],
    says: ["one list has nothing to be crossed with; write two lists or more"],
  },
  {
    file: "cross-conflict.yaml",
    problems: [
      ["PATCH_CONFLICT", 29, 24],
      ["PATCH_CONFLICT", 29, 30],
    ],
    says: [
      '"low" and "high" write flows.calls.arrivals.rate differently: 1 /d and 3 /d',
      '"short" and "long" write disruptions.storm.end|duration differently',
    ],
  },
  {
    file: "cross-together.yaml",
    problems: [["ID_UNKNOWN", 26, 72]],
    says: ['in variant low+none+after, no disruption or policy is named "storm"'],
  },
  {
    file: "cross-again.yaml",
    problems: [["VALUES_IDLE", 30, 17]],
    says: ['low+short is the variant "both" over again; remove "both", or cross other variants'],
  },
  {
    file: "cross-nothing.yaml",
    problems: [["VALUES_IDLE", 29, 8]],
    says: ["these lists combine nothing that is not a variant already"],
  },
  {
    file: "cross-many.yaml",
    problems: [["OUT_OF_RANGE", 34, 8]],
    says: ["these lists make 1024 combinations, more than 1000"],
  },
];
