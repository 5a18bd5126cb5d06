import { LeastFirst } from "#base/least-first";
import type { Edge, Obstacle, RouteEdges, Sailor, Stop } from "#scenario/language/route-edges";

/** The shortest ways from one site, as columns by the number of the site that they lead to. */
interface Tree {
  /** How long the way takes; Infinity where there is none. */
  readonly ms: Float64Array;
  /** Its last edge. */
  readonly last: readonly (Edge | undefined)[];
}

/** A way that breaks a rule is longer than any that breaks fewer, ms. */
const BROKEN_MS = 1e13;

/**
 * The shortest ways of sailors for whom all ways are the same, by time, through junctions and passages only.
 * The ways from a site are sought all at once, when the first of them is asked for.
 */
export class KinWays {
  private readonly edges: RouteEdges;
  private readonly sailor: Sailor;
  private readonly isLawless: boolean;
  private readonly leaving: Map<string, readonly Edge[]> = new Map();
  private readonly trees: Map<string, Tree> = new Map();
  private readonly lanes: Map<string, Edge | undefined> = new Map();

  /** One sailor stands for all of its kin. Lawless ways break rules, and as few as they can. */
  constructor(edges: RouteEdges, sailor: Sailor, isLawless: boolean) {
    this.edges = edges;
    this.sailor = sailor;
    this.isLawless = isLawless;
  }

  /** The stops after `from`, passages and the end included; undefined when nobody gets there. */
  way(from: string, to: string): readonly Stop[] | undefined {
    const tree = this.treeFrom(from);
    const edges = this.edgesOf(tree, from, to);
    if (edges.length === 0 && to !== from) return undefined;
    const stops: Stop[] = [];
    for (const edge of edges) {
      const begun = edge.from === from ? 0 : (tree.ms[this.edges.numberOf(edge.from)] ?? 0);
      for (const { site, ms } of edge.passages) stops.push({ site, ms: begun + ms });
      stops.push({ site: edge.to, ms: tree.ms[edge.number] ?? edge.ms });
    }
    return stops;
  }

  /** The rules that the way breaks, in its order. */
  obstacles(from: string, to: string): readonly Obstacle[] {
    const way = this.edgesOf(this.treeFrom(from), from, to);
    return way.flatMap((edge): readonly Obstacle[] => {
      const isThrough = edge.from !== from && !this.edges.joins(edge.from);
      return isThrough ? [{ at: "end", site: edge.from }, ...edge.obstacles] : edge.obstacles;
    });
  }

  /** The edges of a way; none where there is none. What no link touches is reached over a lane alone. */
  private edgesOf({ last }: Tree, from: string, to: string): readonly Edge[] {
    if (to === from) return [];
    const way: Edge[] = [];
    for (let edge = last[this.edges.numberOf(to)]; edge; edge = last[this.edges.numberOf(edge.from)]) {
      way.push(edge);
      if (edge.from === from) return way.reverse();
    }
    const only = this.laneTo(from, to);
    return only === undefined ? [] : [only];
  }

  private laneTo(from: string, to: string): Edge | undefined {
    const key = `${from} ${to}`;
    if (this.lanes.has(key)) return this.lanes.get(key);
    const lane = this.edges.lane(from, to, this.sailor, this.isLawless);
    this.lanes.set(key, lane);
    return lane;
  }

  private treeFrom(from: string): Tree {
    const known = this.trees.get(from);
    if (known) return known;
    const tree = this.grownFrom(from);
    this.trees.set(from, tree);
    return tree;
  }

  /** Dijkstra's search; of equal ways the one that was found first stays. */
  private grownFrom(from: string): Tree {
    const { sites } = this.edges;
    const ms = new Float64Array(sites.length).fill(Infinity);
    const last = sites.map((): Edge | undefined => undefined);
    const isSettled = new Uint8Array(sites.length);
    const open = new LeastFirst<number>();
    const leave = (site: string, so: number, broken: number): void => {
      for (const edge of this.edgesFrom(site)) {
        const there = so + edge.ms + BROKEN_MS * (broken + edge.obstacles.length);
        if (isSettled[edge.number] === 1 || !(there < (ms[edge.number] ?? 0))) continue;
        ms[edge.number] = there;
        last[edge.number] = edge;
        open.push(there, edge.number);
      }
    };
    isSettled[this.edges.numberOf(from)] = 1;
    leave(from, 0, 0);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (isSettled[next] === 1) continue;
      isSettled[next] = 1;
      const site = sites[next] ?? "";
      const isEnd = !this.edges.joins(site);
      if (!isEnd || this.isLawless) leave(site, ms[next] ?? 0, isEnd ? 1 : 0);
    }
    return { ms, last };
  }

  /** What leads on from a site; found once, for every tree comes by there. */
  private edgesFrom(site: string): readonly Edge[] {
    const known = this.leaving.get(site);
    if (known) return known;
    const edges = this.edges.from(site, this.sailor, this.isLawless);
    this.leaving.set(site, edges);
    return edges;
  }
}
