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
