import type { DistributionValue, Instant, KindValue, Moment, Schedule } from "#base/field";
import { assert } from "#base/assert";
import { Announcements } from "#domain/disruption/announcements";
import type {
  DisruptionKind,
  DisruptionValues,
  Effect,
  EffectContext,
} from "#domain/disruption/disruption-kind";
import { disruptions as family } from "#domain/disruption/disruption-kinds";
import { EventBook } from "#domain/disruption/event-book";
import type { EventInstant } from "#domain/disruption/event-book";
import { Onsets, occurrenceAddress, onsetEvents } from "#domain/disruption/onsets";
import type { Beginner, Onset } from "#domain/disruption/onsets";
import type { BelievedEnd, Board, Edge } from "#domain/news/board";
import type { Bans } from "#domain/traffic/bans";
import type { Fleet } from "#domain/traffic/fleet";
import type { Elements } from "#domain/world/elements";
import type { Gauges } from "#domain/world/gauges";
import { boundedInstant, boundedMs } from "#domain/world/horizon";
import type { WorldDraw } from "#domain/world/world-draw";
import { worldDraw } from "#domain/world/world-draw";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Streams } from "#engine/random/stream";
import type { Draws } from "#engine/record/draws";
import type { Timeline } from "#engine/record/timeline";

/** What disruptions act on and tell. */
export interface DisruptionRooms {
  readonly simulation: Simulation;
  readonly elements: Elements;
  readonly gauges: Gauges;
  readonly bans: Bans;
  readonly fleet: Fleet;
  readonly board: Board;
  readonly timeline: Timeline;
  readonly draws: Draws;
  /** ms: when the run starts, when its warm-up ends, and its end, the true end of what nothing ends. */
  readonly runStart: number;
  readonly warmUpEnd: number;
  readonly runEnd: number;
  /** Called after each start and end: for audits. */
  readonly changed: () => void;
}

interface Disruption extends Beginner {
  readonly targets: readonly number[];
  readonly effect: Effect;
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
  readonly #handlers: { readonly start: HandlerId; readonly end: HandlerId };

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
      createDisruptions(rooms, this.#events, { id, value, owner: owner(id) }),
    );
    this.#settled = this.#all.map(() => new Set());
    this.#acting = this.#all.map(() => NONE);
    this.#onsets = new Onsets({ ...rooms, events: this.#events }, this.#all, {
      begin: (onset) => this.#plan(onset),
      spare: (number) => this.#spare(number),
    });
    const describe = (number: number): string => this.#all[this.#disruptionOf(number)]?.id ?? String(number);
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
    for (const { effect } of this.#all) effect.reset();
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
    const known = this.#knownEnd(one, start, draw);
    if (known !== undefined && known <= start) return this.#onsets.resume(disruption);
    const number = this.#occurrences.length;
    const end = known ?? Infinity;
    if (this.#acts(disruption, start, end)) return;
    const starting = simulation.schedule(start, this.#handlers.start, number);
    this.#occurrences.push({ disruption, start, end, draw, drawn, starting });
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
    const { disruption, draw, drawn } = this.#occurrence(number);
    const { id, values, effect } = this.#of(number);
    this.#acting[disruption] = number;
    effect.draw(draw);
    this.#rooms.timeline.add({
      time: this.#rooms.simulation.now,
      what: "disruption-start",
      id,
      of: values.of,
      ...(Object.keys(drawn).length === 0 ? {} : { drawn: { ...drawn } }),
    });
    effect.start();
    this.#rooms.board.announceStart(id);
    this.#happen(id, "start");
  }

  #end(number: number): void {
    const { disruption } = this.#occurrence(number);
    if (this.#acting[disruption] !== number) return;
    const { id, values, targets, effect } = this.#of(number);
    this.#acting[disruption] = NONE;
    (this.#settled[disruption] as Set<number>).delete(number); // one by disruption
    const time = this.#rooms.simulation.now;
    const { recoveryMs = 0 } = effect;
    const recovery = recoveryMs > 0 ? { recoveredAt: time + recoveryMs } : {};
    this.#rooms.timeline.add({ time, what: "disruption-end", id, of: values.of, ...recovery });
    effect.end();
    this.#rooms.board.announceEnd(id, targets);
    this.#happen(id, "end");
    this.#onsets.resume(disruption);
  }

  #spare(disruption: number): void {
    const { id, values } = this.#all[disruption] as Disruption; // onsets are of these
    const { now } = this.#rooms.simulation;
    this.#rooms.timeline.add({ time: now, what: "disruption-spared", id, of: values.of });
  }

  #announce(number: number, end: BelievedEnd): void {
    const { id, targets, effect } = this.#of(number);
    if (this.#acting[this.#disruptionOf(number)] !== number || !effect.closes) return;
    this.#rooms.board.announceClosure(id, targets, end, effect.whom?.());
  }

  #happen(id: string, edge: Edge): void {
    this.#events.happen(`${id}.${edge}`);
    this.#rooms.changed();
  }

  #occurrence(number: number): Occurrence {
    return this.#occurrences[number] as Occurrence; // the subject is its number
  }

  #disruptionOf(number: number): number {
    return this.#occurrences[number]?.disruption ?? NONE;
  }

  #of(number: number): Disruption {
    return this.#all[this.#disruptionOf(number)] as Disruption; // the subject is its occurrence
  }
}

/** The draw, which notes what chance gave: not what was certain. */
function recording(draw: WorldDraw, drawn: Record<string, number>): WorldDraw {
  return (value: DistributionValue, name: string) => {
    const given = draw(value, name);
    if (value.kind !== "constant") drawn[name] = given;
    return given;
  };
}

/** One for all of its targets, or one for each where each fails by itself. */
function createDisruptions(
  { board, ...rooms }: DisruptionRooms,
  events: EventBook,
  { id, value, owner }: { readonly id: string; readonly value: KindValue; readonly owner: number },
): Disruption[] {
  const kind: DisruptionKind | undefined = family.kinds.find((candidate) => candidate.kind === value.kind);
  assert(kind !== undefined, `disruption kind ${value.kind} exists`);
  const values = value as unknown as DisruptionValues; // normalised by the fields that all kinds share
  const lifetime = kind.lifetime?.(value);
  const parts = lifetime ? values.of.map((target) => [target]) : [values.of];
  return parts.map((of): Disruption => {
    const targets = of.map((target) => rooms.elements.number(target));
    const announceFactor: EffectContext["announceFactor"] = (factor) =>
      board.announceFactor(id, targets, factor);
    const announceWhom: EffectContext["announceWhom"] = (whom) => board.announceWhom(id, targets, whom);
    const context = { ...rooms, id, owner, targets, events, announceFactor, announceWhom };
    const effect = kind.create(value, context);
    const [element] = targets;
    if (!lifetime || element === undefined)
      return { id, values, address: `disruption/${id}`, targets, effect };
    const address = `disruption/${id}/${of.join()}`;
    return { id, values: { ...values, of }, address, targets, effect, lifetime: { ...lifetime, element } };
  });
}

/** Whether a disruption may act more than once. */
function recurs({ start, occurs, after, when }: DisruptionValues): boolean {
  const isOnce = (start && !("event" in start)) || (occurs && "within" in occurs);
  return isOnce !== true && (start ?? occurs ?? after ?? when) !== undefined;
}

/** The events that the instants of a disruption are tied to. */
function eventsOf(values: DisruptionValues): readonly EventInstant[] {
  const { end, foresight } = values;
  const believed = typeof foresight === "string" ? [] : foresight.steps.map(({ value }) => value);
  const moments = [end, ...believed, ...stepsIn(values)];
  const tied = moments.flatMap((one) => (one && one !== "none" && "event" in one ? [one] : []));
  return [...onsetEvents(values), ...tied];
}

/** The instants of all schedules of a disruption: those of its kind too. */
function stepsIn(values: DisruptionValues): readonly Instant[] {
  return Object.values(values).flatMap((value: unknown) => {
    const isSchedule = typeof value === "object" && value !== null && "steps" in value;
    return isSchedule ? (value as Schedule<unknown>).steps.map(({ from }) => from) : []; // by its shape
  });
}
