import { assert } from "#base/assert";
import type { Preference } from "#engine/station/station-client";

const NONE = -1;

/**
 * Many first-come lines over one set of columns: each job stands in at most one line, joins at its end and
 * may leave from anywhere. Where somebody is preferred, they stand before the others, each group first come.
 * Lines and jobs are small integers; columns grow with the largest job.
 */
export class WaitingLines {
  #next: Int32Array = new Int32Array(256);
  #previous: Int32Array = new Int32Array(256);
  #lineOf: Int32Array = new Int32Array(256).fill(NONE);
  readonly #head: number[] = [];
  readonly #tail: number[] = [];
  readonly #length: number[] = [];
  /** By line: who stands before the others; undefined: nobody does. */
  readonly #isFirst: (Preference | undefined)[] = [];
  /** By job: it came so many-th of all. */
  #came: Float64Array = new Float64Array(256);
  #comers: number = 0;

  /** Opens an empty line and returns its number. */
  open(): number {
    this.#head.push(NONE);
    this.#tail.push(NONE);
    this.#isFirst.push(undefined);
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

  /** Who stands behind a job that stands in a line; -1 when it is the last. */
  behind(job: number): number {
    return this.#next[job] as number; // the job stands in a line, so its columns exist
  }

  /** The line in which a job stands; -1: in none. */
  lineOf(job: number): number {
    return job < this.#lineOf.length ? (this.#lineOf[job] as number) : NONE; // below the length
  }

  /** Whether a job stands in this line. */
  holds(line: number, job: number): boolean {
    return job < this.#lineOf.length && this.#lineOf[job] === line;
  }

  /** A job joins the end of a line, or of those preferred there. */
  join(line: number, job: number): void {
    if (job >= this.#next.length) this.#grow(job);
    assert(this.#lineOf[job] === NONE, "a job stands in one line at a time");
    this.#came[job] = ++this.#comers;
    const isFirst = this.#isFirst[line];
    this.#insert(line, job, isFirst?.(job) === true ? this.#firstOther(line, isFirst) : NONE);
  }

  /**
   * From now on those whom `isFirst` picks stand before the others, those in line too; undefined: nobody
   * does, and all stand as they came.
   */
  prefer(line: number, isFirst: Preference | undefined): void {
    this.#isFirst[line] = isFirst;
    const rank = (job: number): number => (isFirst?.(job) === true ? 0 : 1);
    const came = (job: number): number => this.#came[job] as number; // the job stands in a line
    const jobs = this.jobs(line).sort((a, b) => rank(a) - rank(b) || came(a) - came(b));
    for (const job of jobs) this.leave(line, job);
    for (const job of jobs) this.#insert(line, job, NONE);
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
    this.#isFirst.fill(undefined);
    this.#comers = 0;
  }

  /** The first in line who is not preferred; -1 when there is none. */
  #firstOther(line: number, isFirst: Preference): number {
    let at = this.first(line);
    while (at !== NONE && isFirst(at)) at = this.#next[at] as number; // it stands in a line
    return at;
  }

  /** Puts a job before another one in line; at the end when that is -1. */
  #insert(line: number, job: number, next: number): void {
    const previous = (next === NONE ? this.#tail[line] : this.#previous[next]) as number; // both exist
    this.#lineOf[job] = line;
    this.#next[job] = next;
    this.#previous[job] = previous;
    if (previous === NONE) this.#head[line] = job;
    else this.#next[previous] = job;
    if (next === NONE) this.#tail[line] = job;
    else this.#previous[next] = job;
    this.#length[line] = this.length(line) + 1;
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
    const came = new Float64Array(capacity);
    came.set(this.#came);
    this.#came = came;
  }
}
