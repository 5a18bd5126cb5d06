import type { DisruptionValues } from "#domain/disruption/disruption-kind";
import type { EventBook, EventInstant } from "#domain/disruption/event-book";
import type { AfterValues, WithinValues } from "#domain/disruption/onset-fields";
import { Lifetimes } from "#domain/disruption/lifetimes";
import type { Lifetime } from "#domain/disruption/lifetimes";
import { Condition } from "#domain/world/condition";
import type { ConditionContext } from "#domain/world/condition";
import { boundedInstant, boundedMs } from "#domain/world/horizon";
import { withArrivalsDrawn, worldDraw } from "#domain/world/world-draw";
import type { WorldDraw } from "#domain/world/world-draw";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Arrivals } from "#engine/random/arrival-kind";
import { arrivalKind } from "#engine/random/arrival-kinds";
import type { Streams } from "#engine/random/stream";
import type { Draws } from "#engine/record/draws";

/** One disruption, as its onsets see it. */
export interface Beginner {
  readonly id: string;
  readonly values: DisruptionValues;
  /** Of what fails by itself: how long it lives, and the element that does. */
  readonly lifetime?: Lifetime & { readonly element: number };
  /** The owner of its draws, `disruption/storm`. */
  readonly address: string;
}

/** One occurrence of a disruption: it is to start at `time`. */
export interface Onset {
  /** The disruption's number. */
  readonly disruption: number;
  /** Its number among those of the disruption, from 0, with those that change nothing: for its draws. */
  readonly occurrence: number;
  /** ms since the epoch. */
  readonly time: number;
}

/** Who hears of onsets. */
export interface OnsetListener {
  /** It is settled that a disruption is to start. */
  begin(onset: Onset): void;
  /** A disruption that chance might have let come now does not come. */
  spare(disruption: number): void;
}

/** What onsets are found with. */
export interface OnsetRooms extends Omit<ConditionContext, "id"> {
  readonly simulation: Simulation;
  readonly events: EventBook;
  readonly draws: Draws;
  /** ms: the start of the run and the end of the warm-up. */
  readonly runStart: number;
  readonly warmUpEnd: number;
}

/** The owner of the draws of one occurrence: the first has the disruption's, each later one has its own. */
export function occurrenceAddress({ address }: Beginner, occurrence: number): string {
  return occurrence === 0 ? address : `${address}/${occurrence}`;
}

/**
 * When disruptions start, for all kinds alike: at an instant, by chance, after an event, when a condition
 * holds. What is undated starts its clock at the end of the warm-up, that of the background at the start of
 * the run.
 */
export class Onsets {
  readonly #rooms: OnsetRooms;
  readonly #all: readonly Beginner[];
  readonly #listener: OnsetListener;
  readonly #conditions: readonly (Condition | undefined)[];
  readonly #lifetimes: Lifetimes;
  readonly #counts: number[];
  #streams: Streams | undefined = undefined;
  #processes: (Arrivals | undefined)[] = [];
  readonly #occur: HandlerId;
  readonly #watch: HandlerId;
  readonly #spared: HandlerId;

  constructor(rooms: OnsetRooms, all: readonly Beginner[], listener: OnsetListener) {
    const { simulation } = rooms;
    this.#rooms = rooms;
    this.#all = all;
    this.#listener = listener;
    this.#counts = all.map(() => 0);
    this.#conditions = all.map(({ id, values: { when } }, number) =>
      when === undefined
        ? undefined
        : new Condition(when, { ...rooms, id }, () => this.#begin(number, simulation.now)),
    );
    this.#lifetimes = new Lifetimes(
      rooms,
      all.map(({ id, lifetime }) => lifetime && { id, ...lifetime }),
      (number) => this.#begin(number, simulation.now),
    );
    const describe = (number: number): string => all[number]?.id ?? String(number);
    this.#occur = simulation.register({
      name: "disruption.occur",
      priority: priority.disrupt,
      run: (number) => this.#nextOf(number),
      describe,
    });
    this.#spared = simulation.register({
      name: "disruption.spare",
      priority: priority.disrupt,
      run: (number) => listener.spare(number),
      describe,
    });
    this.#watch = simulation.register({
      name: "disruption.watch",
      priority: priority.disrupt,
      run: (number) => this.#look(number),
      describe,
    });
  }

  /** As at the start of a run: those that follow events listen first, so that they miss none. */
  reset(streams: Streams): void {
    this.#streams = streams;
    this.#counts.fill(0);
    this.#conditions.forEach((condition, number) => condition?.reset(this.#draw(number), "when"));
    this.#lifetimes.reset();
    this.#processes = this.#all.map((one) => this.#processOf(one, streams));
    this.#all.forEach(({ values }, number) => this.#follow(number, values));
    this.#all.forEach(({ values }, number) => this.#await(number, values));
  }

  /** It no longer acts, or came to nothing: its condition may come true again. */
  resume(number: number): void {
    this.#conditions[number]?.start({ afresh: true });
    this.#live(number);
  }

  /** It does not come at an instant at which it might have. */
  spareAt(number: number, time: number): void {
    const { simulation } = this.#rooms;
    simulation.schedule(boundedInstant(Math.max(simulation.now, time)), this.#spared, number);
  }

  #look(number: number): void {
    this.#conditions[number]?.start();
    this.#live(number);
  }

  #live(number: number): void {
    const { lifetime } = this.#all[number] as Beginner; // the subject is its number
    if (lifetime) this.#lifetimes.live(number, this.#draw(number)(lifetime.between, "between"));
  }

  #follow(number: number, { start, after }: DisruptionValues): void {
    const { events } = this.#rooms;
    if (start && "event" in start) events.each(start, (time) => this.#begin(number, time));
    if (after && "event" in after.event)
      events.each(after.event, (time) => this.#beginAfter(number, after, time));
  }

  #await(number: number, { start, occurs, when }: DisruptionValues): void {
    const { simulation } = this.#rooms;
    if (start && "at" in start) this.#begin(number, start.at);
    else if (start && "distribution" in start)
      this.#begin(number, Math.round(this.#draw(number)(start.distribution, "start")));
    if (occurs && "within" in occurs)
      this.#beginWithin(number, occurs as WithinValues); // it has its key
    else if (occurs) this.#nextOf(number);
    if (when || this.#all[number]?.lifetime)
      simulation.schedule(Math.max(simulation.now, this.#clockStart(number)), this.#watch, number);
  }

  #beginWithin(number: number, { within, probability }: WithinValues): void {
    const [first = 0, last = first] = within;
    const isSpared = this.#uniform(number, "probability") >= probability;
    const time = Math.round(first + (last - first) * this.#uniform(number, "within"));
    if (isSpared) this.spareAt(number, time);
    else this.#begin(number, time);
  }

  #beginAfter(number: number, { delay, probability }: AfterValues, time: number): void {
    if (this.#uniform(number, "probability") >= probability) {
      this.#counts[number] = this.#count(number) + 1;
      return this.spareAt(number, time);
    }
    this.#begin(number, time + Math.max(0, Math.round(boundedMs(this.#draw(number)(delay, "delay")))));
  }

  /** The next of a process: it is planned when the one before is due. */
  #nextOf(number: number): void {
    const time = this.#processes[number]?.next() ?? Infinity;
    if (time === Infinity) return;
    this.#begin(number, time);
    this.#rooms.simulation.schedule(boundedInstant(time), this.#occur, number);
  }

  #processOf(one: Beginner, streams: Streams): Arrivals | undefined {
    const { occurs } = one.values;
    if (occurs === undefined || "within" in occurs) return undefined;
    const draw = worldDraw(streams, `${one.address}/occurs`, this.#rooms.draws);
    const drawn = withArrivalsDrawn(occurs, draw);
    return arrivalKind(drawn).create(drawn, streams.at(`${one.address}/occurs`), this.#clockOf(one));
  }

  #begin(number: number, time: number): void {
    const occurrence = this.#count(number);
    this.#counts[number] = occurrence + 1;
    const { now } = this.#rooms.simulation;
    this.#listener.begin({ disruption: number, occurrence, time: boundedInstant(Math.max(now, time)) });
  }

  #count(number: number): number {
    return this.#counts[number] as number; // one by disruption
  }

  #clockStart(number: number): number {
    return this.#clockOf(this.#all[number] as Beginner); // the subject is its number
  }

  #clockOf({ values }: Beginner): number {
    return values.background ? this.#rooms.runStart : this.#rooms.warmUpEnd;
  }

  #draw(number: number): WorldDraw {
    return worldDraw(this.#given(), this.#owner(number), this.#rooms.draws);
  }

  #uniform(number: number, name: string): number {
    return this.#given()
      .at(`${this.#owner(number)}/${name}`)
      .uniform();
  }

  /** Of the draws of the occurrence that is next. */
  #owner(number: number): string {
    return occurrenceAddress(this.#all[number] as Beginner, this.#count(number)); // the subject is its number
  }

  #given(): Streams {
    return this.#streams as Streams; // reset comes before any event
  }
}

/** The events that a disruption's start is tied to. */
export function onsetEvents({ start, after }: DisruptionValues): readonly EventInstant[] {
  return [start, after?.event].flatMap((one) => (one && "event" in one ? [one] : []));
}
