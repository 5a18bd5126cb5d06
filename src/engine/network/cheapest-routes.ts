import { assert } from "#base/assert";
import type { GateGraph } from "#engine/network/gate-graph";
import { NO_ROUTE, SAIL } from "#engine/network/route-graph";
import type { AtSea, Onward, RouteCosts, RouteTable } from "#engine/network/route-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import { UNREACHED } from "#engine/network/shortest-path";

/*
 * Four doubles a node, side by side, so that a question touches one line of memory: the cost of its route,
 * in the place of the second two whole numbers, where its first leg leads and the arc of that, metres of the
 * leg, and metres of the whole route. Metres are NaN until they are asked for.
 */
const ROW_BITS = 2;
const LEG_METRES = 2;
const METRES = 3;
const WHOLE_BITS = 3;
const NEXT = 2;
const ARC = 3;

/** In the place of the next node: the end has not been answered. */
const UNANSWERED = -3;

/**
 * Dijkstra's search backwards from the destination over the junctions and sides, dense, since every side
 * reaches most others. Ends other than the destination are never passed through, so each is answered from
 * its neighbours alone, when it is first asked for.
 */
export class CheapestRoutes implements RouteTable {
  readonly number: number;
  readonly destination: number;
  readonly #graph: GateGraph;
  /** For routes by way of a gate: that gate, and the routes from its far side on. */
  readonly #via: { readonly gate: number; readonly beyond: CheapestRoutes } | undefined;
  readonly #rows: Float64Array;
  /** The same memory as whole numbers. */
  readonly #legs: Int32Array;
  readonly #settled: Uint8Array;
  #costs: RouteCosts | undefined;
  #version = -1;

  /** `via`: a gate by way of which the routes lead. */
  constructor(
    graph: GateGraph,
    {
      number,
      destination,
      via,
    }: { readonly number: number; readonly destination: number; readonly via?: number },
  ) {
    const { nodeCount, gateCount } = graph;
    assert(destination >= 0 && destination < nodeCount, `a route leads to a node, not to ${destination}`);
    const isGate = via === undefined || (via >= 0 && via < gateCount);
    assert(isGate, `a route leads by way of a gate, 0 to ${gateCount - 1}, not of ${via}`);
    this.#graph = graph;
    this.number = number;
    this.destination = destination;
    this.#via =
      via === undefined
        ? undefined
        : { gate: via, beyond: new CheapestRoutes(graph, { number, destination }) };
    this.#rows = new Float64Array(nodeCount << ROW_BITS);
    this.#legs = new Int32Array(this.#rows.buffer);
    this.#settled = new Uint8Array(nodeCount);
  }

  cost(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    return this.#costOf(node);
  }

  next(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    return this.#legs[(node << WHOLE_BITS) | NEXT]!;
  }

  arc(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    return this.#legs[(node << WHOLE_BITS) | ARC]!;
  }

  legMetres(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    const row = node << ROW_BITS;
    let metres = this.#rows[row | LEG_METRES]!;
    if (metres !== metres) this.#rows[row | LEG_METRES] = metres = this.#measureLeg(node);
    return metres;
  }

  metres(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    const row = node << ROW_BITS;
    let metres = this.#rows[row | METRES]!;
    if (metres !== metres) this.#rows[row | METRES] = metres = this.#walk(node, costs);
    return metres;
  }

  from(place: AtSea, costs: RouteCosts): Onward {
    this.#refresh(costs);
    let best: Onward = { cost: Infinity, next: NO_ROUTE, metres: Infinity };
    for (let node = 0; node < this.#graph.nodeCount; node++) {
      if (!this.#mayContinue(node)) continue;
      const metres = this.#graph.metresFrom(place, node);
      if (metres === Infinity) continue;
      const cost = metres * costs.perMetre + this.#costOf(node);
      if (cost < best.cost) best = { cost, next: node, metres };
    }
    return best;
  }

  /**
   * Whether a route may go on from this node: a junction or side, or the destination, with a route from it.
   */
  #mayContinue(node: number): boolean {
    const through = node >= this.#graph.endCount || (node === this.destination && !this.#via);
    return through && this.#costOf(node) < Infinity;
  }

  #costOf(node: number): number {
    return this.#rows[node << ROW_BITS]!;
  }

  #measureLeg(node: number): number {
    const next = this.#legs[(node << WHOLE_BITS) | NEXT]!;
    if (next === NO_ROUTE) return node === this.destination ? 0 : Infinity;
    const arc = this.#legs[(node << WHOLE_BITS) | ARC]!;
    return arc >= 0 ? this.#graph.arcs.metres[arc]! : this.#graph.metres(node, next);
  }

  #walk(node: number, costs: RouteCosts): number {
    const leg = this.legMetres(node, costs);
    const next = this.#legs[(node << WHOLE_BITS) | NEXT]!;
    if (next === NO_ROUTE) return leg;
    const arc = this.#legs[(node << WHOLE_BITS) | ARC]!;
    const isAcross = this.#via !== undefined && arc >= 0 && this.#graph.arcs.gate[arc] === this.#via.gate;
    return leg + (isAcross ? this.#via.beyond : this).metres(next, costs);
  }

  #answer(node: number, costs: RouteCosts): void {
    const isKnown =
      this.#costs === costs &&
      this.#version === costs.version &&
      this.#legs[(node << WHOLE_BITS) | NEXT] !== UNANSWERED;
    if (!isKnown) this.#search(node, costs);
  }

  #search(node: number, costs: RouteCosts): void {
    this.#refresh(costs);
    if (this.#legs[(node << WHOLE_BITS) | NEXT] === UNANSWERED) this.#settleEnd(node, costs);
  }

  #refresh(costs: RouteCosts): void {
    if (this.#costs === costs && this.#version === costs.version) return;
    this.#costs = costs;
    this.#version = costs.version;
    const { nodeCount, endCount } = this.#graph;
    for (let node = 0; node < nodeCount; node++) this.#forget(node);
    this.#settled.fill(0);
    if (this.#via) this.#seedVia(this.#via.gate, this.#via.beyond, costs);
    else this.#rows[this.destination << ROW_BITS] = 0;
    for (let node = this.#nearest(); node >= 0; node = this.#nearest()) this.#settle(node, costs);
    for (let end = 0; end < endCount; end++) {
      if (this.#settled[end] === 0) this.#legs[(end << WHOLE_BITS) | NEXT] = UNANSWERED;
    }
  }

  #forget(node: number): void {
    this.#rows.fill(NaN, node << ROW_BITS, (node + 1) << ROW_BITS);
    this.#rows[node << ROW_BITS] = Infinity;
    this.#legs[(node << WHOLE_BITS) | NEXT] = NO_ROUTE;
    this.#legs[(node << WHOLE_BITS) | ARC] = NO_ROUTE;
  }

  #seedVia(gate: number, beyond: CheapestRoutes, costs: RouteCosts): void {
    for (const side of this.#graph.sidesOf(gate)) {
      for (const arc of this.#graph.leaving[side] ?? []) {
        if (this.#graph.arcs.gate[arc] !== gate) continue;
        const far = this.#graph.arcs.to[arc]!;
        this.#offer(side, beyond.cost(far, costs) + this.#arcCost(arc, costs), far, arc);
      }
    }
  }

  /** The cheapest node that is not settled, the lower one of equals; -1 when none can be reached. */
  #nearest(): number {
    let nearest = -1;
    let least = Infinity;
    const { endCount, nodeCount } = this.#graph;
    if (this.destination < endCount && this.#settled[this.destination] === 0) {
      least = this.#costOf(this.destination);
      if (least < Infinity) nearest = this.destination;
    }
    for (let node = endCount; node < nodeCount; node++) {
      if (this.#settled[node] === 0 && this.#costOf(node) < least) {
        least = this.#costOf(node);
        nearest = node;
      }
    }
    return nearest;
  }

  #settle(node: number, costs: RouteCosts): void {
    this.#settled[node] = 1;
    const { endCount, nodeCount, arcs } = this.#graph;
    const here = this.#costOf(node);
    const tree = costs.perMetre < Infinity ? this.#graph.treeTo(node) : undefined;
    if (tree) {
      for (let other = endCount; other < nodeCount; other++) {
        if (this.#settled[other] === 1) continue;
        const metres = tree.metres[this.#graph.vertexOf(other)] ?? UNREACHED;
        if (metres !== UNREACHED) this.#offer(other, here + metres * costs.perMetre, node, SAIL);
      }
    }
    for (const arc of this.#graph.arriving[node] ?? []) {
      const other = arcs.from[arc]!;
      if (other < endCount || this.#settled[other] === 1) continue;
      this.#offer(other, here + this.#arcCost(arc, costs), node, arc);
    }
  }

  /** An end looks at the nodes that it reaches in one leg. */
  #settleEnd(end: number, costs: RouteCosts): void {
    this.#legs[(end << WHOLE_BITS) | NEXT] = NO_ROUTE;
    const { nodeCount, arcs } = this.#graph;
    const vertex = costs.perMetre < Infinity ? this.#graph.vertexOf(end) : OFF_MESH;
    for (let node = 0; node < nodeCount && vertex !== OFF_MESH; node++) {
      if (node === end || !this.#mayContinue(node)) continue;
      const metres = this.#graph.treeTo(node)?.metres[vertex] ?? UNREACHED;
      if (metres !== UNREACHED) this.#offer(end, this.#costOf(node) + metres * costs.perMetre, node, SAIL);
    }
    for (const arc of this.#graph.leaving[end] ?? []) {
      const node = arcs.to[arc]!;
      if (this.#mayContinue(node))
        this.#offer(end, this.#costOf(node) + this.#arcCost(arc, costs), node, arc);
    }
  }

  #arcCost(arc: number, costs: RouteCosts): number {
    const { link, gate, metres } = this.#graph.arcs;
    if (link[arc]! >= 0) return costs.link[link[arc]!]!;
    return costs.gate[gate[arc]!]! + metres[arc]! * costs.gatePerMetre[gate[arc]!]!;
  }

  #offer(node: number, cost: number, next: number, arc: number): void {
    const known = this.#costOf(node);
    if (!(cost <= known && cost < Infinity)) return;
    if (cost === known && !this.#ranksBefore(node, next, arc)) return;
    this.#rows[node << ROW_BITS] = cost;
    this.#legs[(node << WHOLE_BITS) | NEXT] = next;
    this.#legs[(node << WHOLE_BITS) | ARC] = arc;
  }

  #ranksBefore(node: number, next: number, arc: number): boolean {
    const known = this.#legs[(node << WHOLE_BITS) | NEXT]!;
    if (known === NO_ROUTE) return false;
    return next < known || (next === known && arc < this.#legs[(node << WHOLE_BITS) | ARC]!);
  }
}
