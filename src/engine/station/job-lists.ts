import { assert } from "#base/assert";

/** In a column of links: no job. */
export const NOBODY: -1 = -1;

/** Of each list, side by side: the first job, the last job, how many. */
const LIST_STRIDE = 4;
const TAIL = 1;
const LENGTH = 2;

/** Of each job, side by side: the job behind, the job in front, the list that holds both. */
const JOB_STRIDE = 4;
const PREVIOUS = 1;
const LIST = 2;

/**
 * Doubly linked lists of jobs through columns: jobs and lists are small whole numbers, a job is in one list
 * at most, and joining and leaving allocate nothing.
 */
export class JobLists {
  private lists: Int32Array = new Int32Array(0);
  private jobs: Int32Array = new Int32Array(0);

  /** Makes room for lists below `count`. */
  growLists(count: number): void {
    const from = this.lists.length;
    this.lists = grown(this.lists, count * LIST_STRIDE, NOBODY);
    for (let at = from; at < this.lists.length; at += LIST_STRIDE) this.lists[at + LENGTH] = 0;
  }

  /** Makes room for jobs below `count`. */
  growJobs(count: number): void {
    this.jobs = grown(this.jobs, count * JOB_STRIDE, NOBODY);
  }

  /** The list that a job is in; -1 when in none. */
  listOf(job: number): number {
    return this.jobs[job * JOB_STRIDE + LIST] ?? NOBODY;
  }

  /** The first job of a list; -1 when empty. */
  head(list: number): number {
    return this.lists[list * LIST_STRIDE]!;
  }

  /** The last job of a list; -1 when empty. */
  tail(list: number): number {
    return this.lists[list * LIST_STRIDE + TAIL]!;
  }

  /** Jobs in a list. */
  length(list: number): number {
    return this.lists[list * LIST_STRIDE + LENGTH]!;
  }

  /** The job behind; -1 at the end. */
  next(job: number): number {
    return this.jobs[job * JOB_STRIDE]!;
  }

  /** The job in front; -1 at the start. */
  previous(job: number): number {
    return this.jobs[job * JOB_STRIDE + PREVIOUS]!;
  }

  /** Adds a job, in no list so far, at the end. */
  append(list: number, job: number): void {
    const { lists, jobs } = this;
    const atList = list * LIST_STRIDE;
    const at = job * JOB_STRIDE;
    const front = lists[atList + TAIL]!;
    jobs[at] = NOBODY;
    jobs[at + PREVIOUS] = front;
    jobs[at + LIST] = list;
    lists[atList + TAIL] = job;
    lists[atList + LENGTH]!++;
    if (front < 0) lists[atList] = job;
    else jobs[front * JOB_STRIDE] = job;
  }

  /** Adds a job, in no list so far, in front of `behind`, a job of the list. */
  insertBefore(behind: number, job: number): void {
    const { lists, jobs } = this;
    const at = job * JOB_STRIDE;
    const list = this.listOf(behind);
    const front = this.previous(behind);
    jobs[at] = behind;
    jobs[at + PREVIOUS] = front;
    jobs[at + LIST] = list;
    jobs[behind * JOB_STRIDE + PREVIOUS] = job;
    lists[list * LIST_STRIDE + LENGTH]!++;
    if (front < 0) lists[list * LIST_STRIDE] = job;
    else jobs[front * JOB_STRIDE] = job;
  }

  /** Takes a job out of its list. */
  remove(job: number): void {
    const { lists, jobs } = this;
    const at = job * JOB_STRIDE;
    const behind = jobs[at]!;
    const front = jobs[at + PREVIOUS]!;
    const atList = jobs[at + LIST]! * LIST_STRIDE;
    jobs[at + LIST] = NOBODY;
    lists[atList + LENGTH]!--;
    if (front < 0) lists[atList] = behind;
    else jobs[front * JOB_STRIDE] = behind;
    if (behind < 0) lists[atList + TAIL] = front;
    else jobs[behind * JOB_STRIDE + PREVIOUS] = front;
  }

  /** Empties all lists. */
  clear(): void {
    this.jobs.fill(NOBODY);
    this.lists.fill(NOBODY);
    for (let at = 0; at < this.lists.length; at += LIST_STRIDE) this.lists[at + LENGTH] = 0;
  }

  /** Walks a list both ways and says what does not fit. */
  problems(list: number): string[] {
    const problems: string[] = [];
    let count = 0;
    let front: number = NOBODY;
    for (let job = this.head(list); job >= 0 && count <= this.jobs.length; job = this.next(job)) {
      if (this.listOf(job) !== list)
        problems.push(`job ${job} is linked in list ${list}, but claims another`);
      if (this.previous(job) !== front) problems.push(`job ${job} does not point back at ${front}`);
      front = job;
      count++;
    }
    if (this.tail(list) !== front) problems.push(`list ${list} ends with ${front}, not with its tail`);
    if (this.length(list) !== count)
      problems.push(`list ${list} holds ${count} jobs, not ${this.length(list)}`);
    return problems;
  }
}

/** A longer copy of a column, new places filled with `value`. */
export function grown<Values extends Int32Array | Float64Array>(
  old: Values,
  count: number,
  value: number,
): Values {
  assert(count >= old.length, "a column never shrinks");
  const Columns = old.constructor as new (length: number) => Values; // makes its like
  const longer = new Columns(count);
  longer.fill(value);
  longer.set(old);
  return longer;
}
