import type { Bound, Cost, Dimension, Form } from "#base/field";
import { convert, dimensionOf, durationMost, isMonth, splitQuantity, unitsOf } from "#base/quantity";
import type { Quantity } from "#base/quantity";
import { looksLikeDate } from "#base/time";
import { exampleOf, nameOf } from "#scenario/language/forms/dimension-words";
import { degreesOf } from "#scenario/language/forms/compass-degrees";
import { wordsWithoutComma } from "#scenario/language/forms/comma-number";
import { scalarOf } from "#scenario/language/forms/words";
import type { FormReader, Reading } from "#scenario/language/reading";
import { readFixedInstant } from "#scenario/language/forms/instants";
import { suggest } from "#scenario/read/nearest";
import { unitOfWords } from "#scenario/source/unit-words";
import type { Node } from "#scenario/read/node";

/** The highest rate, a day: one each second. */
const mostPerDay = 86_400;

/** A whole number. */
export const readCount: FormReader<Extract<Form, { form: "count" }>> = (reading, shape, node, path) => {
  const number = bareNumber(reading, node, path, "a count");
  if (number === undefined) return undefined;
  if (!Number.isInteger(number)) {
    return reading.report(
      "COUNT_FRACTION",
      node.place,
      path,
      `${number} is not whole`,
      `write ${Math.ceil(number)}`,
    );
  }
  return within(reading, number, shape.least, shape.most, node, path);
};

/** A bare number that multiplies, or a percentage. */
export const readFactor: FormReader<Extract<Form, { form: "factor" }>> = (reading, shape, node, path) => {
  const number = bareNumber(reading, node, path, "a factor", true);
  return number === undefined ? undefined : within(reading, number, shape.least, shape.most, node, path);
};

/** `0.05` or `5 %`. */
export const readShare: FormReader<Extract<Form, { form: "share" }>> = (reading, _shape, node, path) => {
  const number = bareNumber(reading, node, path, "a share", true);
  return number === undefined ? undefined : within(reading, number, 0, 1, node, path);
};

/** A number with a unit, in the base unit of its dimension. */
export const readQuantity: FormReader<Extract<Form, { form: "quantity" }>> = (reading, shape, node, path) => {
  const { dimension, least } = shape;
  if (dimension === "instant") return readFixedInstant(reading, node, path);
  if (dimension === "cost") return readCost(reading, node, path);
  const value =
    dimension === "number"
      ? bareNumber(reading, node, path, "a number", true)
      : quantityOf(reading, dimension, node, path)?.value;
  if (value === 0 && shape.isSpread === true) {
    const right = "write what it varies by, or the plain value alone if it never varies";
    return reading.report("OUT_OF_RANGE", node.place, path, `${printNumber(node)} is out of range`, right);
  }
  return value === undefined ? undefined : bounded(reading, value, dimension, least, node, path);
};

/** One quantity of a dimension with the unit it was written in; reports what is wrong with it. */
export function quantityOf(
  reading: Reading,
  dimension: Dimension,
  node: Node,
  path: string,
): Quantity | undefined {
  const scalar = scalarOf(reading, node, path, () => withArticle(nameOf(dimension)));
  if (!scalar) return undefined;
  const text = scalar.text;
  const written = splitQuantity(text);
  const range = rangeIn(text);
  if (!written || range !== undefined || looksLikeDate(text)) {
    const due = `write a decimal number and a unit, such as ${exampleOf(dimension)}`;
    const right = range ?? wordsWithoutComma(text) ?? due;
    return reading.report(
      "NUMBER_MALFORMED",
      node.place,
      path,
      `"${text}" is not ${withArticle(nameOf(dimension))}`,
      right,
    );
  }
  if (written.unit === "") {
    const right = `write ${text} with one of ${unitsFor(reading, dimension).slice(0, 8).join(", ")}`;
    return reading.report(
      "UNIT_MISSING",
      node.place,
      path,
      `${text} has no unit, and ${withArticle(nameOf(dimension))} is due`,
      right,
    );
  }
  const quantity = convert(written, dimension, reading.names.counting);
  if (!quantity) return reportUnit(reading, written.unit, dimension, node, path);
  const most = dimension === "duration" ? durationMost : Number.MAX_VALUE;
  if (Math.abs(quantity.value) <= most) return quantity;
  const right = dimension === "duration" ? "it must be at most 100000 y" : "write a smaller number";
  return reading.report("OUT_OF_RANGE", node.place, path, `${text} is out of range`, right);
}

/** What to write for `8-10 h` or `8 to 10 h`; undefined for what is no range, as a date is none. */
function rangeIn(text: string): string | undefined {
  if (looksLikeDate(text)) return undefined;
  const [, from, to, unit = ""] = /^(\d[\d.]*?)\s*(?:[-–]|\.\.|to\b)\s*(\d[\d.]*)\s*(\S*)$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const either = `{ kind: uniform, min: ${`${from} ${unit}`.trim()}, max: ${`${to} ${unit}`.trim()} }`;
  return `write one value, or where chance may choose ${either}`;
}

function reportUnit(
  reading: Reading,
  unit: string,
  dimension: Dimension,
  node: Node,
  path: string,
): undefined {
  const units = unitsFor(reading, dimension);
  if (isMonth(unit)) {
    const right = "write days or weeks, such as 30 d";
    return reading.report("UNIT_MONTH", node.place, path, `"${unit}" has no fixed length`, right);
  }
  const other = dimensionOf(unit, reading.names.counting);
  if (other !== undefined) {
    const wrong = `"${unit}" is a unit of ${nameOf(other)}, and ${withArticle(nameOf(dimension))} is due`;
    return reading.report(
      "UNIT_WRONG",
      node.place,
      path,
      wrong,
      `write one of ${units.slice(0, 8).join(", ")}`,
    );
  }
  if (reading.names.isDoubted("commodity")) return reading.followOn(node.place, path);
  return reading.report(
    "UNIT_UNKNOWN",
    node.place,
    path,
    `the unit "${unit}" is not known`,
    suggestUnit(unit, units),
  );
}

/**
 * A unit that is written out is known by what people call it (`hours`, `per day`), or begins with its short
 * form (`TEUs`, `USD/day`); one letter begins too many words.
 */
function suggestUnit(unit: string, units: readonly string[]): string {
  const meant = unitOfWords(unit);
  if (units.includes(meant)) return `nearest is "${meant}"`;
  if (/^tons?$|^tonnes?$/i.test(unit) && units.includes("t")) return `nearest is "t"`;
  const short = unit.toLowerCase().replace(/\s+(?:per|an?|each|every)\s+/, "/");
  const known = units.filter((one) => one.length > 1 && short.startsWith(one.toLowerCase()));
  const longest = known.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? suggest(unit, units, 12) : `nearest is "${longest}"`;
}

/** A bare decimal number; `percent` allows `5 %`. */
function bareNumber(
  reading: Reading,
  node: Node,
  path: string,
  what: string,
  percent: boolean = false,
): number | undefined {
  const scalar = scalarOf(reading, node, path, what);
  if (!scalar) return undefined;
  const written = splitQuantity(scalar.text);
  if (!written) {
    const right = remedyForNumber(scalar.text, what);
    return reading.report(
      "NUMBER_MALFORMED",
      node.place,
      path,
      `"${scalar.text}" is not a decimal number`,
      right,
    );
  }
  if (written.unit === "%" && percent) return written.number / 100;
  if (written.unit !== "") {
    const plain = percent ? (fractionOf(scalar.text) ?? degreesOf(scalar.text)) : undefined;
    const right = `write ${plain ?? written.number}`;
    return reading.report(
      "UNIT_UNDUE",
      node.place,
      path,
      `${what} has no unit, not "${written.unit}"`,
      right,
    );
  }
  if (!scalar.quoted) return written.number;
  return reading.report(
    "SHAPE_WRONG",
    node.place,
    path,
    "a number in quotes is text",
    `write ${written.number} without quotes`,
  );
}

/** `0.5` for `1/2`; undefined for what is no fraction. */
function fractionOf(text: string): number | undefined {
  const [, above, below] = /^(\d+)\s*\/\s*([1-9]\d*)$/.exec(text) ?? [];
  return above === undefined ? undefined : Number((Number(above) / Number(below)).toFixed(6));
}

function remedyForNumber(text: string, what: string): string {
  const isCount = what === "a count";
  const plain = text
    .replace(/_/g, "")
    .replace(/^([-+]?)0+(?=\d)/, "$1")
    .replace(/^\+?(?=\.\d)/, "0");
  if (splitQuantity(plain) && plain !== text) return `write ${plain}`;
  const due = `write ${what} in decimal digits, such as ${isCount ? "1000" : "0.5"}`;
  return wordsWithoutComma(text, isCount) ?? due;
}

function within(
  reading: Reading,
  value: number,
  least: number,
  most: number,
  node: Node,
  path: string,
): number | undefined {
  if (value >= least && value <= most) return value;
  const low = least === Number.MIN_VALUE ? "above 0" : `at least ${least}`;
  const bound = value < least ? low : `at most ${most}`;
  const isPercent = most === 1 && value > 1 && value <= 100;
  const right = `it must be ${bound}${isPercent ? `: write ${value} % or ${value / 100}` : ""}`;
  return reading.report("OUT_OF_RANGE", node.place, path, `${value} is out of range`, right);
}

function bounded(
  reading: Reading,
  value: number,
  dimension: Dimension,
  least: Bound,
  node: Node,
  path: string,
): number | undefined {
  const low = least === "positive" ? value <= 0 : least === "non-negative" ? value < 0 : false;
  if (low && value === 0 && /[1-9]/.test(printNumber(node))) {
    const wrong = `${printNumber(node)} is less than a millisecond, the shortest time that there is`;
    return reading.report("TOO_SHORT", node.place, path, wrong, "write 1 s or more");
  }
  if (low) {
    const right = least === "positive" ? "it must be above 0" : "it must be 0 or more";
    return reading.report("OUT_OF_RANGE", node.place, path, `${printNumber(node)} is out of range`, right);
  }
  if (reading.parameters > 0) return value;
  if (dimension === "duration" && value > 0 && value < 1000) {
    return reading.report(
      "TOO_SHORT",
      node.place,
      path,
      `${printNumber(node)} is below 1 s`,
      "write 1 s or more",
    );
  }
  if (dimension === "rate" && value > mostPerDay) {
    const wrong = `${printNumber(node)} is more than one a second`;
    return reading.report("TOO_SHORT", node.place, path, wrong, "write a rate of at most 1 /s");
  }
  return value;
}

function printNumber(node: Node): string {
  return node.node === "scalar" ? node.text : "it";
}

/** A cost: once, daily, or both in a list. */
function readCost(reading: Reading, node: Node, path: string): Cost | undefined {
  const parts = node.node === "list" ? node.items : [node];
  if (parts.length === 0)
    return reading.report(
      "SHAPE_WRONG",
      node.place,
      path,
      "a cost is due, not an empty list",
      "write 0 USD for none",
    );
  const total = { once: 0, perDay: 0 };
  for (const part of parts) {
    const quantity = quantityOf(reading, "cost", part, path);
    if (!quantity) return undefined;
    if (quantity.value < 0) {
      return reading.report(
        "OUT_OF_RANGE",
        part.place,
        path,
        `${printNumber(part)} is out of range`,
        "a cost is 0 or more",
      );
    }
    if (quantity.perDay === true) total.perDay += quantity.value;
    else total.once += quantity.value;
  }
  return total;
}

/** The units that a user may write, with the counting units that commodities declare. */
function unitsFor(reading: Reading, dimension: Dimension): readonly string[] {
  const counting = [...reading.names.counting];
  if (dimension === "amount") return [...unitsOf(dimension), ...counting];
  if (dimension === "amount-rate") return [...unitsOf(dimension), ...counting.map((unit) => `${unit}/d`)];
  if (dimension === "unit-value") return [...unitsOf(dimension), ...counting.map((unit) => `USD/${unit}`)];
  return unitsOf(dimension);
}

function withArticle(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}
