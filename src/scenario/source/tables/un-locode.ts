import { listOf, optional, word } from "#base/field";
import { siteTypes } from "#domain/world/site-type";
import type { SiteType } from "#domain/world/site-type";
import { nodeAt } from "#scenario/read/node";
import type { Node, ScalarNode } from "#scenario/read/node";
import { CsvText } from "#scenario/source/csv-text";
import { decimalDegrees } from "#scenario/source/degrees";
import { encodingField, encodingIn, fileField, sitesField } from "#scenario/source/table-fields";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { Row, TableFile, TableKind } from "#scenario/source/table-kind";
import { textOfTable } from "#scenario/source/table-text";

/**
 * The code list of UN/LOCODE as UNECE publishes it in parts, without a header, or with one as copies have:
 * id, name, country, coordinates and, from the function, the type. Headings of countries, references and
 * entries marked X (to be removed) are left out.
 */
export const unLocode: TableKind = {
  kind: "un-locode",
  summary: "The code list of UN/LOCODE: sites by their codes, with coordinates where it has them.",
  example: "{ kind: un-locode, file: list.csv, sites: {}, only: [port] }",
  fields: {
    file: fileField,
    sites: sitesField,
    only: optional(
      listOf(
        word<SiteType>(siteTypes, "A type of site."),
        "Takes only places with such a function, and as the first such type: [port].",
      ),
    ),
    encoding: encodingField,
  },
  endings: [],
  holds: ["nodes"],
  recognises: (head) => isList(head),
  read(table) {
    const text = textOfTable(table, encodingIn(table));
    if (text === undefined) return [];
    const { rows: lines, problems } = new CsvText(text, table.file, ",");
    for (const { line, column, wrong, right } of problems) {
      table.report("TABLE_MALFORMED", placeIn(table.file, line, column), wrong, right);
    }
    const place = placeIn(table.file, 1, 1);
    const columns = ["id", "name", "country", "lat", "lon", "type"].map((name) => cell(name, place));
    const layout = layoutOf(lines[0]);
    const only = typesIn(nodeAt(table.settings, "only"));
    const rows = lines.flatMap((line) => rowOf(line, layout, { table, only }) ?? []);
    return [{ holds: "nodes", columns, rows }];
  },
};

/** Which column holds what, from 0; -1: none does. */
interface Layout {
  readonly change: number;
  readonly country: number;
  /** Three letters; or, without a column of countries, all five. */
  readonly code: number;
  readonly name: number;
  readonly functions: number;
  readonly coordinates: number;
}

/** The columns of the list as it is published, without a header. */
const published: Layout = { change: 0, country: 1, code: 2, name: 3, functions: 6, coordinates: 10 };

function layoutOf(head: Row | undefined): Layout {
  const names = head?.cells.map((name) => name?.text.toLowerCase() ?? "") ?? [];
  if (!names.includes("coordinates")) return published;
  const at = (...known: readonly string[]): number => names.findIndex((name) => known.includes(name));
  const whole = at("locode", "unlocode", "un/locode", "un locode");
  return {
    change: at("change", "ch"),
    country: whole >= 0 ? -1 : at("country"),
    code: whole >= 0 ? whole : at("location"),
    name: at("name"),
    functions: at("function"),
    coordinates: at("coordinates"),
  };
}

function isList(head: string): boolean {
  const [first, second] = new CsvText(head.split("\n").slice(0, 2).join("\n"), "", ",").rows;
  const { country, code } = layoutOf(first);
  const place = second?.cells[layoutOf(first).coordinates]?.text ?? "";
  if (layoutOf(first) !== published) return code >= 0 && (country >= 0 || coordinates.test(place));
  return [first, second].some((row) => row?.cells.length === 12 && /^[A-Z]{2}$/.test(textOf(row, country)));
}

function textOf({ cells }: Row, column: number): string {
  return cells[column]?.text ?? "";
}

interface ListGround {
  readonly table: TableFile;
  readonly only: readonly SiteType[];
}

function rowOf(row: Row, layout: Layout, { table, only }: ListGround): Row | undefined {
  const code = row.cells[layout.code];
  const written = `${textOf(row, layout.country)}${code?.text ?? ""}`;
  const [, nation, place] = /^([A-Z]{2}) ?([A-Z2-9]{3})$/.exec(written) ?? [];
  if (code === undefined || nation === undefined || textOf(row, layout.change) === "X") return undefined;
  const functions = row.cells[layout.functions];
  const type = typeOf(functions?.text ?? "", only);
  if (type === undefined) return undefined;
  const country = cell(nation, (row.cells[layout.country] ?? code).place);
  const id = cell(`${nation}${place ?? ""}`, country.place);
  const [lat, lon] = spotOf(row.cells[layout.coordinates], table) ?? [];
  const name = row.cells[layout.name];
  return { place: row.place, cells: [id, name, country, lat, lon, cell(type, (functions ?? code).place)] };
}

/** The types of the functions, by the digit that stands for them. */
const typeByFunction: readonly (readonly [sign: string, type: SiteType])[] = [
  ["1", "port"],
  ["4", "airport"],
  ["2", "rail-terminal"],
  ["B", "border"],
  ["3", "warehouse"],
  ["5", "warehouse"],
  ["6", "warehouse"],
  ["7", "plant"],
];

/** A place without a known function is a junction; undefined: it is none of those that are wanted. */
function typeOf(functions: string, only: readonly SiteType[]): SiteType | undefined {
  const types = typeByFunction.flatMap(([sign, type]) => (functions.includes(sign) ? [type] : []));
  if (only.length === 0) return types[0] ?? "junction";
  return only.find((type) => types.includes(type));
}

function typesIn(node: Node | undefined): readonly SiteType[] {
  const texts = node?.node === "list" ? node.items : [];
  return texts.flatMap(
    (item) => siteTypes.find((type) => item.node === "scalar" && item.text === type) ?? [],
  );
}

const coordinates: RegExp = /^(\d{4}[NS]) (\d{5}[EW])$/;

/** Degrees and minutes, `5155N 00430E`, as decimal degrees to 4 decimals. */
function spotOf(
  written: ScalarNode | undefined,
  table: TableFile,
): readonly [lat: ScalarNode, lon: ScalarNode] | undefined {
  if (!written) return undefined;
  const [, north, east] = coordinates.exec(written.text) ?? [];
  if (north === undefined || east === undefined) {
    const wrong = `"${written.text}" is no place`;
    return table.report("COORDINATES_WRONG", written.place, wrong, "write degrees and minutes: 5155N 00430E");
  }
  return [cell(decimalDegrees(north), written.place), cell(decimalDegrees(east), written.place)];
}
