import { assert } from "#base/assert";
import { LeastFirst } from "#base/least-first";
import { SAIL } from "#engine/network/route-graph";
import type { RouteCosts, RouteGraph } from "#engine/network/route-graph";

/** One leg of a route: an arc of the graph, or `SAIL`. */
export interface RouteLeg {
  readonly from: number;
  readonly to: number;
  readonly arc: number;
  readonly metres: number;
}

/** A whole route, in order of its legs. */
export interface Route {
  readonly cost: number;
  readonly metres: number;
  readonly legs: readonly RouteLeg[];
}

/** Between which nodes routes are sought. */
export interface RouteQuery {
  readonly from: number;
  readonly to: number;
  /** The gate that a route must cross; any route when left out. */
  readonly via?: number | undefined;
  /** How many at most, 1 or more. */
  readonly count: number;
}

/**
 * The cheapest loopless routes from node to node, the cheapest first; fewer than `count`, also none, where
 * there are no more. A route is told by what it takes: the gates that it crosses and the links, in order. Of
 * routes that take the same only the cheapest counts, by whichever sides of a gate. Loopless: it crosses no
 * gate twice and comes to no junction twice. Of equal cost, the one that takes less comes first.
 *
 * The method is Yen's ("Finding the K shortest loopless paths in a network", Management Science 17, 1971),
 * with what is barred after a common beginning handed on as in Lawler's form of it (Management Science 18,
 * 1972), so that no route is found twice; the beginnings are rows of gates and links, not of nodes.
 */
export function bestRoutes(graph: RouteGraph, costs: RouteCosts, query: RouteQuery): readonly Route[] {
  assert(query.from !== query.to, "a route leads somewhere else");
  const search = new RouteSearch(graph, costs, query);
  const open = new LeastFirst<Found>();
  const offer = (branch: Branch): void => {
    const found = search.completed(branch);
    if (found) open.push(found.last.cost, found);
  };
  offer({ taken: [], barred: new Set() });
  const routes: Route[] = [];
  for (let found = open.pop(); found !== undefined; found = open.pop()) {
    if (found.isLoopless) routes.push(search.routeOf(found.last));
    if (routes.length >= query.count) break;
    for (const branch of branchesOf(found, search)) offer(branch);
  }
  return routes;
}

/** What a route takes: an arc that is a link, or a gate by its number after all arcs; `END`: it is there. */
type Taken = number;
const END: Taken = -1;

/** All routes that begin by taking these and go on with none of those that are barred. */
interface Branch {
  readonly taken: readonly Taken[];
  readonly barred: ReadonlySet<Taken>;
}

/** One leg after another, from the last one back. */
interface Step {
  readonly node: number;
  readonly cost: number;
  /** Of the leg to this node; meaningless at the start. */
  readonly arc: number;
  readonly before: Step | undefined;
}

/** The cheapest route of a branch. */
interface Found {
  readonly branch: Branch;
  readonly taken: readonly Taken[];
  readonly isLoopless: boolean;
  readonly last: Step;
}

/** The branch without the route that was found in it, cut into branches that share none. */
function branchesOf({ branch, taken }: Found, search: RouteSearch): Branch[] {
  const branches: Branch[] = [];
  for (let length = branch.taken.length; length <= taken.length; length++) {
    const beginning = taken.slice(0, length);
    if (!search.isLoopless(beginning)) break;
    const next = taken[length] ?? END;
    const barred = length === branch.taken.length ? [...branch.barred, next] : [next];
    branches.push({ taken: beginning, barred: new Set(barred) });
  }
  return branches;
}

/** The layers of a search: whether something was taken after the beginning, and whether `via` is crossed. */
const AFTER = 1;
const CROSSED = 2;
const LAYERS = 4;

class RouteSearch {
  readonly #graph: RouteGraph;
  readonly #costs: RouteCosts;
  readonly #query: RouteQuery;
  readonly #leaving: readonly (readonly number[])[];

  constructor(graph: RouteGraph, costs: RouteCosts, query: RouteQuery) {
    this.#graph = graph;
    this.#costs = costs;
    this.#query = query;
    const leaving: number[][] = Array.from({ length: graph.nodeCount }, () => []);
    graph.arcs.from.forEach((node, arc) => leaving[node]?.push(arc));
    this.#leaving = leaving;
  }

  /** The cheapest route of a branch; undefined where there is none. */
  completed(branch: Branch): Found | undefined {
    const { to, via } = this.#query;
    const starts = this.#startsOf(branch.taken);
    const isCrossed = via === undefined || branch.taken.includes(this.#gate(via));
    const shut = this.#visitedBy(branch.taken);
    const best = new Map<number, number>();
    const open = new LeastFirst<{ readonly step: Step; readonly layer: number }>();
    const reach = (step: Step, layer: number): void => {
      const key = step.node * LAYERS + layer;
      if (!(step.cost < (best.get(key) ?? Infinity))) return;
      best.set(key, step.cost);
      open.push(step.cost, { step, layer });
    };
    for (const step of starts) reach(step, isCrossed ? CROSSED : 0);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { step, layer } = next;
      if (step.cost > (best.get(step.node * LAYERS + layer) ?? Infinity)) continue;
      const mayEnd = (layer & CROSSED) !== 0 && ((layer & AFTER) !== 0 || !branch.barred.has(END));
      if (step.node === to && mayEnd) return this.#found(branch, step);
      if (step.node === to) continue;
      this.#sailOn(step, (sail) => {
        if (!shut.nodes.has(sail.node)) reach(sail, layer);
      });
      this.#takeOn(step, (onward) => {
        const taken = this.#takes(onward.arc);
        const isBarred = (layer & AFTER) === 0 && branch.barred.has(taken);
        if (isBarred || shut.taken.has(taken) || shut.nodes.has(onward.node)) return;
        const crosses = via !== undefined && taken === this.#gate(via);
        reach(onward, layer | AFTER | (crosses ? CROSSED : 0));
      });
    }
    return undefined;
  }

  /** Whether what is taken crosses no gate twice, and its links touch no node twice. */
  isLoopless(taken: readonly Taken[]): boolean {
    const { count, from, to } = this.#graph.arcs;
    const places: number[] = [];
    taken.forEach((one, at) => {
      if (one >= count) return places.push(-one);
      const before = taken[at - 1] ?? END;
      // Where no link led to it, the junction at which this one begins was sailed to.
      const isOn = before >= 0 && before < count && to[before] === from[one];
      if (!isOn) places.push(from[one] as number); // an arc of the graph
      return places.push(to[one] as number); // the same
    });
    return new Set(places).size === places.length;
  }

  routeOf(last: Step): Route {
    const metresOf = this.#graph.arcs.metres;
    const legs: RouteLeg[] = [];
    for (let step = last; step.before !== undefined; step = step.before) {
      const [from, to] = [step.before.node, step.node];
      const { arc } = step;
      const metres = arc === SAIL ? this.#graph.metres(from, to) : (metresOf[arc] as number); // an arc
      legs.unshift({ from, to, arc, metres });
    }
    return { cost: last.cost, metres: legs.reduce((sum, { metres }) => sum + metres, 0), legs };
  }

  #found(branch: Branch, last: Step): Found {
    const taken: Taken[] = [];
    for (let step = last; step.before !== undefined; step = step.before) {
      if (step.arc !== SAIL) taken.unshift(this.#takes(step.arc));
    }
    return { branch, taken, isLoopless: this.isLoopless(taken), last };
  }

  /** The cheapest ways of having taken these: one for each node where the last of them ends. */
  #startsOf(taken: readonly Taken[]): readonly Step[] {
    let starts: readonly Step[] = [{ node: this.#query.from, cost: 0, arc: SAIL, before: undefined }];
    for (const one of taken) {
      const best = new Map<number, Step>();
      const take = (at: Step): void =>
        this.#takeOn(at, (step) => {
          const known = best.get(step.node)?.cost ?? Infinity;
          if (this.#takes(step.arc) === one && step.cost < known) best.set(step.node, step);
        });
      for (const start of starts) {
        take(start);
        this.#sailOn(start, take);
      }
      starts = [...best.values()];
    }
    return starts;
  }

  /** What has been taken and the nodes that its links touched, to none of which a route may come again. */
  #visitedBy(taken: readonly Taken[]): { readonly taken: ReadonlySet<Taken>; readonly nodes: Set<number> } {
    const { from, to, count } = this.#graph.arcs;
    const nodes = new Set<number>([this.#query.from]);
    for (const one of taken) {
      if (one >= count) continue;
      nodes.add(from[one] as number).add(to[one] as number); // an arc of the graph
    }
    return { taken: new Set(taken), nodes };
  }

  /** Sails follow something else than a sail, which had better led there at once. */
  #sailOn(step: Step, visit: (step: Step) => void): void {
    const { perMetre } = this.#costs;
    const hasSailed = step.before !== undefined && step.arc === SAIL;
    if (hasSailed || perMetre === Infinity || this.#graph.vertexOf(step.node) < 0) return;
    const offer = (node: number): void => {
      const metres = node === step.node ? Infinity : this.#graph.metres(step.node, node);
      if (metres < Infinity) visit({ node, cost: step.cost + metres * perMetre, arc: SAIL, before: step });
    };
    if (this.#query.to < this.#graph.endCount) offer(this.#query.to);
    for (let node = this.#graph.endCount; node < this.#graph.nodeCount; node++) offer(node);
  }

  #takeOn(step: Step, visit: (step: Step) => void): void {
    for (const arc of this.#leaving[step.node] ?? []) {
      const node = this.#graph.arcs.to[arc] as number; // an arc of the graph
      const isThrough = node >= this.#graph.endCount || node === this.#query.to;
      const cost = step.cost + this.#arcCost(arc);
      if (isThrough && cost < Infinity) visit({ node, cost, arc, before: step });
    }
  }

  #arcCost(arc: number): number {
    const { link, gate, metres } = this.#graph.arcs;
    const line = link[arc] as number; // an arc of the graph
    if (line >= 0) return this.#costs.link[line] as number; // a link of the graph
    const door = gate[arc] as number; // the same
    return (
      (this.#costs.gate[door] as number) + // a gate of the graph
      (metres[arc] as number) * (this.#costs.gatePerMetre[door] as number) // the same
    );
  }

  #takes(arc: number): Taken {
    const gate = this.#graph.arcs.gate[arc] as number; // an arc of the graph
    return gate >= 0 ? this.#gate(gate) : arc;
  }

  #gate(gate: number): Taken {
    return this.#graph.arcs.count + gate;
  }
}
