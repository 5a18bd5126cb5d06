import type { Arcs } from "#engine/network/route-graph";

/** Arcs under construction, and the same arcs grouped by the node where they end or begin. */
export class ArcList {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #metres: number[] = [];
  readonly #link: number[] = [];
  readonly #gate: number[] = [];

  /** A link in one direction. */
  link(link: number, from: number, to: number, metres: number): void {
    this.#add(from, to, metres, link, -1);
  }

  /** Both directions of a crossing. */
  crossing(gate: number, one: number, other: number, metres: number): void {
    this.#add(one, other, metres, -1, gate);
    this.#add(other, one, metres, -1, gate);
  }

  /** The columns. */
  arcs(): Arcs {
    return {
      count: this.#from.length,
      from: Int32Array.from(this.#from),
      to: Int32Array.from(this.#to),
      metres: Float64Array.from(this.#metres),
      link: Int32Array.from(this.#link),
      gate: Int32Array.from(this.#gate),
    };
  }

  #add(from: number, to: number, metres: number, link: number, gate: number): void {
    this.#from.push(from);
    this.#to.push(to);
    this.#metres.push(metres);
    this.#link.push(link);
    this.#gate.push(gate);
  }
}

/** For each node the arcs whose `key` is that node, ascending. */
export function arcsBy(key: Int32Array, nodeCount: number): readonly (readonly number[])[] {
  const groups: number[][] = Array.from({ length: nodeCount }, () => []);
  key.forEach((node, arc) => groups[node]?.push(arc));
  return groups;
}
