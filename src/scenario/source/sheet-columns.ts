import type { Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import { suggest } from "#scenario/read/nearest";
import { entriesAt, nodeAt } from "#scenario/read/node";
import type { Entry, MapNode, ScalarNode } from "#scenario/read/node";
import {
  headerUnit,
  mappedTarget,
  namedTargets,
  nearField,
  noField,
  targetOf,
} from "#scenario/source/column-target";
import type { HeaderGround, Target } from "#scenario/source/column-target";
import type { Sheet } from "#scenario/source/table-kind";
import { unitSource } from "#scenario/source/unit-words";
import type { UnitSource } from "#scenario/source/unit-words";

/** A column that is read, and what gives its bare numbers their unit. */
export interface ReadColumn extends Omit<Target, "unit"> {
  readonly index: number;
  readonly unit: UnitSource | undefined;
  readonly place: Place;
}

/** One sheet as one section: what its columns are read into, and what stands in for empty cells. */
export interface SheetPlan {
  readonly columns: readonly ReadColumn[];
  readonly fill: readonly (Target & { readonly value: ScalarNode })[];
}

/** What planning a sheet needs to know. */
export interface PlanGround extends HeaderGround {
  /** What the scenario writes about the section: `columns`, `fill`, `skip`. */
  readonly mapping: MapNode;
  readonly path: string;
  report(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): void;
}

/** Which column goes where, in the words of the table and its mapping; what fits nowhere is reported. */
export function planSheet(sheet: Sheet, ground: PlanGround): SheetPlan | undefined {
  return new SheetPlanner(sheet, ground).plan();
}

class SheetPlanner {
  private readonly sheet: Sheet;
  private readonly ground: PlanGround;
  private readonly headers: readonly string[];
  private readonly columns: ReadColumn[] = [];
  private isSound: boolean = true;

  constructor(sheet: Sheet, ground: PlanGround) {
    this.sheet = sheet;
    this.ground = ground;
    this.headers = sheet.columns.map(({ text }) => text);
  }

  plan(): SheetPlan | undefined {
    const renamed = this.renamed();
    const left = new Set([...skippedIn(this.ground.mapping), ...this.unitColumns(renamed)]);
    const seen = new Set<string>();
    for (const [index, column] of this.sheet.columns.entries()) {
      const { text, place } = column;
      if (seen.has(text) && text !== "") {
        const wrong = `the column "${text}" stands here for the second time`;
        this.report("COLUMN_TWICE", place, "", wrong, "give it another name");
        continue;
      }
      seen.add(text);
      const entries = renamed.get(text);
      if (entries || !left.has(text)) this.take(index, column, entries);
    }
    const plan: SheetPlan = { columns: this.columns, fill: this.fill() };
    if (this.isSound) this.reportMissing(plan);
    return this.isSound ? plan : undefined;
  }

  /** The entries under `columns` by the column that they name. */
  private renamed(): ReadonlyMap<string, readonly Entry[]> {
    const { ground, headers } = this;
    const renamed = new Map<string, Entry[]>();
    for (const entry of entriesAt(ground.mapping, "columns")) {
      const { key, keyPlace, value } = entry;
      if (value.node !== "scalar") continue;
      if (!mappedTarget(key, ground)) {
        this.report("KEY_UNKNOWN", keyPlace, `columns.${key}`, noField(key, ground), nearField(key, ground));
      } else if (!headers.includes(value.text)) {
        const wrong = `the table has no column "${value.text}"`;
        this.report("COLUMN_UNKNOWN", value.place, `columns.${key}`, wrong, suggest(value.text, headers));
      } else renamed.set(value.text, [...(renamed.get(value.text) ?? []), entry]);
    }
    return renamed;
  }

  /** The columns that hold nothing but the units of others. */
  private unitColumns(renamed: ReadonlyMap<string, readonly Entry[]>): readonly string[] {
    return [...renamed.values()].flat().flatMap(({ key }) => {
      const unit = mappedTarget(key, this.ground)?.unit;
      const source = unit === undefined ? undefined : unitSource(unit, this.headers);
      return source && "column" in source ? [this.headers[source.column] ?? ""] : [];
    });
  }

  private take(index: number, { text, place }: ScalarNode, entries: readonly Entry[] | undefined): void {
    const { ground, headers, columns } = this;
    const targets =
      entries?.flatMap(({ key }) => mappedTarget(key, ground) ?? []) ?? namedTargets(text, ground);
    if (targets.length === 0) {
      const wrong = text === "" ? "a column without a name" : noField(text, ground);
      const named = `${nearField(text, ground)}; or name it under columns or skip`;
      this.report("COLUMN_UNKNOWN", place, "", wrong, text === "" ? "give it a name" : named);
    }
    for (const target of targets) {
      const other = columns.find(({ keys }) => areOfOneValue(keys, target.keys));
      if (other) {
        this.report("COLUMN_TWICE", place, "", twiceText(target, other), "name one of them under skip");
        continue;
      }
      const said = target.unit === undefined ? headerUnit(text, target) : unitSource(target.unit, headers);
      columns.push({ ...target, index, unit: said, place });
    }
  }

  private fill(): SheetPlan["fill"] {
    const { ground } = this;
    return entriesAt(ground.mapping, "fill").flatMap(({ key, keyPlace, value }) => {
      const target = targetOf(key, ground);
      const column =
        target && this.columns.find(({ keys, path }) => path !== key && areOfOneValue(keys, target.keys));
      if (column) {
        const right = "leave it out, or skip the column";
        this.report("COLUMN_TWICE", keyPlace, `fill.${key}`, twiceText(target, column), right);
        return [];
      }
      if (target?.field) return value.node === "scalar" ? [{ ...target, value }] : [];
      this.report("KEY_UNKNOWN", keyPlace, `fill.${key}`, noField(key, ground), nearField(key, ground));
      return [];
    });
  }

  /** What every row must have is in a column, or filled in. */
  private reportMissing({ columns, fill }: SheetPlan): void {
    const { ground } = this;
    const { shape } = ground.field;
    const has = (key: string): boolean => [...columns, ...fill].some(({ keys }) => keys[0] === key);
    const { place } = ground.mapping;
    if (ground.section === "sites" && !has("id")) {
      const right = "write columns: { id: ... } with its name";
      this.report("KEY_MISSING", place, "", `no column gives "id"`, right);
    }
    for (const [one, other] of [["lat", "lon"] as const, ["lon", "lat"] as const]) {
      const column = columns.find(({ path }) => path === one);
      if (!column || has(other)) continue;
      const wrong = `there is a column of ${one} and none of ${other}`;
      this.report("KEY_MISSING", column.place, "", wrong, `name it under columns: { ${other}: ... }`);
    }
    for (const [key, field] of Object.entries(shape.form === "record" ? shape.fields : {})) {
      if (field.optional || has(key)) continue;
      const right = `add a column ${key}, or write fill: { ${key}: ... } for all rows`;
      this.report("KEY_MISSING", place, "", `no column gives "${key}"`, right);
    }
  }

  private report(code: DiagnosticCode, place: Place, at: string, wrong: string, right: string): void {
    const { ground } = this;
    this.isSound = false;
    ground.report(code, place, at === "" ? ground.path : `${ground.path}.${at}`, wrong, right);
  }
}

/** Whether two paths lead to the same value, or one into that of the other. */
function areOfOneValue(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.every((key, index) => key === long[index]);
}

type TargetPath = Pick<Target, "path" | "keys">;

/** What is wrong with two targets of one value. */
function twiceText(target: TargetPath, column: TargetPath): string {
  if (target.path === column.path) return `${target.path} is read from another column already`;
  const [whole, part] = target.keys.length < column.keys.length ? [target, column] : [column, target];
  return `${part.path} is a part of ${whole.path}, and both are given`;
}

function skippedIn(mapping: MapNode): readonly string[] {
  const list = nodeAt(mapping, "skip");
  const items = list?.node === "list" ? list.items : [];
  return items.flatMap((item) => (item.node === "scalar" ? [item.text] : []));
}
