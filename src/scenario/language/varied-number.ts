import type { Dimension } from "#base/field";
import { convert, dimensionOf, splitQuantity } from "#base/quantity";
import { readInstant } from "#base/time";
import type { Node } from "#scenario/read/node";

/** How the values of a varied path read as numbers, so that futures can be set in order and told apart. */
export interface VariedNumber {
  /** As it is written: `d` of `13.4 d`; `instant` of points in time, and empty where there is none. */
  readonly unit: string;
  /** A value as one writes it in that unit, points in time in ms since the epoch; NaN of words. */
  readonly numberOf: (text: string) => number;
}

/**
 * Reads the values of a list: in the unit of the first that is a number, into which the others are
 * converted. `dimension` is that of the place, where it takes any number; `counting` the names of units that
 * are counted.
 */
export function listNumber(
  items: readonly Node[],
  dimension: Dimension | undefined,
  counting: ReadonlySet<string>,
): VariedNumber {
  const texts = items.flatMap((item) => (item.node === "scalar" ? [item.text] : []));
  if (texts.some((text) => "at" in readInstant(text))) return instantNumber;
  const units = texts.map((text) => splitQuantity(text)?.unit);
  const unit = units.find((one) => one !== undefined && one !== "") ?? "";
  return numberIn(unit, dimension, counting);
}

/** Reads numbers with a unit; a place that takes points in time takes durations from the start as well. */
export function numberIn(
  unit: string,
  dimension: Dimension | undefined,
  counting: ReadonlySet<string>,
): VariedNumber {
  if (dimension === "instant" && unit === "") return instantNumber;
  const meant = dimension === "instant" ? "duration" : (dimension ?? dimensionOf(unit, counting) ?? "number");
  const each = convert({ number: 1, unit }, meant, counting);
  const numberOf = (text: string): number => {
    const written = splitQuantity(text);
    if (written === undefined) return NaN;
    if (written.unit === unit) return written.number;
    const read = convert(written, meant, counting);
    return read && each && read.unit === each.unit ? read.value / each.value : NaN;
  };
  return { unit, numberOf };
}

const instantNumber: VariedNumber = {
  unit: "instant",
  numberOf: (text) => {
    const read = readInstant(text);
    return "at" in read ? read.at : NaN;
  },
};
