import type { Field, Fields } from "#base/field";
import { patchableKeys, scenarioFields, variantFields } from "#scenario/language/scenario-fields";

/** The shape of a whole file, variants included: what merges by key and what is replaced whole. */
export const fileField: Field<unknown> = wholeFile();

function wholeFile(): Field<unknown> {
  const scenario = scenarioFields as Fields; // their values are only better known
  const patch = Object.fromEntries(patchableKeys.map((key) => [key, scenarioFields[key]]));
  const variant = { ...variantFields, ...patch } as Fields; // as above
  const of: Field<unknown> = {
    shape: { form: "record", fields: variant },
    doc: "One variant: a patch.",
    optional: false,
  };
  const variants: Field<unknown> = {
    shape: { form: "map", of, keys: "any" },
    doc: "What is compared: patches of this scenario by name. `baseline`, without a patch, always exists.",
    optional: true,
  };
  return {
    shape: { form: "record", fields: { ...scenario, variants } },
    doc: "A scenario.",
    optional: false,
  };
}
