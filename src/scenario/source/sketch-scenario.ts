import { compareDiagnostics } from "#base/diagnostic";
import type { Diagnostic } from "#base/diagnostic";
import { withoutRepeats } from "#scenario/source/alike-rows";
import { skeletonText } from "#scenario/source/skeleton-text";
import type { SketchedTable } from "#scenario/source/skeleton-text";
import { fillGaps } from "#scenario/source/sketched-gaps";
import { networkOf } from "#scenario/source/sketched-network";
import type { SketchedNetwork } from "#scenario/source/sketched-network";
import { sketchedTable } from "#scenario/source/sketched-table";
import type { ImportedFile, SketchGround } from "#scenario/source/sketched-table";
import { trafficOf } from "#scenario/source/sketched-traffic";
import type { SketchedTraffic } from "#scenario/source/sketched-traffic";

/** A scenario made of tables. */
export interface Sketch {
  readonly text: string;
  readonly tables: readonly SketchedTable[];
  /** What was assumed, in sentences, by the file or "the scenario" that it is about. */
  readonly assumptions: readonly (readonly [about: string, assumption: string])[];
}

/** A sketch; or what is wrong with files as a whole; or what they lack, in a sentence. */
export type Sketching =
  | { readonly sketch: Sketch }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly lacks: string };

/** Ends of links that become sites by themselves, when no file holds sites. */
const looseMost = 200;

/** Writes a scenario that reads the files by `network.tables` and runs. Never throws on any bytes. */
export function sketchScenario(files: readonly ImportedFile[], ground: SketchGround): Sketching {
  const diagnostics: Diagnostic[] = [];
  const rowProblems: Diagnostic[] = [];
  const tables: SketchedTable[] = [];
  for (const file of files) {
    const table = sketchedTable(file, { ground, diagnostics, rowProblems, others: tables });
    if (table) tables.push(table);
  }
  const told = (found: Diagnostic[]): readonly Diagnostic[] =>
    withoutRepeats(found.sort(compareDiagnostics), new Set(files.map(({ file }) => file)));
  if (diagnostics.length > 0) return { diagnostics: told(diagnostics) };
  const sketching = sketchOf(tables, ground);
  // What is wrong with rows tells better what is lacking than its being left out does.
  return "lacks" in sketching && rowProblems.length > 0 ? { diagnostics: told(rowProblems) } : sketching;
}

function sketchOf(tables: readonly SketchedTable[], ground: SketchGround): Sketching {
  const guesses = tables.flatMap((table) => table.guesses);
  const read = networkOf(guesses);
  const { source } = ground;
  const isKnown = (id: string): boolean => read.sites.has(id) || Object.hasOwn(source.sites(), id);
  const loose = read.sites.size > 0 ? [] : unknownEnds(read, isKnown);
  if (loose.length > looseMost) {
    const lacks = `${loose.length} sites are named, such as ${loose[0] ?? ""}, and no file holds them`;
    return { lacks: `${lacks}: add a file of sites` };
  }
  const network = withLoose(read, loose);
  const isPlaced = (id: string): boolean =>
    network.sites.get(id)?.at !== undefined || source.sites()[id]?.at !== undefined;
  const traffic = trafficOf(network, source);
  if (typeof traffic === "string") return { lacks: traffic };
  const calls = callsOf(network.flows, traffic);
  const gaps = fillGaps(guesses, network, { isPlaced, callsPerDay: (site) => calls.get(site) ?? 0 });
  const looseNotes = loose.length === 0 ? [] : [`no file holds sites, so the ends of links are junctions`];
  const said = { ...traffic, notes: [...looseNotes, ...traffic.notes] };
  const text = skeletonText({ tables, network, traffic: said, gaps, loose });
  return { sketch: { text, tables, assumptions: assumptionsOf(tables, said.notes) } };
}

/** Voyages a day that end at each site, those of an added flow among them. */
function callsOf(
  flows: SketchedNetwork["flows"],
  { added, perDay }: SketchedTraffic,
): ReadonlyMap<string, number> {
  const calls = new Map<string, number>(added === undefined ? [] : [[added.to, perDay]]);
  for (const flow of flows) calls.set(flow.to, (calls.get(flow.to) ?? 0) + flow.perDay);
  return calls;
}

function assumptionsOf(tables: readonly SketchedTable[], notes: readonly string[]): Sketch["assumptions"] {
  const own = tables.flatMap(({ file, guesses }) =>
    guesses.flatMap(({ notes: said }) => said.map((note) => [file, note] as const)),
  );
  return [...own, ...notes.map((note) => ["the scenario", note] as const)];
}

function unknownEnds({ links, flows }: SketchedNetwork, isKnown: (id: string) => boolean): readonly string[] {
  const ends = [...links, ...flows].flatMap(({ from, to }) => [from, to]);
  return [...new Set(ends)].filter((id) => !isKnown(id));
}

function withLoose(network: SketchedNetwork, loose: readonly string[]): SketchedNetwork {
  if (loose.length === 0) return network;
  const sites = new Map(
    loose.map((id) => [id, { id, type: undefined, at: undefined, hasStations: false }] as const),
  );
  return { ...network, sites };
}
