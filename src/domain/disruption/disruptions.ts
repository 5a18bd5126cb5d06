import type { DistributionValue, Instant, KindValue, Moment } from "#base/field";
import { assert } from "#base/assert";
import type {
  DisruptionKind,
  DisruptionValues,
  Effect,
  EffectContext,
} from "#domain/disruption/disruption-kind";
import { disruptions as family } from "#domain/disruption/disruption-kinds";
import type { BelievedEnd, Board, Edge } from "#domain/news/board";
import type { Elements } from "#domain/world/elements";
import { boundedInstant, boundedMs } from "#domain/world/horizon";
import type { WorldDraw } from "#domain/world/world-draw";
import { worldDraw } from "#domain/world/world-draw";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Streams } from "#engine/random/stream";
import type { Timeline } from "#engine/record/timeline";

/** What disruptions act on and tell. */
export interface DisruptionRooms {
  readonly simulation: Simulation;
  readonly elements: Elements;
  readonly board: Board;
  readonly timeline: Timeline;
  /** The end of the run, ms: the true end of what nothing ends. */
  readonly runEnd: number;
  /** Called after each start and end: for audits. */
  readonly changed: () => void;
}

interface Disruption {
  readonly id: string;
  readonly values: DisruptionValues;
  readonly targets: readonly number[];
  readonly effect: Effect;
}

interface Announcement {
  readonly disruption: number;
  readonly end: Moment | "none";
}

/** An instant that is tied to an event. */
type EventInstant = Extract<Instant, { event: string }>;

/** A moment that may be known from the start. */
type Datable = Exclude<Moment, EventInstant>;

/**
 * When things go wrong, for all kinds alike: drawn starts and ends, ends after a duration, instants tied to
 * other disruptions, and what is announced meanwhile. What goes wrong is the kind's.
 */
export class Disruptions {
  readonly #rooms: DisruptionRooms;
  readonly #all: readonly Disruption[];
  readonly #active: boolean[] = [];
  readonly #announcements: Announcement[] = [];
  readonly #waiting: Map<string, ((time: number) => void)[]> = new Map();
  /** When events have happened, `grounding.end`, the last time: what may be believed. */
  readonly #happened: Map<string, number> = new Map();
  /** When events will happen, as soon as that is settled: what other disruptions count from. */
  readonly #settled: Map<string, number> = new Map();
  #draws: WorldDraw[] = [];
  readonly #handlers: { readonly start: HandlerId; readonly end: HandlerId; readonly announce: HandlerId };

  /** `owners` gives each disruption its number of the journeys' reasons. */
  constructor(
    rooms: DisruptionRooms,
    values: Readonly<Record<string, KindValue>>,
    owner: (id: string) => number,
  ) {
    this.#rooms = rooms;
    this.#all = Object.entries(values).map(([id, value]) =>
      createDisruption(rooms, { id, value, owner: owner(id) }),
    );
    const describe = (number: number): string => this.#all[number]?.id ?? String(number);
    const { simulation } = rooms;
    this.#handlers = {
      start: simulation.register({
        name: "disruption.start",
        priority: priority.disrupt,
        run: (number) => this.#start(number),
        describe,
      }),
      end: simulation.register({
        name: "disruption.end",
        priority: priority.restore,
        run: (number) => this.#end(number),
        describe,
      }),
      announce: simulation.register({
        name: "news.announce",
        priority: priority.announce,
        run: (number) => this.#announce(number),
        describe: (number) => describe(this.#announcements[number]?.disruption ?? -1),
      }),
    };
    this.#heedPolicies();
  }

  /**
   * As at the start of a run: each disruption takes the draws of this replication and waits for its start.
   */
  reset(streams: Streams): void {
    this.#announcements.length = 0;
    this.#waiting.clear();
    this.#happened.clear();
    this.#settled.clear();
    this.#active.length = 0;
    this.#draws = this.#all.map(({ id }) => worldDraw(streams, `disruption/${id}`));
    this.#all.forEach(({ effect }, number) => {
      this.#active.push(false);
      effect.reset(this.#draw(number));
    });
    this.#all.forEach(({ values }, number) => {
      this.#at(values.start, this.#moment(number, "start"), (time) => this.#plan(number, time));
    });
  }

  /** Starts and ends of policies that instants are tied to are heard from the board. */
  #heedPolicies(): void {
    const own = new Set(this.#all.map(({ id }) => id));
    const heard = new Set<string>();
    for (const { event, edge } of this.#all.flatMap(({ values }) => eventsOf(values))) {
      const key = `${event}.${edge}`;
      if (own.has(event) || heard.has(key)) continue;
      heard.add(key);
      this.#rooms.board.subscribeEdge(event, edge, () => this.#edge(event, edge));
    }
  }

  /**
   * The start is known: the end may be too, and then one that is not later than the start means it never
   * happens.
   */
  #plan(number: number, start: number): void {
    const { id, values } = this.#of(number);
    const { simulation } = this.#rooms;
    const known = this.#knownEnd(number, start);
    if (known !== undefined && known <= start) return;
    const starting = simulation.schedule(start, this.#handlers.start, number);
    const endAt = (time: number): void => {
      if (time <= start && this.#active[number] !== true) return void simulation.cancel(starting);
      simulation.schedule(time, this.#handlers.end, number);
      this.#settle(`${id}.end`, time);
    };
    if (known !== undefined) endAt(known);
    this.#planNews(number, start, known ?? (values.end ? undefined : this.#rooms.runEnd));
    this.#settle(`${id}.start`, start);
    if (known === undefined && values.end && "event" in values.end) this.#afterEvent(values.end, endAt);
  }

  /**
   * When a disruption that starts at `start` ends; undefined: after an event that is still to come, or never.
   */
  #knownEnd(number: number, start: number): number | undefined {
    const { end, duration } = this.#of(number).values;
    if (duration) return start + Math.max(0, Math.round(boundedMs(this.#draw(number)(duration, "duration"))));
    if (end && "event" in end) {
      const isOwnStart = end.event === this.#of(number).id && end.edge === "start";
      return isOwnStart ? start + end.offset : after(end, this.#settled);
    }
    return end && this.#instantOf(end, this.#moment(number, "end"));
  }

  /**
   * What is announced when. Of what a schedule says up to the start, the last holds, and is announced then.
   */
  #planNews(number: number, start: number, end: number | undefined): void {
    const { foresight } = this.#of(number).values;
    if (foresight === "exact")
      return this.#announceAt(start, number, end === undefined ? "none" : { at: end });
    if (foresight === "none") return this.#announceAt(start, number, "none");
    let holding: (Announcement & { readonly from: number }) | undefined;
    for (const { from, value } of foresight.steps) {
      if ("event" in from)
        this.#afterEvent(from, (time) => this.#announceAt(Math.max(time, start), number, value));
      else if (from.at > start) this.#announceAt(from.at, number, value);
      else if (holding === undefined || from.at >= holding.from)
        holding = { from: from.at, disruption: number, end: value };
    }
    if (holding !== undefined) this.#announceAt(start, number, holding.end);
  }

  #announceAt(time: number, disruption: number, end: Announcement["end"]): void {
    const number = this.#announcements.push({ disruption, end }) - 1;
    this.#rooms.simulation.schedule(time, this.#handlers.announce, number);
  }

  /** A believed end that is tied to an event has no date until the event has happened. */
  #believed(end: Announcement["end"]): BelievedEnd {
    if (end === "none" || !("event" in end)) return end;
    const time = after(end, this.#happened);
    return time === undefined ? "none" : { at: time };
  }

  /** Calls `then` with the instant of a moment as soon as it is known; never, when its event never comes. */
  #at(moment: Moment, draw: (value: DistributionValue) => number, then: (time: number) => void): void {
    if ("event" in moment) this.#afterEvent(moment, then);
    else then(this.#instantOf(moment, draw));
  }

  /**
   * Calls `then` as soon as it is settled when an event happens, with the instant counted from it: never the
   * past.
   */
  #afterEvent(moment: EventInstant, then: (time: number) => void): void {
    const inTime = (time: number): void => then(Math.max(this.#rooms.simulation.now, time));
    const known = after(moment, this.#settled);
    if (known !== undefined) return inTime(known);
    const key = `${moment.event}.${moment.edge}`;
    const waiting = this.#waiting.get(key) ?? [];
    waiting.push((time) => inTime(time + moment.offset));
    this.#waiting.set(key, waiting);
  }

  /** It is settled when an event happens: what is tied to it follows. */
  #settle(key: string, time: number): void {
    this.#settled.set(key, time);
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    for (const then of waiting) then(time);
  }

  #instantOf(moment: Datable, draw: (value: DistributionValue) => number): number {
    const time = "at" in moment ? moment.at : Math.round(draw(moment.distribution));
    return boundedInstant(Math.max(this.#rooms.simulation.now, time));
  }

  #start(number: number): void {
    const { id, values, effect } = this.#of(number);
    this.#active[number] = true;
    this.#rooms.timeline.add({
      time: this.#rooms.simulation.now,
      what: "disruption-start",
      id,
      of: values.of,
    });
    effect.start();
    this.#rooms.board.announceStart(id);
    this.#edge(id, "start");
    this.#rooms.changed();
  }

  #end(number: number): void {
    if (this.#active[number] !== true) return;
    const { id, values, targets, effect } = this.#of(number);
    this.#active[number] = false;
    const time = this.#rooms.simulation.now;
    const { recoveryMs = 0 } = effect;
    const recovery = recoveryMs > 0 ? { recoveredAt: time + recoveryMs } : {};
    this.#rooms.timeline.add({ time, what: "disruption-end", id, of: values.of, ...recovery });
    effect.end();
    this.#rooms.board.announceEnd(id, targets);
    this.#edge(id, "end");
    this.#rooms.changed();
  }

  #announce(number: number): void {
    const { disruption, end } = this.#announcements[number] as Announcement; // the subject is its number
    const { id, targets, effect } = this.#of(disruption);
    if (this.#active[disruption] !== true || !effect.closes) return;
    this.#rooms.board.announceClosure(id, targets, this.#believed(end));
  }

  #edge(id: string, edge: Edge): void {
    const key = `${id}.${edge}`;
    this.#happened.set(key, this.#rooms.simulation.now);
    this.#settle(key, this.#rooms.simulation.now);
  }

  #of(number: number): Disruption {
    return this.#all[number] as Disruption; // the subject is its number
  }

  #draw(number: number): WorldDraw {
    return this.#draws[number] as WorldDraw; // one by disruption
  }

  #moment(number: number, name: string): (value: DistributionValue) => number {
    return (value) => this.#draw(number)(value, name);
  }
}

function createDisruption(
  { simulation, elements, board }: DisruptionRooms,
  { id, value, owner }: { readonly id: string; readonly value: KindValue; readonly owner: number },
): Disruption {
  const kind: DisruptionKind | undefined = family.kinds.find((candidate) => candidate.kind === value.kind);
  assert(kind !== undefined, `disruption kind ${value.kind} exists`);
  const values = value as unknown as DisruptionValues; // normalised by the fields that all kinds share
  const targets = values.of.map((target) => elements.number(target));
  const announceFactor: EffectContext["announceFactor"] = (factor) =>
    board.announceFactor(id, targets, factor);
  return {
    id,
    values,
    targets,
    effect: kind.create(value, { simulation, elements, owner, targets, announceFactor }),
  };
}

/** The instant that is counted from an event; undefined while nothing is known of the event. */
function after(
  { event, edge, offset }: EventInstant,
  known: ReadonlyMap<string, number>,
): number | undefined {
  const time = known.get(`${event}.${edge}`);
  return time === undefined ? undefined : time + offset;
}

/** The events that the instants of a disruption are tied to. */
function eventsOf({ start, end, foresight }: DisruptionValues): readonly EventInstant[] {
  const steps = typeof foresight === "string" ? [] : foresight.steps;
  const moments = [
    start,
    end,
    ...steps.flatMap(({ from, value }) => [from, value === "none" ? undefined : value]),
  ];
  return moments.flatMap((one) => (one && "event" in one ? [one] : []));
}
