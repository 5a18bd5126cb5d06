import type { Field, Fields } from "#base/field";
import { once } from "#base/once";
import { demandOf } from "#scenario/language/demand";
import type { Draft } from "#scenario/language/draft";
import { readFields } from "#scenario/language/forms/records";
import { reportUnknownKeys } from "#scenario/language/forms/unknown-keys";
import type { NetworkSource } from "#scenario/source/network-source";
import type { Reading } from "#scenario/language/reading";
import type { SharedSections } from "#scenario/language/shared-sections";
import { patchableKeys, scenarioFields } from "#scenario/language/scenario-fields";
import { isNull } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/** Sections whose parts stand alone: an error in one part does not make the others absent. */
const partly: readonly string[] = [...patchableKeys, "thresholds"];

/** Sections that say what is compared: the work on the study reads them. */
const comparing: readonly string[] = ["variants", "cross", "futures"];

/** Reads all sections of a tree in the order of the fields: what is named by others comes first. */
export function readDraft(
  reading: Reading,
  root: MapNode,
  { source, shared }: { readonly source: NetworkSource | undefined; readonly shared: SharedSections },
): Draft {
  const keys = [...Object.keys(scenarioFields), ...comparing];
  const fields = scenarioFields as Fields; // their values are only better known
  reportUnknownKeys(reading, { node: root, path: "", fields, known: comparing });
  const draft: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (key === "extends") continue;
    const errors = reading.errors;
    const section = root.entries.get(key)?.value;
    const read = (): unknown => readSection(reading, key, field, root, keys);
    const value = shared.value(reading, key, section, read);
    draft[key] = reading.errors === errors || partly.includes(key) ? value : undefined;
    if (key === "flows") {
      // Few scenarios rank by demand, and ways over a data set take their time.
      reading.demand = once(() => demandOf(draft, reading, source));
    }
  }
  return draft;
}

function readSection(
  reading: Reading,
  key: string,
  field: Field<unknown>,
  root: MapNode,
  keys: readonly string[],
): unknown {
  const entry = root.entries.get(key);
  if (
    key === "breakwater" &&
    entry &&
    !isNull(entry.value) &&
    entry.value.node === "scalar" &&
    entry.value.text !== "1"
  ) {
    const wrong = `version ${entry.value.text} of the language is not known here`;
    return reading.report("VERSION_UNKNOWN", entry.value.place, key, wrong, "write breakwater: 1");
  }
  return readFields(reading, { [key]: field }, root, "", keys)[key];
}
