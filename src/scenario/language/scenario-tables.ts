import type { Diagnostic } from "#base/diagnostic";
import type { Field } from "#base/field";
import { readFields } from "#scenario/language/forms/records";
import type { Reading } from "#scenario/language/reading";
import { nodeAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/**
 * Reports what is wrong with the words under `network.tables` alone: for a scenario with a table that could
 * not be read, of which all else would only miss what the table holds.
 */
export function reportTableFields(reading: Reading, root: MapNode, file: Field<unknown>): void {
  const network = file.shape.form === "record" ? file.shape.fields["network"] : undefined;
  const tables = network?.shape.form === "record" ? network.shape.fields["tables"] : undefined;
  const written = nodeAt(root, "network", "tables");
  if (!tables || !written) return;
  const place = written.place;
  const only: MapNode = {
    node: "map",
    entries: new Map([["tables", { key: "tables", keyPlace: place, value: written }]]),
    place,
  };
  readFields(reading, { tables }, only, "network");
}

/** How many mistakes of one sort a table gets a line for. */
const alikeMost = 20;

/**
 * Of the mistakes that many rows of one table share, the first twenty, the last of them with how many more
 * there are: a wrong column is one mistake, not a hundred thousand. Diagnostics are in order of place.
 */
export function withoutRepeats(
  diagnostics: readonly Diagnostic[],
  tables: ReadonlySet<string>,
): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const keyOf = ({ code, place, path }: Diagnostic): string =>
    `${place.file} ${code} ${path.slice(path.lastIndexOf(".") + 1)}`;
  const kept = diagnostics.filter((diagnostic) => {
    if (!tables.has(diagnostic.place.file)) return true;
    const count = (counts.get(keyOf(diagnostic)) ?? 0) + 1;
    counts.set(keyOf(diagnostic), count);
    return count <= alikeMost;
  });
  const seen = new Map<string, number>();
  return kept.map((diagnostic) => {
    const key = keyOf(diagnostic);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const more = (counts.get(key) ?? 0) - alikeMost;
    if (count < alikeMost || more <= 0) return diagnostic;
    return { ...diagnostic, wrong: `${diagnostic.wrong} (and so in ${more} more places)` };
  });
}
