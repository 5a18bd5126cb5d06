import { Avoidances } from "#domain/traffic/avoidances";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { Mode } from "#domain/world/site-type";
import type { RouteCosts, RouteGraph, RouteTable } from "#engine/network/route-graph";

/** The rules that keep each class out of a passage, by class number; none: it may pass. */
export type ClassBars = readonly (readonly string[])[];

/** What routing must know of a passage; gate numbers of the graph are passage numbers. */
export interface PassageRule {
  /** Mean time inside by class number, ms; undefined: its crossing takes metres over speed. */
  readonly transitMs: readonly number[] | undefined;
  /** At the start of the run. */
  readonly bars: ClassBars;
  /** From later instants (ms) on, in order of time; nothing changes when left out. */
  readonly changes?: readonly { readonly from: number; readonly bars: ClassBars }[];
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
  /** What voyages may avoid: an avoidance below is the number of a set of these. */
  readonly avoidances: Avoidances = new Avoidances();
  readonly #classes: readonly VesselClass[];
  readonly #passages: readonly PassageRule[];
  readonly #links: readonly LinkRule[];
  /** What bars whom from each passage now. */
  readonly #bars: ClassBars[];
  /** By class, then by avoidance. */
  readonly #costs: (RouteCosts | undefined)[][];
  /** By class. */
  readonly #unbarred: RouteCosts[] = [];
  /** By class, then by avoidance, then by destination. */
  readonly #tables: (RouteTable | undefined)[][][];
  readonly #tablesVia: Map<number, RouteTable>[];
  /** Tables made: numbered here, since worlds that share a graph know nothing of each other. */
  #count: number = 0;

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
    this.#bars = rules.passages.map(({ bars }) => bars);
    this.#costs = rules.classes.map(() => []);
    this.#tables = rules.classes.map(() => []);
    this.#tablesVia = rules.classes.map(() => new Map<number, RouteTable>());
  }

  /** The limits that change during a run, by passage. */
  get changes(): readonly PassageRule["changes"][] {
    return this.#passages.map(({ changes }) => changes);
  }

  /** From now on these rules bar classes from a passage. Gives the classes whose right changed. */
  setBars(passage: number, bars: ClassBars): ReadonlySet<number> {
    const changed = new Set(
      bars.flatMap((rules, number) => {
        const isBarred = rules.length > 0;
        return isBarred === this.bars(number, passage).length > 0 ? [] : [number];
      }),
    );
    this.#bars[passage] = bars;
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
    return this.#passages.filter(({ bars }, passage) => this.setBars(passage, bars).size > 0).length > 0;
  }

  /** The rules that keep a class out of a passage now. */
  bars(classNumber: number, passage: number): readonly string[] {
    return this.#bars[passage]?.[classNumber] ?? [];
  }

  /** What legs cost a class, in ms, on the routes with an avoidance. */
  costs(classNumber: number, avoidance: number): RouteCosts {
    const known = this.#costs[classNumber] as (RouteCosts | undefined)[]; // one list per class
    return (known[avoidance] ??= this.#compile(classNumber, (passage) =>
      this.#gateCost(classNumber, avoidance, passage),
    ));
  }

  /** What legs would cost a class, in ms, if no rule barred it anywhere. */
  unbarred(classNumber: number): RouteCosts {
    return (this.#unbarred[classNumber] ??= this.#compile(classNumber, (passage) =>
      this.#transitMs(classNumber, passage),
    ));
  }

  /** The routes of a class to a destination node. Tables have numbers from 0, in order of being made here. */
  table(classNumber: number, avoidance: number, destination: number): RouteTable {
    const known = this.#tables[classNumber] as (RouteTable | undefined)[][]; // one list per class
    const tables = (known[avoidance] ??= []);
    return (tables[destination] ??= this.graph.table(destination, this.#count++));
  }

  /** The routes of a class to a destination node that must still cross the passage `via`. */
  tableVia(classNumber: number, avoidance: number, leg: { via: number; destination: number }): RouteTable {
    const known = this.#tablesVia[classNumber] as Map<number, RouteTable>; // one map per class
    const key = (avoidance * this.graph.gateCount + leg.via) * this.graph.nodeCount + leg.destination;
    const table = known.get(key) ?? this.graph.tableVia(leg.via, leg.destination, this.#count++);
    known.set(key, table);
    return table;
  }

  #compile(classNumber: number, gateCost: (passage: number) => number): RouteCosts {
    const vesselClass = this.#classes[classNumber] as VesselClass; // a known class
    const perMetre = msPerMetre(vesselClass);
    return {
      version: 1,
      perMetre: vesselClass.mode === "sea" ? perMetre : Infinity,
      gate: Float64Array.from(this.#passages, (_, passage) => gateCost(passage)),
      gatePerMetre: Float64Array.from(this.#passages, (rule) =>
        rule.transitMs === undefined ? perMetre : 0,
      ),
      link: Float64Array.from(this.#links, (link) =>
        link.mode === vesselClass.mode ? (link.timeMs ?? link.metres * perMetre) : Infinity,
      ),
    };
  }

  #gateCost(classNumber: number, avoidance: number, passage: number): number {
    if (this.avoidances.avoids(avoidance, passage) || this.bars(classNumber, passage).length > 0)
      return Infinity;
    return this.#transitMs(classNumber, passage);
  }

  #transitMs(classNumber: number, passage: number): number {
    return this.#passages[passage]?.transitMs?.[classNumber] ?? 0;
  }
}
