import type { Dimension } from "#base/field";

/** The words for a dimension. */
export function nameOf(dimension: Dimension): string {
  return dimension === "amount-rate" ? "rate of amounts" : dimension === "unit-value" ? "price" : dimension;
}

/** A value as a user would write it. */
export function exampleOf(dimension: Dimension): string {
  return examples[dimension];
}

const examples: Readonly<Record<Dimension, string>> = {
  duration: "36 h",
  distance: "120 nm",
  speed: "12 kn",
  amount: "8000 TEU",
  money: "3 MUSD",
  rate: "60 /d",
  "amount-rate": "480 t/d",
  cost: "400 kUSD/d",
  "unit-value": "2 kUSD/t",
  length: "15 m",
  number: "0.5",
  instant: "2021-03-23T05:40Z",
};
