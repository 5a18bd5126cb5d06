import { assert } from "#base/assert";
import type { GateGraph } from "#engine/network/gate-graph";
import { NO_ROUTE, SAIL } from "#engine/network/route-graph";
import type { AtSea, Onward, RouteCosts, RouteTable } from "#engine/network/route-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import { UNREACHED } from "#engine/network/shortest-path";

/**
 * Dijkstra's search backwards from the destination over the junctions and sides, dense, since every side
 * reaches most others. Ends other than the destination are never passed through, so each is answered from
 * its neighbours alone, when it is first asked for.
 */
export class CheapestRoutes implements RouteTable {
  readonly destination: number;
  readonly #graph: GateGraph;
  /** For routes by way of a gate: that gate, and the routes from its far side on. */
  readonly #via: { readonly gate: number; readonly beyond: CheapestRoutes } | undefined;
  readonly #cost: Float64Array;
  /** By node, its first leg: where it leads, and at the next place its arc. */
  readonly #legs: Int32Array;
  /** By node, metres of its whole route: NaN until it is asked for. */
  readonly #metres: Float64Array;
  readonly #settled: Uint8Array;
  #costs: RouteCosts | undefined;
  #version = -1;

  constructor(graph: GateGraph, destination: number, via?: number) {
    const { nodeCount, gateCount } = graph;
    assert(destination >= 0 && destination < nodeCount, `a route leads to a node, not to ${destination}`);
    const isGate = via === undefined || (via >= 0 && via < gateCount);
    assert(isGate, `a route leads by way of a gate, 0 to ${gateCount - 1}, not of ${via}`);
    this.#graph = graph;
    this.destination = destination;
    this.#via = via === undefined ? undefined : { gate: via, beyond: new CheapestRoutes(graph, destination) };
    this.#cost = new Float64Array(nodeCount);
    this.#legs = new Int32Array(2 * nodeCount);
    this.#metres = new Float64Array(nodeCount);
    this.#settled = new Uint8Array(nodeCount);
  }

  cost(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    return this.#cost[node]!;
  }

  next(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    return this.#legs[2 * node]!;
  }

  arc(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    return this.#legs[2 * node + 1]!;
  }

  metres(node: number, costs: RouteCosts): number {
    this.#answer(node, costs);
    let metres = this.#metres[node]!;
    if (Number.isNaN(metres)) this.#metres[node] = metres = this.#walk(node, costs);
    return metres;
  }

  from(place: AtSea, costs: RouteCosts): Onward {
    this.#refresh(costs);
    let best: Onward = { cost: Infinity, next: NO_ROUTE, metres: Infinity };
    for (let node = 0; node < this.#graph.nodeCount; node++) {
      if (!this.#mayContinue(node)) continue;
      const metres = this.#graph.metresFrom(place, node);
      if (metres === Infinity) continue;
      const cost = metres * costs.perMetre + this.#cost[node]!;
      if (cost < best.cost) best = { cost, next: node, metres };
    }
    return best;
  }

  /**
   * Whether a route may go on from this node: a junction or side, or the destination, with a route from it.
   */
  #mayContinue(node: number): boolean {
    const through = node >= this.#graph.endCount || (node === this.destination && !this.#via);
    return through && this.#cost[node]! < Infinity;
  }

  #walk(node: number, costs: RouteCosts): number {
    const [next, arc] = [this.#legs[2 * node]!, this.#legs[2 * node + 1]!];
    if (node === this.destination) return 0;
    if (next === NO_ROUTE) return Infinity;
    const { arcs } = this.#graph;
    const isAcross = this.#via !== undefined && arc >= 0 && arcs.gate[arc] === this.#via.gate;
    const leg = arc >= 0 ? arcs.metres[arc]! : this.#graph.metres(node, next);
    return leg + (isAcross ? this.#via.beyond : this).metres(next, costs);
  }

  #answer(node: number, costs: RouteCosts): void {
    const isKnown = this.#costs === costs && this.#version === costs.version && this.#settled[node] === 1;
    if (!isKnown) this.#search(node, costs);
  }

  #search(node: number, costs: RouteCosts): void {
    this.#refresh(costs);
    if (this.#settled[node] === 0) this.#settleEnd(node, costs);
  }

  #refresh(costs: RouteCosts): void {
    if (this.#costs === costs && this.#version === costs.version) return;
    this.#costs = costs;
    this.#version = costs.version;
    this.#cost.fill(Infinity);
    this.#legs.fill(NO_ROUTE);
    this.#metres.fill(NaN);
    this.#settled.fill(0);
    if (this.#via) this.#seedVia(this.#via.gate, this.#via.beyond, costs);
    else this.#cost[this.destination] = 0;
    for (let node = this.#nearest(); node >= 0; node = this.#nearest()) this.#settle(node, costs);
    this.#settled.fill(1, this.#graph.endCount);
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
      least = this.#cost[this.destination]!;
      if (least < Infinity) nearest = this.destination;
    }
    for (let node = endCount; node < nodeCount; node++) {
      if (this.#settled[node] === 0 && this.#cost[node]! < least) {
        least = this.#cost[node]!;
        nearest = node;
      }
    }
    return nearest;
  }

  #settle(node: number, costs: RouteCosts): void {
    this.#settled[node] = 1;
    const { endCount, nodeCount, arcs } = this.#graph;
    const here = this.#cost[node]!;
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
    this.#settled[end] = 1;
    const { nodeCount, arcs } = this.#graph;
    const vertex = costs.perMetre < Infinity ? this.#graph.vertexOf(end) : OFF_MESH;
    for (let node = 0; node < nodeCount && vertex !== OFF_MESH; node++) {
      if (node === end || !this.#mayContinue(node)) continue;
      const metres = this.#graph.treeTo(node)?.metres[vertex] ?? UNREACHED;
      if (metres !== UNREACHED) this.#offer(end, this.#cost[node]! + metres * costs.perMetre, node, SAIL);
    }
    for (const arc of this.#graph.leaving[end] ?? []) {
      const node = arcs.to[arc]!;
      if (this.#mayContinue(node)) this.#offer(end, this.#cost[node]! + this.#arcCost(arc, costs), node, arc);
    }
  }

  #arcCost(arc: number, costs: RouteCosts): number {
    const { link, gate, metres } = this.#graph.arcs;
    if (link[arc]! >= 0) return costs.link[link[arc]!]!;
    return costs.gate[gate[arc]!]! + metres[arc]! * costs.gatePerMetre[gate[arc]!]!;
  }

  #offer(node: number, cost: number, next: number, arc: number): void {
    const known = this.#cost[node]!;
    if (!(cost <= known && cost < Infinity)) return;
    if (cost === known && !this.#ranksBefore(node, next, arc)) return;
    this.#cost[node] = cost;
    this.#legs[2 * node] = next;
    this.#legs[2 * node + 1] = arc;
  }

  #ranksBefore(node: number, next: number, arc: number): boolean {
    const known = this.#legs[2 * node]!;
    if (known === NO_ROUTE) return false;
    return next < known || (next === known && arc < this.#legs[2 * node + 1]!);
  }
}
