import { amountUnits, durationUnits, lengthUnits, moneyUnits, speedUnits } from "#base/quantity";
import { months } from "#shells/figure/calendar-text";

/** Units as scenarios write them, and as pages print them in words. */
const units: readonly string[] = [
  ...[durationUnits, lengthUnits, speedUnits, moneyUnits, amountUnits].flatMap((all) => Object.keys(all)),
  ...["days?", "hours?", "minutes?", "vessels?", "percentage points?", "a day", "million", "billion", "UTC"],
  ...months,
];

const afterNumber = `(?<=\\d) (?=%|(?:${units.join("|")})(?!\\w))`;
const afterMagnitude = "(?<=\\d (?:million|billion)) (?=\\S)";
const gap = new RegExp(`${afterNumber}|${afterMagnitude}`, "g");

/** `words` whose lines do not break between a number and its unit, sign or month: `95 %`, `23 Mar`. */
export function unbroken(words: string): string {
  return words.replace(gap, "\u00a0");
}
