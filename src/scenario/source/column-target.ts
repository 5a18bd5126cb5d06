import type { Field } from "#base/field";
import { suggest } from "#scenario/read/nearest";
import { fieldUnder, takesUnit } from "#scenario/source/field-path";
import type { PathFamilies } from "#scenario/source/field-path";
import type { Section } from "#scenario/source/table-kind";
import { isUnit, unitOfWords } from "#scenario/source/unit-words";
import type { UnitSource } from "#scenario/source/unit-words";

/** What a column or a `fill` is about. */
export interface Target {
  /** As it is named: `id`, `lat`, `stations.berth.servers`. */
  readonly path: string;
  readonly keys: readonly string[];
  /** Undefined for what is no field of the language: `id`, `name`, `lat` and `lon`. */
  readonly field: Field<unknown> | undefined;
  /** What a mapping has in brackets after it: the unit of bare numbers, or the column that holds it. */
  readonly unit?: string;
}

/** What a header is understood by. */
export interface HeaderGround {
  readonly section: Section;
  /** The fields of one thing of the section. */
  readonly field: Field<unknown>;
  readonly families: PathFamilies;
}

/** Columns that are no fields, by the names that they go by. */
const others: Readonly<Record<string, string>> = {
  id: "id",
  name: "name",
  label: "name",
  lat: "lat",
  latitude: "lat",
  lon: "lon",
  lng: "lon",
  long: "lon",
  longitude: "lon",
};

/** The target of a path; undefined when there is none. */
export function targetOf(path: string, { section, field, families }: HeaderGround): Target | undefined {
  const other = Object.hasOwn(others, path) ? others[path] : undefined;
  const isPlace = other === "lat" || other === "lon";
  if (other !== undefined && (section === "sites" || !isPlace)) {
    return { path: other, keys: [other], field: undefined };
  }
  const keys = path.split(".");
  const found = fieldUnder(field, keys, families);
  const isWhole = found && found.shape.form !== "record" && found.shape.form !== "map";
  return isWhole ? { path, keys, field: found } : undefined;
}

/** The target that `columns` names, with what stands in brackets after it. */
export function mappedTarget(key: string, ground: HeaderGround): Target | undefined {
  const plain = targetOf(key, ground);
  if (plain) return plain;
  const { name, unit } = splitHeader(key);
  const target = unit === undefined ? undefined : targetOf(name, ground);
  return target?.field && unit !== undefined && takesUnit(target.field) ? { ...target, unit } : undefined;
}

/** The target that a header names itself: `One Way`, `distance (nm)`, `distance_nm`; none, or one. */
export function namedTargets(header: string, ground: HeaderGround): readonly Target[] {
  const { name } = splitHeader(header);
  const found = targetOf(name, ground) ?? targetOf(kebab(name), ground);
  const { name: short = "" } = splitTail(header);
  const cut = found || short === "" ? undefined : targetOf(kebab(short), ground);
  const target = found ?? (cut?.field && takesUnit(cut.field) ? cut : undefined);
  return target ? [target] : [];
}

/** The unit that a header gives to the bare numbers of a target: `nm` of `distance (nm)`. */
export function headerUnit(header: string, { field, path }: Target): UnitSource | undefined {
  if (!field || !takesUnit(field) || header === path) return undefined;
  const word = splitHeader(header).unit ?? splitTail(header).unit;
  return word === undefined ? undefined : { unit: unitOfWords(word) };
}

function kebab(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/g, "-");
}

/** `distance (nm)` and `distance [nm]` are `distance` in `nm`. */
function splitHeader(header: string): { readonly name: string; readonly unit: string | undefined } {
  const parts = /^(.*?)\s*(?:\(([^()]+)\)|\[([^[\]]+)\])$/.exec(header);
  return { name: (parts?.[1] ?? header).trim(), unit: (parts?.[2] ?? parts?.[3])?.trim() };
}

/** `distance_nm` is `distance` in `nm`, where `nm` is a unit. */
function splitTail(header: string): { readonly name?: string; readonly unit?: string } {
  const [, name, unit] = /^(.+)[_ ]([A-Za-z/%]+)$/.exec(header) ?? [];
  const isOne = name !== undefined && unit !== undefined && isUnit(unitOfWords(unit));
  return isOne ? { name, unit } : {};
}

const words: Readonly<Record<Section, string>> = { sites: "site", links: "link", flows: "flow" };

/** What is wrong with a name that is no field. */
export function noField(name: string, { section }: HeaderGround): string {
  return `"${name}" is no field of a ${words[section]}`;
}

/** The remedy for it. */
export function nearField(name: string, { section, field }: HeaderGround): string {
  const fields = field.shape.form === "record" ? Object.keys(field.shape.fields) : [];
  return suggest(name, ["id", "name", ...(section === "sites" ? ["lat", "lon"] : []), ...fields]);
}
