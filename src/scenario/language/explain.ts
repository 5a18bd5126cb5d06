import type { Origin } from "#scenario/language/reading";
import type { Resolution } from "#scenario/language/resolve";
import type { ById, Resolved, ResolvedSource } from "#scenario/language/resolved";
import { printInstant } from "#base/time";

/**
 * The resolved scenario for people: a line for every value with where it comes from (`file:line`, `default`,
 * `--set`, the variant) and, where `sources` says so, its grade and the number of its source, which stands
 * once below the values. First the baseline, then of each variant the values that differ from it. Empty when
 * there is no study.
 */
export function explain(resolution: Resolution): string {
  const { study, origins } = resolution;
  if (!study) return "";
  const baseline = origins.get("baseline") ?? new Map<string, Origin>();
  const lines: string[] = [];
  for (const variant of study.variants) {
    const own = origins.get(variant.name) ?? new Map<string, Origin>();
    const isBaseline = variant.name === "baseline";
    lines.push(heading(variant.name, variant.summary));
    const shown = [...own].filter(([path, origin]) => isBaseline || !isSame(baseline.get(path), origin));
    const notes: string[] = [];
    lines.push(...table(shown, notes, variant.scenario.sources, own));
    if (!isBaseline) {
      const removed = [...baseline.keys()].filter((path) => !own.has(path));
      lines.push(...removed.map((path) => `  ${path}  removed`));
    } else {
      lines.push(...fromDataSet(variant.scenario, own, study.names ?? {}), ...derived(variant.scenario));
    }
    lines.push(...notes.map((source, index) => `  [${index + 1}] ${source}`), "");
  }
  return lines.join("\n");
}

function heading(name: string, summary: string | undefined): string {
  return summary === undefined ? `${name}:` : `${name}: ${summary}`;
}

function isSame(a: Origin | undefined, b: Origin): boolean {
  return (
    a !== undefined &&
    a.text === b.text &&
    a.place?.line === b.place?.line &&
    a.place?.owner === b.place?.owner
  );
}

function table(
  entries: readonly (readonly [string, Origin])[],
  notes: string[],
  sources: Resolved["sources"],
  origins: ReadonlyMap<string, Origin>,
): readonly string[] {
  const rows = entries.filter(([path]) => !path.startsWith("sources."));
  const width = Math.min(60, Math.max(0, ...rows.map(([path, { text }]) => path.length + text.length + 3)));
  return rows.map(([path, origin]) => {
    const value = `${path} = ${origin.text}`;
    const note = noteOf(sourceOf(path, origin, sources, origins), notes);
    return `  ${value.padEnd(width)}  ${whereFrom(origin)}${note}`;
  });
}

function whereFrom({ place }: Origin): string {
  if (!place) return "default";
  if (place.owner === "--set") return `--set ${place.line}`;
  const where = `${place.file}:${place.line}`;
  return place.owner === undefined ? where : `${where} (${place.owner})`;
}

/** The grade of a source and its number among `notes`, to which it is added when it is new. */
function noteOf(source: ResolvedSource | undefined, notes: string[]): string {
  if (source === undefined) return "";
  if (!notes.includes(source.source)) notes.push(source.source);
  return `  [${source.grade} ${notes.indexOf(source.source) + 1}]`;
}

/**
 * The source of a value is that of its path, or of the nearest path above it that has one. What a patch
 * writes has the sources of that patch only.
 */
function sourceOf(
  path: string,
  { place }: Origin,
  sources: Resolved["sources"],
  origins: ReadonlyMap<string, Origin>,
): ResolvedSource | undefined {
  const about = sourcedPath(path, sources);
  const source = about === undefined ? undefined : sources[about];
  const owner = origins.get(`sources.${about}.source`)?.place?.owner;
  return place?.owner !== undefined && place.owner !== owner ? undefined : source;
}

function sourcedPath(path: string, sources: Resolved["sources"]): string | undefined {
  for (let at = path; at !== ""; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
    if (Object.hasOwn(sources, at)) return at;
  }
  return Object.keys(sources).find((other) => other.startsWith(`${path}.`));
}

/** The sites that the data set brings. */
function fromDataSet(
  { network }: Resolved,
  own: ReadonlyMap<string, Origin>,
  names: ById<string>,
): readonly string[] {
  if (network.use === undefined) return [];
  const written = new Set([...own.keys()].map((path) => /^network\.sites\.([^.]+)\./.exec(path)?.[1]));
  const brought = Object.entries(network.sites).filter(([id]) => !written.has(id));
  return brought.map(([id, site]) => {
    const at = site.at ? ` [${site.at.join(", ")}]` : "";
    const name = names[id] === undefined ? "" : `${names[id]}, `;
    return `  network.sites.${id} = ${name}${site.type ?? "site"}${at}  data set ${network.use}`;
  });
}

/** What follows from values rather than being one. */
function derived({ time }: Resolved): readonly string[] {
  const from = printInstant(time.start + time.warmUp);
  return [`  statistics from ${from} to ${printInstant(time.end)}  derived`];
}
