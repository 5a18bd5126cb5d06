import { assert } from "#base/assert";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { Mode } from "#domain/world/site-type";
import type { RouteCosts, RouteGraph, RouteTable } from "#engine/network/route-graph";

/** Sets are bits of a 32-bit number without its sign. */
const BITS = 31;

/** What routing must know of a passage; gate numbers of the graph are passage numbers. */
export interface PassageRule {
  /** Mean time inside by class number, ms; undefined: its crossing takes metres over speed. */
  readonly transitMs: readonly number[] | undefined;
  /** Which classes may pass at the start of the run, by class number. */
  readonly isLegal: readonly boolean[];
  /** Who may pass from later instants (ms) on, in order of time; nothing changes when left out. */
  readonly changes?: readonly { readonly from: number; readonly isLegal: readonly boolean[] }[];
}

/** What routing must know of a link; link numbers are those of the graph. */
export interface LinkRule {
  readonly mode: Mode;
  readonly metres: number;
  /** ms, whatever the speed; undefined: metres over speed. */
  readonly timeMs: number | undefined;
}

/** Milliseconds that a class takes for one metre. */
export function msPerMetre(vesselClass: VesselClass): number {
  return 1000 / vesselClass.speed;
}

/**
 * The cheapest legal routes in time, by class, by destination, and by the set of passages that a voyage
 * avoids. It compiles the rules on class, draft and flag to what may be passed at all, for the undisrupted
 * route and for every alternative alike. Closures do not alter a route, decisions do; but a limit of a
 * passage may change during a run, and then tables compute themselves anew.
 */
export class Routes {
  readonly graph: RouteGraph;
  readonly #classes: readonly VesselClass[];
  readonly #passages: readonly PassageRule[];
  readonly #links: readonly LinkRule[];
  /** Who may pass each passage now, by class number. */
  readonly #isLegal: (readonly boolean[])[];
  /** The passages that each choice avoids, by bit. */
  readonly #avoided: number[][] = [];
  /** By class, then by avoidance. */
  readonly #costs: (RouteCosts | undefined)[][];
  /** By class, then by avoidance, then by destination. */
  readonly #tables: (RouteTable | undefined)[][][];
  readonly #tablesVia: Map<number, RouteTable>[];
  /** By node, by node: NaN until it is asked for. */
  readonly #sailMetres: (Float64Array | undefined)[] = [];

  constructor(
    graph: RouteGraph,
    rules: {
      readonly classes: readonly VesselClass[];
      readonly passages: readonly PassageRule[];
      readonly links: readonly LinkRule[];
    },
  ) {
    this.graph = graph;
    this.#classes = rules.classes;
    this.#passages = rules.passages;
    this.#links = rules.links;
    this.#isLegal = rules.passages.map(({ isLegal }) => isLegal);
    this.#costs = rules.classes.map(() => []);
    this.#tables = rules.classes.map(() => []);
    this.#tablesVia = rules.classes.map(() => new Map<number, RouteTable>());
  }

  /** Adds a set of passages that may be avoided together and returns its bit. */
  addAvoidance(passages: readonly number[]): number {
    assert(this.#avoided.length < BITS, `at most ${BITS} policies may divert`);
    return 1 << (this.#avoided.push([...passages]) - 1);
  }

  /** The limits that change during a run, by passage. */
  get changes(): readonly PassageRule["changes"][] {
    return this.#passages.map(({ changes }) => changes);
  }

  /** From now on these classes may pass a passage. Gives those whose right changed. */
  setLegal(passage: number, isLegal: readonly boolean[]): ReadonlySet<number> {
    const before = this.#isLegal[passage] as readonly boolean[]; // a known passage
    const changed = new Set(isLegal.flatMap((may, number) => (may === before[number] ? [] : [number])));
    this.#isLegal[passage] = isLegal;
    for (const classNumber of changed) {
      this.#costs[classNumber]?.forEach((costs, avoidance) => {
        if (costs === undefined) return;
        costs.gate[passage] = this.#gateCost(classNumber, avoidance, passage);
        costs.version++;
      });
    }
    return changed;
  }

  /** As at the start of a run. True: that was another state. */
  reset(): boolean {
    return (
      this.#passages.filter(({ isLegal }, passage) => this.setLegal(passage, isLegal).size > 0).length > 0
    );
  }

  /** What legs cost a class, in ms, when it avoids these sets (bits of `addAvoidance`). */
  costs(classNumber: number, avoidance: number): RouteCosts {
    const known = this.#costs[classNumber] as (RouteCosts | undefined)[]; // one list per class
    return (known[avoidance] ??= this.#compile(classNumber, avoidance));
  }

  /** The routes of a class to a destination node. */
  table(classNumber: number, avoidance: number, destination: number): RouteTable {
    const known = this.#tables[classNumber] as (RouteTable | undefined)[][]; // one list per class
    const tables = (known[avoidance] ??= []);
    return (tables[destination] ??= this.graph.table(destination));
  }

  /** The routes of a class to a destination node that must still cross the passage `via`. */
  tableVia(classNumber: number, avoidance: number, leg: { via: number; destination: number }): RouteTable {
    const known = this.#tablesVia[classNumber] as Map<number, RouteTable>; // one map per class
    const key = (avoidance * this.graph.gateCount + leg.via) * this.graph.nodeCount + leg.destination;
    const table = known.get(key) ?? this.graph.tableVia(leg.via, leg.destination);
    known.set(key, table);
    return table;
  }

  /** Metres of the sail from node to node over the mesh, as the graph tells them: looked up once. */
  sailMetres(from: number, to: number): number {
    const known = (this.#sailMetres[from] ??= new Float64Array(this.graph.nodeCount).fill(NaN));
    let metres = known[to] as number; // a node of the graph
    if (metres !== metres) known[to] = metres = this.graph.metres(from, to);
    return metres;
  }

  #compile(classNumber: number, avoidance: number): RouteCosts {
    const vesselClass = this.#classes[classNumber] as VesselClass; // a known class
    const perMetre = msPerMetre(vesselClass);
    return {
      version: 1,
      perMetre: vesselClass.mode === "sea" ? perMetre : Infinity,
      gate: Float64Array.from(this.#passages, (_, passage) =>
        this.#gateCost(classNumber, avoidance, passage),
      ),
      gatePerMetre: Float64Array.from(this.#passages, (rule) =>
        rule.transitMs === undefined ? perMetre : 0,
      ),
      link: Float64Array.from(this.#links, (link) =>
        link.mode === vesselClass.mode ? (link.timeMs ?? link.metres * perMetre) : Infinity,
      ),
    };
  }

  #gateCost(classNumber: number, avoidance: number, passage: number): number {
    const isAvoided = this.#avoided.some(
      (passages, bit) => (avoidance & (1 << bit)) !== 0 && passages.includes(passage),
    );
    if (isAvoided || this.#isLegal[passage]?.[classNumber] === false) return Infinity;
    return this.#passages[passage]?.transitMs?.[classNumber] ?? 0;
  }
}
