import { grown } from "#engine/station/grown";
import type { Roster } from "#engine/station/roster";
import type { Preference } from "#engine/station/station-client";

/**
 * Who goes first of those who wait at a station: first come, or where jobs are ranked the least rank and then
 * first come; and before that those whom somebody prefers. Where neither is so a job is put at the end and
 * nothing more is kept of it.
 */
export class Precedence {
  private readonly roster: Roster;
  /** By station: 1 where a job may have to stand before others, as it is ranked or somebody is preferred. */
  private ordered: Int32Array = new Int32Array(0);
  private readonly isRanked: boolean[] = [];
  private readonly preferences: (Preference | undefined)[] = [];
  /** Of those who wait where `ordered`: their rank, and that they came so many-th. */
  private ranks: Float64Array = new Float64Array(0);
  private came: Float64Array = new Float64Array(0);
  private comers: number = 0;

  /** Orders the lines of `roster`. */
  constructor(roster: Roster) {
    this.roster = roster;
  }

  /** Adds a station with the next number; `isRanked`: the least rank goes first. */
  open(isRanked: boolean): void {
    const station = this.isRanked.push(isRanked) - 1;
    this.preferences.push(undefined);
    if (station === this.ordered.length) this.ordered = grown(this.ordered, Math.max(8, 2 * station), 0);
    this.setOrdered(station);
  }

  /** Makes room for jobs below `count`. */
  growJobs(count: number): void {
    this.ranks = grown(this.ranks, count, 0);
    this.came = grown(this.came, count, 0);
  }

  /** A job that is nowhere waits where it belongs. False, and nothing happens, when nobody else may wait. */
  join(station: number, job: number, rank: number): boolean {
    return this.ordered[station] === 1
      ? this.joinInOrder(station, job, rank)
      : this.roster.append(station, job);
  }

  /** From now on those whom `isFirst` picks go before all others, who wait already too; undefined: nobody. */
  prefer(station: number, isFirst: Preference | undefined): void {
    const jobs = this.jobs(station);
    // Where nobody was preferred those of one rank stand as they came, and need not have been counted.
    if (this.preferences[station] === undefined) for (const job of jobs) this.came[job] = ++this.comers;
    this.preferences[station] = isFirst;
    this.setOrdered(station);
    jobs.sort((a, b) => this.order(station, a, b) || this.turnOf(a) - this.turnOf(b));
    for (const job of jobs) this.roster.remove(station, job);
    for (const job of jobs) this.roster.append(station, job);
  }

  /** Who stands where it should not, each in a sentence; empty when all is well. */
  problems(station: number): string[] {
    const jobs = this.jobs(station);
    return jobs.flatMap((job, place) => {
      const front = jobs[place - 1];
      return front !== undefined && this.order(station, job, front) < 0
        ? [`job ${job} waits behind ${front}, yet goes before it`]
        : [];
    });
  }

  /** Nobody is preferred any more, and nobody waits. */
  clear(): void {
    this.preferences.fill(undefined);
    this.comers = 0;
    for (const station of this.isRanked.keys()) this.setOrdered(station);
  }

  private joinInOrder(station: number, job: number, rank: number): boolean {
    const { roster } = this;
    this.ranks[job] = rank;
    this.came[job] = ++this.comers;
    let behind = -1;
    let front = roster.tail(station);
    while (front >= 0 && this.order(station, job, front) < 0) {
      behind = front;
      front = roster.inFrontOf(front);
    }
    return behind < 0 ? roster.append(station, job) : roster.insertBefore(station, behind, job);
  }

  /** Below 0 when `job` goes before `other`, whoever came first; 0 when the first to come goes first. */
  private order(station: number, job: number, other: number): number {
    const isFirst = this.preferences[station];
    const preferred = isFirst === undefined ? 0 : Number(isFirst(other)) - Number(isFirst(job));
    return preferred || (this.isRanked[station] === true ? this.rankOf(job) - this.rankOf(other) : 0);
  }

  private rankOf(job: number): number {
    return this.ranks[job] as number; // of one who waits
  }

  private turnOf(job: number): number {
    return this.came[job] as number; // of one who waits
  }

  private setOrdered(station: number): void {
    const isOrdered = this.isRanked[station] === true || this.preferences[station] !== undefined;
    this.ordered[station] = isOrdered ? 1 : 0;
  }

  private jobs(station: number): number[] {
    const { roster } = this;
    const jobs: number[] = [];
    for (let job = roster.head(station); job >= 0; job = roster.behind(job)) jobs.push(job);
    return jobs;
  }
}
