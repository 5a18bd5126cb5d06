import type { Moment } from "#base/field";
import type { DisruptionValues } from "#domain/disruption/disruption-kind";
import type { EventBook } from "#domain/disruption/event-book";
import type { BelievedEnd } from "#domain/news/board";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** What is told of one occurrence of a disruption. */
export interface ToldOccurrence {
  /** Its number, for the teller. */
  readonly number: number;
  readonly id: string;
  readonly values: DisruptionValues;
  readonly start: number;
  /** ms: the true end as far as it is known; undefined: it waits for an event. */
  readonly end: number | undefined;
}

interface Announcement {
  readonly occurrence: number;
  readonly end: Moment | "none";
}

/** What is announced of the ends of disruptions, and when: as `foresight` says. */
export class Announcements {
  readonly #simulation: Simulation;
  readonly #events: EventBook;
  readonly #all: Announcement[] = [];
  readonly #announce: HandlerId;

  /** `tell` is called with the number of an occurrence and what is believed of its end from now on. */
  constructor(
    rooms: { readonly simulation: Simulation; readonly events: EventBook },
    tell: (occurrence: number, end: BelievedEnd) => void,
    describe: (occurrence: number) => string,
  ) {
    const { simulation } = rooms;
    this.#simulation = simulation;
    this.#events = rooms.events;
    this.#announce = simulation.register({
      name: "news.announce",
      priority: priority.announce,
      run: (number) => {
        const { occurrence, end } = this.#all[number] as Announcement; // the subject is its number
        tell(occurrence, this.#believed(end));
      },
      describe: (number) => describe(this.#all[number]?.occurrence ?? -1),
    });
  }

  /** As at the start of a run: nothing is to be said. */
  reset(): void {
    this.#all.length = 0;
  }

  /**
   * Plans what is announced when. Of what a schedule says up to the start, the last holds, and is announced
   * then.
   */
  plan({ number, id, values, start, end }: ToldOccurrence): void {
    const { foresight } = values;
    if (foresight === "exact") return this.#at(start, number, end === undefined ? "none" : { at: end });
    if (foresight === "none") return this.#at(start, number, "none");
    let holding: (Announcement & { readonly from: number }) | undefined;
    for (const { from, value } of foresight.steps) {
      if ("event" in from && from.event === id && from.edge === "start")
        this.#at(Math.max(start + from.offset, start), number, value);
      else if ("event" in from)
        this.#events.once(from, (time) => this.#at(Math.max(time, start), number, value));
      else if (from.at > start) this.#at(from.at, number, value);
      else if (holding === undefined || from.at >= holding.from)
        holding = { from: from.at, occurrence: number, end: value };
    }
    if (holding !== undefined) this.#at(start, number, holding.end);
  }

  #at(time: number, occurrence: number, end: Announcement["end"]): void {
    const number = this.#all.push({ occurrence, end }) - 1;
    this.#simulation.schedule(time, this.#announce, number);
  }

  /** A believed end that is tied to an event has no date until the event has happened. */
  #believed(end: Announcement["end"]): BelievedEnd {
    if (end === "none" || !("event" in end)) return end;
    const time = this.#events.happened(end);
    return time === undefined ? "none" : { at: time };
  }
}
