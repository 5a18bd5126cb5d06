import type { Expectation } from "./expectation.ts";

/** Files with tables that are missing, broken, or do not fit what they should bring. */
export const tableExpectations: readonly Expectation[] = [
  {
    file: "table-data-set.yaml",
    problems: [["ID_UNKNOWN", 7, 8]],
    says: ['no data set is named "wrld"'],
  },
  {
    file: "table-brings-nothing.yaml",
    problems: [
      ["VALUES_WRONG", 6, 13],
      ["VALUES_WRONG", 7, 11],
      ["KIND_UNKNOWN", 8, 20],
    ],
  },
  {
    file: "table-columns-twice.yaml",
    problems: [
      ["COLUMN_TWICE", 1, 17],
      ["COLUMN_TWICE", 1, 22],
    ],
  },
  {
    file: "table-columns-nested.yaml",
    problems: [
      ["COLUMN_TWICE", 11, 61],
      ["COLUMN_TWICE", 1, 63],
      ["COLUMN_TWICE", 1, 44],
    ],
    says: [
      "stations.berth.service.kind is a part of stations.berth.service, and both are given",
      "stations.berth.service.mean is a part of stations.berth.service, and both are given",
      "stations.quay.service.mean is a part of stations.quay.service, and both are given",
    ],
  },
  {
    file: "table-columns.yaml",
    problems: [
      ["COLUMN_UNKNOWN", 6, 81],
      ["KEY_UNKNOWN", 6, 97],
      ["COLUMN_UNKNOWN", 1, 17],
      ["COLUMN_UNKNOWN", 1, 9],
      ["COLUMN_UNKNOWN", 1, 18],
    ],
  },
  {
    file: "table-features.yaml",
    problems: [
      ["ROW_WRONG", 4, 104],
      ["ROW_WRONG", 5, 71],
      ["ROW_WRONG", 6, 102],
      ["ROW_WRONG", 7, 106],
      ["ROW_WRONG", 8, 3],
    ],
  },
  {
    file: "table-in-metres.yaml",
    problems: [["TABLE_MALFORMED", 2, 8]],
  },
  {
    file: "table-in-variant.yaml",
    problems: [["KEY_UNKNOWN", 14, 43]],
  },
  {
    file: "table-missing.yaml",
    problems: [
      ["TABLE_UNKNOWN", 6, 33],
      ["TABLE_UNKNOWN", 7, 33],
      ["TABLE_UNKNOWN", 8, 34],
    ],
  },
  {
    file: "table-no-text.yaml",
    problems: [
      ["TABLE_MALFORMED", 3, 25],
      ["TABLE_MALFORMED", 1, 1],
      ["TABLE_MALFORMED", 3, 10],
      ["TABLE_MALFORMED", 2, 5],
      ["TABLE_MALFORMED", 5, 8],
    ],
  },
  {
    file: "table-rows.yaml",
    problems: [
      ["NUMBER_MALFORMED", 2, 13],
      ["ID_UNKNOWN", 3, 5],
      ["DISTANCE_SHORT", 4, 13],
      ["ENDS_EQUAL", 5, 9],
      ["ID_TWICE", 4, 1],
      ["NUMBER_MALFORMED", 5, 5],
      ["COORDINATES_WRONG", 6, 8],
      ["COORDINATES_WRONG", 7, 6],
      ["ROW_WRONG", 8, 1],
      ["ROW_WRONG", 9, 18],
      ["ID_MALFORMED", 10, 1],
      ["KEY_MISSING", 11, 1],
    ],
  },
];
