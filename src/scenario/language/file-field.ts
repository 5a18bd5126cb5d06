import {
  count,
  distribution,
  either,
  fallback,
  listOf,
  mapOf,
  optional,
  record,
  reference,
} from "#base/field";
import { text, word } from "#base/field";
import type { Dimension, Field, Fields } from "#base/field";
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

const variedDimensions: readonly Dimension[] = [
  ...(["duration", "number", "rate", "speed", "amount", "instant", "distance", "length", "money"] as const),
];

/** The keys of `futures`; what a path takes hangs on what stands there. */
export const futuresFields: Fields = {
  sample: fallback(
    word(
      ["latin-hypercube", "grid", "sobol"] as const,
      "How they are chosen; latin-hypercube when left out. sobol tells what each path does alone and " +
        "together with others, and takes many more futures.",
    ),
    "latin-hypercube",
  ),
  count: optional(
    count(
      "How many there are; of a grid as many as its lists make. Of sobol how many rows: each is as many " +
        "futures as there are paths, and two more.",
      1,
      1_000_000,
    ),
  ),
  vary: mapOf(
    either<unknown>(
      [
        listOf(text("A value as one writes it there."), "Values, each alike likely."),
        ...variedDimensions.map((dimension) => distribution(dimension, "A distribution of its values.")),
      ],
      "Values in a list, or a distribution in the unit of the place.",
    ),
    "What they differ in, by path, such as disruptions.grounding.duration.",
  ),
};

const futures: Field<unknown> = optional(
  record<unknown>(
    futuresFields as never, // read by their own reader, which knows the paths
    "Deep uncertainty: other worlds of this scenario, each a patch over every variant.",
  ),
);

/** The shape of a whole file, variants included: what merges by key and what is replaced whole. */
export const fileField: Field<unknown> = {
  shape: {
    form: "record",
    fields: { ...(scenarioFields as Fields), variants, cross: crossField, futures }, // only better known
  },
  doc: "A scenario.",
  optional: false,
};
