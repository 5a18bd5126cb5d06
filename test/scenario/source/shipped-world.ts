import { existsSync, readFileSync } from "node:fs";
import { assert } from "#base/assert";
import { GateGraph } from "#engine/network/gate-graph";
import type { RouteCosts } from "#engine/network/route-graph";
import type { Library } from "#scenario/read/library";
import { WorldSource } from "#scenario/source/world-source";

/** Reads the shipped files: the project's own data, and those of packages. */
export const shippedLibrary: Library = (name) => {
  for (const folder of ["../../../notebooks-data/", "../../../node_modules/"]) {
    const file = new URL(`${folder}${name}`, import.meta.url);
    if (existsSync(file)) return readFileSync(file);
  }
  return undefined;
};

/** The shipped world, read once for all tests of a file. */
export const world: WorldSource = new WorldSource(shippedLibrary);

/** Which passages are closed beside those closed by default, and which of those are opened. */
export interface Regime {
  readonly closed?: readonly string[];
  readonly opened?: readonly string[];
}

/** Ports on the sea with every passage a gate. */
export class PortGraph {
  readonly graph: GateGraph;
  readonly #ports: readonly string[];

  constructor(ports: readonly string[]) {
    this.#ports = ports;
    const { points, edges, passages } = world.sea();
    const piers = ports.flatMap((id, pier) =>
      world.mooringsOf(id).map(({ vertex, metres }) => ({ from: points.length + pier, to: vertex, metres })),
    );
    const all = [...edges, ...piers];
    this.graph = new GateGraph({
      mesh: {
        vertexCount: points.length + ports.length,
        edges: {
          from: Int32Array.from(all, ({ from }) => from),
          to: Int32Array.from(all, ({ to }) => to),
          metres: Int32Array.from(all, ({ metres }) => metres),
        },
      },
      ends: ports.map((_id, pier) => points.length + pier),
      junctions: [],
      gates: passages.map(({ doors }) => doors),
      links: [],
    });
  }

  /** Costs of a metre each. */
  costs({ closed = [], opened = [] }: Regime = {}): RouteCosts {
    const { passages } = world.sea();
    for (const id of [...closed, ...opened]) {
      assert(
        passages.some((passage) => passage.id === id),
        `${id} is a passage`,
      );
    }
    const isShut = passages.map(
      (passage) => closed.includes(passage.id) || (passage.closed && !opened.includes(passage.id)),
    );
    return {
      version: 1,
      perMetre: 1,
      gate: Float64Array.from(isShut, (shut) => (shut ? Infinity : 0)),
      gatePerMetre: new Float64Array(passages.length).fill(1),
      link: new Float64Array(0),
    };
  }

  /** The node of a port. */
  node(port: string): number {
    const node = this.#ports.indexOf(port);
    assert(node >= 0, `${port} is one of the ports`);
    return node;
  }

  /** Nautical miles of the shortest route; Infinity where there is none. */
  miles(from: string, to: string, regime: Regime = {}): number {
    return this.graph.table(this.node(to)).cost(this.node(from), this.costs(regime)) / 1852;
  }
}
