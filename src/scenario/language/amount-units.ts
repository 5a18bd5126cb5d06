import { amountUnits, splitQuantity } from "#base/quantity";
import type { NamedFlow } from "#scenario/language/demand";
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
export function amountUnitsOf(
  root: MapNode,
  { vessels }: Pick<ScenarioValues, "vessels">,
  flows: readonly NamedFlow[],
): ById<string> {
  const units: Record<string, string> = {};
  const note = (section: string, id: string, key: string): void => {
    const unit = countingUnit(textAt(root, section, id, key));
    if (unit !== undefined) units[`${section}.${id}.${key}`] = unit;
  };
  for (const [id, { capacity }] of Object.entries(vessels)) {
    if (capacity !== undefined) note("vessels", id, "capacity");
  }
  for (const [id, { size }] of flows) if (size !== undefined) note("flows", id, "size");
  return units;
}
