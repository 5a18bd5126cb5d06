import type { KindValue, Moment } from "#base/field";
import type { Track } from "#base/elementary";
import { Announcements } from "#domain/disruption/announcements";
import { createDisruptions } from "#domain/disruption/create-disruptions";
import type { Disruption } from "#domain/disruption/create-disruptions";
import type { Strike } from "#domain/disruption/disruption-kind";
import { drawnOf, recording } from "#domain/disruption/drawn-values";
import { EventBook } from "#domain/disruption/event-book";
import { eventsOf, recurs } from "#domain/disruption/event-ties";
import type { EventInstant } from "#domain/disruption/event-book";
import { Onsets, occurrenceAddress } from "#domain/disruption/onsets";
import type { Onset } from "#domain/disruption/onsets";
import type { BelievedEnd, Board, Edge } from "#domain/news/board";
import type { Bans } from "#domain/traffic/bans";
import type { Fleet } from "#domain/traffic/fleet";
import type { Elements } from "#domain/world/elements";
import { boundedInstant, boundedMs } from "#domain/world/horizon";
import type { WorldDraw } from "#domain/world/world-draw";
import { worldDraw } from "#domain/world/world-draw";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Streams } from "#engine/random/stream";
import type { Counts } from "#engine/record/counts";
import type { Draws } from "#engine/record/draws";
import type { Timeline } from "#engine/record/timeline";

/** What disruptions act on and tell. */
export interface DisruptionRooms {
  readonly simulation: Simulation;
  readonly elements: Elements;
  /** What gauges hear of. */
  readonly counts: Counts;
  readonly bans: Bans;
  readonly fleet: Fleet;
  readonly board: Board;
  /** Where an element is, by its id: a point, or the way of a link; undefined where nobody wrote it. */
  readonly trackOf: (element: string) => Track | undefined;
  readonly timeline: Timeline;
  readonly draws: Draws;
  /** ms: when the run starts, when its warm-up ends, and its end, the true end of what nothing ends. */
  readonly runStart: number;
  readonly warmUpEnd: number;
  readonly runEnd: number;
  /** Called after each start and end: for audits. */
  readonly changed: () => void;
}

/** One time that a disruption is to act. */
interface Occurrence {
  readonly disruption: number;
  readonly start: number;
  /** Infinity while it waits for an event, or when nothing ends it. */
  end: number;
  readonly draw: WorldDraw;
  /** What chance gave it, by name: durations in ms. */
  readonly drawn: Record<string, number>;
  readonly starting: EventHandle;
  /** Those that are not over. */
  readonly strikes: Set<Strike>;
  /** What was announced last of its end. */
  told: BelievedEnd | undefined;
}

/** A strike that begins or ends at another time than the occurrence that it belongs to. */
interface Apart {
  readonly occurrence: number;
  readonly strike: Strike;
}

const NONE = -1;

/**
 * When things go wrong, for all kinds alike: from each onset to its end, which is drawn, dated or tied to
 * another event, and what is announced meanwhile. What goes wrong is the kind's.
 *
 * A disruption acts once at a time: an onset that falls into a time in which it acts, or is settled to act,
 * changes nothing.
 */
export class Disruptions {
  readonly #rooms: DisruptionRooms;
  readonly #all: readonly Disruption[];
  readonly #events: EventBook;
  readonly #onsets: Onsets;
  readonly #announcements: Announcements;
  readonly #occurrences: Occurrence[] = [];
  /** By disruption: the occurrences that are not over, and the one that acts, or NONE. */
  readonly #settled: Set<number>[];
  readonly #acting: number[];
  #streams: Streams | undefined = undefined;
  /** Strikes with events of their own, by the order in which these were planned. */
  readonly #apart: Apart[] = [];
  readonly #handlers: Readonly<Record<"start" | "end" | "strike" | "tell" | "mend", HandlerId>>;

  /** `owners` gives each disruption its number of the journeys' reasons. */
  constructor(
    rooms: DisruptionRooms,
    values: Readonly<Record<string, KindValue>>,
    owner: (id: string) => number,
  ) {
    const { simulation } = rooms;
    this.#rooms = rooms;
    this.#events = new EventBook(simulation);
    this.#all = Object.entries(values).flatMap(([id, value]) =>
      createDisruptions({ ...rooms, events: this.#events }, { id, value, owner: owner(id) }),
    );
    this.#settled = this.#all.map(() => new Set());
    this.#acting = this.#all.map(() => NONE);
    this.#onsets = new Onsets({ ...rooms, events: this.#events }, this.#all, {
      begin: (onset) => this.#plan(onset),
      spare: (number) => this.#spare(number),
    });
    const describe = (number: number): string => this.#all[this.#disruptionOf(number)]?.id ?? String(number);
    const apart = (name: string, rung: Priority, run: (one: Apart) => void): HandlerId =>
      simulation.register({
        name,
        priority: rung,
        run: (number) => run(this.#apart[number] as Apart), // the subject is its number
        describe: (number) => describe(this.#apart[number]?.occurrence ?? NONE),
      });
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
      strike: apart("disruption.strike", priority.disrupt, (one) => this.#strikeLater(one)),
      tell: apart("disruption.tell", priority.announce, (one) => this.#tell(one.occurrence, one.strike)),
      mend: apart("disruption.mend", priority.restore, (one) => this.#mend(one)),
    };
    const tell = (number: number, end: BelievedEnd): void => this.#announce(number, end);
    this.#announcements = new Announcements({ simulation, events: this.#events }, tell, describe);
    this.#heedPolicies();
  }

  /** As at the start of a run: each disruption waits for its onsets of this replication. */
  reset(streams: Streams): void {
    this.#streams = streams;
    this.#announcements.reset();
    this.#events.reset();
    this.#occurrences.length = 0;
    this.#acting.fill(NONE);
    for (const settled of this.#settled) settled.clear();
    this.#apart.length = 0;
    for (const { strikes } of this.#all) strikes.reset();
    this.#onsets.reset(streams);
  }

  /** Starts and ends of policies that instants are tied to are heard from the board. */
  #heedPolicies(): void {
    const own = new Set(this.#all.map(({ id }) => id));
    const heard = new Set<string>();
    for (const { event, edge } of this.#all.flatMap(({ values }) => eventsOf(values))) {
      const key = `${event}.${edge}`;
      if (own.has(event) || heard.has(key)) continue;
      heard.add(key);
      this.#rooms.board.subscribeEdge(event, edge, () => {
        this.#events.happen(key);
        this.#events.settle(key, this.#rooms.simulation.now);
      });
    }
  }

  /**
   * A start is settled: the end may be too, and then one that is not later than the start means it never
   * happens.
   */
  #plan({ disruption, occurrence, time: start }: Onset): void {
    const { simulation, runEnd } = this.#rooms;
    const one = this.#all[disruption] as Disruption; // onsets are of these
    const drawn: Record<string, number> = {};
    const address = occurrenceAddress(one, occurrence);
    const streams = this.#streams as Streams; // reset comes before onsets
    const draw = recording(worldDraw(streams, address, this.#rooms.draws), drawn);
    const { values, id } = one;
    const uniform = (name: string): number => streams.at(`${address}/${name}`).uniform();
    const strikes = one.strikes.strike({ draw, uniform });
    if (strikes.length === 0) return this.#spareAt(disruption, start);
    const known = lastMend(strikes, start) ?? this.#knownEnd(one, start, draw);
    if (known !== undefined && known <= start) return this.#onsets.resume(disruption);
    const number = this.#occurrences.length;
    const end = known ?? Infinity;
    if (this.#acts(disruption, start, end)) return;
    const starting = simulation.schedule(start, this.#handlers.start, number);
    const strikesLeft = { strikes: new Set(strikes), told: undefined };
    this.#occurrences.push({ disruption, start, end, draw, drawn, starting, ...strikesLeft });
    (this.#settled[disruption] as Set<number>).add(number); // one by disruption
    if (known !== undefined) this.#endAt(number, known);
    this.#announcements.plan({ number, id, values, start, end: known ?? (values.end ? undefined : runEnd) });
    this.#events.settle(`${id}.start`, start);
    const tie = values.end && "event" in values.end ? values.end : undefined;
    if (known === undefined && tie) this.#onceAfter(tie, start, (time) => this.#endAt(number, time));
  }

  /** Whether it acts, or is settled to, at any time from `start` to `end`. */
  #acts(disruption: number, start: number, end: number): boolean {
    const settled = this.#settled[disruption] as Set<number>; // one by disruption
    for (const number of settled) {
      const other = this.#occurrence(number);
      if (start < other.end && other.start < end) return true;
    }
    return false;
  }

  /** An end of an occurrence is settled; one that is not after a start still to come calls it off. */
  #endAt(number: number, time: number): void {
    const { simulation } = this.#rooms;
    const one = this.#occurrence(number);
    const { id } = this.#of(number);
    if (time <= one.start && this.#acting[one.disruption] !== number) {
      (this.#settled[one.disruption] as Set<number>).delete(number); // one by disruption
      simulation.cancel(one.starting);
      return this.#onsets.resume(one.disruption);
    }
    one.end = time;
    simulation.schedule(time, this.#handlers.end, number);
    this.#events.settle(`${id}.end`, time);
  }

  /**
   * When a disruption that starts at `start` ends; undefined: after an event that is still to come, or never.
   */
  #knownEnd({ id, values, lifetime }: Disruption, start: number, draw: WorldDraw): number | undefined {
    const { end, duration } = values;
    if (lifetime)
      return boundedInstant(start + Math.max(1, Math.round(boundedMs(draw(lifetime.repair, "repair")))));
    if (duration)
      return boundedInstant(start + Math.max(0, Math.round(boundedMs(draw(duration, "duration")))));
    if (end && "event" in end) {
      if (end.event === id && end.edge === "start") return start + end.offset;
      const time = this.#events.settled(end);
      return time !== undefined && time <= start && recurs(values) ? undefined : time;
    }
    return end && this.#instantOf(end, draw);
  }

  /** Calls `then` when it is settled when the event comes; of one that recurs, the next after `start`. */
  #onceAfter(tie: EventInstant, start: number, then: (time: number) => void): void {
    const known = this.#events.settled(tie);
    if (known !== undefined && known <= start) this.#events.next(tie, then);
    else this.#events.once(tie, then);
  }

  #instantOf(moment: Exclude<Moment, EventInstant>, draw: WorldDraw): number {
    const time = "at" in moment ? moment.at : Math.round(draw(moment.distribution, "end"));
    return boundedInstant(Math.max(this.#rooms.simulation.now, time));
  }

  #start(number: number): void {
    const { simulation } = this.#rooms;
    const { disruption, strikes } = this.#occurrence(number);
    const { id } = this.#of(number);
    this.#acting[disruption] = number;
    for (const strike of strikes) {
      const { afterMs = 0 } = strike;
      if (afterMs > 0)
        this.#at(boundedInstant(simulation.now + afterMs), "strike", { occurrence: number, strike });
      else this.#strike(number, strike);
    }
    this.#rooms.board.announceStart(id);
    this.#happen(id, "start");
  }

  #strike(occurrence: number, strike: Strike): void {
    const { draw, drawn, end } = this.#occurrence(occurrence);
    const { simulation, timeline } = this.#rooms;
    const of = this.#idsOf(strike);
    strike.effect.draw(draw);
    const told = drawnOf(drawn, of);
    const { id, values } = this.#of(occurrence);
    timeline.add({
      time: simulation.now,
      what: "disruption-start",
      id,
      of,
      ...(values.cause === undefined ? {} : { cause: values.cause }),
      ...(Object.keys(told).length === 0 ? {} : { drawn: told }),
    });
    strike.effect.start();
    const mended = simulation.now + (strike.forMs ?? Infinity);
    if (mended >= end) return; // with the disruption itself
    this.#at(mended, "mend", { occurrence, strike });
  }

  /** What is struck after the start of the disruption. */
  #strikeLater(one: Apart): void {
    this.#strike(one.occurrence, one.strike);
    this.#at(this.#rooms.simulation.now, "tell", one);
    this.#rooms.changed();
  }

  #at(time: number, event: "strike" | "tell" | "mend", one: Apart): void {
    this.#rooms.simulation.schedule(time, this.#handlers[event], this.#apart.push(one) - 1);
  }

  /** What was struck is well again before the disruption is over. */
  #mend({ occurrence, strike }: Apart): void {
    if (!this.#occurrence(occurrence).strikes.has(strike)) return;
    this.#release(occurrence, strike);
    this.#rooms.changed();
  }

  #release(occurrence: number, strike: Strike): void {
    const { id } = this.#of(occurrence);
    const { effect, targets } = strike;
    this.#occurrence(occurrence).strikes.delete(strike);
    const time = this.#rooms.simulation.now;
    const { recoveryMs = 0 } = effect;
    const recovery = recoveryMs > 0 ? { recoveredAt: time + recoveryMs } : {};
    this.#rooms.timeline.add({ time, what: "disruption-end", id, of: this.#idsOf(strike), ...recovery });
    effect.end();
    this.#rooms.board.announceReopening(id, targets);
  }

  #end(number: number): void {
    const { disruption, strikes } = this.#occurrence(number);
    if (this.#acting[disruption] !== number) return;
    const { id } = this.#of(number);
    this.#acting[disruption] = NONE;
    (this.#settled[disruption] as Set<number>).delete(number); // one by disruption
    for (const strike of strikes) this.#release(number, strike);
    this.#rooms.board.announceEnd(id);
    this.#happen(id, "end");
    this.#onsets.resume(disruption);
  }

  /** It strikes nobody. */
  #spareAt(disruption: number, time: number): void {
    this.#onsets.spareAt(disruption, time);
    this.#onsets.resume(disruption);
  }

  #spare(disruption: number): void {
    const { id, values } = this.#all[disruption] as Disruption; // onsets are of these
    const { now } = this.#rooms.simulation;
    this.#rooms.timeline.add({ time: now, what: "disruption-spared", id, of: values.of });
  }

  #announce(number: number, end: BelievedEnd): void {
    const one = this.#occurrence(number);
    if (this.#acting[one.disruption] !== number) return;
    one.told = end;
    for (const strike of one.strikes) this.#tell(number, strike);
  }

  /** Of what is struck already; where it is over before the disruption, the true end is its own. */
  #tell(number: number, { effect, targets, afterMs = 0, forMs }: Strike): void {
    const { id, values } = this.#of(number);
    const { start, told } = this.#occurrence(number);
    const isStruck = start + afterMs <= this.#rooms.simulation.now;
    if (told === undefined || !isStruck || !effect.closes) return;
    const isExact = values.foresight === "exact" && forMs !== undefined;
    const believed = isExact ? { at: start + afterMs + forMs } : told;
    this.#rooms.board.announceClosure(id, targets, believed, effect.whom?.());
  }

  #happen(id: string, edge: Edge): void {
    this.#events.happen(`${id}.${edge}`);
    this.#rooms.changed();
  }

  #occurrence(number: number): Occurrence {
    return this.#occurrences[number] as Occurrence; // the subject is its number
  }

  #idsOf({ targets }: Strike): readonly string[] {
    return targets.map((target) => this.#rooms.elements.ids[target] as string); // known elements
  }

  #disruptionOf(number: number): number {
    return this.#occurrences[number]?.disruption ?? NONE;
  }

  #of(number: number): Disruption {
    return this.#all[this.#disruptionOf(number)] as Disruption; // the subject is its occurrence
  }
}

/** When the last of all is well again that was struck at `start`; undefined where that is not known. */
function lastMend(strikes: readonly Strike[], start: number): number | undefined {
  let last = start;
  for (const { afterMs = 0, forMs } of strikes) {
    if (forMs === undefined) return undefined;
    last = Math.max(last, start + afterMs + forMs);
  }
  return boundedInstant(last);
}
