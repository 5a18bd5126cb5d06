import { chanceExpectations } from "./chance-expectations.ts";
import type { Expectation } from "./expectation.ts";
import { futuresExpectations } from "./futures-expectations.ts";
import { crossingExpectations } from "./crossing-expectations.ts";
import { stationExpectations } from "./station-expectations.ts";
import { tableExpectations } from "./table-expectations.ts";
import { namingExpectations } from "./naming-expectations.ts";
import { passageExpectations } from "./passage-expectations.ts";
import { plannerExpectations } from "./planner-expectations.ts";
import { precisionExpectations } from "./precision-expectations.ts";
import { textExpectations } from "./text-expectations.ts";
import { timelyExpectations } from "./timely-expectations.ts";
import { typingExpectations } from "./typing-expectations.ts";
import { wordingExpectations } from "./wording-expectations.ts";

/** Every file of this folder. */
export const expectations: readonly Expectation[] = [
  {
    file: "cargo-incomplete.yaml",
    problems: [
      ["CARGO_INCOMPLETE", 19, 56],
      ["CARGO_INCOMPLETE", 20, 62],
    ],
  },
  {
    file: "cargo-path-idle.yaml",
    problems: [
      ["CARGO_PATH_IDLE", 15, 19],
      ["CARGO_PATH_IDLE", 16, 110],
    ],
  },
  {
    file: "cargo-too-large.yaml",
    problems: [
      ["CARGO_TOO_LARGE", 19, 56],
      ["CARGO_TOO_LARGE", 20, 73],
    ],
  },
  {
    file: "cargo-units.yaml",
    problems: [
      ["CARGO_INCOMPLETE", 19, 56],
      ["UNIT_WRONG", 23, 47],
      ["UNIT_UNKNOWN", 23, 68],
    ],
  },
  {
    file: "condition-wrong.yaml",
    problems: [
      ["KIND_UNKNOWN", 26, 66],
      ["VALUES_WRONG", 27, 57],
      ["OUT_OF_RANGE", 28, 108],
      ["UNIT_MISSING", 29, 100],
      ["OUT_OF_RANGE", 30, 97],
      ["KEY_UNKNOWN", 31, 92],
      ["KIND_MISSING", 32, 57],
      ["KIND_UNKNOWN", 33, 66],
      ["VALUES_WRONG", 34, 58],
      ["KIND_MISSING", 35, 58],
      ["UNIT_MISSING", 36, 110],
    ],
  },
  {
    file: "coordinates-missing.yaml",
    problems: [
      ["COORDINATES_MISSING", 15, 15],
      ["COORDINATES_MISSING", 21, 52],
    ],
  },
  {
    file: "coordinates-wrong.yaml",
    problems: [
      ["COORDINATES_WRONG", 8, 32],
      ["COORDINATES_WRONG", 11, 11],
    ],
  },
  {
    file: "count-fraction.yaml",
    problems: [
      ["COUNT_FRACTION", 5, 15],
      ["COUNT_FRACTION", 13, 27],
    ],
  },
  {
    file: "count-huge.yaml",
    problems: [
      ["OUT_OF_RANGE", 5, 15],
      ["OUT_OF_RANGE", 13, 27],
      ["OUT_OF_RANGE", 13, 39],
    ],
  },
  {
    file: "count-infinite.yaml",
    problems: [
      ["NUMBER_MALFORMED", 5, 15],
      ["NUMBER_MALFORMED", 13, 27],
    ],
  },
  {
    file: "distance-short.yaml",
    problems: [
      ["DISTANCE_SHORT", 15, 62],
      ["DISTANCE_SHORT", 16, 62],
    ],
  },
  {
    file: "distribution-wrong.yaml",
    problems: [
      ["DISTRIBUTION_WRONG", 13, 71],
      ["DISTRIBUTION_WRONG", 21, 47],
    ],
  },
  {
    file: "ends-equal.yaml",
    problems: [
      ["ENDS_EQUAL", 15, 32],
      ["ENDS_EQUAL", 20, 46],
    ],
  },
  {
    file: "extends-cycle-three.yaml",
    problems: [["FILE_CYCLE", 1, 10]],
  },
  {
    file: "extends-cycle-two.yaml",
    problems: [["FILE_CYCLE", 1, 10]],
  },
  {
    file: "extends-cycle.yaml",
    problems: [["FILE_CYCLE", 1, 10]],
  },
  {
    file: "extends-unknown-json.yaml",
    problems: [["FILE_UNKNOWN", 1, 10]],
  },
  {
    file: "extends-unknown.yaml",
    problems: [["FILE_UNKNOWN", 1, 10]],
  },
  {
    file: "factors-doubtful.yaml",
    problems: [
      ["VALUES_DOUBTFUL", 22, 56],
      ["VALUES_DOUBTFUL", 23, 48],
      ["VALUES_DOUBTFUL", 25, 5],
      ["VALUES_DOUBTFUL", 32, 55],
      ["VALUES_DOUBTFUL", 33, 58],
    ],
    says: [
      "50 makes it faster; write a part of 1, such as 50 %",
      "1.3 makes it faster; write a part of 1, such as 0.5",
      "30 makes it faster; write a part of 1, such as 30 %",
      "0 stops all work; write 1.5 for half as much again",
      "0.2 makes it slower; write 1.5 for half as much again",
    ],
  },
  {
    file: "flow-ends-in-passage.yaml",
    problems: [
      ["TRANSIT_MISPLACED", 16, 16],
      ["TRANSIT_MISPLACED", 17, 27],
    ],
  },
  {
    file: "id-malformed.yaml",
    problems: [
      ["ID_MALFORMED", 15, 5],
      ["ID_MALFORMED", 17, 3],
    ],
  },
  {
    file: "id-twice.yaml",
    problems: [
      ["ID_TWICE", 19, 3],
      ["ID_TWICE", 21, 3],
    ],
  },
  {
    file: "id-unknown.yaml",
    problems: [
      ["ID_UNKNOWN", 19, 44],
      ["ID_UNKNOWN", 21, 31],
      ["ID_UNKNOWN", 22, 24],
    ],
  },
  {
    file: "id-unused.yaml",
    problems: [
      ["ID_UNUSED", 17, 3],
      ["ID_UNUSED", 25, 3],
    ],
  },
  {
    file: "instant-impossible.yaml",
    problems: [
      ["INSTANT_IMPOSSIBLE", 21, 47],
      ["INSTANT_IMPOSSIBLE", 21, 71],
    ],
  },
  {
    file: "instant-malformed.yaml",
    problems: [
      ["INSTANT_MALFORMED", 21, 47],
      ["INSTANT_MALFORMED", 21, 64],
    ],
  },
  {
    file: "instant-unfixed.yaml",
    problems: [
      ["INSTANT_UNFIXED", 3, 40],
      ["INSTANT_UNFIXED", 22, 45],
    ],
  },
  {
    file: "instant-words.yaml",
    problems: [
      ["INSTANT_MALFORMED", 21, 47],
      ["INSTANT_MALFORMED", 21, 62],
    ],
  },
  {
    file: "key-empty.yaml",
    problems: [
      ["KEY_EMPTY", 4, 1],
      ["KEY_EMPTY", 8, 28],
    ],
  },
  {
    file: "key-missing.yaml",
    problems: [
      ["KEY_MISSING", 1, 1],
      ["KEY_MISSING", 16, 9],
    ],
  },
  {
    file: "key-on.yaml",
    problems: [
      ["KEY_ON", 21, 27],
      ["KEY_ON", 24, 26],
    ],
  },
  {
    file: "key-twice.yaml",
    problems: [
      ["KEY_TWICE", 6, 1],
      ["KEY_TWICE", 14, 30],
    ],
  },
  {
    file: "key-unknown.yaml",
    problems: [
      ["KEY_UNKNOWN", 4, 1],
      ["KEY_UNKNOWN", 19, 50],
    ],
  },
  {
    file: "keys-exclusive.yaml",
    problems: [
      ["KEYS_EXCLUSIVE", 3, 59],
      ["KEYS_EXCLUSIVE", 21, 90],
    ],
  },
  {
    file: "kind-missing.yaml",
    problems: [
      ["KIND_MISSING", 13, 39],
      ["KIND_MISSING", 19, 60],
    ],
  },
  {
    file: "kind-unknown.yaml",
    problems: [
      ["KIND_UNKNOWN", 19, 68],
      ["KIND_UNKNOWN", 22, 13],
    ],
  },
  {
    file: "later-words.yaml",
    problems: [
      ["KIND_UNKNOWN", 22, 19],
      ["KEY_UNKNOWN", 23, 1],
      ["KEY_UNKNOWN", 24, 1],
      ["KIND_UNKNOWN", 25, 39],
    ],
  },
  {
    file: "like.yaml",
    problems: [
      ["ID_UNKNOWN", 9, 51],
      ["SELECTOR_EMPTY", 10, 49],
      ["LIKE_CYCLE", 11, 48],
      ["LIKE_CYCLE", 12, 47],
      ["TRANSIT_MISPLACED", 15, 50],
      ["OUT_OF_RANGE", 17, 85],
      ["NOTHING_TO_REMOVE", 17, 97],
    ],
  },
  {
    file: "mode-without-link.yaml",
    problems: [
      ["MODE_WITHOUT_LINK", 22, 45],
      ["MODE_WITHOUT_LINK", 23, 45],
    ],
  },
  {
    file: "null-without-base.yaml",
    problems: [
      ["NOTHING_TO_REMOVE", 4, 7],
      ["NOTHING_TO_REMOVE", 24, 76],
    ],
  },
  {
    file: "number-malformed.yaml",
    problems: [
      ["NUMBER_MALFORMED", 5, 15],
      ["NUMBER_MALFORMED", 13, 27],
      ["NUMBER_MALFORMED", 17, 29],
    ],
  },
  {
    file: "out-of-range.yaml",
    problems: [
      ["OUT_OF_RANGE", 13, 27],
      ["OUT_OF_RANGE", 17, 29],
    ],
  },
  {
    file: "pace-of-a-free-passage.yaml",
    problems: [
      ["VALUES_WRONG", 14, 27],
      ["VALUES_WRONG", 16, 30],
    ],
  },
  {
    file: "patch-conflict.yaml",
    problems: [
      ["PATCH_CONFLICT", 28, 20],
      ["PATCH_CONFLICT", 29, 21],
    ],
  },
  {
    file: "patch-nothing.yaml",
    problems: [
      ["PATCH_NOTHING", 24, 9],
      ["PATCH_NOTHING", 25, 9],
    ],
  },
  {
    file: "path-missing.yaml",
    problems: [
      ["PATH_MISSING", 10, 7],
      ["PATH_MISSING", 15, 12],
    ],
  },
  {
    file: "path-unknown.yaml",
    problems: [
      ["ID_UNKNOWN", 12, 20],
      ["ID_UNKNOWN", 15, 58],
    ],
  },
  {
    file: "selector-empty.yaml",
    problems: [
      ["SELECTOR_EMPTY", 21, 31],
      ["SELECTOR_EMPTY", 22, 24],
    ],
  },
  {
    file: "selector-site-without-stations.yaml",
    problems: [["SELECTOR_EMPTY", 21, 31]],
  },
  {
    file: "selector-wrong.yaml",
    problems: [
      ["SELECTOR_WRONG", 21, 31],
      ["SELECTOR_WRONG", 22, 29],
    ],
  },
  {
    file: "service-missing.yaml",
    problems: [
      ["SERVICE_MISSING", 14, 26],
      ["SERVICE_MISSING", 15, 39],
    ],
  },
  {
    file: "set-malformed.yaml",
    set: ["time.end", "time..end=3 d", "replications=[1"],
    problems: [
      ["SET_MALFORMED", 1, 1],
      ["SET_MALFORMED", 2, 1],
      ["SET_MALFORMED", 3, 1],
    ],
  },
  {
    file: "set-wrong.yaml",
    set: ["flows.calls.arrivals.rate=3 kn", "flows.cals.priority=2"],
    problems: [
      ["UNIT_WRONG", 1, 1],
      ["KEY_MISSING", 2, 1],
    ],
  },
  {
    file: "shape-wrong.yaml",
    problems: [
      ["SHAPE_WRONG", 8, 32],
      ["SHAPE_WRONG", 12, 17],
      ["SHAPE_WRONG", 18, 18],
    ],
  },
  {
    file: "slots-of-nothing.yaml",
    problems: [["OUT_OF_RANGE", 14, 101]],
  },
  {
    file: "source-unknown.yaml",
    problems: [
      ["SOURCE_UNKNOWN", 24, 24],
      ["SOURCE_UNKNOWN", 25, 28],
    ],
  },
  {
    file: "table-empty.yaml",
    problems: [["VALUES_WRONG", 19, 60]],
  },
  {
    file: "too-short.yaml",
    problems: [
      ["TOO_SHORT", 13, 39],
      ["TOO_SHORT", 19, 83],
    ],
  },
  {
    file: "transit-misplaced.yaml",
    problems: [
      ["TRANSIT_MISPLACED", 8, 54],
      ["TRANSIT_MISPLACED", 14, 57],
    ],
  },
  {
    file: "twelve-errors.yaml",
    problems: [
      ["KEY_UNKNOWN", 2, 1],
      ["INSTANT_IMPOSSIBLE", 3, 16],
      ["UNIT_MISSING", 3, 68],
      ["COUNT_FRACTION", 4, 15],
      ["WORD_UNKNOWN", 8, 13],
      ["OUT_OF_RANGE", 11, 27],
      ["KEY_MISSING", 11, 39],
      ["COORDINATES_WRONG", 12, 32],
      ["ID_MALFORMED", 13, 5],
      ["UNIT_WRONG", 15, 55],
      ["ID_UNKNOWN", 19, 27],
      ["LIMIT_MISSING", 22, 10],
    ],
  },
  {
    file: "type-missing.yaml",
    problems: [
      ["TYPE_MISSING", 8, 10],
      ["TYPE_MISSING", 10, 7],
    ],
  },
  {
    file: "type-wrong-cascade.yaml",
    problems: [
      ["WORD_UNKNOWN", 9, 18],
      ["OUT_OF_RANGE", 9, 92],
    ],
  },
  {
    file: "unit-missing.yaml",
    problems: [
      ["UNIT_MISSING", 3, 68],
      ["UNIT_MISSING", 13, 66],
      ["UNIT_MISSING", 19, 83],
    ],
  },
  {
    file: "unit-month.yaml",
    problems: [
      ["UNIT_MONTH", 3, 68],
      ["UNIT_MONTH", 19, 83],
    ],
  },
  {
    file: "unit-undue.yaml",
    problems: [
      ["UNIT_UNDUE", 5, 15],
      ["UNIT_UNDUE", 13, 27],
    ],
  },
  {
    file: "unit-unknown.yaml",
    problems: [
      ["UNIT_UNKNOWN", 13, 66],
      ["UNIT_UNKNOWN", 17, 29],
    ],
  },
  {
    file: "unit-wrong.yaml",
    problems: [
      ["UNIT_WRONG", 17, 29],
      ["UNIT_WRONG", 17, 46],
    ],
  },
  {
    file: "unreachable.yaml",
    problems: [
      ["UNREACHABLE", 21, 33],
      ["UNREACHABLE", 22, 25],
    ],
  },
  {
    file: "values-wrong.yaml",
    problems: [
      ["VALUES_WRONG", 21, 10],
      ["VALUES_WRONG", 24, 75],
    ],
  },
  {
    file: "variant-cycle.yaml",
    problems: [
      ["VARIANT_CYCLE", 24, 19],
      ["VARIANT_CYCLE", 25, 19],
    ],
  },
  {
    file: "variant-errors.yaml",
    problems: [
      ["WORD_UNKNOWN", 24, 20],
      ["UNIT_WRONG", 27, 22],
      ["KEY_UNKNOWN", 29, 5],
    ],
  },
  {
    file: "variants-list.yaml",
    problems: [["SHAPE_WRONG", 23, 3]],
  },
  {
    file: "version-two.yaml",
    problems: [["VERSION_UNKNOWN", 1, 13]],
  },
  {
    file: "version-word.yaml",
    problems: [["VERSION_UNKNOWN", 1, 13]],
  },
  {
    file: "warnings-few.yaml",
    problems: [
      ["REPLICATIONS_FEW", 5, 15],
      ["WINDOW_THIN", 23, 35],
    ],
  },
  {
    file: "warnings.yaml",
    problems: [
      ["REPLICATIONS_FEW", 5, 15],
      ["WINDOW_THIN", 23, 43],
    ],
  },
  {
    file: "weights-zero.yaml",
    problems: [
      ["OUT_OF_RANGE", 19, 25],
      ["OUT_OF_RANGE", 19, 45],
    ],
  },
  {
    file: "word-unknown.yaml",
    problems: [
      ["WORD_UNKNOWN", 8, 18],
      ["WORD_UNKNOWN", 15, 47],
    ],
  },
  ...chanceExpectations,
  ...crossingExpectations,
  ...futuresExpectations,
  ...tableExpectations,
  ...namingExpectations,
  ...passageExpectations,
  ...plannerExpectations,
  ...precisionExpectations,
  ...textExpectations,
  ...stationExpectations,
  ...timelyExpectations,
  ...typingExpectations,
  ...wordingExpectations,
];
