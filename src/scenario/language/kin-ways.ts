import { LeastFirst } from "#base/least-first";
import type { Edge, Obstacle, RouteEdges, Sailor, Stop } from "#scenario/language/route-edges";

/** The shortest ways from one site, as columns by the number of the site that they lead to. */
interface Tree {
  /** How long the way takes; Infinity where there is none. */
  readonly ms: Float64Array;
  /** The number of its last edge; -1 where there is none. */
  readonly last: Int32Array;
}

/** What leads on from a site, as columns: the number of each end, and what it costs to get there. */
interface Leaving {
  /** Whether no route leads through the site. */
  readonly isEnd: boolean;
  /** The number of the first of its edges; the others follow. */
  readonly first: number;
  readonly ends: Int32Array;
  /** ms, with what its broken rules count. */
  readonly costs: Float64Array;
}

/** The number of no edge. */
const NONE = -1;

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
  /** All edges that were found so far, by number. */
  private readonly found: Edge[] = [];
  /** By the number of a site. */
  private readonly leaving: (Leaving | undefined)[];
  private readonly trees: Map<string, Tree> = new Map();
  private readonly lanes: Map<string, Edge | undefined> = new Map();

  /** One sailor stands for all of its kin. Lawless ways break rules, and as few as they can. */
  constructor(edges: RouteEdges, sailor: Sailor, isLawless: boolean) {
    this.edges = edges;
    this.sailor = sailor;
    this.isLawless = isLawless;
    this.leaving = edges.sites.map(() => undefined);
  }

  /** The stops after `from`, passages and the end included; undefined when nobody gets there. */
  way(from: string, to: string): readonly Stop[] | undefined {
    const tree = this.treeFrom(from);
    const edges = this.edgesOf(tree, from, to);
    if (edges.length === 0 && to !== from) return undefined;
    const stops: Stop[] = [];
    let begun = 0;
    for (const edge of edges) {
      for (const { site, ms } of edge.passages) stops.push({ site, ms: begun + ms });
      begun = tree.ms[edge.number] ?? edge.ms;
      const by = edge.link === undefined ? {} : { link: edge.link };
      stops.push({ site: edge.to, ms: begun, ...by });
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
    const edgeTo = (site: string): Edge | undefined => this.found[last[this.edges.numberOf(site)] ?? NONE];
    for (let edge = edgeTo(to); edge; edge = edgeTo(edge.from)) {
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
    const last = new Int32Array(sites.length).fill(NONE);
    const isSettled = new Uint8Array(sites.length);
    const open = new LeastFirst<number>();
    const leave = ({ first, ends, costs }: Leaving, so: number): void => {
      for (let index = 0; index < ends.length; index += 1) {
        const end = ends[index] ?? 0;
        const there = so + (costs[index] ?? 0);
        if (isSettled[end] === 1 || !(there < (ms[end] ?? 0))) continue;
        ms[end] = there;
        last[end] = first + index;
        open.push(there, end);
      }
    };
    const start = this.edges.numberOf(from);
    isSettled[start] = 1;
    leave(this.leavingFrom(from, start), 0);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (isSettled[next] === 1) continue;
      isSettled[next] = 1;
      const leaving = this.leavingFrom(sites[next] ?? "", next);
      const { isEnd } = leaving;
      if (!isEnd || this.isLawless) leave(leaving, (ms[next] ?? 0) + (isEnd ? BROKEN_MS : 0));
    }
    return { ms, last };
  }

  /** What leads on from a site; found once where links touch it, for every tree comes by there. */
  private leavingFrom(site: string, number: number): Leaving {
    const known = this.leaving[number];
    if (known) return known;
    const edges = this.edges.from(site, this.sailor, this.isLawless);
    const ends = Int32Array.from(edges, (edge) => edge.number);
    const costs = Float64Array.from(edges, ({ ms, obstacles }) => ms + BROKEN_MS * obstacles.length);
    const leaving = { isEnd: !this.edges.joins(site), first: this.found.length, ends, costs };
    for (const edge of edges) this.found.push(edge);
    if (number >= 0) this.leaving[number] = leaving;
    return leaving;
  }
}
