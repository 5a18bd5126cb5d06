import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at, placeOf } from "#scenario/language/checks/check";
import { suggest } from "#scenario/read/nearest";
import { entriesAt, nodeAt } from "#scenario/read/node";
import type { Entry, MapNode } from "#scenario/read/node";
import { idOfCell, reservedIds } from "#scenario/source/table-id";

const sections: readonly (readonly string[])[] = [
  ["network", "sites"],
  ["network", "links"],
  ["vessels"],
  ["commodities"],
  ["flows"],
  ["disruptions"],
  ["policies"],
  ["thresholds"],
  ["variants"],
];

const kebab: RegExp = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const locode: RegExp = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** Ids are kebab-case or UN/LOCODEs, and each names one thing of the whole scenario. */
export const checkIds: Check = (ground) => {
  const before: NamedSection[] = [];
  for (const path of sections) {
    const node = nodeAt(ground.root, ...path);
    if (node?.node !== "map") continue;
    const section = { name: path.at(-1) ?? "", entries: node.entries };
    for (const entry of node.entries.values()) {
      checkShape(ground, entry, path);
      const first = before.find(({ entries }) => entries.has(entry.key));
      if (first) checkOnly(ground, entry, { path, first });
    }
    before.push(section);
  }
  for (const site of entriesAt(ground.root, "network", "sites")) {
    for (const station of entriesAt(site.value, "stations")) {
      checkShape(ground, station, ["network", "sites", site.key, "stations"]);
    }
  }
};

interface NamedSection {
  readonly name: string;
  readonly entries: MapNode["entries"];
}

/** Reports an id that stands in a section before; policies of a variant may be called like it. */
function checkOnly(
  { reading }: CheckGround,
  { key, keyPlace }: Entry,
  { path, first }: { readonly path: readonly string[]; readonly first: NamedSection },
): void {
  const place = first.entries.get(key)?.keyPlace ?? keyPlace;
  if (path[0] === "variants" && first.name === "policies" && place.owner !== undefined) return;
  const wrong = `"${key}" is already one of the ${first.name}, in line ${place.line}`;
  reading.report("ID_TWICE", keyPlace, [...path, key].join("."), wrong, "choose another id");
}

function checkShape({ reading }: CheckGround, { key, keyPlace }: Entry, above: readonly string[]): void {
  // No selector names variants, so that `none` takes nothing away from one of that name.
  const isReserved = reservedIds.includes(key) && !(above[0] === "variants" && key === "none");
  if (!isReserved && (kebab.test(key) || locode.test(key))) return;
  const path = [...above, key].join(".");
  if (isReserved) {
    reading.report("ID_MALFORMED", keyPlace, path, `"${key}" is a word of the language`, "choose another id");
    return;
  }
  const plain = idOfCell(key, "sites")?.replace(/^site-\d[-0-9]*/, "") ?? "";
  const right = kebab.test(plain) ? `write ${plain}` : "write words in small letters joined by -";
  reading.report("ID_MALFORMED", keyPlace, path, `"${key}" is no id`, right);
}

/**
 * `sources` names paths that the scenario has; a variant may take away what the source of the baseline is
 * about. Silent after an error: it may be what was not understood.
 */
export const checkSources: Check = (ground) => {
  const { variant, reading, root, draft } = ground;
  if (Object.keys(draft.sources ?? {}).length === 0 || reading.errors > 0) return;
  const paths = [...reading.origins.keys()].filter((path) => !path.startsWith("sources."));
  const values = new Set(paths);
  const prefixes = new Set(paths.flatMap(pathsAbove));
  for (const path of Object.keys(draft.sources ?? {})) {
    const isKnown = values.has(path) || prefixes.has(path) || pathsAbove(path).some((up) => values.has(up));
    const place = placeOf(root, "sources", path);
    if (isKnown || (variant !== "baseline" && place.owner === undefined)) continue;
    at(ground, "sources", path).report("SOURCE_UNKNOWN", `the scenario has no ${path}`, suggest(path, paths));
  }
};

/** The paths that a path lies below: of `a.b.c` those are `a` and `a.b`. */
function pathsAbove(path: string): readonly string[] {
  const parts = path.split(".");
  return parts.slice(1).map((_, count) => parts.slice(0, count + 1).join("."));
}
