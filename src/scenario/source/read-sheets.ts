import type { Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import { printNode } from "#scenario/read/node";
import type { Sheet, TableFile, TableKind } from "#scenario/source/table-kind";

/** What one reading of some bytes came to, and what hangs on it besides the bytes. */
interface Reading {
  readonly kind: TableKind;
  readonly file: string;
  readonly told: string;
  readonly sheets: readonly Sheet[];
  readonly reports: readonly (readonly [code: DiagnosticCode, place: Place, wrong: string, right: string])[];
}

/** The last reading of bytes: an import looks at a file to sketch a scenario, and that scenario reads it. */
const readings: WeakMap<Uint8Array, Reading> = new WeakMap();

/**
 * The sheets of a file as its kind reads them, and its reports. The very bytes are read once, as long as the
 * kind is told the same about them; whoever changes bytes in place must hand in a copy.
 */
export function readSheets(kind: TableKind, table: TableFile): readonly Sheet[] {
  const known = readings.get(table.bytes);
  const told = toldBy(kind, table);
  const isThat = known?.kind === kind && known.file === table.file && known.told === told;
  const reading = isThat ? known : readAnew(kind, table, told);
  readings.set(table.bytes, reading);
  for (const [code, place, wrong, right] of reading.reports) table.report(code, place, wrong, right);
  return reading.sheets;
}

function readAnew(kind: TableKind, table: TableFile, told: string): Reading {
  const { file } = table;
  const reports: Reading["reports"][number][] = [];
  const report: TableFile["report"] = (...said): undefined => void reports.push(said);
  const sheets = kind.read({ ...table, report });
  return { kind, file, told, sheets, reports };
}

/** The settings that a kind may read bytes by: all but how what it reads becomes sites, links and flows. */
function toldBy({ fields }: TableKind, { settings }: TableFile): string {
  const said = [...settings.entries.values()].filter(({ key }) => {
    return Object.hasOwn(fields, key) && !["file", "sites", "links", "flows"].includes(key);
  });
  return said.map(({ key, value }) => `${key}: ${printNode(value)}`).join(", ");
}
