import { grown } from "#engine/station/grown";

/** In place of a job: none. In place of where a job is: nowhere. */
const NOBODY = -1;
const UNLIMITED = 2_147_483_647;

/*
 * Eight numbers a station, side by side, so that an event touches one line of memory: the first and the last
 * who wait, how many wait, how many are inside, how many may be before nobody else is let in, where its block
 * among the members begins, how many fit there, and how many may wait.
 */
const HEAD = 0;
const TAIL = 1;
const WAITING = 2;
const INSIDE = 3;
const LIMIT = 4;
const BLOCK = 5;
const CAPACITY = 6;
const ROOM = 7;

/*
 * Four numbers a job: where it is (twice the number of the station that it waits at, one more if it is
 * inside), its place among the members when it is inside, and who waits behind it and in front of it. Of one
 * inside, the last two together are a double: the number of its start.
 */
const WHERE = 0;
const PLACE = 1;
const BEHIND = 2;
const FRONT = 3;
const START = 1;

/** The columns are addressed with shifts and ors, which need no check for an overflow. */
const STATION_BITS = 3;
const JOB_BITS = 2;
const START_BITS = 1;

/**
 * Who is where: of each station those who wait, in the order in which they will be served, and those inside.
 * Jobs and stations are small whole numbers, a job is in one place at most, and coming and going allocate
 * nothing. Those who wait are a doubly linked list. Those inside stand in a block of places in no order, so
 * that one who goes leaves its place to the next at the cost of a few numbers; each start is numbered, and
 * the order is found from that when somebody asks, which is seldom.
 */
export class Roster {
  private stations: Int32Array = new Int32Array(0);
  private jobs: Int32Array = new Int32Array(0);
  /** Those inside: the blocks of the stations, one behind the other. */
  private members: Int32Array = new Int32Array(64);
  private membersUsed: number = 0;
  /** The same memory as doubles, for the numbers of starts. */
  private starts: Float64Array = new Float64Array(0);
  private started: number = 0;

  /** Makes room for stations below `count`. */
  growStations(count: number): void {
    const from = this.stations.length;
    this.stations = grown(this.stations, count << STATION_BITS, 0);
    for (let at = from; at < this.stations.length; at += 1 << STATION_BITS) this.emptyAt(at);
  }

  /** Makes room for jobs below `count`. */
  growJobs(count: number): void {
    this.jobs = grown(this.jobs, count << JOB_BITS, NOBODY);
    this.starts = new Float64Array(this.jobs.buffer);
  }

  /** The station that a job is in, waiting or inside; -1 when in none. */
  stationOf(job: number): number {
    return this.jobs[(job << JOB_BITS) | WHERE]! >> 1;
  }

  /** Whether a job waits at a station. */
  waitsAt(station: number, job: number): boolean {
    return this.jobs[(job << JOB_BITS) | WHERE] === station << 1;
  }

  /** How many wait. */
  waiting(station: number): number {
    return this.stations[(station << STATION_BITS) | WAITING]!;
  }

  /** How many are inside. */
  inside(station: number): number {
    return this.stations[(station << STATION_BITS) | INSIDE]!;
  }

  /** Lets nobody in from now on while so many, or more, are inside. */
  setLimit(station: number, limit: number): void {
    this.stations[(station << STATION_BITS) | LIMIT] = limit;
  }

  /** How many may wait from now on; more than 2^31 are as many as you like. */
  setRoom(station: number, room: number): void {
    this.stations[(station << STATION_BITS) | ROOM] = Math.min(room, UNLIMITED);
  }

  /** How many more may enter; negative when more are inside than may be. */
  spare(station: number): number {
    const at = station << STATION_BITS;
    return (this.stations[at | LIMIT]! - this.stations[at | INSIDE]!) | 0;
  }

  /** The first of those who wait; -1 when nobody does. */
  head(station: number): number {
    return this.stations[(station << STATION_BITS) | HEAD]!;
  }

  /** The last of those who wait; -1 when nobody does. */
  tail(station: number): number {
    return this.stations[(station << STATION_BITS) | TAIL]!;
  }

  /** Who waits behind a job that waits; -1 at the end. */
  behind(job: number): number {
    return this.jobs[(job << JOB_BITS) | BEHIND]!;
  }

  /** Who waits in front of a job that waits; -1 at the start. */
  inFrontOf(job: number): number {
    return this.jobs[(job << JOB_BITS) | FRONT]!;
  }

  /** A job that is nowhere waits at the end. False, and nothing happens, when nobody else may wait. */
  append(station: number, job: number): boolean {
    const { stations, jobs } = this;
    const atStation = station << STATION_BITS;
    const waiting = stations[atStation | WAITING]!;
    if (waiting >= stations[atStation | ROOM]!) return false;
    const at = job << JOB_BITS;
    const front = stations[atStation | TAIL]!;
    jobs[at | WHERE] = station << 1;
    jobs[at | BEHIND] = NOBODY;
    jobs[at | FRONT] = front;
    stations[atStation | TAIL] = job;
    stations[atStation | WAITING] = waiting + 1;
    if (front < 0) stations[atStation | HEAD] = job;
    else jobs[(front << JOB_BITS) | BEHIND] = job;
    return true;
  }

  /** A job that is nowhere waits in front of `behind`, who waits. False as for `append`. */
  insertBefore(station: number, behind: number, job: number): boolean {
    const { stations, jobs } = this;
    const at = job << JOB_BITS;
    if (this.waiting(station) >= stations[(station << STATION_BITS) | ROOM]!) return false;
    const front = this.inFrontOf(behind);
    jobs[at | WHERE] = station << 1;
    jobs[at | BEHIND] = behind;
    jobs[at | FRONT] = front;
    jobs[(behind << JOB_BITS) | FRONT] = job;
    stations[(station << STATION_BITS) | WAITING]!++;
    if (front < 0) stations[(station << STATION_BITS) | HEAD] = job;
    else jobs[(front << JOB_BITS) | BEHIND] = job;
    return true;
  }

  /** A job that waits waits no longer, and is nowhere. */
  remove(station: number, job: number): void {
    const { stations, jobs } = this;
    const atStation = station << STATION_BITS;
    const at = job << JOB_BITS;
    const behind = jobs[at | BEHIND]!;
    const front = jobs[at | FRONT]!;
    jobs[at | WHERE] = NOBODY;
    stations[atStation | WAITING]!--;
    if (front < 0) stations[atStation | HEAD] = behind;
    else jobs[(front << JOB_BITS) | BEHIND] = behind;
    if (behind < 0) stations[atStation | TAIL] = front;
    else jobs[(behind << JOB_BITS) | FRONT] = front;
  }

  /** A job that is nowhere goes inside. */
  enter(station: number, job: number): void {
    const at = station << STATION_BITS;
    if (this.stations[at | INSIDE] === this.stations[at | CAPACITY]) this.growBlock(at);
    const { stations } = this;
    const place = stations[at | BLOCK]! + stations[at | INSIDE]!;
    stations[at | INSIDE]!++;
    this.put(station, place | 0, job);
  }

  /** A job that is inside leaves, and is nowhere. */
  leave(station: number, job: number): void {
    const { stations, jobs, members } = this;
    const at = station << STATION_BITS;
    const place = jobs[(job << JOB_BITS) | PLACE]!;
    const last = members[(stations[at | BLOCK]! + --stations[at | INSIDE]!) | 0]!;
    jobs[(job << JOB_BITS) | WHERE] = NOBODY;
    members[place] = last;
    jobs[(last << JOB_BITS) | PLACE] = place;
  }

  /**
   * A job that is inside leaves, and the first of those who wait takes its place: the common case, in one.
   */
  succeed(station: number, job: number, next: number): void {
    const { stations, jobs } = this;
    const atStation = station << STATION_BITS;
    const at = job << JOB_BITS;
    const behind = jobs[(next << JOB_BITS) | BEHIND]!;
    jobs[at | WHERE] = NOBODY;
    stations[atStation | HEAD] = behind;
    stations[atStation | WAITING]!--;
    if (behind < 0) stations[atStation | TAIL] = NOBODY;
    else jobs[(behind << JOB_BITS) | FRONT] = NOBODY;
    this.put(station, jobs[at | PLACE]!, next);
  }

  /** Those inside, the earliest started first. */
  insideInOrder(station: number): Int32Array {
    const { starts } = this;
    const startOf = (job: number): number => starts[(job << START_BITS) | START]!;
    return this.insideOf(station).sort((a, b) => startOf(a) - startOf(b));
  }

  /**
   * Walks the list of those who wait both ways, and the block of those inside, and says what does not fit.
   */
  problems(station: number): string[] {
    const problems: string[] = [];
    let count = 0;
    let front: number = NOBODY;
    for (let job = this.head(station); job >= 0 && count <= this.jobs.length; job = this.behind(job)) {
      if (!this.waitsAt(station, job)) problems.push(`job ${job} is in line, but claims to be elsewhere`);
      if (this.inFrontOf(job) !== front) problems.push(`job ${job} does not point back at ${front}`);
      front = job;
      count++;
    }
    if (count > this.stations[(station << STATION_BITS) | ROOM]!)
      problems.push("more jobs wait than there are waiting places");
    if (this.tail(station) !== front) problems.push(`the line ends with ${front}, not with its last`);
    if (this.waiting(station) !== count) problems.push(`${count} wait, not ${this.waiting(station)}`);
    const block = this.stations[(station << STATION_BITS) | BLOCK]!;
    for (const [index, job] of this.insideOf(station).entries()) {
      if (this.jobs[(job << JOB_BITS) | WHERE] !== ((station << 1) | 1))
        problems.push(`job ${job} is inside, but claims to be elsewhere`);
      if (this.jobs[(job << JOB_BITS) | PLACE] !== block + index)
        problems.push(`job ${job} does not point at its own place`);
    }
    return problems;
  }

  /** Sends everybody away. Limits stay. */
  clear(): void {
    this.jobs.fill(NOBODY);
    for (let at = 0; at < this.stations.length; at += 1 << STATION_BITS) this.emptyAt(at);
    this.started = 0;
  }

  /** Those inside as they stand in their block: a copy. */
  private insideOf(station: number): Int32Array {
    const at = station << STATION_BITS;
    const block = this.stations[at | BLOCK]!;
    return this.members.slice(block, block + this.stations[at | INSIDE]!);
  }

  private put(station: number, place: number, job: number): void {
    const { jobs } = this;
    const at = job << JOB_BITS;
    this.members[place] = job;
    jobs[at | WHERE] = (station << 1) | 1;
    jobs[at | PLACE] = place;
    this.starts[(job << START_BITS) | START] = this.started++;
  }

  private emptyAt(at: number): void {
    this.stations[at | HEAD] = NOBODY;
    this.stations[at | TAIL] = NOBODY;
    this.stations[at | WAITING] = 0;
    this.stations[at | INSIDE] = 0;
  }

  /** Moves a block to the end of the members, where there is room for twice as many. */
  private growBlock(at: number): void {
    const from = this.stations[at | BLOCK]!;
    const capacity = this.stations[at | CAPACITY]!;
    const to = this.membersUsed;
    const longer = Math.max(2, 2 * capacity);
    if (to + longer > this.members.length) this.members = grown(this.members, 2 * (to + longer), NOBODY);
    this.members.copyWithin(to, from, from + capacity);
    for (let place = to; place < to + capacity; place++)
      this.jobs[(this.members[place]! << JOB_BITS) | PLACE] = place;
    this.membersUsed = to + longer;
    this.stations[at | BLOCK] = to;
    this.stations[at | CAPACITY] = longer;
  }
}
