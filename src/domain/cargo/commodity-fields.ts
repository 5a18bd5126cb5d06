import { text } from "#base/field";
import type { FieldsOf } from "#base/field";

/** A commodity as the scenario gives it: an abstract cargo class. */
export interface CommoditySpec {
  readonly unit: string;
}

/** What users write for a commodity. */
export const commodityFields: FieldsOf<CommoditySpec> = {
  unit: text("What its amounts are counted in: t, TEU, units, bbl ..."),
};
