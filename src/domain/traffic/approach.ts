import { assert } from "#base/assert";
import { WaitingLines } from "#domain/world/waiting-lines";

const BIN_MS = 3_600_000;
const NONE = -1;
const OWES = 2;

/**
 * The vessels that concern one passage: whose route crosses it, or crossed it before they chose to avoid it.
 * It answers how many of those under way reach the passage before an instant, exactly and in logarithmic
 * time: a Fenwick tree (Fenwick, A new data structure for cumulative frequency tables, 1994) over hours, and
 * a list within the hour.
 */
export class Approach {
  readonly #start: number;
  readonly #tree: Int32Array;
  readonly #binHead: Int32Array;
  #binNext: Int32Array = new Int32Array(0);
  #binPrevious: Int32Array = new Int32Array(0);
  #bin: Int32Array = new Int32Array(0);
  #eta: Float64Array = new Float64Array(0);
  /** 1 by member, 2 by one that owes. */
  #isMember: Uint8Array = new Uint8Array(0);
  /** One line, of the members. */
  readonly #members: WaitingLines = new WaitingLines();

  constructor(start: number, end: number) {
    assert(end > start, "a run has a length");
    this.#start = start;
    const bins = Math.floor((end - start) / BIN_MS) + 1;
    this.#tree = new Int32Array(bins + 1);
    this.#binHead = new Int32Array(bins).fill(NONE);
    this.#members.open();
  }

  /** The vessels that an announcement about the passage concerns, in the order in which they joined. */
  get members(): readonly number[] {
    return this.#members.jobs(0);
  }

  /** Whether a vessel is one of them. */
  has(vessel: number): boolean {
    return this.#isMember[vessel] !== 0 && vessel < this.#isMember.length;
  }

  /** Whether the passage is one of its undisrupted route, which it has not passed. */
  isOwedBy(vessel: number): boolean {
    return this.#isMember[vessel] === OWES;
  }

  /** A vessel whose route now crosses the passage. */
  join(vessel: number): void {
    if (this.has(vessel)) return;
    if (vessel >= this.#bin.length) this.#grow(vessel);
    this.#isMember[vessel] = 1;
    this.#members.join(0, vessel);
  }

  /** A vessel begins whose undisrupted route crosses the passage. */
  owe(vessel: number): void {
    this.join(vessel);
    this.#isMember[vessel] = OWES;
  }

  /** A vessel has passed, or its voyage has ended. */
  leave(vessel: number): void {
    if (!this.has(vessel)) return;
    this.#isMember[vessel] = 0;
    this.#members.leave(0, vessel);
    this.withdraw(vessel);
  }

  /** A member under way expects to reach the passage at `eta` (ms); its last word counts. */
  expect(vessel: number, eta: number): void {
    const bin = this.#binOf(eta);
    this.#eta[vessel] = eta;
    if (this.#bin[vessel] === bin) return;
    this.withdraw(vessel);
    this.#bin[vessel] = bin;
    const head = this.#binHead[bin] as number; // a bin of the run
    this.#binNext[vessel] = head;
    this.#binPrevious[vessel] = NONE;
    if (head !== NONE) this.#binPrevious[head] = vessel;
    this.#binHead[bin] = vessel;
    this.#add(bin, 1);
  }

  /** A member is not on its way to the passage: it waits there already, or goes another way. */
  withdraw(vessel: number): void {
    const bin = vessel < this.#bin.length ? (this.#bin[vessel] as number) : NONE; // below the length
    if (bin === NONE) return;
    const next = this.#binNext[vessel] as number; // it stands in a bin
    const previous = this.#binPrevious[vessel] as number; // the same
    if (previous === NONE) this.#binHead[bin] = next;
    else this.#binNext[previous] = next;
    if (next !== NONE) this.#binPrevious[next] = previous;
    this.#bin[vessel] = NONE;
    this.#add(bin, -1);
  }

  /** How many under way reach the passage before `eta`, without `vessel` itself. */
  before(eta: number, vessel: number): number {
    const bin = this.#binOf(eta);
    let count = 0;
    for (let node = bin; node > 0; node -= node & -node) count += this.#tree[node] as number; // in range
    let other = this.#binHead[bin] as number; // a bin of the run
    while (other !== NONE) {
      if ((this.#eta[other] as number) < eta) count++; // it stands in this bin
      other = this.#binNext[other] as number; // the same
    }
    const own = vessel < this.#bin.length ? (this.#bin[vessel] as number) : NONE; // below the length
    return own !== NONE && (this.#eta[vessel] as number) < eta ? count - 1 : count; // it stands in a bin
  }

  /** As at the start of a run. */
  reset(): void {
    this.#tree.fill(0);
    this.#binHead.fill(NONE);
    this.#bin.fill(NONE);
    this.#isMember.fill(0);
    this.#members.reset();
  }

  #binOf(eta: number): number {
    return Math.min(this.#binHead.length - 1, Math.max(0, Math.floor((eta - this.#start) / BIN_MS)));
  }

  #add(bin: number, change: number): void {
    for (let node = bin + 1; node < this.#tree.length; node += node & -node) {
      this.#tree[node] = (this.#tree[node] as number) + change; // a node of the tree
    }
  }

  #grow(vessel: number): void {
    const capacity = Math.max(vessel + 1, this.#bin.length * 2, 256);
    const grown = (column: Int32Array): Int32Array => {
      const larger = new Int32Array(capacity).fill(NONE);
      larger.set(column);
      return larger;
    };
    this.#binNext = grown(this.#binNext);
    this.#binPrevious = grown(this.#binPrevious);
    this.#bin = grown(this.#bin);
    const eta = new Float64Array(capacity);
    eta.set(this.#eta);
    this.#eta = eta;
    const isMember = new Uint8Array(capacity);
    isMember.set(this.#isMember);
    this.#isMember = isMember;
  }
}
