import { assert } from "#base/assert";

const NONE = -1;

/**
 * Many first-come lines over one set of columns: each job stands in at most one line, joins at its end and
 * may leave from anywhere. Lines and jobs are small integers; columns grow with the largest job.
 */
export class WaitingLines {
  #next: Int32Array = new Int32Array(256);
  #previous: Int32Array = new Int32Array(256);
  #lineOf: Int32Array = new Int32Array(256).fill(NONE);
  readonly #head: number[] = [];
  readonly #tail: number[] = [];
  readonly #length: number[] = [];

  /** Opens an empty line and returns its number. */
  open(): number {
    this.#head.push(NONE);
    this.#tail.push(NONE);
    return this.#length.push(0) - 1;
  }

  /** How many stand in a line. */
  length(line: number): number {
    return this.#length[line] as number; // line numbers come from open
  }

  /** The first of a line; -1 when it is empty. */
  first(line: number): number {
    return this.#head[line] as number; // line numbers come from open
  }

  /** Whether a job stands in this line. */
  holds(line: number, job: number): boolean {
    return job < this.#lineOf.length && this.#lineOf[job] === line;
  }

  /** A job joins the end of a line. */
  join(line: number, job: number): void {
    if (job >= this.#next.length) this.#grow(job);
    assert(this.#lineOf[job] === NONE, "a job stands in one line at a time");
    const tail = this.#tail[line] as number; // line numbers come from open
    this.#lineOf[job] = line;
    this.#next[job] = NONE;
    this.#previous[job] = tail;
    if (tail === NONE) this.#head[line] = job;
    else this.#next[tail] = job;
    this.#tail[line] = job;
    this.#length[line] = this.length(line) + 1;
  }

  /** A job leaves its line, from wherever it stands. */
  leave(line: number, job: number): void {
    assert(this.holds(line, job), "who leaves a line stands in it");
    const next = this.#next[job] as number; // the job stands in a line, so its columns exist
    const previous = this.#previous[job] as number; // the same
    if (previous === NONE) this.#head[line] = next;
    else this.#next[previous] = next;
    if (next === NONE) this.#tail[line] = previous;
    else this.#previous[next] = previous;
    this.#lineOf[job] = NONE;
    this.#length[line] = this.length(line) - 1;
  }

  /** How many stand before a job in its line; it takes a step for each. */
  ahead(job: number): number {
    let count = 0;
    let at = this.#previous[job] as number; // the job stands in a line, so its columns exist
    while (at !== NONE) {
      count++;
      at = this.#previous[at] as number; // the same
    }
    return count;
  }

  /** The jobs of a line, first to last: for audits. */
  jobs(line: number): number[] {
    const jobs: number[] = [];
    for (let at = this.first(line); at !== NONE; at = this.#next[at] as number) jobs.push(at); // in a line
    return jobs;
  }

  /** Empties all lines. */
  reset(): void {
    this.#head.fill(NONE);
    this.#tail.fill(NONE);
    this.#length.fill(0);
    this.#lineOf.fill(NONE);
  }

  #grow(job: number): void {
    const capacity = Math.max(job + 1, this.#next.length * 2);
    const grown = (column: Int32Array): Int32Array => {
      const larger = new Int32Array(capacity).fill(NONE);
      larger.set(column);
      return larger;
    };
    this.#next = grown(this.#next);
    this.#previous = grown(this.#previous);
    this.#lineOf = grown(this.#lineOf);
  }
}
