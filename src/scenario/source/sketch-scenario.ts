import type { Diagnostic, Place } from "#base/diagnostic";
import type { Field } from "#base/field";
import type { MapNode } from "#scenario/read/node";
import { fieldUnder } from "#scenario/source/field-path";
import type { PathFamilies } from "#scenario/source/field-path";
import type { NetworkSource } from "#scenario/source/network-source";
import type { HeaderGround } from "#scenario/source/column-target";
import { edgeSection, guessSheet, joinsSites } from "#scenario/source/sheet-guess";
import type { SheetGuess } from "#scenario/source/sheet-guess";
import { skeletonText } from "#scenario/source/skeleton-text";
import type { SketchedTable } from "#scenario/source/skeleton-text";
import { fillGaps } from "#scenario/source/sketched-gaps";
import { networkOf } from "#scenario/source/sketched-network";
import type { SketchedNetwork } from "#scenario/source/sketched-network";
import { trafficOf } from "#scenario/source/sketched-traffic";
import { idOfCell } from "#scenario/source/table-id";
import { placeIn } from "#scenario/source/table-kind";
import type { Section, Sheet, TableKind } from "#scenario/source/table-kind";
import { tables as tableFamily } from "#scenario/source/table-kinds";

/** A file to import. */
export interface ImportedFile {
  /** Its name from the folder of the scenario. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What sketching a scenario needs to know. */
export interface SketchGround {
  /** The shape of a whole scenario. */
  readonly field: Field<unknown>;
  readonly families: PathFamilies;
  /** The shipped network, whose lanes may join what the files bring. */
  readonly source: NetworkSource;
}

/** A scenario made of tables. */
export interface Sketch {
  readonly text: string;
  readonly tables: readonly SketchedTable[];
  /** What was assumed, in sentences, by the file or "the scenario" that it is about. */
  readonly assumptions: readonly (readonly [about: string, assumption: string])[];
}

/** A sketch; or what is wrong with files as a whole; or what they lack, in a sentence. */
export type Sketching =
  | { readonly sketch: Sketch }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly lacks: string };

/** Ends of links that become sites by themselves, when no file holds sites. */
const looseMost = 200;

/** Writes a scenario that reads the files by `network.tables` and runs. Never throws on any bytes. */
export function sketchScenario(files: readonly ImportedFile[], ground: SketchGround): Sketching {
  const diagnostics: Diagnostic[] = [];
  const tables: SketchedTable[] = [];
  for (const file of files) {
    const table = tableOf(file, { ground, diagnostics, others: tables });
    if (table) tables.push(table);
  }
  if (diagnostics.length > 0) return { diagnostics };
  const guesses = tables.flatMap((table) => table.guesses);
  const read = networkOf(guesses);
  const { source } = ground;
  const isKnown = (id: string): boolean => read.sites.has(id) || Object.hasOwn(source.sites(), id);
  const loose = read.sites.size > 0 ? [] : unknownEnds(read, isKnown);
  if (loose.length > looseMost) {
    const lacks = `${loose.length} sites are named, such as ${loose[0] ?? ""}, and no file holds them`;
    return { lacks: `${lacks}: add a file of sites` };
  }
  const network = withLoose(read, loose);
  const isPlaced = (id: string): boolean =>
    network.sites.get(id)?.at !== undefined || source.sites()[id]?.at !== undefined;
  const gaps = fillGaps(guesses, network, isPlaced);
  const traffic = trafficOf(network, source);
  if (typeof traffic === "string") return { lacks: traffic };
  const looseNotes = loose.length === 0 ? [] : [`no file holds sites, so the ends of links are junctions`];
  const said = { ...traffic, notes: [...looseNotes, ...traffic.notes] };
  const text = skeletonText({ tables, network, traffic: said, gaps, loose });
  return { sketch: { text, tables, assumptions: assumptionsOf(tables, said.notes) } };
}

function assumptionsOf(tables: readonly SketchedTable[], notes: readonly string[]): Sketch["assumptions"] {
  const own = tables.flatMap(({ file, guesses }) =>
    guesses.flatMap(({ notes: said }) => said.map((note) => [file, note] as const)),
  );
  return [...own, ...notes.map((note) => ["the scenario", note] as const)];
}

interface TableGround {
  readonly ground: SketchGround;
  readonly diagnostics: Diagnostic[];
  readonly others: readonly SketchedTable[];
}

function tableOf(
  { file, bytes }: ImportedFile,
  { ground, diagnostics, others }: TableGround,
): SketchedTable | undefined {
  const kind = kindOf(file, bytes);
  const report = (code: Diagnostic["code"], place: Place, wrong: string, right: string): undefined => {
    diagnostics.push({ code, severity: "error", place, path: "", wrong, right });
  };
  if (!kind) {
    const endings = tableFamily.kinds.flatMap((known) => known.endings).join(", ");
    return report(
      "TABLE_UNKNOWN",
      placeIn(file, 1, 1),
      "what it is cannot be told",
      `end its name in one of ${endings}`,
    );
  }
  const whole: typeof report = (code, place, wrong, right) => {
    // What is wrong with single rows is told when the scenario is read.
    if (code === "TABLE_MALFORMED") report(code, place, wrong, right);
  };
  const place = placeIn(file, 1, 1);
  const settings: MapNode = { node: "map", entries: new Map(), place };
  const sheets = kind.read({ file, bytes, settings, report: whole });
  const guesses = sheets.flatMap((sheet) => guessOf(sheet, ground));
  if (guesses.length === 0 && diagnostics.length === 0)
    report("TABLE_MALFORMED", place, "it holds no rows", "add rows, or leave it out");
  return { id: freeId(file, others), file, kind: kind.kind, guesses };
}

/** The kind by its ending, and where that leaves it open, or says nothing, by how the file begins. */
function kindOf(file: string, bytes: Uint8Array): TableKind | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_000));
  const isNamed = ({ endings }: TableKind): boolean =>
    endings.some((ending) => file.toLowerCase().endsWith(ending));
  const { kinds } = tableFamily;
  const special = kinds.filter((kind) => kind.endings.length === 0 && kind.recognises(head));
  const named = kinds.filter(isNamed);
  return (
    special[0] ??
    named.find((kind) => kind.recognises(head)) ??
    named[0] ??
    kinds.find((kind) => kind.recognises(head))
  );
}

function freeId(file: string, others: readonly SketchedTable[]): string {
  const stem = /([^/\\]*?)(\.[^.]*)?$/.exec(file)?.[1] ?? "";
  const plain = idOfCell(stem.toLowerCase(), "sites") ?? "table";
  let id = plain;
  for (let count = 2; others.some((other) => other.id === id); count += 1) id = `${plain}-${count}`;
  return id;
}

function guessOf(sheet: Sheet, ground: SketchGround): readonly SheetGuess[] {
  if (sheet.rows.length === 0) return [];
  const headers = (section: Section): HeaderGround => {
    const keys = section === "flows" ? ["flows", "id"] : ["network", section, "id"];
    const field = fieldUnder(ground.field, keys, ground.families) ?? ground.field;
    return { section, field, families: ground.families };
  };
  const isEdges = sheet.holds === "edges" || (sheet.holds === "rows" && joinsSites(sheet, headers("links")));
  return [guessSheet(sheet, headers(isEdges ? edgeSection(sheet, headers) : "sites"))];
}

function unknownEnds({ links, flows }: SketchedNetwork, isKnown: (id: string) => boolean): readonly string[] {
  const ends = [...links.values(), ...flows.values()].flatMap(({ from, to }) => [from, to]);
  return [...new Set(ends)].filter((id) => !isKnown(id));
}

function withLoose(network: SketchedNetwork, loose: readonly string[]): SketchedNetwork {
  if (loose.length === 0) return network;
  const sites = new Map(
    loose.map((id) => [id, { id, type: undefined, at: undefined, hasStations: false }] as const),
  );
  return { ...network, sites };
}
