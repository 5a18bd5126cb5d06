import { amountUnits, splitQuantity } from "#base/quantity";
import type { ById } from "#scenario/language/resolved";
import type { ScenarioValues } from "#scenario/language/scenario-fields";
import type { MapNode } from "#scenario/read/node";
import { textAt } from "#scenario/read/node";

/** The unit that an amount is counted in: kt in t, Mbbl in bbl; undefined for what is written without one. */
export function countingUnit(text: string | undefined): string | undefined {
  const unit = text === undefined ? undefined : splitQuantity(text)?.unit;
  if (unit === undefined || unit === "") return undefined;
  return Object.hasOwn(amountUnits, unit) ? amountUnits[unit]?.unit : unit;
}

/** In which units the amounts of a scenario are counted, by path: words for people, which no world reads. */
export function amountUnitsOf(root: MapNode, { vessels, flows }: ScenarioValues): ById<string> {
  const paths = [
    ...Object.keys(vessels).map((id) => ["vessels", id, "capacity"]),
    ...Object.keys(flows).map((id) => ["flows", id, "size"]),
  ];
  return Object.fromEntries(
    paths.flatMap((path) => {
      const unit = countingUnit(textAt(root, ...path));
      return unit === undefined ? [] : [[path.join("."), unit]];
    }),
  );
}
