import type { Place } from "#base/diagnostic";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at, placeOf } from "#scenario/language/checks/check";
import { suggest } from "#scenario/read/nearest";
import { entriesAt } from "#scenario/read/node";
import { idOfCell } from "#scenario/source/table-id";
import type { Entry } from "#scenario/read/node";

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
const reserved: readonly string[] = ["all", "none", "performance", "kind", "baseline"];

/** Ids are kebab-case or UN/LOCODEs, and each names one thing of the whole scenario. */
export const checkIds: Check = (ground) => {
  const seen = new Map<string, { readonly section: string; readonly place: Place }>();
  for (const section of sections) {
    const name = section[section.length - 1] ?? "";
    for (const entry of entriesAt(ground.root, ...section)) {
      checkShape(ground, entry, `${section.join(".")}.${entry.key}`);
      const first = seen.get(entry.key);
      const own = name === "variants" && first?.section === "policies" && first.place.owner !== undefined;
      if (first && !own) {
        const wrong = `"${entry.key}" is already one of the ${first.section}, in line ${first.place.line}`;
        ground.reading.report(
          "ID_TWICE",
          entry.keyPlace,
          `${section.join(".")}.${entry.key}`,
          wrong,
          "choose another id",
        );
      } else if (!first) {
        seen.set(entry.key, { section: name, place: entry.keyPlace });
      }
    }
  }
  for (const site of entriesAt(ground.root, "network", "sites")) {
    for (const station of entriesAt(site.value, "stations")) {
      checkShape(ground, station, `network.sites.${site.key}.stations.${station.key}`);
    }
  }
};

function checkShape({ reading }: CheckGround, entry: Entry, path: string): void {
  const { key, keyPlace } = entry;
  if (reserved.includes(key)) {
    reading.report("ID_MALFORMED", keyPlace, path, `"${key}" is a word of the language`, "choose another id");
  } else if (!kebab.test(key) && !locode.test(key)) {
    const plain = idOfCell(key, "sites")?.replace(/^site-\d[-0-9]*/, "") ?? "";
    const right = kebab.test(plain) ? `write ${plain}` : "write words in small letters joined by -";
    reading.report("ID_MALFORMED", keyPlace, path, `"${key}" is no id`, right);
  }
}

/**
 * `sources` names paths that the scenario has; a variant may take away what the source of the baseline is
 * about.
 */
export const checkSources: Check = (ground) => {
  const { variant, reading, root, draft } = ground;
  if (Object.keys(draft.sources ?? {}).length === 0) return;
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
