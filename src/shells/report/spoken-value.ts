import type { ById, Study } from "#scenario/language/resolved";
import { valueText } from "#shells/report/value-text";
import { placeName } from "#study/experiment/place-names";

/** Keys under which ids of places stand. */
const placeKeys: ReadonlySet<string> = new Set(["of", "from", "to"]);

/** Keys of maps by ids of places. */
const placeMaps: ReadonlySet<string> = new Set(["alternates"]);

/**
 * The value at `path` of a resolved scenario with the words of people in it: names of places for their ids,
 * and amounts with the unit that they are counted in. What has neither stays as it is. The path of a whole
 * scenario is empty.
 */
export function spokenValue(
  value: unknown,
  path: string,
  { study, units }: { readonly study: Study; readonly units: ById<string> | undefined },
): unknown {
  const key = path.split(".").at(-1) ?? "";
  const unit = units?.[path];
  if (typeof value === "number") return unit === undefined ? value : `${valueText(value, "amount")} ${unit}`;
  if (typeof value === "string") return placeKeys.has(key) ? placeName(study, value) : value;
  if (Array.isArray(value)) return value.map((item) => spokenValue(item, path, { study, units }));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      placeMaps.has(key) ? placeName(study, name) : name,
      spokenValue(part, path === "" ? name : `${path}.${name}`, { study, units }),
    ]),
  );
}
