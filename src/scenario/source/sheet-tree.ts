import type { Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Entry, MapNode, Node, ScalarNode } from "#scenario/read/node";
import { decimalDegrees } from "#scenario/source/degrees";
import { takesUnit } from "#scenario/source/field-path";
import { IdsOfEnds } from "#scenario/source/ids-of-ends";
import type { ReadColumn, SheetPlan } from "#scenario/source/sheet-columns";
import { idOfCell } from "#scenario/source/table-id";
import type { Row, Section } from "#scenario/source/table-kind";
import { quantityText } from "#scenario/source/unit-words";

/** What making things of rows needs to know. */
export interface TreeGround {
  readonly section: Section;
  /** The things of the section so far, by id: rows of several tables go into one map. */
  readonly things: Map<string, Entry>;
  /** What people call sites, by id. */
  readonly names: Map<string, string>;
  /** Whether a site has such an id. */
  knowsSite(id: string): boolean;
  /** The remedy for a site that is not known. */
  nearSite(id: string): string;
  report(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): undefined;
}

/** Adds the things that the rows describe, as if they were written in the scenario, with their own places. */
export function plantRows(rows: readonly Row[], plan: SheetPlan, ground: TreeGround): void {
  const planter = new RowPlanter(plan, ground);
  for (const row of rows) planter.plant(row);
}

/** A map under construction. */
type Entries = Map<string, Entry>;

class RowPlanter {
  private readonly plan: SheetPlan;
  private readonly ground: TreeGround;
  private readonly idColumn: ReadColumn | undefined;
  private readonly nameColumn: ReadColumn | undefined;
  private readonly latColumn: ReadColumn | undefined;
  private readonly lonColumn: ReadColumn | undefined;
  private readonly fields: readonly ReadColumn[];
  private readonly ids: IdsOfEnds;

  constructor(plan: SheetPlan, ground: TreeGround) {
    this.plan = plan;
    this.ground = ground;
    const named = (path: string): ReadColumn | undefined =>
      plan.columns.find((column) => column.path === path && column.field === undefined);
    this.idColumn = named("id");
    this.nameColumn = named("name");
    this.latColumn = named("lat");
    this.lonColumn = named("lon");
    this.ids = new IdsOfEnds(ground.section, ground.things);
    this.fields = plan.columns.filter(({ field }) => field !== undefined);
  }

  plant(row: Row): void {
    const entries: Entries = new Map();
    let isWhole = true;
    for (const column of this.fields) {
      const written = row.cells[column.index];
      if (!written) continue;
      const value = this.valueOf(written, column, row);
      if (value) put(entries, column.keys, value);
      else isWhole = false;
    }
    if (!isWhole) return;
    for (const { keys, value } of this.plan.fill) put(entries, keys, value);
    this.locate(row, entries);
    const id = this.idOf(row, entries);
    if (id === undefined) return;
    const { things, names, section } = this.ground;
    const keyPlace = cellOf(row, this.idColumn)?.place ?? row.place;
    things.set(id, { key: id, keyPlace, value: { node: "map", entries, place: row.place } });
    const name = cellOf(row, this.nameColumn)?.text;
    if (name !== undefined && section === "sites" && name !== id) names.set(id, name);
  }

  private valueOf(written: ScalarNode, { field, unit, path }: ReadColumn, row: Row): Node | undefined {
    const shape = field?.shape;
    if (shape?.form === "list") return listOf(written);
    const isSite = (shape?.form === "reference" || shape?.form === "weights") && isPlace(shape.to);
    if (isSite) return this.siteOf(written, path);
    if (shape?.form === "reference" && (shape.to === "vessel" || shape.to === "commodity")) {
      const id = idOfCell(written.text, shape.to === "vessel" ? "vessels" : "commodities");
      return id === undefined || id === written.text ? written : { ...written, text: id };
    }
    if (!field || !takesUnit(field)) return written;
    const text = quantityText(written.text, unit, row);
    return text === written.text ? written : { ...written, text };
  }

  private siteOf(written: ScalarNode, path: string): ScalarNode | undefined {
    const { ground } = this;
    const id = idOfCell(written.text, "sites");
    if (id !== undefined && ground.knowsSite(id))
      return id === written.text ? written : { ...written, text: id };
    const shown = shortened(written.text);
    const wrong = `no site is named "${shown}"${id === undefined || id === shown ? "" : ` (${id})`}`;
    return ground.report("ID_UNKNOWN", written.place, path, wrong, ground.nearSite(id ?? written.text));
  }

  private locate(row: Row, entries: Entries): void {
    const [lat, lon] = [degreesIn(row, this.latColumn), degreesIn(row, this.lonColumn)];
    const there = lat ?? lon;
    if (!there) return;
    if (lat && lon) {
      if (!this.areSwapped(lat, lon)) put(entries, ["at"], list([lat, lon], lat.place));
      return;
    }
    const wrong = `a ${lat ? "latitude" : "longitude"} without a ${lat ? "longitude" : "latitude"}`;
    this.ground.report("COORDINATES_WRONG", there.place, "at", wrong, "write both, or neither");
  }

  private areSwapped(lat: ScalarNode, lon: ScalarNode): boolean {
    const [north, east] = [Number(lat.text), Number(lon.text)];
    if (!(Math.abs(north) > 90 && Math.abs(north) <= 180 && Math.abs(east) <= 90)) return false;
    const wrong = `latitude ${lat.text}, longitude ${lon.text} is not on the Earth`;
    const right = "latitude and longitude are probably swapped";
    this.ground.report("COORDINATES_WRONG", lat.place, "at", wrong, right);
    return true;
  }

  /** The id of a row that no row before has; undefined, and reported, when it has none. */
  private idOf(row: Row, entries: Entries): string | undefined {
    const { ground } = this;
    const { section, things } = ground;
    const written = cellOf(row, this.idColumn);
    if (!written) return section === "sites" ? this.noId(row) : this.idOfEnds(entries);
    const id = idOfCell(written.text, section);
    const shown = shortened(written.text);
    if (id === undefined) {
      const right = "name a column with short names of letters or numbers under columns: { id: ... }";
      return ground.report("ID_MALFORMED", written.place, "id", `"${shown}" makes no id`, right);
    }
    const first = things.get(id);
    if (!first) return id;
    const { file, line } = first.keyPlace;
    const same = shown === id ? `"${id}"` : `"${shown}", as an id ${id},`;
    const wrong = `${same} stands in ${file}, line ${line} already`;
    return ground.report(
      "ID_TWICE",
      written.place,
      id,
      wrong,
      "give it another id, or remove one of the rows",
    );
  }

  private noId(row: Row): undefined {
    return this.ground.report("KEY_MISSING", row.place, "id", "this row has no id", "write one");
  }

  private idOfEnds(entries: Entries): string {
    const end = (key: string): string => {
      const value = entries.get(key)?.value;
      return value?.node === "scalar" ? value.text : "";
    };
    return this.ids.next(end("from"), end("to"));
  }
}

function cellOf(row: Row, column: ReadColumn | undefined): ScalarNode | undefined {
  return column && row.cells[column.index];
}

function degreesIn(row: Row, column: ReadColumn | undefined): ScalarNode | undefined {
  const written = cellOf(row, column);
  const text = written && decimalDegrees(written.text);
  return written === undefined || text === undefined || text === written.text
    ? written
    : { ...written, text };
}

function isPlace(target: string): boolean {
  return target === "site" || target === "port" || target === "passage";
}

/** Writes a value under a path of keys, unless one stands there already. */
function put(entries: Entries, keys: readonly string[], value: Node): void {
  let inside = entries;
  const last = keys.length - 1;
  for (let depth = 0; depth < last; depth += 1) {
    const key = keys[depth] ?? "";
    const known = inside.get(key)?.value;
    if (known && known.node !== "map") return;
    const map = known ?? emptyMap(value.place);
    if (!known) inside.set(key, { key, keyPlace: value.place, value: map });
    inside = map.entries as Entries; // made here, and not yet handed out
  }
  const key = keys[last] ?? "";
  if (!inside.has(key)) inside.set(key, { key, keyPlace: value.place, value });
}

function emptyMap(place: Place): MapNode {
  return { node: "map", entries: new Map(), place };
}

function list(items: readonly Node[], place: Place): Node {
  return { node: "list", items, place };
}

/** Words with `;` or `,` between them. */
function listOf(written: ScalarNode): Node {
  const parts = written.text.split(/[;,|]/).map((part) => part.trim());
  const items = parts.filter((part) => part !== "").map((text): Node => ({ ...written, text }));
  return list(items, written.place);
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
