import type { Simulation } from "#engine/kernel/simulation";
import type { Process } from "#engine/process/process";
import { refuse } from "#engine/process/process-fault";
import type { Resource, ResourceFigures, WaitOutcome, WaitRow } from "#engine/process/resource";
import { Tally } from "#engine/process/tally";
import type { Task } from "#engine/process/task";
import { Watched } from "#engine/process/watch";
import type { Watch } from "#engine/process/watch";

/** What a line needs of its model. */
export interface LineHost {
  readonly simulation: Simulation;
  readonly watch: Watch;
  /** A process has got what it stood in line for. */
  granted(task: Task): void;
  /** Who holds units of it: asked seldom. */
  holdersOf(line: Line): readonly Process[];
  /** Told each wait that is over; undefined for nobody. */
  readonly onWait: ((row: WaitRow) => void) | undefined;
}

/** A resource: its units, and the line of those who wait for some, the first to be served at its head. */
export class Line extends Watched implements Resource {
  readonly name: string;
  readonly host: LineHost;
  /** The most that it ever had. */
  most: number;
  units: number;
  taken: number = 0;
  waiting: number = 0;
  head: Task | undefined = undefined;
  #tail: Task | undefined = undefined;
  readonly #tally: Tally;

  constructor(name: string, capacity: number, host: LineHost) {
    super();
    checkUnits(capacity, 0, `${name} has a capacity`);
    this.name = name;
    this.host = host;
    this.units = this.most = capacity;
    this.#tally = new Tally(host.simulation.now);
  }

  get capacity(): number {
    this.host.watch.read(this);
    return this.units;
  }

  get held(): number {
    this.host.watch.read(this);
    return this.taken;
  }

  get free(): number {
    this.host.watch.read(this);
    return this.units - this.taken;
  }

  get queue(): number {
    this.host.watch.read(this);
    return this.waiting;
  }

  get holders(): readonly Process[] {
    this.host.watch.read(this);
    return this.host.holdersOf(this);
  }

  get figures(): ResourceFigures {
    this.#note();
    return this.#tally.figures;
  }

  setCapacity(capacity: number): void {
    checkUnits(capacity, 0, `${this.name} has a capacity`);
    this.#note();
    this.units = capacity;
    this.most = Math.max(this.most, capacity);
    this.#serve();
    this.host.watch.changed(this);
  }

  /** A process asks for its units: true when it has them at once, else it stands in line from now on. */
  ask(task: Task): boolean {
    this.#note();
    const isNext = this.head === undefined || task.rank < this.head.rank;
    const isServed = isNext && task.amount <= this.units - this.taken;
    if (isServed) this.#give(task);
    else this.#join(task);
    this.host.watch.changed(this);
    return isServed;
  }

  /** A process gives units back, which others may then get. */
  giveBack(amount: number): void {
    this.#note();
    this.taken -= amount;
    this.#serve();
    this.host.watch.changed(this);
  }

  /** A process that stands in line leaves it with nothing; those behind it may then be served. */
  leave(task: Task, outcome: WaitOutcome): void {
    this.#note();
    this.#remove(task);
    this.#waited(task, outcome);
    this.#serve();
    this.host.watch.changed(this);
  }

  /** The warm-up ends: figures begin anew. */
  endWarmUp(): void {
    this.#tally.restart(this.host.simulation.now);
  }

  #serve(): void {
    for (let { head } = this; head !== undefined && head.amount <= this.units - this.taken; { head } = this) {
      this.#remove(head);
      this.#give(head);
      this.host.granted(head);
    }
  }

  #give(task: Task): void {
    this.taken += task.amount;
    const holding = task.holdingOf(this);
    if (holding === undefined) task.holdings.push({ line: this, amount: task.amount });
    else holding.amount += task.amount;
    this.#waited(task, "granted");
  }

  /** Puts a process behind all of its rank. */
  #join(task: Task): void {
    let front = this.#tail;
    while (front !== undefined && task.rank < front.rank) front = front.inFront;
    const behind = front === undefined ? this.head : front.behind;
    task.line = this;
    task.inFront = front;
    task.behind = behind;
    if (front === undefined) this.head = task;
    else front.behind = task;
    if (behind === undefined) this.#tail = task;
    else behind.inFront = task;
    this.waiting++;
  }

  #remove(task: Task): void {
    const { inFront, behind } = task;
    if (inFront === undefined) this.head = behind;
    else inFront.behind = behind;
    if (behind === undefined) this.#tail = inFront;
    else behind.inFront = inFront;
    task.line = task.inFront = task.behind = undefined;
    this.waiting--;
  }

  #note(): void {
    this.#tally.note(this.host.simulation.now, this.waiting, this.taken, this.units);
  }

  #waited(task: Task, outcome: WaitOutcome): void {
    const { now } = this.host.simulation;
    this.#tally.waited(task.since, now, outcome);
    this.host.onWait?.({
      resource: this.name,
      process: task.name,
      number: task.number,
      amount: task.amount,
      from: task.since,
      until: now,
      outcome,
    });
  }
}

/** Refuses what is no whole number of units. */
export function checkUnits(units: number, least: number, what: string): void {
  if (Number.isSafeInteger(units) && units >= least) return;
  refuse("wrong-value", `${what} of whole units, ${least} or more; this is ${units}`);
}
