import type { DistributionValue } from "#base/field";
import { lastInstantMs } from "#base/time";
import type { Stop, Until } from "#engine/kernel/stop";
import type { TracedEvent } from "#engine/kernel/trace";
import { checkUnits, Line } from "#engine/process/line";
import { Wait } from "#engine/process/process";
import type { Process, SpawnOptions, Steps } from "#engine/process/process";
import { refuse } from "#engine/process/process-fault";
import type { Resource, ResourceOptions, SeizeOptions } from "#engine/process/resource";
import type { UntilOptions, WaitRow } from "#engine/process/resource";
import { samplerOf } from "#engine/process/sampler";
import type { Sampler } from "#engine/process/sampler";
import { Scheduler } from "#engine/process/scheduler";
import { State } from "#engine/process/state";
import { Task } from "#engine/process/task";
import { Streams } from "#engine/random/stream";
import type { Stream } from "#engine/random/stream";

/** What a model of processes is made with. */
export interface ProcessModelOptions {
  /** With `replication` and a name it says what a stream draws; the same gives the same run, to the byte. */
  readonly seed: string;
  /** 0 when left out. */
  readonly replication?: number;
  /** The clock at the beginning, whole ms; 0 when left out. As ms since the Unix epoch it is a date. */
  readonly startMs?: number;
  /** Told each wait in line as it ends, those of 0 ms included. Nothing is kept for it. */
  readonly onWait?: (row: WaitRow) => void;
}

/**
 * A world of processes: generators that hold time, seize resources and wait until something holds. For models
 * that no scenario can say. One model is one replication; make another for the next.
 *
 * `hold`, `seize` and `until` are yielded, all else happens at once. They belong to the model and may be
 * taken out of it: `const { hold, seize, release } = model`. Times are ms; each is rounded once to a whole
 * one. What shares an instant comes in the order of the ladder of priorities: services end and grants are
 * made (`release`), interrupts strike (`disrupt`), processes begin and go on (`arrive`), conditions are asked
 * and patience ends (`decide`); within a rung, what was scheduled first.
 */
export class ProcessModel {
  readonly #wait: Wait = new Wait(this);
  readonly #scheduler: Scheduler;
  readonly #streams: Streams;
  readonly #lines: Map<string, Line> = new Map();
  readonly #streamNames: Set<string> = new Set();

  constructor({ seed, replication = 0, startMs = 0, onWait }: ProcessModelOptions) {
    if (!(Number.isSafeInteger(replication) && replication >= 0))
      refuse("wrong-value", `a replication is a whole number, 0 or more, not ${replication}`);
    if (!(Number.isSafeInteger(startMs) && Math.abs(startMs) <= lastInstantMs))
      refuse("wrong-value", `a model starts at a whole number of ms, not ${startMs}`);
    this.#scheduler = new Scheduler(this.#wait, startMs, onWait);
    this.#streams = new Streams(seed, replication);
  }

  /** The clock, ms. A condition may not read it: nothing would wake who waits for a time; hold until then. */
  get now(): number {
    if (this.#scheduler.watch.isAsking)
      refuse("unwatched", "a condition reads the clock, and is not asked as time passes; hold until then");
    return this.#scheduler.simulation.now;
  }

  /** Waits for so many ms, 0 or more; over 0.5 counts as 1. The answer is always true. */
  readonly hold = (ms: number): Wait => {
    checkMs(ms, "hold takes");
    this.#scheduler.asks("hold").ms = ms;
    return this.#wait;
  };

  /**
   * Waits for units of a resource, and holds them from then on. The answer is false when patience ran out
   * first; with a patience of 0 it waits for what comes free within this instant. A process may seize more of
   * what it holds.
   */
  readonly seize = (resource: Resource, options: SeizeOptions = {}): Wait => {
    const { amount = 1, priority = 0, patienceMs } = options;
    const line = this.#own(resource);
    checkUnits(amount, 1, `seize of ${line.name} takes an amount`);
    if (Number.isNaN(priority)) refuse("wrong-value", `seize of ${line.name} takes a priority, not NaN`);
    if (amount > line.most)
      refuse(
        "never-enough",
        `${amount} of ${line.name} are asked for, which never had more than ${line.most}`,
      );
    const request = this.#scheduler.asks("seize");
    request.line = line;
    request.amount = amount;
    request.rank = priority;
    request.patience = patienceOf(patienceMs);
    return this.#wait;
  };

  /**
   * Waits until a condition holds: a function that reads states, resources and processes of this model. It is
   * asked at once, and again whenever something changed that it read, at the end of that instant; what is
   * over by then is not seen. The answer is false when patience ran out first.
   */
  readonly until = (condition: () => boolean, { patienceMs }: UntilOptions = {}): Wait => {
    const request = this.#scheduler.asks("until");
    request.condition = condition;
    request.patience = patienceOf(patienceMs);
    return this.#wait;
  };

  /** The running process gives back units that it holds, all of them when `amount` is left out. At once. */
  readonly release = (resource: Resource, amount?: number): void => {
    const task = this.#scheduler.running("release");
    const line = this.#own(resource);
    const holding = task.holdingOf(line);
    const held = holding?.amount ?? 0;
    const given = amount ?? Math.max(held, 1);
    checkUnits(given, 1, `release of ${line.name} takes an amount`);
    if (holding === undefined || given > held)
      refuse("not-held", `${task.title} releases ${given} of ${line.name}, and holds ${held}`);
    holding.amount -= given;
    if (holding.amount === 0) task.holdings.splice(task.holdings.indexOf(holding), 1);
    line.giveBack(given);
  };

  /**
   * Interrupts another process within this instant: it catches an `Interrupt` at the `yield` at which it then
   * stands. One that has not begun catches it at its first `yield`. False, and nothing happens, when it has
   * ended.
   */
  readonly interrupt = (process: Process, cause?: unknown): boolean => {
    if (process instanceof Task && process.watch === this.#scheduler.watch)
      return this.#scheduler.interrupt(process, cause);
    return refuse("foreign", `${process.name} ${process.number} is a process of another model`);
  };

  /** Lets a process begin, within this instant or after a delay. */
  readonly spawn = <Result>(
    name: string,
    steps: Steps<Result>,
    { delayMs = 0, isDaemon = false }: SpawnOptions = {},
  ): Process<Result> => {
    checkMs(delayMs, `spawn of ${name} takes a delay of`);
    const task = this.#scheduler.spawn(name, steps, { delayMs, isDaemon });
    return task as Process<Result>; // what its steps return
  };

  /** A resource, under a name of its own. */
  resource(name: string, { capacity = 1 }: ResourceOptions = {}): Resource {
    if (this.#lines.has(name)) refuse("name-taken", `there is a resource "${name}" already`);
    const line = new Line(name, capacity, this.#scheduler);
    this.#lines.set(name, line);
    this.#scheduler.expectLine(line);
    return line;
  }

  /** A value that conditions may read. */
  state<Value>(name: string, value: Value): State<Value> {
    return new State(name, value, this.#scheduler.watch);
  }

  /** A stream of uniforms that one purpose alone draws from; each name is given out once. */
  stream(name: string): Stream {
    if (this.#streamNames.has(name))
      refuse("name-taken", `there is a stream "${name}" already, and another would draw the same numbers`);
    this.#streamNames.add(name);
    return this.#streams.at(name);
  }

  /** Draws from a distribution of the language, on a stream of that name. Durations are in ms. */
  sampler(name: string, law: DistributionValue): Sampler {
    return samplerOf(name, law, this.stream(name));
  }

  /** The warm-up is over: figures of resources begin anew. */
  endWarmUp(): void {
    for (const line of this.#lines.values()) line.endWarmUp();
  }

  /**
   * Lets things happen until one of the ends asked for; without any, until nothing is scheduled. Throws a
   * `ProcessFault` for a deadlock and for more than a million events in one instant, and a
   * `SimulationFailure`, which tells instant and process, for whatever a process throws.
   */
  run(until: Until = {}): Stop {
    try {
      const stop = this.#scheduler.simulation.run(until);
      if (stop.reason === "deadlock" || stop.reason === "runaway")
        refuse(stop.reason, stop.detail ?? stop.reason);
      return stop;
    } finally {
      this.#scheduler.abandon();
    }
  }

  /** Shows each event just before it happens; undefined switches it off. */
  set trace(observer: ((event: TracedEvent) => void) | undefined) {
    this.#scheduler.simulation.trace = observer;
  }

  #own(resource: Resource): Line {
    if (resource instanceof Line && resource.host === this.#scheduler) return resource;
    return refuse("foreign", `${resource.name} is a resource of another model`);
  }
}

function checkMs(ms: number, what: string): void {
  if (!(ms >= 0 && ms <= lastInstantMs)) refuse("wrong-value", `${what} 0 or more milliseconds, not ${ms}`);
}

function patienceOf(ms: number | undefined): number {
  if (ms === undefined) return Infinity;
  checkMs(ms, "patience is");
  return ms;
}
