import { Column } from "#engine/record/column";
import { Table } from "#engine/record/table";

/** How a voyage ended, or that it has not. */
export const outcome = {
  "under-way": 0,
  arrived: 1,
  "turned-away": 2,
  "no-legal-route": 3,
  cancelled: 4,
  lost: 5,
} as const;

/** A number of `outcome`. */
export type Outcome = (typeof outcome)[keyof typeof outcome];

/**
 * What a stage of a voyage was: waiting for admission, being served, sailing a leg, passing a passage, a wait
 * that the vessel gave up to go another way, the last of a voyage that does not arrive: from when it came
 * to where it ends, turned away, thrown out or without a legal route; what is left of the way overland, from
 * the port where the vessel called instead of its own; a stay in a server where it is done, until the next
 * station has room; or the time from one vessel to the next, at a hub.
 */
export const stage = {
  wait: 0,
  service: 1,
  sail: 2,
  transit: 3,
  abandoned: 4,
  lost: 5,
  inland: 6,
  blocked: 7,
  transfer: 8,
} as const;

/** A number of `stage`. */
export type Stage = (typeof stage)[keyof typeof stage];

/**
 * Voyages and their stages (waits and legs), as columns. A voyage row is opened at its start, in order of
 * time; a stage row is written when the stage ends, or at the end of the run with `to` NaN for those still in
 * it. Places and reasons are numbers of `places` and `reasons`.
 */
export class Journeys {
  /** Names of places, by number: station and passage ids (`site.station`), link ids, and sites. */
  readonly places: string[] = [];
  /** Names of reasons, by number; 0 is "none": nothing but the ordinary queue. */
  readonly reasons: string[] = ["none"];
  readonly #placeNumbers: Map<string, number> = new Map();
  readonly #reasonNumbers: Map<string, number> = new Map([["none", 0]]);

  readonly #voyages: Table = new Table(10);
  readonly #stages: Table = new Table(6);

  /** Voyage columns, one row per voyage. */
  readonly flow: Column = new Column(this.#voyages, 0);
  /** The voyage's number in its flow, from 0. */
  readonly ordinal: Column = new Column(this.#voyages, 1);
  /** Instant of birth, ms. */
  readonly start: Column = new Column(this.#voyages, 2);
  /** Instant of the end, when what it carries is delivered, ms; NaN while under way. */
  readonly end: Column = new Column(this.#voyages, 3);
  /** See `outcome`. */
  readonly outcome: Column = new Column(this.#voyages, 4);
  /** 1 when it skips a passage of its undisrupted route, or calls at another port than its own. */
  readonly diverted: Column = new Column(this.#voyages, 5);
  /** Metres sailed, known at its end and 0 until then, and metres of its undisrupted route. */
  readonly metres: Column = new Column(this.#voyages, 6);
  readonly metresPlanned: Column = new Column(this.#voyages, 7);
  /** Instant by which it is due at its destination, ms; NaN when nothing is due. */
  readonly due: Column = new Column(this.#voyages, 8);
  /** Instant at which its vessel was free while its cargo went on, ms; NaN when that is its end. */
  readonly freed: Column = new Column(this.#voyages, 9);

  /** Stage columns, one row per stage: the voyage's row. */
  readonly stageVoyage: Column = new Column(this.#stages, 0);
  /** See `stage`. */
  readonly stageKind: Column = new Column(this.#stages, 1);
  /** Number of `places`. */
  readonly stagePlace: Column = new Column(this.#stages, 2);
  /** Start and end, ms. */
  readonly stageFrom: Column = new Column(this.#stages, 3);
  readonly stageTo: Column = new Column(this.#stages, 4);
  /**
   * Number of `reasons`: the disruption that blocked, or of a voyage that is lost ended it, or the rules that
   * leave it no legal route; or 0.
   */
  readonly stageReason: Column = new Column(this.#stages, 5);

  /** The number of a place, which is added when it is new. */
  place(name: string): number {
    return numbered(this.places, this.#placeNumbers, name);
  }

  /** The number of a reason, which is added when it is new; "none" is 0. */
  reason(name: string): number {
    return numbered(this.reasons, this.#reasonNumbers, name);
  }

  /** Opens a voyage and returns its row. `due` is NaN when nothing is due. */
  open(flow: number, ordinal: number, start: number, metresPlanned: number, due: number = NaN): number {
    const row = this.#voyages.append();
    const { cells, capacity } = this.#voyages;
    let at = row;
    cells[at] = flow;
    cells[(at += capacity)] = ordinal;
    cells[(at += capacity)] = start;
    cells[(at += capacity)] = NaN;
    cells[(at += capacity)] = outcome["under-way"];
    cells[(at += capacity)] = 0;
    cells[(at += capacity)] = 0;
    cells[(at += capacity)] = metresPlanned;
    cells[(at += capacity)] = due;
    cells[at + capacity] = NaN;
    return row;
  }

  /** Ends a voyage. */
  close(row: number, end: number, how: Outcome): void {
    this.end.set(row, end);
    this.outcome.set(row, how);
  }

  /** Writes one stage of a voyage. `to` is NaN for a stage still going on at the end of the run. */
  stage(row: number, kind: Stage, place: number, from: number, to: number, reason: number): void {
    let at = this.#stages.append();
    const { cells, capacity } = this.#stages;
    cells[at] = row;
    cells[(at += capacity)] = kind;
    cells[(at += capacity)] = place;
    cells[(at += capacity)] = from;
    cells[(at += capacity)] = to;
    cells[at + capacity] = reason;
  }

  /** Forgets all rows and keeps the names. */
  clear(): void {
    this.#voyages.clear();
    this.#stages.clear();
  }

  /** Takes the room of another, see `Table`: nobody reads that any more. */
  inherit(other: Journeys): void {
    this.#voyages.inherit(other.#voyages);
    this.#stages.inherit(other.#stages);
  }
}

/**
 * The index of `name` in `names`. Names may also have been pushed by hand: those are caught up with first.
 */
function numbered(names: string[], numbers: Map<string, number>, name: string): number {
  for (let index = numbers.size; index < names.length; index += 1) {
    numbers.set(names[index] as string, index); // index is below the length
  }
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  return names.push(name) - 1;
}
