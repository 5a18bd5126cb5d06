import { distribution, fallback, quantity } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";

/** The `transfer` key of a site as the scenario gives it: time in ms, costs in US dollars. */
export interface TransferSpec {
  readonly time: DistributionValue;
  readonly cost: number;
  readonly "unit-cost": number;
}

/** What users write under `transfer` of a site. */
export const transferFields: FieldsOf<TransferSpec> = {
  time: distribution(
    "duration",
    "How long it takes from the last station that is passed there to leaving on the next vessel.",
  ),
  cost: fallback(quantity("money", "What it costs a voyage; 0 when left out.", "non-negative"), 0),
  "unit-cost": fallback(
    quantity("unit-value", "What it costs a unit of cargo, on top; 0 when left out.", "non-negative"),
    0,
  ),
};
