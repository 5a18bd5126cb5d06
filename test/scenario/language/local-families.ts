import type { Family } from "#base/family";
import { fallback, quantity } from "#base/field";
import type { ArrivalKind } from "#engine/random/arrival-kind";
import { families } from "#scenario/language/families";
import type { Families } from "#scenario/language/reading";

const poisson: ArrivalKind = {
  kind: "poisson",
  summary: "Independent of each other.",
  fields: { rate: quantity("rate", "How many a day.") },
  ratePerDay: (values) => values["rate"] as number,
  create: () => ({ next: () => Infinity }),
};

const regular: ArrivalKind = {
  kind: "regular",
  summary: "Evenly spaced.",
  fields: {
    every: quantity("duration", "From one to the next."),
    offset: fallback(quantity("duration", "The first, after the start.", "non-negative"), 0),
  },
  ratePerDay: (values) => 86_400_000 / (values["every"] as number),
  create: () => ({ next: () => Infinity }),
};

const arrival: Family<ArrivalKind> = { name: "arrival", shared: {}, kinds: [poisson, regular] };

/** The families of the language with two small arrival kinds, so that tests of the language need no engine. */
export const localFamilies: Families = { ...families, arrival };
