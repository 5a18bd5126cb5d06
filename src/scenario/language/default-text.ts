import type { Dimension, Field } from "#base/field";
import { durationUnits } from "#base/quantity";
import { printInstant } from "#base/time";

/** A default as one would write it in a scenario: `7 d`, `60 /d`, `2021-03-23T05:40Z`, `fifo`, `{}`. */
export function defaultText(field: Field<unknown>, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return value === undefined ? "" : JSON.stringify(value);
  const dimension = dimensionOf(field);
  return dimension === undefined ? String(value) : quantityWords(value, dimension);
}

/** What a number means in the place of a field; undefined for counts, factors and the like. */
function dimensionOf({ shape }: Field<unknown>): Dimension | undefined {
  if (shape.form === "quantity" || shape.form === "distribution") return shape.dimension;
  if (shape.form === "instant") return "instant";
  if (shape.form === "schedule" || shape.form === "per") return dimensionOf(shape.of);
  if (shape.form !== "either") return undefined;
  return shape.options.map(dimensionOf).find((dimension) => dimension !== undefined);
}

/** The unit in which a plain number of the dimension is kept, and may be written. */
const baseUnits: Partial<Record<Dimension, string>> = {
  rate: "/d",
  distance: "m",
  length: "m",
  speed: "m/s",
  money: "USD",
  cost: "USD",
};

function quantityWords(value: number, dimension: Dimension): string {
  if (dimension === "duration") return durationWords(value);
  if (dimension === "instant") return printInstant(value);
  return `${value} ${baseUnits[dimension] ?? ""}`.trimEnd();
}

/** In the largest unit up to days of which it is a whole number. */
function durationWords(ms: number): string {
  const unit = ["d", "h", "min", "s"].find((name) => ms % (durationUnits[name] ?? 1) === 0) ?? "ms";
  return ms === 0 ? "0 h" : `${ms / (durationUnits[unit] ?? 1)} ${unit}`;
}
