import type { Diagnostic, Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Field } from "#base/field";
import { besideFile, staysBeside } from "#scenario/read/beside";
import type { Library } from "#scenario/read/library";
import { nearest } from "#scenario/read/nearest";
import { entriesAt, nodeAt, textAt } from "#scenario/read/node";
import type { Entry, MapNode, Node, ScalarNode } from "#scenario/read/node";
import { fieldUnder } from "#scenario/source/field-path";
import type { PathFamilies } from "#scenario/source/field-path";
import type { NetworkSource } from "#scenario/source/network-source";
import { readSheets } from "#scenario/source/read-sheets";
import { planSheet } from "#scenario/source/sheet-columns";
import { plantRows } from "#scenario/source/sheet-tree";
import { sections } from "#scenario/source/table-kind";
import type { Section, Sheet, TableKind } from "#scenario/source/table-kind";
import { tables as tableFamily } from "#scenario/source/table-kinds";

/** What tables come to. */
export interface ReadTables {
  /** `network` and `flows` as the tables have them, for the scenario to merge over; undefined without any. */
  readonly base: MapNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What people call sites, by id, where a table says so. */
  readonly names: ReadonlyMap<string, string>;
  /** The files that were read. */
  readonly files: ReadonlySet<string>;
  /** True when one could not be read as a whole, so that nobody knows what it holds. */
  readonly broken: boolean;
}

/** What reading tables needs to know. */
export interface TablesGround {
  /** The file of the scenario. */
  readonly file: string;
  /** The shape of a whole scenario. */
  readonly field: Field<unknown>;
  readonly families: PathFamilies;
  readonly library: Library;
  /** The shipped network, when the scenario uses it. */
  readonly source: NetworkSource | undefined;
}

/** Reads the files under `network.tables`. Never throws on any bytes. */
export function readTables(root: MapNode, ground: TablesGround): ReadTables {
  return new TablesReader(root, ground).read();
}

/** How many unknown sites get a nearest name: finding it among many takes its time. */
const suggestionsMost = 10;

interface NamedTable {
  readonly entry: Entry;
  readonly settings: MapNode;
  readonly sheets: readonly Sheet[];
}

class TablesReader {
  private readonly root: MapNode;
  private readonly ground: TablesGround;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly names: Map<string, string> = new Map();
  private readonly files: Set<string> = new Set();
  private readonly things: Readonly<Record<Section, Map<string, Entry>>> = {
    sites: new Map(),
    links: new Map(),
    flows: new Map(),
  };
  private broken: boolean = false;
  private suggestions: number = 0;

  constructor(root: MapNode, ground: TablesGround) {
    this.root = root;
    this.ground = ground;
  }

  read(): ReadTables {
    this.refuseInVariants();
    const named = entriesAt(this.root, "network", "tables").flatMap((entry) => this.open(entry) ?? []);
    for (const section of sections) for (const table of named) this.fill(section, table);
    const base = named.length === 0 ? undefined : this.base(named[0]?.settings.place ?? this.root.place);
    const { diagnostics, names, files, broken } = this;
    return { base, diagnostics, names, files, broken };
  }

  private base(place: Place): MapNode {
    const { sites, links, flows } = this.things;
    const network = mapNode(place, [
      ["sites", mapNode(place, sites)],
      ["links", mapNode(place, links)],
    ]);
    return mapNode(this.root.place, [
      ["network", network],
      ["flows", mapNode(place, flows)],
    ]);
  }

  private report(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): undefined {
    this.diagnostics.push({ code, severity: "error", place, path, wrong, right });
  }

  private refuseInVariants(): void {
    for (const { key, value } of entriesAt(this.root, "variants")) {
      const network = nodeAt(value, "network");
      const tables = network?.node === "map" ? network.entries.get("tables") : undefined;
      if (!tables) continue;
      const wrong = "a variant brings no tables";
      const right = "write under network, here, what the variant changes of them";
      this.report("KEY_UNKNOWN", tables.keyPlace, `variants.${key}.network.tables`, wrong, right);
    }
  }

  /** The sheets of a table; undefined when its entry is not understood, which reading its fields reports. */
  private open(entry: Entry): NamedTable | undefined {
    const { value: settings } = entry;
    const kind = tableFamily.kinds.find(({ kind: word }) => word === textAt(settings, "kind"));
    const named = nodeAt(settings, "file");
    if (settings.node !== "map" || !kind || named?.node !== "scalar" || named.text === "") {
      this.broken = true;
      return undefined;
    }
    const file = this.fileOf(named);
    const bytes = staysBeside(named.text) ? this.ground.library(file) : undefined;
    if (!bytes || !this.saysWhat(entry, settings, kind)) {
      if (!bytes) this.noFile(entry, named);
      this.broken = true;
      return undefined;
    }
    this.files.add(file);
    const report = (code: DiagnosticCode, place: Place, wrong: string, right: string): undefined => {
      if (code === "TABLE_MALFORMED") this.broken = true;
      return this.report(code, place, pathOf(entry), wrong, right);
    };
    return { entry, settings, sheets: readSheets(kind, { file, bytes, settings, report }) };
  }

  private fileOf({ place, text }: ScalarNode): string {
    return besideFile(place.owner === "--set" ? this.ground.file : place.file, text);
  }

  private noFile(entry: Entry, named: ScalarNode): void {
    const isOutside = !staysBeside(named.text);
    const wrong = isOutside
      ? `${named.text} lies outside the folder of the scenario`
      : `there is no file ${this.fileOf(named)}`;
    const right = isOutside ? "copy it beside the scenario" : "name a file in the folder of the scenario";
    this.report("TABLE_UNKNOWN", named.place, `${pathOf(entry)}.file`, wrong, right);
  }

  /** Rows are one sort of thing; nodes and edges may be sites and links. */
  private saysWhat(entry: Entry, settings: MapNode, kind: TableKind): boolean {
    const said = sections.filter((section) => settings.entries.has(section));
    const isFine = kind.holds.includes("rows") ? said.length === 1 : said.length > 0;
    if (isFine) return true;
    const takes = sections.filter((section) => Object.hasOwn(kind.fields, section)).join(", ");
    const wrong =
      said.length === 0 ? "it does not say what the table brings" : "its rows are one sort of thing";
    const right =
      said.length === 0 ? `add one of ${takes}, such as sites: {}` : `keep one of ${said.join(", ")}`;
    this.report("VALUES_WRONG", entry.value.place, pathOf(entry), wrong, right);
    return false;
  }

  private fill(section: Section, { entry, settings, sheets }: NamedTable): void {
    const mapping = nodeAt(settings, section);
    const keys = section === "flows" ? ["flows", "id"] : ["network", section, "id"];
    const field = fieldUnder(this.ground.field, keys, this.ground.families);
    if (mapping?.node !== "map" || !field) return;
    const path = `${pathOf(entry)}.${section}`;
    for (const sheet of sheets) {
      if ((sheet.holds === "nodes") !== (section === "sites") && sheet.holds !== "rows") continue;
      const { families } = this.ground;
      const report = this.report.bind(this);
      const plan = planSheet(sheet, { section, field, families, mapping, path, report });
      if (!plan) this.broken = true;
      // What is not known of sites is not known of what joins them.
      if (!plan || (this.broken && section !== "sites")) continue;
      plantRows(sheet.rows, plan, {
        section,
        things: this.things[section],
        names: this.names,
        knowsSite: (id) => this.knowsSite(id),
        nearSite: (id) => this.nearSite(id),
        report: (code, place, at, wrong, right) => this.report(code, place, `${path}.${at}`, wrong, right),
      });
    }
  }

  private knowsSite(id: string): boolean {
    if (this.things.sites.has(id) || nodeAt(this.root, "network", "sites", id)) return true;
    const { source } = this.ground;
    // Nobody knows what an unknown data set brings: that it is unknown is told where it is named.
    if (source === undefined) return nodeAt(this.root, "network", "use") !== undefined;
    return Object.hasOwn(source.sites(), id);
  }

  private nearSite(id: string): string {
    const plain = "add it to the sites, or correct the name";
    this.suggestions += 1;
    if (this.suggestions > suggestionsMost) return plain;
    const own = entriesAt(this.root, "network", "sites").map(({ key }) => key);
    const near = nearest(id, [...this.things.sites.keys(), ...own]);
    return near === undefined ? plain : `nearest is "${near}"`;
  }
}

function pathOf({ key }: Entry): string {
  return `network.tables.${key}`;
}

function mapNode(place: Place, from: Iterable<readonly [string, Node | Entry]>): MapNode {
  const entries = new Map<string, Entry>();
  for (const [key, value] of from) {
    entries.set(key, "node" in value ? { key, keyPlace: place, value } : value);
  }
  return { node: "map", entries, place };
}
