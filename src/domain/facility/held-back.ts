/** Those inside a facility who stood still or were slowed, and so leave later than they would have. */
export class HeldBack {
  readonly #jobs: Set<number>[] = [];
  /** By facility, beside the sets: asked whenever anybody leaves. */
  readonly #counts: number[] = [];

  /** Opens the next facility: nobody is held back there. */
  open(): void {
    this.#jobs.push(new Set());
    this.#counts.push(0);
  }

  /** Whether anybody is held back in a facility. */
  isAny(facility: number): boolean {
    return this.#counts[facility] !== 0;
  }

  /** Adds a job, which may be held back already. */
  add(facility: number, job: number): void {
    this.#count(facility, this.#jobsOf(facility).add(job));
  }

  /** A job is gone. True when it was held back. */
  remove(facility: number, job: number): boolean {
    const jobs = this.#jobsOf(facility);
    const wasHeldBack = jobs.delete(job);
    this.#count(facility, jobs);
    return wasHeldBack;
  }

  /** Nobody is held back anywhere. */
  clear(): void {
    for (const jobs of this.#jobs) jobs.clear();
    this.#counts.fill(0);
  }

  #jobsOf(facility: number): Set<number> {
    return this.#jobs[facility] as Set<number>; // one that was opened
  }

  #count(facility: number, jobs: ReadonlySet<number>): void {
    this.#counts[facility] = jobs.size;
  }
}
