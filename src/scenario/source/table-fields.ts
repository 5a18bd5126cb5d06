import { fallback, listOf, mapOf, optional, record, text, word } from "#base/field";
import type { Field, Fields, FieldsOf } from "#base/field";
import { textAt } from "#scenario/read/node";
import type { TableFile } from "#scenario/source/table-kind";

/** How the columns of a table become the fields of what it holds. */
export interface SheetMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly fill: Readonly<Record<string, string>>;
  readonly skip: readonly string[];
}

const mappingFields: FieldsOf<SheetMapping> = {
  columns: fallback(
    mapOf(
      text("The column that it is read from."),
      "By field, the column that it is read from, where it has another name: { id: Code }. A unit in " +
        'brackets after the field is that of bare numbers: { "distance (nm)": Leg }; so is what a column ' +
        'named there says in each row: { "distance (Unit)": Leg }.',
    ),
    {},
  ),
  fill: fallback(
    mapOf(
      text("As one would write it for one row."),
      "By field, what holds for rows whose cell is empty or that have no such column: { mode: sea }.",
    ),
    {},
  ),
  skip: fallback(listOf(text("The name of a column."), "Columns that are no fields, to be left out."), []),
};

const mapping = (doc: string): Field<SheetMapping | undefined> => optional(record(mappingFields, doc));

/** Which file it is. */
export const fileField: Field<string> = text(
  "A file in the folder of the scenario, in UTF-8: ports.csv or data/ports.csv.",
);

/** How files are written, beside UTF-8. */
const encodings = ["utf-8", "windows-1252"] as const;

/** In which encoding a file is. */
export const encodingField: Field<(typeof encodings)[number]> = fallback(
  word(encodings, "How the file is written; windows-1252 is what spreadsheets in the west write."),
  "utf-8",
);

/** The encoding that a scenario says; UTF-8 when it says none. */
export function encodingIn({ settings }: TableFile): (typeof encodings)[number] {
  const said = textAt(settings, "encoding");
  return encodings.find((known) => known === said) ?? "utf-8";
}

/** Reads nodes or points as sites; `{}` when the columns are named like the fields. */
export const sitesField: Field<SheetMapping | undefined> = mapping(
  "Brings sites: id, name, lat and lon, and the fields of a site, stations.berth.servers too.",
);

/** Reads edges or lines as links. */
export const linksField: Field<SheetMapping | undefined> = mapping(
  "Brings links: id (made from its ends when left out) and the fields of a link.",
);

/** Reads edges or lines as flows. */
export const flowsField: Field<SheetMapping | undefined> = mapping(
  "Brings flows: id (made from its ends when left out) and the fields of a flow, arrivals.rate too.",
);

/** The fields of a file that holds nodes and edges. */
export const graphFields: Fields = {
  file: fileField,
  sites: sitesField,
  links: linksField,
  flows: flowsField,
};
