import type { DistributionValue, Instant, KindValue, Moment } from "#base/field";
import { assert } from "#base/assert";
import type { DisruptionKind, DisruptionValues, Effect } from "#domain/disruption/disruption-kind";
import { disruptions as family } from "#domain/disruption/disruption-kinds";
import type { BelievedEnd, Board, Edge } from "#domain/news/board";
import type { Elements } from "#domain/world/elements";
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
  readonly end: BelievedEnd;
}

/**
 * When things go wrong, for all kinds alike: drawn starts and ends, ends after a duration, instants tied to other
 * disruptions, and what is announced meanwhile. What goes wrong is the kind's.
 */
export class Disruptions {
  readonly #rooms: DisruptionRooms;
  readonly #all: readonly Disruption[];
  readonly #active: boolean[] = [];
  readonly #announcements: Announcement[] = [];
  readonly #waiting: Map<string, ((time: number) => void)[]> = new Map();
  #draws: WorldDraw[] = [];
  readonly #handlers: { readonly start: HandlerId; readonly end: HandlerId; readonly announce: HandlerId };

  /** `owners` gives each disruption its number of the journeys' reasons. */
  constructor(rooms: DisruptionRooms, values: Readonly<Record<string, KindValue>>, owner: (id: string) => number) {
    this.#rooms = rooms;
    this.#all = Object.entries(values).map(([id, value]) => createDisruption(rooms, { id, value, owner: owner(id) }));
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
  }

  /** As at the start of a run: each disruption takes the draws of this replication and waits for its start. */
  reset(streams: Streams): void {
    this.#announcements.length = 0;
    this.#waiting.clear();
    this.#active.length = 0;
    this.#draws = this.#all.map(({ id }) => worldDraw(streams, `disruption/${id}`));
    this.#all.forEach(({ effect, values }, number) => {
      this.#active.push(false);
      effect.reset(this.#draw(number));
      this.#at(values.start, this.#moment(number, "start"), (time) => this.#plan(number, time));
    });
  }

  /** The start is known: the end may be too, and then one that is not later than the start means it never happens. */
  #plan(number: number, start: number): void {
    const { values } = this.#of(number);
    const { simulation } = this.#rooms;
    const end = values.end;
    const known = values.duration
      ? start + Math.max(0, Math.round(this.#draw(number)(values.duration, "duration")))
      : end && !("event" in end) ? this.#instantOf(end, this.#moment(number, "end")) : undefined;
    if (known !== undefined && known <= start) return;
    simulation.schedule(start, this.#handlers.start, number);
    if (known !== undefined) simulation.schedule(known, this.#handlers.end, number);
    else if (end) this.#at(end, this.#moment(number, "end"), (time) => this.#endLater(number, time));
    this.#planNews(number, known);
  }

  #endLater(number: number, time: number): void {
    this.#rooms.simulation.schedule(time, this.#handlers.end, number);
  }

  #planNews(number: number, end: number | undefined): void {
    const { foresight, start } = this.#of(number).values;
    if (foresight === "exact") return this.#announceAt(start, number, end === undefined ? "none" : { at: end });
    if (foresight === "none") return this.#announceAt(start, number, "none");
    for (const { from, value } of foresight.steps) {
      if (value === "none" || "distribution" in value) this.#announceAt(from, number, value);
      else if ("at" in value) this.#announceAt(from, number, { at: value.at });
      else this.#announceAt(from, number, "none");
    }
  }

  #announceAt(from: Moment, disruption: number, end: BelievedEnd): void {
    const number = this.#announcements.push({ disruption, end }) - 1;
    const announceAt = (time: number): void => {
      const { simulation } = this.#rooms;
      simulation.schedule(Math.max(time, simulation.now), this.#handlers.announce, number);
    };
    this.#at(from, this.#moment(disruption, "start"), announceAt);
  }

  /** Calls `then` with the instant of a moment as soon as it is known; never, when its event never comes. */
  #at(moment: Moment, draw: (value: DistributionValue) => number, then: (time: number) => void): void {
    if (!("event" in moment)) return then(this.#instantOf(moment, draw));
    const key = `${moment.event}.${moment.edge}`;
    const waiting = this.#waiting.get(key) ?? [];
    waiting.push((time) => then(Math.max(this.#rooms.simulation.now, time + moment.offset)));
    this.#waiting.set(key, waiting);
  }

  #instantOf(moment: Exclude<Moment, Extract<Instant, { event: string }>>, draw: (value: DistributionValue) => number): number {
    const time = "at" in moment ? moment.at : Math.round(draw(moment.distribution));
    return Math.max(this.#rooms.simulation.now, time);
  }

  #start(number: number): void {
    const { id, values, effect } = this.#of(number);
    this.#active[number] = true;
    this.#rooms.timeline.add({ time: this.#rooms.simulation.now, what: "disruption-start", id, of: values.of });
    effect.start();
    this.#rooms.board.announceStart(id);
    this.#edge(id, "start");
    this.#rooms.changed();
  }

  #end(number: number): void {
    if (this.#active[number] !== true) return;
    const { id, values, targets, effect } = this.#of(number);
    this.#active[number] = false;
    this.#rooms.timeline.add({ time: this.#rooms.simulation.now, what: "disruption-end", id, of: values.of });
    effect.end();
    this.#rooms.board.announceEnd(id, targets);
    this.#edge(id, "end");
    this.#rooms.changed();
  }

  #announce(number: number): void {
    const { disruption, end } = this.#announcements[number] as Announcement; // the subject is its number
    const { id, targets, effect } = this.#of(disruption);
    if (this.#active[disruption] !== true || !effect.closes) return;
    this.#rooms.board.announceClosure(id, targets, end);
  }

  #edge(id: string, edge: Edge): void {
    const key = `${id}.${edge}`;
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    for (const then of waiting) then(this.#rooms.simulation.now);
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
  const announceFactor = (factor: number): void => board.announceFactor(id, targets, factor);
  return { id, values, targets, effect: kind.create(value, { simulation, elements, owner, targets, announceFactor }) };
}
