import type { Facilities } from "#domain/facility/facilities";
import type { Passages } from "#domain/passage/passages";
import type { Links } from "#domain/traffic/links";
import type { Vessels } from "#domain/traffic/vessels";
import type { Elements } from "#domain/world/elements";
import { WaitingLines } from "#domain/world/waiting-lines";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Preference } from "#engine/station/station-client";
import type { Stations } from "#engine/station/stations";

/** Where bans act. */
export interface BanRooms {
  readonly elements: Elements;
  readonly stations: Stations;
  readonly facilities: Facilities;
  readonly passages: Passages;
  readonly links: Links;
  readonly vessels: Vessels;
}

/** The line before a place, and what stands outside of it. */
interface Place {
  /** Those who stand in its line, first to last. */
  line(): number[];
  /** A vessel leaves its line. */
  leave(vessel: number): void;
  /** So many wait outside: they count in its queue. */
  count?(outside: number): void;
  /** Those who come to wait in line wait because of `owner`, until the line empties. */
  accuse(owner: number): void;
  /** Where the line is empty, later waits are nobody's fault. */
  settleBlame(): void;
}

/**
 * Who may not enter, and waits outside: before a passage, a link or a station, and in none of its lines. Who
 * is banned while in line steps out of it; who no longer is asks anew, first who came first, when all that
 * ends at that instant has ended. What several disruptions ban adds up. Those inside finish.
 */
export class Bans {
  readonly #simulation: Simulation;
  readonly #rooms: BanRooms;
  readonly #letIn: (vessel: number) => void;
  /** By element, by owner. */
  readonly #bans: Map<number, Map<number, Preference>> = new Map();
  readonly #places: ReadonlyMap<number, Place>;
  /** One line for each element that has a place. */
  readonly #outside: WaitingLines = new WaitingLines();
  readonly #free: HandlerId;

  /** `letIn` is called with a vessel that waited outside and may ask to enter now. */
  constructor(simulation: Simulation, rooms: BanRooms, letIn: (vessel: number) => void) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#letIn = letIn;
    this.#free = simulation.register({
      name: "ban.free",
      priority: priority.release,
      run: (element) => this.#comeIn(element),
      describe: (element) => rooms.elements.ids[element] as string, // a known element
    });
    this.#places = placesOf(rooms);
    rooms.elements.ids.forEach(() => this.#outside.open());
    simulation.expectWaiting("bans", () => this.waiting);
  }

  /** How many wait outside, anywhere. */
  get waiting(): number {
    return [...this.#places.keys()].reduce((sum, element) => sum + this.#length(element), 0);
  }

  /** Sets whom `owner` bans from an element; undefined takes it back. */
  ban(element: number, owner: number, isBanned: Preference | undefined): void {
    const bans = this.#bans.get(element) ?? new Map<number, Preference>();
    this.#bans.set(element, bans);
    if (isBanned === undefined) bans.delete(owner);
    else bans.set(owner, isBanned);
    const place = this.#places.get(element);
    for (const vessel of place?.line() ?? []) {
      if (this.bannerOf(element, vessel) === 0) continue;
      place?.leave(vessel);
      this.#stayOutside(element, vessel);
    }
    if (this.#length(element) > 0) this.#simulation.after(0, this.#free, element);
    place?.settleBlame();
  }

  /** A vessel comes to an element: true when it may ask to enter, false when it must wait outside. */
  admits(element: number, vessel: number): boolean {
    if (!this.bars(element, vessel)) return true;
    this.#stayOutside(element, vessel);
    return false;
  }

  /** Whether a vessel would have to wait outside of an element if it came now. */
  bars(element: number, vessel: number): boolean {
    return this.bannerOf(element, vessel) !== 0;
  }

  /** Who bans a vessel from an element, the first of several, a number of the reasons; 0: nobody does. */
  bannerOf(element: number, vessel: number): number {
    if (this.#bans.size === 0) return 0;
    for (const [owner, isBanned] of this.#bans.get(element) ?? []) if (isBanned(vessel)) return owner;
    return 0;
  }

  /** The element outside of which a vessel waits; -1: none. */
  outsideOf(vessel: number): number {
    return this.#outside.lineOf(vessel);
  }

  /** A vessel that waits gives up. True when it waited outside. */
  leave(vessel: number): boolean {
    const element = this.#outside.lineOf(vessel);
    if (element < 0) return false;
    this.#outside.leave(element, vessel);
    this.#places.get(element)?.count?.(this.#length(element));
    return true;
  }

  /** As at the start of a run: nobody is banned. */
  reset(): void {
    this.#bans.clear();
    this.#outside.reset();
  }

  #stayOutside(element: number, vessel: number): void {
    this.#rooms.vessels.bannedBy[vessel] = this.bannerOf(element, vessel);
    this.#outside.join(element, vessel);
    this.#places.get(element)?.count?.(this.#length(element));
  }

  /**
   * All who are banned no more come in, as they came to wait. Whoever waits behind those who come in together
   * waits for the same fault.
   */
  #comeIn(element: number): void {
    const { since, bannedBy } = this.#rooms.vessels;
    const place = this.#places.get(element);
    const freed = this.#jobs(element).filter((vessel) => this.bannerOf(element, vessel) === 0);
    freed.sort((a, b) => (since[a] as number) - (since[b] as number)); // vessels under way
    for (const vessel of freed) {
      this.leave(vessel);
      place?.accuse(bannedBy[vessel] as number); // a vessel under way
      this.#letIn(vessel);
    }
    place?.settleBlame();
  }

  #length(element: number): number {
    return this.#outside.length(element);
  }

  #jobs(element: number): number[] {
    return this.#outside.jobs(element);
  }
}

function placesOf({ elements, stations, facilities, passages, links }: BanRooms): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  passages.ids.forEach((_, passage) =>
    places.set(passages.element(passage), {
      line: () => passages.jobs(passage),
      leave: (vessel) => passages.leave(passage, vessel),
      count: (outside) => passages.countOutside(passage, outside),
      accuse: (owner) => passages.accuse(passage, owner),
      settleBlame: () => passages.settleBlame(passage),
    }),
  );
  links.ids.forEach((_, link) =>
    places.set(links.element(link), {
      line: () => links.jobs(link),
      leave: (vessel) => links.leave(link, vessel),
      accuse: (owner) => elements.accuse(links.element(link), owner),
      settleBlame: () => links.settleBlame(link),
    }),
  );
  facilities.ids.forEach((_, facility) => {
    const station = facilities.station(facility);
    places.set(facilities.element(facility), {
      line: () => facilities.line(facility),
      leave(vessel) {
        stations.leave(station, vessel);
        facilities.queueChanged(facility);
      },
      count(outside) {
        stations.countOutside(station, outside);
        facilities.queueChanged(facility);
      },
      accuse: (owner) => elements.accuse(facilities.element(facility), owner),
      settleBlame: () => facilities.queueChanged(facility),
    });
  });
  return places;
}
