import { assert } from "#base/assert";
import { lastInstantMs, printInstant } from "#base/time";
import type { Calendar, Keys } from "#engine/kernel/calendar";
import { SimulationFailure } from "#engine/kernel/failure";
import type { EventHandle, Handler, HandlerId } from "#engine/kernel/handler";
import { LadderCalendar } from "#engine/kernel/ladder-calendar";
import { Slots } from "#engine/kernel/slots";
import type { Stop, Until } from "#engine/kernel/stop";
import type { TracedEvent } from "#engine/kernel/trace";

/** A constant of this module: what is imported is looked up at each use, on the path of every event. */
const LATEST: number = lastInstantMs;
/** An order number is priority * 2^50 + sequence: exact in a double for 10^15 events. */
const PRIORITY_STEP = 1_125_899_906_842_624;
/** More events than this in one instant is a runaway: something schedules itself without time passing. */
const INSTANT_EVENTS_MAX = 1_000_000;
/**
 * The loop looks up early, and then ever less often: had V8 compiled it before the first time, it would throw
 * that away.
 */
const FIRST_LOOK = 64;
/** As often as it takes until V8 keeps what it sees. */
const REHEARSALS = 32;
/** Cancelled entries below this number are never worth a purge. */
const PURGE_MIN = 64;

interface Waiting {
  readonly name: string;
  readonly count: () => number;
}

/**
 * The clock and what happens next. An event lives like this: `schedule` gives it a slot and an entry in the
 * calendar; it fires when its entry is the least, its handle is void from then on, and its handler runs at
 * its time; or it is cancelled, its handle is void at once, and its entry is passed over when it surfaces.
 * While a handler runs, the entry of its event stays at the root of the calendar as a hole: the first event
 * it schedules takes that place in one sift, and only if it schedules none is the hole removed.
 */
export class Simulation {
  private readonly slots: Slots = new Slots();
  private readonly calendar: Calendar;
  private readonly handlers: Handler[] = [];
  private readonly runs: Handler["run"][] = [];
  private readonly orderBases: number[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly deadlocks: (() => string | undefined)[] = [];
  private clock: number = 0;
  /** When the event that is being inserted is due: a time passed as an argument would be boxed. */
  private dueTime: number = 0;
  private fired: number = 0;
  private sequence: number = 0;
  private stale: number = 0;
  /** The slot of the event that is being run, while its entry is still the least of the calendar; else -1. */
  private hole: number = -1;
  private running: boolean = false;
  private runningHandler: HandlerId = 0;
  private runningSubject: number = 0;
  /** The count of events when the clock last moved. */
  private instantFrom: number = 0;
  /** The count of events at which the loop looks up: what comes first of all that it looks for. */
  private pause: number = 0;
  private lastEvent: number = Infinity;
  private every: number = 0;
  /** The count of events at the last observation. */
  private observed: number = 0;
  private observer: () => void = () => undefined;
  private tracer: ((event: TracedEvent) => void) | undefined = undefined;
  /** Frees the slot of a cancelled entry that leaves the calendar in a purge. */
  private readonly surface = (slot: number): boolean => {
    if (!this.slots.isStale(slot)) return false;
    this.slots.release(slot);
    return true;
  };

  /** A ladder unless another calendar is made; all pop alike. */
  constructor(createCalendar: (keys: Keys) => Calendar = (keys) => new LadderCalendar(keys)) {
    this.calendar = createCalendar(this.slots);
    this.rehearse();
  }

  /** The clock: whole ms since the epoch. */
  get now(): number {
    return this.clock;
  }

  /** Events that have fired since the last reset. */
  get events(): number {
    return this.fired;
  }

  /** Events scheduled and neither fired nor cancelled. */
  get pending(): number {
    return this.calendar.size - this.stale - +(this.hole >= 0);
  }

  /** Adds a kind of event and returns its number. Handlers stay through resets. */
  register(handler: Handler): HandlerId {
    this.runs.push(handler.run);
    this.orderBases.push(handler.priority * PRIORITY_STEP);
    return this.handlers.push(handler) - 1;
  }

  /**
   * Lets `handler` run for `subject` at `time` (whole ms, now or later). Refuses the past, fractions, NaN,
   * Infinity, handlers that are not registered and subjects of more than 32 bits: each is a fault of the
   * program.
   */
  schedule(time: number, handler: HandlerId, subject: number): EventHandle {
    if (!(time >= this.clock && time <= LATEST) || Math.floor(time) !== time) this.refuseTime(time);
    this.dueTime = time;
    return this.slots.handle(this.insert(handler, subject));
  }

  /**
   * Lets `handler` run for `subject` after `delay` ms, rounded here, once, to a whole ms. Refuses NaN,
   * Infinity and negative delays.
   */
  after(delay: number, handler: HandlerId, subject: number): EventHandle {
    if (!(delay >= 0 && delay <= LATEST)) this.refuseDelay(delay);
    this.dueTime = this.clock + Math.floor(delay + 0.5);
    return this.slots.handle(this.insert(handler, subject));
  }

  /** Cancels a pending event. False when it has fired, is being run, or was cancelled. */
  cancel(handle: EventHandle): boolean {
    const slot = this.slots.pending(handle);
    if (slot < 0) return false;
    this.slots.cancel(slot);
    this.stale++;
    if (this.stale >= PURGE_MIN && 2 * this.stale > this.calendar.size) this.purge();
    return true;
  }

  /** Whether the event of a handle is still to come. */
  isPending(handle: EventHandle): boolean {
    return this.slots.pending(handle) >= 0;
  }

  /**
   * Fires events in order until one of the ends asked for. Throws `SimulationFailure` when a handler throws.
   */
  run(until: Until): Stop {
    assert(!this.running, "a handler does not run the simulation that runs it");
    const time = until.time ?? Infinity;
    assert(time >= this.clock, `a run ends at or after the clock, ${printInstant(this.clock)}`);
    const firedBefore = this.fired;
    this.lastEvent = this.fired + (until.events ?? Infinity);
    this.aim();
    this.running = true;
    try {
      const reason = this.advance(time, until.when);
      return this.stop(reason, time, firedBefore);
    } catch (cause) {
      throw this.fired > firedBefore ? this.failure(cause) : cause;
    } finally {
      this.running = false;
      if (this.hole >= 0) this.closeHole();
    }
  }

  /** Fires the next event. False when there is none. */
  step(): boolean {
    return this.run({ events: 1 }).events === 1;
  }

  /**
   * Forgets all events and sets the clock to `start` (whole ms). Handlers, waiters, observer and trace stay.
   */
  reset(start: number): void {
    assert(!this.running, "a simulation is reset between runs, not by a handler");
    assert(Number.isSafeInteger(start), "a run starts at a whole number of milliseconds");
    this.calendar.clear();
    this.slots.clear();
    this.clock = start;
    this.fired = 0;
    this.sequence = 0;
    this.stale = 0;
    this.instantFrom = 0;
    this.observed = 0;
  }

  /** Names somebody who may wait for an event: an empty calendar while `waiting` is above 0 is a deadlock. */
  expectWaiting(name: string, waiting: () => number): void {
    this.waiting.push({ name, count: waiting });
  }

  /**
   * Asked as a run ends at its time or with an empty calendar: those who wait for each other so that no event
   * will free them, in a sentence. The run is then a deadlock, whatever else goes on. Undefined: nobody does.
   */
  expectDeadlock(find: () => string | undefined): void {
    this.deadlocks.push(find);
  }

  /**
   * Calls `observer` after each `every`-th event, counted from the last reset; 0 switches it off. What it
   * throws stops the run and is reported with the event before it.
   */
  observe(every: number, observer: () => void): void {
    this.every = every;
    this.observed = this.fired;
    this.observer = observer;
    this.aim();
  }

  /** Shows each event just before it happens; undefined switches it off. */
  set trace(observer: ((event: TracedEvent) => void) | undefined) {
    this.tracer = observer;
  }

  /** The slot of a new event, due at `dueTime`. */
  private insert(handler: HandlerId, subject: number): number {
    const base = this.orderBases[handler];
    const subject32 = subject | 0;
    if (base === undefined || subject32 !== subject) return this.refuseEvent(handler, subject);
    const { slots, hole } = this;
    const slot = hole < 0 ? slots.take() : hole;
    slots.fill(slot, handler | 0, subject32);
    const { keys } = slots;
    keys[slot << 2] = this.dueTime;
    keys[(slot << 2) | 1] = base + this.sequence++;
    if (hole < 0) this.calendar.push(slot);
    else {
      this.hole = -1;
      this.calendar.renewLeast(slot);
    }
    return slot;
  }

  private advance(until: number, when: (() => boolean) | undefined): Stop["reason"] {
    const { calendar, slots, runs } = this;
    const end = Math.min(until, LATEST);
    for (;;) {
      if (this.fired === this.pause) {
        const reason = this.lookUp();
        if (reason !== undefined) return reason;
      }
      if (when !== undefined && when()) return "condition";
      const slot = calendar.leastSlot();
      if (slot < 0) return this.exhausted(until);
      const handler = slots.handler(slot);
      if (handler < 0) {
        this.passOver(slot);
        continue;
      }
      const time = slots.keys[slot << 2]!;
      if (time > end) return "time";
      if (time !== this.clock) this.instantFrom = this.fired;
      this.clock = time;
      this.fired++;
      const subject = slots.subject(slot);
      this.runningHandler = handler;
      this.runningSubject = subject;
      this.hole = slot;
      if (!slots.fire(slot)) this.closeHole();
      if (this.tracer !== undefined) this.traceEvent(this.tracer);
      runs[handler]!(subject);
      if (this.hole >= 0) this.closeHole();
    }
  }

  /** The event that is being run, or was, leaves its place at the root and its slot. */
  private closeHole(): void {
    this.calendar.removeLeast();
    this.slots.release(this.hole);
    this.hole = -1;
  }

  /**
   * Takes two entries of one time through the calendar. Ties are so rare in some models that V8 compiles the
   * sifts before it has seen one; the first would then throw away all code that they were inlined into. No
   * more than two, so that a run with few pending still gets sifts that are made for few.
   */
  private rehearse(): void {
    const { slots, calendar } = this;
    const { keys } = slots;
    const [first, second] = [slots.take(), slots.take()];
    for (let round = 0; round < REHEARSALS; round++) {
      keys[(first << 2) | 1] = 1;
      keys[(second << 2) | 1] = 0;
      calendar.push(first);
      calendar.push(second);
      keys[(second << 2) | 1] = 2;
      calendar.renewLeast(second);
      calendar.removeLeast();
      calendar.removeLeast();
    }
    slots.release(second);
    slots.release(first);
  }

  /** Removes the cancelled entry at the root. */
  private passOver(slot: number): void {
    this.slots.release(slot);
    this.calendar.removeLeast();
    this.stale--;
  }

  /** Drops all cancelled entries. A hole is not one of them and is still the least entry afterwards. */
  private purge(): void {
    this.calendar.purge(this.surface);
    this.stale = 0;
  }

  private exhausted(until: number): Stop["reason"] {
    if (this.waiting.some((waiter) => waiter.count() > 0)) return "deadlock";
    return until < Infinity ? "time" : "empty";
  }

  private stop(reason: Stop["reason"], until: number, firedBefore: number): Stop {
    if (reason === "time") this.moveClock(until);
    const stop = { reason, time: this.clock, events: this.fired - firedBefore };
    if (reason === "runaway") return { ...stop, detail: this.runawayText() };
    if (reason !== "deadlock" && reason !== "time") return stop;
    const found = this.deadlocks.flatMap((find) => find() ?? []);
    if (reason === "deadlock") found.unshift(this.deadlockText());
    return found.length === 0 ? stop : { ...stop, reason: "deadlock", detail: found.join("; ") };
  }

  /** Between two events: what comes then is of another instant. */
  private moveClock(time: number): void {
    if (time !== this.clock) this.instantFrom = this.fired;
    this.clock = time;
  }

  /**
   * Sets the next count of events at which the loop looks up: at the next observation, at the end of the run,
   * or where the present instant would have had too many events.
   */
  private aim(): void {
    const observation = this.every > 0 ? (Math.floor(this.observed / this.every) + 1) * this.every : Infinity;
    const runaway = this.instantFrom + INSTANT_EVENTS_MAX + 1;
    this.pause = Math.min(this.lastEvent, observation, runaway, 2 * this.fired + FIRST_LOOK);
  }

  /** Between two events: observes when it is time, and says why the run ends if it does. */
  private lookUp(): Stop["reason"] | undefined {
    if (this.every > 0 && this.fired % this.every === 0 && this.fired > this.observed) {
      this.observed = this.fired;
      this.observer();
    }
    if (this.fired === this.lastEvent) return "events";
    if (this.fired - this.instantFrom > INSTANT_EVENTS_MAX) return "runaway";
    this.aim();
    return undefined;
  }

  private traceEvent(observer: (event: TracedEvent) => void): void {
    const { priority, name } = this.handlers[this.runningHandler]!;
    const subject = this.runningSubject;
    observer({ time: this.clock, priority, handler: name, subject, described: this.describeRunning() });
  }

  private describeRunning(): string {
    const subject = this.runningSubject;
    return this.handlers[this.runningHandler]?.describe?.(subject) ?? String(subject);
  }

  private failure(cause: unknown): SimulationFailure {
    const handler = this.handlers[this.runningHandler]!.name;
    return new SimulationFailure({ time: this.clock, handler, subject: this.describeRunning() }, cause);
  }

  private deadlockText(): string {
    const waiting = this.waiting.filter((waiter) => waiter.count() > 0);
    const who = waiting.map((waiter) => `${waiter.count()} at ${waiter.name}`).join(", ");
    return `nothing is scheduled after ${printInstant(this.clock)}, yet somebody waits: ${who}`;
  }

  private runawayText(): string {
    const handler = this.handlers[this.runningHandler]!.name;
    const where = `the last was ${handler} of ${this.describeRunning()}`;
    return `more than ${INSTANT_EVENTS_MAX} events at ${printInstant(this.clock)}; ${where}`;
  }

  private refuseTime(time: number): never {
    const clock = printInstant(this.clock);
    assert(
      false,
      `an event is scheduled at a whole millisecond from the clock (${clock}) on; this one is at ${time}`,
    );
  }

  private refuseDelay(delay: number): never {
    assert(false, `an event is scheduled after a delay of 0 or more milliseconds; this one is ${delay}`);
  }

  private refuseEvent(handler: HandlerId, subject: number): never {
    assert(handler in this.handlers, `an event is scheduled for a registered handler; ${handler} is none`);
    assert(false, `an event befalls a subject that is a whole number of 32 bits, not ${subject}`);
  }
}
