import { assert } from "#base/assert";

/** In a column of links: no job. */
export const NOBODY: -1 = -1;

/**
 * Doubly linked lists of jobs through columns: jobs and lists are small whole numbers, a job is in one list at most,
 * and joining and leaving allocate nothing.
 */
export class JobLists {
  private heads: Int32Array = new Int32Array(0);
  private tails: Int32Array = new Int32Array(0);
  private lengths: Int32Array = new Int32Array(0);
  private nexts: Int32Array = new Int32Array(0);
  private previouses: Int32Array = new Int32Array(0);
  private lists: Int32Array = new Int32Array(0);

  /** Makes room for lists below `count`. */
  growLists(count: number): void {
    this.heads = grown(this.heads, count, NOBODY);
    this.tails = grown(this.tails, count, NOBODY);
    this.lengths = grown(this.lengths, count, 0);
  }

  /** Makes room for jobs below `count`. */
  growJobs(count: number): void {
    this.nexts = grown(this.nexts, count, NOBODY);
    this.previouses = grown(this.previouses, count, NOBODY);
    this.lists = grown(this.lists, count, NOBODY);
  }

  /** The list that a job is in; -1 when in none. */
  listOf(job: number): number {
    return job < this.lists.length ? this.lists[job]! : NOBODY;
  }

  /** The first job of a list; -1 when empty. */
  head(list: number): number {
    return this.heads[list]!;
  }

  /** The last job of a list; -1 when empty. */
  tail(list: number): number {
    return this.tails[list]!;
  }

  /** The job behind; -1 at the end. */
  next(job: number): number {
    return this.nexts[job]!;
  }

  /** The job in front; -1 at the start. */
  previous(job: number): number {
    return this.previouses[job]!;
  }

  /** Jobs in a list. */
  length(list: number): number {
    return this.lengths[list]!;
  }

  /** Adds a job, in no list so far, behind `front`, a job of the list; at its head when `front` is -1. */
  insert(list: number, front: number, job: number): void {
    const behind = front < 0 ? this.heads[list]! : this.nexts[front]!;
    this.lists[job] = list;
    this.lengths[list]!++;
    this.previouses[job] = front;
    this.nexts[job] = behind;
    if (front < 0) this.heads[list] = job;
    else this.nexts[front] = job;
    if (behind < 0) this.tails[list] = job;
    else this.previouses[behind] = job;
  }

  /** Takes a job out of its list. */
  remove(job: number): void {
    const list = this.lists[job]!;
    const front = this.previouses[job]!;
    const behind = this.nexts[job]!;
    if (front < 0) this.heads[list] = behind;
    else this.nexts[front] = behind;
    if (behind < 0) this.tails[list] = front;
    else this.previouses[behind] = front;
    this.lengths[list]!--;
    this.lists[job] = NOBODY;
  }

  /** Empties all lists. */
  clear(): void {
    this.heads.fill(NOBODY);
    this.tails.fill(NOBODY);
    this.lengths.fill(0);
    this.lists.fill(NOBODY);
  }

  /** Walks a list both ways and says what does not fit. */
  problems(list: number): string[] {
    const problems: string[] = [];
    let count = 0;
    let front: number = NOBODY;
    for (let job = this.head(list); job >= 0 && count <= this.lists.length; job = this.next(job)) {
      if (this.lists[job] !== list) problems.push(`job ${job} is linked in list ${list}, but claims another`);
      if (this.previous(job) !== front) problems.push(`job ${job} does not point back at ${front}`);
      front = job;
      count++;
    }
    if (this.tail(list) !== front) problems.push(`list ${list} ends with ${front}, not with its tail`);
    if (this.length(list) !== count) problems.push(`list ${list} holds ${count} jobs, not ${this.length(list)}`);
    return problems;
  }
}

/** A longer copy of a column, new places filled with `value`. */
export function grown<Values extends Int32Array | Float64Array>(old: Values, count: number, value: number): Values {
  assert(count >= old.length, "a column never shrinks");
  const Columns = old.constructor as new (length: number) => Values; // a typed array's constructor makes its like
  const longer = new Columns(count);
  longer.fill(value);
  longer.set(old);
  return longer;
}
