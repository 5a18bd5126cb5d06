/**
 * A number with three significant digits and thousands apart, never in exponents: `13,600`, `0.0421`,
 * `-7.5`.
 */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const decimals = rounded === 0 ? 0 : Math.min(12, Math.max(0, 2 - exponentOf(rounded)));
  const [whole = "0", fraction = ""] = Math.abs(rounded).toFixed(decimals).split(".");
  const trimmed = fraction.replace(/0+$/, "");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const negative = rounded < 0 && /[1-9]/.test(`${whole}${trimmed}`);
  return `${negative ? "-" : ""}${grouped}${trimmed === "" ? "" : `.${trimmed}`}`;
}

/** How a value of a unit is printed: multiplied by `factor`, followed by `unit`. */
export interface UnitText {
  readonly factor: number;
  readonly unit: string;
}

/**
 * The unit that suits a value, so that an estimate and its interval can be printed in one: hours, percent,
 * millions.
 */
export function unitTextFor(unit: string, value: number): UnitText {
  const size = Math.abs(value);
  if (unit === "share") return { factor: 100, unit: "%" };
  if (unit === "d") {
    if (size >= 1 || size === 0) return { factor: 1, unit: "days" };
    return size >= 1 / 24 ? { factor: 24, unit: "hours" } : { factor: 1440, unit: "minutes" };
  }
  if (size >= 1e9) return { factor: 1e-9, unit: `billion ${unit}` };
  return size >= 1e6 ? { factor: 1e-6, unit: `million ${unit}` } : { factor: 1, unit };
}

/** `9.31 days`, `12.3 %`, `1.23 million USD`. */
export function quantityText(value: number, unit: string): string {
  const text = unitTextFor(unit, value);
  return `${threeDigits(value * text.factor)} ${text.unit}`.trimEnd();
}

/** `9.31 days (95 % interval 8.9 to 9.8)`; without an interval where there is none. */
export function estimateText(value: number, low: number | null, high: number | null, unit: string): string {
  if (low === null || high === null) return quantityText(value, unit);
  const { factor } = unitTextFor(unit, value);
  const interval = `95 % interval ${threeDigits(low * factor)} to ${threeDigits(high * factor)}`;
  return `${quantityText(value, unit)} (${interval})`;
}

/** The same with the interval bare, `9.31 days (8.9 to 9.8)`, where the words around it say what it is. */
export function briefEstimateText(
  value: number,
  low: number | null,
  high: number | null,
  unit: string,
): string {
  return estimateText(value, low, high, unit).replace("95 % interval ", "");
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split("e")[1]);
}
