import type { SheetGuess } from "#scenario/source/sheet-guess";
import { commodityUnits, defaultType } from "#scenario/source/sketched-gaps";
import type { SketchedGaps } from "#scenario/source/sketched-gaps";
import { freeId } from "#scenario/source/sketched-network";
import type { SketchedNetwork } from "#scenario/source/sketched-network";
import { addedFlow, addedLink, addedPerDay } from "#scenario/source/sketched-traffic";
import type { ClosedBerths, SketchedTraffic } from "#scenario/source/sketched-traffic";

/** A file of an import and what its sheets are to be read as. */
export interface SketchedTable {
  /** Its name in the scenario. */
  readonly id: string;
  /** The file, from the folder of the scenario. */
  readonly file: string;
  readonly kind: string;
  /** What its kind must be told besides, by key. */
  readonly settings: ReadonlyMap<string, string>;
  readonly guesses: readonly SheetGuess[];
}

/** All that a skeleton is made of. */
export interface SkeletonParts {
  readonly tables: readonly SketchedTable[];
  readonly network: SketchedNetwork;
  readonly traffic: SketchedTraffic;
  readonly gaps: SketchedGaps;
  /** Sites that no file brings and links or flows name. */
  readonly loose: readonly string[];
}

/** Classes by the mode of the links that they use. */
const classes: Readonly<Record<string, readonly [name: string, speed: string]>> = {
  sea: ["ship", "14 kn"],
  road: ["truck", "60 km/h"],
  rail: ["train", "60 km/h"],
  air: ["aircraft", "800 km/h"],
  barge: ["barge", "12 km/h"],
  pipeline: ["batch", "5 km/h"],
};

/** The text of a scenario that reads the tables and runs; what was assumed stands in its comments. */
export function skeletonText(parts: SkeletonParts): string {
  const { tables, network, traffic, gaps } = parts;
  const files = tables.map(({ file }) => file).join(", ");
  const vessels = vesselsOf(parts);
  const units = [...commodityUnits(network.flows, gaps)];
  const lines = [
    `# Written by "import" from ${files}. What the files do not say is assumed, and marked so.`,
    `# Change what you like; "validate" says what does not fit, with its line.`,
    "breakwater: 1",
    `title: ${plain(`The network of ${files}`)}`,
    "question: What does a closure of five days cost, and how long does it take until all is normal again?",
    "",
    "# Assumed: a year, and a closure in its middle. Statistics begin after the longest way.",
    "time: { start: 2024-01-01T00:00Z, end: 2025-01-01T00:00Z, warm-up: auto }",
    "seed: import # another word, other chance events",
    "replications: 30",
    "",
    "network:",
    ...(traffic.usesWorld ? ["  use: world # ports by UN/LOCODE, the named passages and the sea lanes"] : []),
    "  tables:",
    ...tables.flatMap(tableLines),
    ...networkLines(parts),
    "",
    "vessels: # assumed speeds",
    ...vessels.map(([name, mode, speed]) => `  ${name}: { mode: ${mode}, speed: ${speed} }`),
    ...(units.length === 0
      ? []
      : ["commodities:", ...units.map(([id, unit]) => `  ${id}: { unit: ${plain(unit)} }`)]),
    ...flowLines(parts),
    "",
    ...storyLines(parts),
  ];
  return `${lines.join("\n")}\n`;
}

function tableLines({ id, file, kind, settings, guesses }: SketchedTable): readonly string[] {
  const own = [...settings].map(([key, value]) => `      ${key}: ${value}`);
  const lines = [`    ${id}:`, `      kind: ${kind}`, `      file: ${plain(file)}`, ...own];
  for (const { section, columns, fill, skip, notes } of guesses) {
    lines.push(...notes.map((note) => `      # Assumed: ${note}.`));
    const inside = [
      ...(columns.size === 0 ? [] : [`        columns: ${flowMap(columns)}`]),
      ...(fill.size === 0 ? [] : [`        fill: ${flowMap(fill)}`]),
      ...(skip.length === 0 ? [] : [`        skip: [${skip.map(plain).join(", ")}]`]),
    ];
    lines.push(...(inside.length === 0 ? [`      ${section}: {}`] : [`      ${section}:`, ...inside]));
  }
  return lines;
}

function networkLines({ network, traffic, gaps, loose }: SkeletonParts): readonly string[] {
  const { closes, joined } = traffic;
  const type = defaultType(network);
  const berths = "berthsOf" in closes ? berthsLine(network, closes) : [];
  const sites = [...loose.map((id) => `    ${id}: { type: ${type} }`), ...berths];
  const length = joined?.distance === undefined ? "" : `, distance: ${joined.distance}`;
  const ends = joined && `from: ${joined.from}, to: ${joined.to}, mode: ${joined.mode}`;
  const links = [
    ...[...gaps.distances].map(([id, distance]) => `    ${id}: { distance: ${distance} }`),
    ...(ends === undefined ? [] : [`    ${addedLink}: { ${ends}${length} } # assumed`]),
  ];
  return [
    ...(sites.length === 0 ? [] : ["  sites: # these merge over what the tables bring", ...sites]),
    ...(links.length === 0 ? [] : ["  links: # these too", ...links]),
  ];
}

/** The berths of a site that no table gives stations. */
function berthsLine({ sites }: SketchedNetwork, { berthsOf, servers }: ClosedBerths): readonly string[] {
  if (sites.get(berthsOf)?.hasStations === true) return [];
  const berth = `{ servers: ${servers}, service: { kind: erlang, mean: 20 h, stages: 4 } }`;
  return [`    ${berthsOf}: { stations: { berth: ${berth} } } # assumed`];
}

type VesselClass = readonly [name: string, mode: string, speed: string];

function vesselsOf({ network, traffic, gaps }: SkeletonParts): readonly VesselClass[] {
  if (traffic.added) return [classOf(traffic.added.mode, network)];
  const modes = new Map<string, string>();
  for (const { from, to, mode } of network.links) {
    for (const end of [from, to]) if (!modes.has(end)) modes.set(end, mode ?? "sea");
  }
  const found = new Map<string, VesselClass>();
  for (const { vessel, from } of network.flows) {
    const name = vessel ?? gaps.vessel;
    if (found.has(name)) continue;
    const [, mode, speed] = classOf(modes.get(from) ?? "sea", network);
    found.set(name, [name, mode, speed]);
  }
  return [...found.values()];
}

function classOf(mode: string, network: SketchedNetwork): VesselClass {
  const [name, speed] = classes[mode] ?? ["ship", "14 kn"];
  return [freeId(network, name), mode, speed];
}

function flowLines({ network, traffic: { added } }: SkeletonParts): readonly string[] {
  if (!added) return [];
  const [vessel] = classOf(added.mode, network);
  const ends = `from: ${added.from}, to: ${added.to}, vessel: ${vessel}`;
  return [
    "flows: # assumed",
    `  ${addedFlow}: { ${ends}, arrivals: { kind: poisson, rate: ${addedPerDay} /d } }`,
  ];
}

/** Fewer arrivals in a window than this cannot tell a loss of 5 % from chance. */
const windowCount = 24;

function storyLines({ traffic }: SkeletonParts): readonly string[] {
  const { measured, perDay, closes, notes } = traffic;
  const isLink = "link" in closes;
  const of = isLink ? closes.link : closes.berthsOf;
  const window = Math.min(60, Math.max(7, Math.ceil(windowCount / perDay)));
  const flows = measured.length === 1 ? (measured[0] ?? "") : `[${measured.join(", ")}]`;
  return [
    ...notes.map((note) => `# Assumed: ${note}.`),
    "disruptions:",
    `  closure: { kind: closure, of: ${of}, start: 2024-07-01T00:00Z, duration: 5 d }`,
    "",
    "variants:",
    "  half-as-long:",
    "    summary: The closure lasts half as long",
    "    pillar: recover",
    "    disruptions: { closure: { duration: 60 h } }",
    "",
    `performance: { of: ${flows}, window: ${window} d }`,
    "measures:",
    "  throughput-loss: performance",
    "  time-to-recover: performance",
    ...(isLink ? [] : [`  peak-queue: ${of}`]),
    `  delay: ${flows}`,
  ];
}

function flowMap(map: ReadonlyMap<string, string>): string {
  return `{ ${[...map].map(([key, value]) => `${plain(key)}: ${plain(value)}`).join(", ")} }`;
}

/** A word as YAML takes it in any place: quoted unless it is plainly text. */
function plain(text: string): string {
  const isPlain = /^[A-Za-z_][\w ./-]*$/.test(text) && text.trim() === text;
  const isWord = !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return (isPlain && isWord) || /^\d+ [\w/]+$/.test(text) ? text : JSON.stringify(text);
}
