import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { AtSea } from "#engine/network/route-graph";

const FIRST_CAPACITY = 256;

function grownInts(column: Int32Array, capacity: number): Int32Array {
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}

function grownNumbers(column: Float64Array, capacity: number): Float64Array {
  const larger = new Float64Array(capacity);
  larger.set(column);
  return larger;
}

/**
 * In which ways a vessel is diverted: its route skips what it once had to pass; it calls at another port; an
 * earlier vessel of its voyage did one of both.
 */
export const divertedBy = { passages: 1, ports: 2, earlier: 4 } as const;

/**
 * The vessels that are under way, as columns by vessel number. A number is given out again when its voyage
 * has ended, the one freed last first. Columns are replaced when they grow: read them through this object
 * each time.
 */
export class Vessels {
  /** The flow of the voyage. */
  readonly flow: FlowPlan[] = [];
  /** The voyage's number in its flow, and its row in the journeys (-1: not recorded). */
  ordinal: Int32Array = new Int32Array(FIRST_CAPACITY);
  row: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** See `standing`. */
  standing: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** The node of the route graph where it is, or that it left last. */
  node: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** The node that it sails to; -1 when it is not under way. */
  next: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** The link that it uses or waits for; -1 when it is on none. */
  link: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** The passage that it waits for or is in; -1 when it is at none. */
  passage: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** The arc of the crossing that it asked for. */
  arc: Int32Array = new Int32Array(FIRST_CAPACITY);
  destination: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** How many stations of its destination it has passed. */
  calls: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** Whose passages it avoids, a set of `Avoidances`; 0 is the undisrupted route. */
  avoidance: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** Where it called when it last found no watched passage ahead; -1: one may be, see `Decisions`. */
  clearTo: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** Bits of `divertedBy`; 0 while it goes its own way to its own port. */
  diverted: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** 1 while the passage that its flow must take (`via`) lies ahead. */
  viaAhead: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** ms: when its present stage began, and how many metres of sail lie between the ends of its leg. */
  since: Float64Array = new Float64Array(FIRST_CAPACITY);
  legMetres: Float64Array = new Float64Array(FIRST_CAPACITY);
  /** On a link: ms of its leg that were left at `leftAt`, at a factor of 1. */
  leftMs: Float64Array = new Float64Array(FIRST_CAPACITY);
  leftAt: Float64Array = new Float64Array(FIRST_CAPACITY);
  /**
   * On a link: whose fault it is that it was ever slowed there, a number of the journeys' reasons; 0: it was
   * not.
   */
  slowedBy: Int32Array = new Int32Array(FIRST_CAPACITY);
  /** Whose ban it waits, or has waited, for in its present wait, a number of the reasons; 0: nobody's. */
  bannedBy: Int32Array = new Int32Array(FIRST_CAPACITY);
  /**
   * The voyage's number among all of the replication, from 1: tells it from later ones that use this vessel
   * number.
   */
  serial: Float64Array = new Float64Array(FIRST_CAPACITY);
  /** Instant by which it is due at its destination, ms; the greatest number when nothing is due. */
  due: Float64Array = new Float64Array(FIRST_CAPACITY);
  /** Metres sailed on legs that are done. */
  metres: Float64Array = new Float64Array(FIRST_CAPACITY);
  /** The pending event of its leg. */
  event: Float64Array = new Float64Array(FIRST_CAPACITY);
  /** Where its sail began, when that was at sea. */
  readonly place: (AtSea | undefined)[] = [];
  /** Vessels under way. */
  count: number = 0;
  /** Voyages that have begun. */
  begun: number = 0;
  #free: Int32Array = new Int32Array(FIRST_CAPACITY);
  #freed: number = 0;
  #used: number = 0;

  /** A vessel number for a new voyage. Its columns hold what the last one left, but for those set here. */
  take(): number {
    this.count++;
    const vessel = this.#freed > 0 ? (this.#free[--this.#freed] as number) : this.#fresh(); // a number
    this.serial[vessel] = ++this.begun;
    this.node[vessel] = -1;
    this.next[vessel] = -1;
    this.link[vessel] = -1;
    this.passage[vessel] = -1;
    this.bannedBy[vessel] = 0;
    this.calls[vessel] = 0;
    this.avoidance[vessel] = 0;
    this.diverted[vessel] = 0;
    this.viaAhead[vessel] = 0;
    this.metres[vessel] = 0;
    this.standing[vessel] = 0;
    this.place[vessel] = undefined;
    return vessel;
  }

  /** Its voyage has ended: the number is free again. */
  release(vessel: number): void {
    this.count--;
    this.serial[vessel] = 0;
    this.#free[this.#freed++] = vessel;
  }

  /** The numbers of all vessels under way, in rising order: for audits. */
  underWay(): number[] {
    const free = new Set(this.#free.subarray(0, this.#freed));
    const numbers: number[] = [];
    for (let vessel = 0; vessel < this.#used; vessel++) if (!free.has(vessel)) numbers.push(vessel);
    return numbers;
  }

  /** As at the start of a run: nobody is under way. */
  reset(): void {
    this.count = 0;
    this.begun = 0;
    this.#freed = 0;
    this.#used = 0;
  }

  #fresh(): number {
    if (this.#used === this.node.length) this.#grow(this.#used * 2);
    return this.#used++;
  }

  #grow(capacity: number): void {
    this.ordinal = grownInts(this.ordinal, capacity);
    this.bannedBy = grownInts(this.bannedBy, capacity);
    this.row = grownInts(this.row, capacity);
    this.standing = grownInts(this.standing, capacity);
    this.node = grownInts(this.node, capacity);
    this.next = grownInts(this.next, capacity);
    this.link = grownInts(this.link, capacity);
    this.passage = grownInts(this.passage, capacity);
    this.arc = grownInts(this.arc, capacity);
    this.destination = grownInts(this.destination, capacity);
    this.calls = grownInts(this.calls, capacity);
    this.avoidance = grownInts(this.avoidance, capacity);
    this.clearTo = grownInts(this.clearTo, capacity);
    this.diverted = grownInts(this.diverted, capacity);
    this.viaAhead = grownInts(this.viaAhead, capacity);
    this.since = grownNumbers(this.since, capacity);
    this.legMetres = grownNumbers(this.legMetres, capacity);
    this.leftMs = grownNumbers(this.leftMs, capacity);
    this.slowedBy = grownInts(this.slowedBy, capacity);
    this.leftAt = grownNumbers(this.leftAt, capacity);
    this.serial = grownNumbers(this.serial, capacity);
    this.due = grownNumbers(this.due, capacity);
    this.metres = grownNumbers(this.metres, capacity);
    this.event = grownNumbers(this.event, capacity);
    this.#free = grownInts(this.#free, capacity);
  }
}
