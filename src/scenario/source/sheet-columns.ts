import type { Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Field } from "#base/field";
import { dimensionOf } from "#base/quantity";
import { suggest } from "#scenario/read/nearest";
import { entriesAt, nodeAt } from "#scenario/read/node";
import type { Entry, MapNode, ScalarNode } from "#scenario/read/node";
import { fieldUnder, takesUnit } from "#scenario/source/field-path";
import type { PathFamilies } from "#scenario/source/field-path";
import type { Section, Sheet } from "#scenario/source/table-kind";

/** What a column or a `fill` is about. */
export interface Target {
  /** As it is named: `id`, `lat`, `stations.berth.servers`. */
  readonly path: string;
  readonly keys: readonly string[];
  /** Undefined for what is no field of the language: `id`, `name`, `lat` and `lon`. */
  readonly field: Field<unknown> | undefined;
}

/** A target with the unit of bare numbers, where the mapping says it. */
interface MappedTarget extends Target {
  readonly unit?: string;
}

/** A column that is read, and the unit that its header gives to bare numbers. */
export interface ReadColumn extends Target {
  readonly index: number;
  readonly unit: string | undefined;
  readonly place: Place;
}

/** One sheet as one section: what its columns are read into, and what stands in for empty cells. */
export interface SheetPlan {
  readonly columns: readonly ReadColumn[];
  readonly fill: readonly (Target & { readonly value: ScalarNode })[];
}

/** What a header is understood by. */
export interface HeaderGround {
  readonly section: Section;
  /** The fields of one thing of the section. */
  readonly field: Field<unknown>;
  readonly families: PathFamilies;
}

/** What planning a sheet needs to know. */
export interface PlanGround extends HeaderGround {
  /** What the scenario writes about the section: `columns`, `fill`, `skip`. */
  readonly mapping: MapNode;
  readonly path: string;
  report(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): void;
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

/** Which column goes where, in the words of the table and its mapping; what fits nowhere is reported. */
export function planSheet(sheet: Sheet, ground: PlanGround): SheetPlan | undefined {
  const { mapping } = ground;
  const problems: string[] = [];
  const report = (
    code: DiagnosticCode,
    place: Place,
    at: string,
    wrong: string,
    right: string,
  ): undefined => {
    problems.push(code);
    ground.report(code, place, at === "" ? ground.path : `${ground.path}.${at}`, wrong, right);
  };
  const names = new Set(sheet.columns.map(({ text }) => text));
  const renamed = new Map<string, Entry[]>();
  for (const entry of entriesAt(mapping, "columns")) {
    const { key, keyPlace, value } = entry;
    if (value.node !== "scalar") continue;
    if (!mappedTarget(key, ground))
      report("KEY_UNKNOWN", keyPlace, `columns.${key}`, noField(key, ground), nearField(key, ground));
    else if (!names.has(value.text)) {
      const wrong = `the table has no column "${value.text}"`;
      report("COLUMN_UNKNOWN", value.place, `columns.${key}`, wrong, suggest(value.text, names));
    } else renamed.set(value.text, [...(renamed.get(value.text) ?? []), entry]);
  }
  const skipped = new Set(skippedIn(mapping));
  const columns: ReadColumn[] = [];
  const seen = new Map<string, Place>();
  for (const [index, column] of sheet.columns.entries()) {
    const before = seen.get(column.text);
    if (before && column.text !== "") {
      const wrong = `the column "${column.text}" stands here for the second time`;
      report("COLUMN_TWICE", column.place, "", wrong, "give it another name");
      continue;
    }
    seen.set(column.text, column.place);
    const entries = renamed.get(column.text);
    if (!entries && skipped.has(column.text)) continue;
    const targets =
      entries?.flatMap(({ key }) => mappedTarget(key, ground) ?? []) ?? namedTargets(column.text, ground);
    if (targets.length === 0) {
      const wrong = column.text === "" ? "a column without a name" : noField(column.text, ground);
      const right =
        column.text === ""
          ? "give it a name"
          : `${nearField(column.text, ground)}; or name it under columns or skip`;
      report("COLUMN_UNKNOWN", column.place, "", wrong, right);
    }
    for (const target of targets) {
      const same = columns.find(({ path }) => path === target.path);
      if (same) {
        const wrong = `${target.path} is read from another column already`;
        report("COLUMN_TWICE", column.place, "", wrong, "name one of them under skip");
      } else columns.push({ unit: unitIn(column.text, target), ...target, index, place: column.place });
    }
  }
  const fill = entriesAt(mapping, "fill").flatMap(({ key, keyPlace, value }) => {
    const target = targetOf(key, ground);
    if (target?.field) return value.node === "scalar" ? [{ ...target, value }] : [];
    report("KEY_UNKNOWN", keyPlace, `fill.${key}`, noField(key, ground), nearField(key, ground));
    return [];
  });
  const plan: SheetPlan = { columns, fill };
  if (problems.length === 0) reportMissing(plan, ground, report);
  return problems.length === 0 ? plan : undefined;
}

type Report = (code: DiagnosticCode, place: Place, at: string, wrong: string, right: string) => undefined;

/** What every row must have is in a column, or filled in. */
function reportMissing({ columns, fill }: SheetPlan, ground: PlanGround, report: Report): void {
  const { shape } = ground.field;
  const has = (key: string): boolean => [...columns, ...fill].some(({ keys }) => keys[0] === key);
  const { place } = ground.mapping;
  if (ground.section === "sites" && !has("id")) {
    report("KEY_MISSING", place, "", `no column gives "id"`, "write columns: { id: ... } with its name");
  }
  for (const [one, other] of [["lat", "lon"] as const, ["lon", "lat"] as const]) {
    const column = columns.find(({ path }) => path === one);
    if (!column || has(other)) continue;
    const wrong = `there is a column of ${one} and none of ${other}`;
    report("KEY_MISSING", column.place, "", wrong, `name it under columns: { ${other}: ... }`);
  }
  for (const [key, field] of Object.entries(shape.form === "record" ? shape.fields : {})) {
    if (field.optional || has(key)) continue;
    const right = `add a column ${key}, or write fill: { ${key}: ... } for all rows`;
    report("KEY_MISSING", place, "", `no column gives "${key}"`, right);
  }
}

/** The target that `columns` names; a unit in brackets after it is that of bare numbers. */
function mappedTarget(key: string, ground: HeaderGround): MappedTarget | undefined {
  const plain = targetOf(key, ground);
  if (plain) return plain;
  const { name, unit } = splitHeader(key);
  const target = unit === undefined ? undefined : targetOf(name, ground);
  return target?.field && unit !== undefined && takesUnit(target.field) ? { ...target, unit } : undefined;
}

function targetOf(path: string, { section, field, families }: HeaderGround): Target | undefined {
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

/** The target that a header names itself: `One Way`, `distance (nm)`, `distance_nm`; none, or one. */
export function namedTargets(header: string, ground: HeaderGround): readonly Target[] {
  const { name } = splitHeader(header);
  const plain = name.toLowerCase().replace(/[\s_]+/g, "-");
  const found = targetOf(name, ground) ?? targetOf(plain, ground);
  if (found) return [found];
  const { name: short } = splitTail(header);
  const cut = short === undefined ? undefined : targetOf(short.toLowerCase().replace(/[\s_]+/g, "-"), ground);
  return cut?.field && takesUnit(cut.field) ? [cut] : [];
}

/** `distance (nm)` and `distance [nm]` are `distance` in `nm`. */
function splitHeader(header: string): { readonly name: string; readonly unit: string | undefined } {
  const parts = /^(.*?)\s*(?:\(([^()]+)\)|\[([^[\]]+)\])$/.exec(header);
  return { name: (parts?.[1] ?? header).trim(), unit: (parts?.[2] ?? parts?.[3])?.trim() };
}

const noUnits: ReadonlySet<string> = new Set();

/** `distance_nm` is `distance` in `nm`, where `nm` is a unit. */
function splitTail(header: string): { readonly name?: string; readonly unit?: string } {
  const [, name, unit] = /^(.+)[_ ]([A-Za-z/%]+)$/.exec(header) ?? [];
  const isUnit = name !== undefined && unit !== undefined && dimensionOf(unit, noUnits) !== undefined;
  return isUnit ? { name, unit } : {};
}

/** The unit that a header gives to the bare numbers of a target: `nm` of `distance (nm)`. */
export function unitIn(header: string, { field, path }: Target): string | undefined {
  if (!field || !takesUnit(field) || header === path) return undefined;
  return splitHeader(header).unit ?? splitTail(header).unit;
}

function skippedIn(mapping: MapNode): readonly string[] {
  const list = nodeAt(mapping, "skip");
  const items = list?.node === "list" ? list.items : [];
  return items.flatMap((item) => (item.node === "scalar" ? [item.text] : []));
}

const words: Readonly<Record<Section, string>> = { sites: "site", links: "link", flows: "flow" };

function noField(name: string, { section }: HeaderGround): string {
  return `"${name}" is no field of a ${words[section]}`;
}

function nearField(name: string, { section, field }: HeaderGround): string {
  const fields = field.shape.form === "record" ? Object.keys(field.shape.fields) : [];
  return suggest(name, ["id", "name", ...(section === "sites" ? ["lat", "lon"] : []), ...fields]);
}
