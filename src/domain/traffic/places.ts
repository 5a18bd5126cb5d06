import type { VoyageLog } from "#domain/traffic/voyage-log";
import type { Counts } from "#engine/record/counts";

/** The numbers under which what happens at a station or a passage is recorded; -1 where nobody reads it. */
export interface Place {
  /** Of stages in the journeys. */
  readonly place: number;
  /** Of counts: those done, those who came, those turned away. */
  readonly completions: number;
  readonly arrivals: number;
  readonly turnedAway: number;
}

/** Two nodes between which somebody has sailed. */
interface Leg {
  readonly from: number;
  readonly to: number;
  /** Of the whole sail. */
  readonly metres: number;
  /** The number of its sails in the record, or -1. */
  readonly number: number;
}

/** The record numbers of all places, looked up once when the world is built. */
export class Places {
  readonly #log: VoyageLog;
  readonly #facilities: readonly Place[];
  readonly #passages: readonly Place[];
  readonly #links: readonly number[];
  readonly #nodeNames: readonly string[];
  readonly #metres: (from: number, to: number) => number;
  /** By node, by node: undefined until somebody sails between them. */
  readonly #legs: (Leg | undefined)[][] = [];
  readonly #sailed: Leg[] = [];

  constructor(
    log: VoyageLog,
    names: {
      readonly facilities: readonly string[];
      readonly passages: readonly string[];
      readonly links: readonly string[];
      /** The site of each node of the route graph; a passage's for its sides. */
      readonly nodes: readonly string[];
    },
    metres: (from: number, to: number) => number,
  ) {
    const placeOf = (id: string): Place => ({ place: log.place(id), ...countsOf(log.counts, id) });
    this.#log = log;
    this.#facilities = names.facilities.map(placeOf);
    this.#passages = names.passages.map(placeOf);
    this.#links = names.links.map((id) => log.place(id));
    this.#nodeNames = names.nodes;
    this.#metres = metres;
  }

  /** Of a facility, by its number. */
  facility(facility: number): Place {
    return this.#facilities[facility] as Place; // a known facility
  }

  /** Of a passage, by its number. */
  passage(passage: number): Place {
    return this.#passages[passage] as Place; // a known passage
  }

  /** Of stages on a link, by its number. */
  link(link: number): number {
    return this.#links[link] as number; // a known link
  }

  /** Of stages at a site itself, by its node. */
  site(node: number): number {
    return this.#log.place(this.#nodeNames[node] as string); // a node of the graph
  }

  /** Of the way overland from a port to another one, by their nodes: `from>to` in names of sites. */
  inland(from: number, to: number): number {
    return this.#log.place(`${this.#nodeNames[from]}>${this.#nodeNames[to]}`);
  }

  /** The legs that have been sailed. */
  legs(): readonly Leg[] {
    return this.#sailed;
  }

  /** The leg from node to node, recorded as `from>to` in names of sites. */
  leg(from: number, to: number): Leg {
    const byEnd = (this.#legs[from] ??= []);
    const known = byEnd[to];
    if (known !== undefined) return known;
    const number = this.#log.leg(`${this.#nodeNames[from]}>${this.#nodeNames[to]}`);
    const leg = { from, to, metres: this.#metres(from, to), number };
    this.#sailed.push(leg);
    return (byEnd[to] = leg);
  }
}

function countsOf(counts: Counts, id: string): { completions: number; arrivals: number; turnedAway: number } {
  return {
    completions: counts.series(id),
    arrivals: counts.series(`arrivals/${id}`),
    turnedAway: counts.series(`turned-away/${id}`),
  };
}
