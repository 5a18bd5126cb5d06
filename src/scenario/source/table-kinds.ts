import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { TableKind } from "#scenario/source/table-kind";
import * as listed from "#scenario/source/tables/kinds";

/** The kinds of files that `network.tables` reads. */
export const tables: Family<TableKind> = {
  name: "table",
  shared: {},
  kinds: kindsIn(listed),
};
