import type { Degrees, MapLine } from "#shells/figure/map-base";
import type { Figures, LegTraffic } from "#study/experiment/curves";

/** Parts of a run that the maps compare. */
export type Phase = "before" | "during" | "after";

/** A stretch of water or road that the same legs use from end to end, with all that sails along it. */
export interface TrafficLane extends MapLine {
  /** The legs that run along it, as `from to`. */
  readonly legs: readonly string[];
}

/** The name of a leg in one direction. */
export function legName(leg: { readonly from: string; readonly to: string }): string {
  return `${leg.from} ${leg.to}`;
}

/**
 * The lanes that legs share: wherever several legs run along the same stretch it is one lane, so that its
 * width can say what all of them carry together. A leg whose line is not known runs straight; one whose ends
 * are not known either is left out.
 */
export function trafficLanes(figures: Figures, legs: readonly string[]): readonly TrafficLane[] {
  const paths = legPaths(figures, legs);
  const users = new Map<string, string[]>();
  for (const [leg, path] of paths) {
    for (const key of new Set(stretchesOf(path).map(stretchKey))) {
      const known = users.get(key);
      if (known === undefined) users.set(key, [leg]);
      else known.push(leg);
    }
  }
  const drawn = new Set<string>();
  return [...paths.values()]
    .flatMap((path) => path.flatMap((part) => chainsOf(part, users, drawn)))
    .map(({ line, legs: along }, index) => ({ key: `lane-${index}`, lines: [line], legs: along }));
}

/** Sailings a day along a lane in one phase, all its legs and both directions together. */
export function laneTraffic(
  lane: TrafficLane,
  traffic: ReadonlyMap<string, LegTraffic>,
  phase: Phase,
): number {
  return lane.legs.reduce((sum, leg) => sum + (traffic.get(leg)?.perDay[phase] ?? 0), 0);
}

type Path = readonly (readonly Degrees[])[];
type Stretch = readonly [from: Degrees, to: Degrees];

function legPaths(figures: Figures, legs: readonly string[]): ReadonlyMap<string, Path> {
  const known = new Map(figures.lines.map((line) => [legName(line), line.lines] as const));
  const at = new Map(figures.sites.map((site) => [site.id, site.at] as const));
  const paths = new Map<string, Path>();
  for (const leg of legs) {
    const [from = "", to = ""] = leg.split(" ");
    const given = known.get(leg) ?? known.get(`${to} ${from}`);
    const [start, end] = [at.get(from), at.get(to)];
    if (given !== undefined && given.length > 0) paths.set(leg, given);
    else if (start !== undefined && end !== undefined) paths.set(leg, [[start, end]]);
  }
  return paths;
}

function stretchesOf(path: Path): readonly Stretch[] {
  return path.flatMap((part) =>
    part.slice(1).flatMap((to, index): readonly Stretch[] => {
      const from = part[index] ?? to;
      return from[0] === to[0] && from[1] === to[1] ? [] : [[from, to]];
    }),
  );
}

/** The same for both directions. */
function stretchKey([from, to]: Stretch): string {
  const [one, other] = [from.join(","), to.join(",")];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

interface Chain {
  readonly line: Degrees[];
  readonly legs: readonly string[];
}

/** The stretches of a line that are not drawn yet, joined as long as the same legs use them. */
function chainsOf(
  part: readonly Degrees[],
  users: ReadonlyMap<string, readonly string[]>,
  drawn: Set<string>,
): readonly Chain[] {
  const chains: Chain[] = [];
  let open: Chain | undefined;
  for (const stretch of stretchesOf([part])) {
    const key = stretchKey(stretch);
    const legs = users.get(key) ?? [];
    if (drawn.has(key)) {
      open = undefined;
      continue;
    }
    drawn.add(key);
    if (open === undefined || open.legs.join() !== legs.join()) {
      open = { line: [stretch[0]], legs };
      chains.push(open);
    }
    open.line.push(stretch[1]);
  }
  return chains;
}
