import { listOf, optional, reference } from "#base/field";
import type { Field, Fields } from "#base/field";
import { patchableKeys, scenarioFields, variantFields } from "#scenario/language/scenario-fields";

const patchFields = Object.fromEntries(patchableKeys.map((key) => [key, scenarioFields[key]]));

/** What stands under the name of a variant: its own words, and a patch in which nothing is required. */
export const variantField: Field<unknown> = {
  shape: { form: "record", fields: { ...variantFields, ...patchFields } },
  doc: "One variant: a patch.",
  optional: false,
};

const variants: Field<unknown> = {
  shape: { form: "map", of: variantField, keys: "any" },
  doc: "What is compared: patches of this scenario by name. `baseline`, without a patch, always exists.",
  optional: true,
};

/** Lists of variants, of which every combination is a variant too. */
export const crossField: Field<unknown> = optional(
  listOf(
    listOf(reference("variant", "A variant, or `baseline` for none."), "Variants, one of which is taken."),
    "Lists of variants: each way to take one of every list is a variant that extends them, such as " +
      "`low+day`. `baseline` takes nothing of its list.",
  ),
);

/** The shape of a whole file, variants included: what merges by key and what is replaced whole. */
export const fileField: Field<unknown> = {
  shape: {
    form: "record",
    fields: { ...(scenarioFields as Fields), variants, cross: crossField }, // only better known
  },
  doc: "A scenario.",
  optional: false,
};
