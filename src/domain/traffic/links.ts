import { assert } from "#base/assert";
import type { Vessels } from "#domain/traffic/vessels";
import type { Elements } from "#domain/world/elements";
import { boundedInstant } from "#domain/world/horizon";
import { WaitingLines } from "#domain/world/waiting-lines";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** Who hears of links: traffic. */
export interface LinkClient {
  /** A vessel enters a link, at once or after a wait. */
  entered(vessel: number): void;
  /** A vessel has come to the end of its link. */
  left(vessel: number): void;
}

/** A link as it is laid. */
export interface LaidLink {
  readonly id: string;
  /** How many may be on it at once; Infinity: any number. */
  readonly capacity: number;
}

/**
 * Explicit links as elements: one that is closed or full lets nobody in, and those who wait at its start
 * enter in order of arrival as it opens or has room; those on it finish. A factor changes the speed of
 * everybody on it, those under way too.
 */
export class Links {
  /** Element ids by link number. */
  readonly ids: readonly string[];
  readonly #simulation: Simulation;
  readonly #elements: Elements;
  readonly #vessels: Vessels;
  readonly #client: LinkClient;
  /** Line 2k: those who wait for link k; line 2k + 1: those on it. */
  readonly #lines: WaitingLines = new WaitingLines();
  readonly #capacities: readonly number[];
  readonly #elementOf: number[];
  readonly #closures: number[];
  readonly #factors: number[];
  /** Whose fault the factor is: for those who have sailed under it. */
  readonly #slowers: number[];
  readonly #arrive: HandlerId;

  constructor(
    simulation: Simulation,
    rooms: { readonly elements: Elements; readonly vessels: Vessels; readonly laid: readonly LaidLink[] },
    client: LinkClient,
  ) {
    this.ids = rooms.laid.map(({ id }) => id);
    this.#capacities = rooms.laid.map(({ capacity }) => capacity);
    this.#simulation = simulation;
    this.#elements = rooms.elements;
    this.#vessels = rooms.vessels;
    this.#client = client;
    this.#closures = this.ids.map(() => 0);
    this.#factors = this.ids.map(() => 1);
    this.#slowers = this.ids.map(() => 0);
    this.#elementOf = this.ids.map((id, link) => this.#add(id, link));
    this.#arrive = simulation.register({
      name: "link.end",
      priority: priority.arrive,
      run: (vessel) => this.#end(vessel),
      describe: (vessel) =>
        `vessel ${vessel} on ${this.ids[this.#vessels.link[vessel] as number] ?? "no link"}`, // its link
    });
    simulation.expectWaiting("links", () => this.ids.reduce((sum, _, link) => sum + this.waiting(link), 0));
  }

  /** The number of the element that a link is. */
  element(link: number): number {
    return this.#elementOf[link] as number; // a link of the graph
  }

  /** How many wait at the start of a link. */
  waiting(link: number): number {
    return this.#lines.length(2 * link);
  }

  /** Those who wait for a link, first to last: for audits. */
  jobs(link: number): number[] {
    return this.#lines.jobs(2 * link);
  }

  /**
   * A vessel comes to a link that takes it `legMs` at a factor of 1. True when it enters, false when it must
   * wait.
   */
  join(link: number, vessel: number, legMs: number): boolean {
    this.#vessels.link[vessel] = link;
    this.#vessels.leftMs[vessel] = legMs;
    if (!this.#hasRoom(link)) {
      this.#lines.join(2 * link, vessel);
      return false;
    }
    this.#enter(link, vessel);
    return true;
  }

  /** A vessel that waits for a link gives up and goes another way. */
  leave(link: number, vessel: number): void {
    this.#lines.leave(2 * link, vessel);
    this.settleBlame(link);
  }

  /** Nobody waits for a link: later waits are nobody's fault, or that of what still acts. */
  settleBlame(link: number): void {
    if (this.waiting(link) === 0) this.#elements.absolve(this.element(link));
  }

  /** Whether more are on a link than may be: for audits. */
  isOverfull(link: number): boolean {
    return this.#lines.length(2 * link + 1) > (this.#capacities[link] as number); // a link of the graph
  }

  /** Whether a vessel is on a link. */
  isOn(link: number, vessel: number): boolean {
    return this.#lines.holds(2 * link + 1, vessel);
  }

  /** What the speed on a link is multiplied by. */
  factor(link: number): number {
    return this.#factors[link] as number; // a link of the graph
  }

  /** As at the start of a run: all open, at full speed, nobody on them. */
  reset(): void {
    this.#lines.reset();
    this.#closures.fill(0);
    this.#factors.fill(1);
    this.#slowers.fill(0);
  }

  #add(id: string, link: number): number {
    const both = [this.#lines.open(), this.#lines.open()];
    assert(both[0] === 2 * link, "a link has two lines of its own");
    return this.#elements.add(id, {
      insideByDefault: "finish",
      close: () => this.#close(link),
      reopen: () => this.#reopen(link),
      scale: (factor) => this.#scale(link, factor),
    });
  }

  #close(link: number): void {
    this.#closures[link] = (this.#closures[link] as number) + 1; // a link of the graph
  }

  #reopen(link: number): void {
    this.#closures[link] = (this.#closures[link] as number) - 1; // a link of the graph
    this.#admit(link);
    this.settleBlame(link);
  }

  /** Whether somebody may enter a link now: before all who wait for it nobody comes. */
  #hasRoom(link: number): boolean {
    const isOpen = this.#closures[link] === 0;
    return isOpen && this.#lines.length(2 * link + 1) < (this.#capacities[link] as number); // of the graph
  }

  /** Those who wait for a link enter it, while it has room. */
  #admit(link: number): void {
    let vessel = this.#lines.first(2 * link);
    for (; vessel >= 0 && this.#hasRoom(link); vessel = this.#lines.first(2 * link)) {
      this.#lines.leave(2 * link, vessel);
      this.#enter(link, vessel);
      this.#client.entered(vessel);
    }
  }

  /** Somebody has left a link: whoever waits for it enters before anybody comes. */
  #makeRoom(link: number): void {
    if (this.waiting(link) === 0) return;
    this.#admit(link);
    this.settleBlame(link);
  }

  #enter(link: number, vessel: number): void {
    this.#lines.join(2 * link + 1, vessel);
    this.#vessels.slowedBy[vessel] = 0;
    this.#goOn(link, vessel);
  }

  /** A vessel that has nothing left to do on a link comes to its end, whatever the factor. */
  #goOn(link: number, vessel: number): void {
    const now = this.#simulation.now;
    const factor = this.#factors[link] as number; // a link of the graph
    const leftMs = this.#vessels.leftMs[vessel] as number; // a vessel under way
    const isThere = Math.round(leftMs) === 0;
    this.#vessels.leftAt[vessel] = now;
    this.#vessels.event[vessel] =
      factor === 0 && !isThere
        ? 0
        : this.#simulation.schedule(
            boundedInstant(now + (isThere ? 0 : Math.round(leftMs / factor))),
            this.#arrive,
            vessel,
          );
  }

  #scale(link: number, factor: number): void {
    const before = this.#factors[link] as number; // a link of the graph
    const now = this.#simulation.now;
    const slower = this.#slowers[link] as number; // a link of the graph
    this.#factors[link] = factor;
    this.#slowers[link] = this.#elements.slowedBy(this.element(link));
    this.settleBlame(link);
    for (const vessel of this.#lines.jobs(2 * link + 1)) {
      const event = this.#vessels.event[vessel] as EventHandle; // a vessel under way
      if (event !== 0) this.#simulation.cancel(event);
      this.#noteSlower(vessel, before, slower);
      const sailedMs = (now - (this.#vessels.leftAt[vessel] as number)) * before; // a vessel under way
      const leftMs = this.#vessels.leftMs[vessel] as number; // a vessel under way
      this.#vessels.leftMs[vessel] = Math.max(0, leftMs - sailedMs);
      this.#goOn(link, vessel);
    }
  }

  /** Who was under way at a factor below 1, for any time at all, was slowed. */
  #noteSlower(vessel: number, factor: number, slower: number): void {
    const isPast = (this.#vessels.leftAt[vessel] as number) < this.#simulation.now; // a vessel under way
    if (factor < 1 && isPast) this.#vessels.slowedBy[vessel] = slower;
  }

  #end(vessel: number): void {
    const link = this.#vessels.link[vessel] as number; // it is on a link
    this.#noteSlower(vessel, this.factor(link), this.#slowers[link] as number); // a link of the graph
    this.#lines.leave(2 * link + 1, vessel);
    this.#makeRoom(link);
    this.#client.left(vessel);
  }
}
