import { splitQuantity } from "#base/quantity";
import { printedNumber, wantedBy } from "#scenario/language/checks/limits";
import { UsageError } from "#shells/cli/exit-code";

/** What ranks, and what a share of the first one's value comes to. */
export interface RankedQuantity {
  readonly measure: string;
  readonly unit: string;
  readonly shareOfFirst: (share: number) => number;
}

/**
 * The difference that does not matter, as it is typed: a quantity in the unit of the measure that ranks, or a
 * percentage of the first contender's value (of a share: points). Throws a `UsageError` for anything else.
 */
export function indifferenceOf(typed: string, { measure, unit, shareOfFirst }: RankedQuantity): number {
  const written = splitQuantity(typed);
  const wanted = wantedBy(unit);
  const refuse = (why: string): UsageError =>
    new UsageError(`--indifference ${why}, not "${typed}"; ${wanted.remedy}, or 5 % of the baseline's value`);
  if (written === undefined) throw refuse("is a quantity");
  if (!(written.number > 0)) throw refuse("is above 0");
  if (written.unit === "%" && unit !== "share") return shareOfFirst(written.number / 100);
  if (!wanted.fits(written.unit)) throw refuse(`is of ${measure}, which is ${wanted.words}`);
  return printedNumber(written);
}
