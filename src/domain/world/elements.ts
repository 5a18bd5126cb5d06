import { assert } from "#base/assert";
import type { Inside, Preference } from "#engine/station/station-client";

/** What a disruption or a policy can do to one element; the room that owns the element implements it. */
export interface Actuator {
  /**
   * What becomes of those inside when a closure does not say: passages and links `finish`, stations `resume`.
   */
  readonly insideByDefault?: Inside;
  /** One more closure acts: admission stops, and those inside follow `inside`. Flows cannot be closed. */
  close?(inside: Inside): void;
  /** One closure less acts, of those that said `inside`. */
  reopen?(inside: Inside): void;
  /** The product of all active factors on its pace is now `factor`. */
  scale(factor: number): void;
  /** The product of all active factors on its servers is now `factor`; only stations have servers. */
  scaleServers?(factor: number): void;
  /** Whether anybody is served there now and moves; only stations are. */
  isWorking?(): boolean;
  /** How many wait there now; nobody waits for a flow. */
  queue?(): number;
  /** Its own servers, and how many of them are occupied now; only stations have servers. */
  readonly servers?: number;
  occupied?(): number;
  /** Admissions a day at factor 1; only passages have a rate of their own. */
  ownRatePerDay?(): number;
  /** When that rate changes by itself, ms, rising. */
  ownRateChanges?(): readonly number[];
  /** Those whom `isFirst` picks now stand before all others who wait; undefined: nobody does. */
  prefer?(isFirst: Preference | undefined): void;
}

/** One thing that is acting on an element, until it is taken back. */
interface Hold {
  readonly owner: number;
  /** Of a closure: what becomes of those inside. */
  readonly inside: Inside | undefined;
  /** What the pace, and what the number of servers is multiplied by. */
  readonly factor: number;
  readonly servers: number;
  /** It came so many-th of all: tells which came last. */
  readonly serial: number;
}

/** One list for all that nobody watches: each change of a queue looks at it. */
const NOBODY: readonly (() => void)[] = [];

/**
 * Everything that can be closed, slowed or announced: stations and passages (`site.station`), links, and
 * flows, whose pace is their demand. It knows what acts on each element and who did it: factors multiply in
 * order of their owner, so that taking one back leaves exactly what was there before; one active closure
 * closes.
 *
 * An owner is a number of `reasons` in the journeys. Owner 0 is nobody.
 */
export class Elements {
  /** Ids by number. */
  readonly ids: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  readonly #actuators: Actuator[] = [];
  readonly #holds: Hold[][] = [];
  readonly #blames: number[] = [];
  readonly #watchers: (readonly (() => void)[])[] = [];
  /** By element, by owner: whom it lets go first. */
  readonly #preferences: Map<number, Preference>[] = [];
  #serial: number = 0;

  /** Adds an element and returns its number. */
  add(id: string, actuator: Actuator): number {
    assert(!this.#numbers.has(id), `element ${id} is added once`);
    this.#numbers.set(id, this.ids.length);
    this.ids.push(id);
    this.#actuators.push(actuator);
    this.#holds.push([]);
    this.#blames.push(0);
    this.#watchers.push(NOBODY);
    this.#preferences.push(new Map());
    return this.ids.length - 1;
  }

  /** The number of an id; the scenario has proven that it exists. */
  number(id: string): number {
    const number = this.#numbers.get(id);
    assert(number !== undefined, `element ${id} exists`);
    return number;
  }

  /** What becomes of those inside an element when a closure does not say. */
  insideByDefault(element: number): Inside {
    return this.#actuator(element).insideByDefault ?? "finish";
  }

  /** Closes an element in the name of `owner`, who then must reopen it. */
  close(element: number, owner: number, inside: Inside): void {
    this.#hold(element, { owner, inside, factor: 1, servers: 1, serial: ++this.#serial });
    this.#blames[element] = owner;
    this.#actuator(element).close?.(inside);
  }

  /** Takes back the closure of `owner`. */
  reopen(element: number, owner: number): void {
    const { inside } = this.#release(element, owner);
    assert(inside !== undefined, "what is reopened was closed");
    this.#actuator(element).reopen?.(inside);
  }

  /** Sets the factor of `owner` on the pace of an element; 1 takes it back. Those of all owners multiply. */
  scale(element: number, owner: number, factor: number): void {
    const before = this.factor(element);
    this.#setFactor(element, { owner, inside: undefined, factor, servers: 1, serial: ++this.#serial });
    const after = this.factor(element);
    if (after !== before) this.#actuator(element).scale(after);
  }

  /** The same for the number of servers of a station: whole servers, rounded down. */
  scaleServers(element: number, owner: number, factor: number): void {
    this.#setFactor(element, {
      owner,
      inside: undefined,
      factor: 1,
      servers: factor,
      serial: ++this.#serial,
    });
    const product = this.#at(element).reduce((servers, hold) => servers * hold.servers, 1);
    this.#actuator(element).scaleServers?.(product);
  }

  /**
   * Lets those whom `isFirst` picks go first in the name of `owner`, those who wait already too; undefined
   * takes it back. Where several owners pick, whoever is picked by one goes first.
   */
  prefer(element: number, owner: number, isFirst: Preference | undefined): void {
    const preferences = this.#preferences[element] as Map<number, Preference>; // from add
    if (isFirst === undefined) preferences.delete(owner);
    else preferences.set(owner, isFirst);
    const all = [...preferences.values()];
    const either = all.length === 0 ? undefined : (vessel: number) => all.some((picks) => picks(vessel));
    this.#actuator(element).prefer?.(either);
  }

  /** Admissions a day at factor 1; Infinity where an element has no rate of its own. */
  ownRatePerDay(element: number): number {
    return this.#actuator(element).ownRatePerDay?.() ?? Infinity;
  }

  /** When the own rate of an element changes by itself, ms, rising. */
  ownRateChanges(element: number): readonly number[] {
    return this.#actuator(element).ownRateChanges?.() ?? [];
  }

  /** Whether anybody is served there now; never where there are no servers. */
  isWorking(element: number): boolean {
    return this.#actuator(element).isWorking?.() ?? false;
  }

  /** How many wait at an element now. */
  queue(element: number): number {
    return this.#actuator(element).queue?.() ?? 0;
  }

  /** The servers of a station when nothing acts on it; 0 of anything else. */
  servers(element: number): number {
    return this.#actuator(element).servers ?? 0;
  }

  /** How many servers of a station are occupied now, by those who stand still too; 0 of anything else. */
  occupied(element: number): number {
    return this.#actuator(element).occupied?.() ?? 0;
  }

  /** Whether a closure acts on it. */
  isClosed(element: number): boolean {
    return this.#at(element).some((hold) => hold.inside !== undefined);
  }

  /** The product of the factors that act on it, in order of owner; 1 when none does. */
  factor(element: number): number {
    return this.#at(element).reduce((product, hold) => product * hold.factor, 1);
  }

  /** Whether anything at all acts on it. */
  isHeld(element: number): boolean {
    return this.#at(element).length > 0;
  }

  /**
   * Whose fault a wait that ends now is: the owner of the last closure or cut that acts, or that acted before
   * a queue which has not emptied since; 0 when it is nobody's. The room that owns the queue calls `absolve`
   * when it empties.
   */
  blame(element: number): number {
    return this.#blames[element] as number; // element numbers come from add
  }

  /**
   * Whose fault it is that the pace is below its own: the owner of the last factor below 1; 0 when it is
   * nobody's.
   */
  slowedBy(element: number): number {
    return this.#lastOf(element, ({ factor }) => factor < 1);
  }

  /** Those who wait from now on, until the queue empties, wait because of `owner`. */
  accuse(element: number, owner: number): void {
    this.#blames[element] = owner;
  }

  /**
   * The queue of an element is empty: later waits are the fault of the last closure or cut that still acts,
   * or nobody's.
   */
  absolve(element: number): void {
    this.#blames[element] = this.isHeld(element) ? this.culprit(element) : 0;
  }

  /** The owner of the last closure or cut that still acts; 0 when none does. */
  culprit(element: number): number {
    return this.#lastOf(
      element,
      ({ inside, factor, servers }) => inside !== undefined || factor < 1 || servers < 1,
    );
  }

  /** Calls `watcher` whenever the queue or the work of an element changes; for rules that watch a gauge. */
  watch(element: number, watcher: () => void): void {
    this.#watchers[element] = [...this.#watchersOf(element), watcher];
  }

  /** The queue or the work of an element changed. */
  touch(element: number): void {
    for (const watcher of this.#watchersOf(element)) watcher();
  }

  /** As at the start of a run: nothing acts on anything. The rooms reset their own state. */
  reset(): void {
    for (const holds of this.#holds) holds.length = 0;
    for (const preferences of this.#preferences) preferences.clear();
    this.#blames.fill(0);
    this.#serial = 0;
  }

  #watchersOf(element: number): readonly (() => void)[] {
    return this.#watchers[element] as readonly (() => void)[]; // element numbers come from add
  }

  #at(element: number): Hold[] {
    return this.#holds[element] as Hold[]; // element numbers come from add
  }

  #lastOf(element: number, isMeant: (hold: Hold) => boolean): number {
    if (this.#at(element).length === 0) return 0;
    let last: Hold | undefined = undefined;
    for (const hold of this.#at(element)) {
      if (isMeant(hold) && (last === undefined || hold.serial > last.serial)) last = hold;
    }
    return last?.owner ?? 0;
  }

  #actuator(element: number): Actuator {
    return this.#actuators[element] as Actuator; // element numbers come from add
  }

  #setFactor(element: number, hold: Hold): void {
    const isNeutral = hold.factor === 1 && hold.servers === 1;
    const isHeld = this.#at(element).some(
      ({ owner, inside }) => owner === hold.owner && inside === undefined,
    );
    if (isHeld) this.#release(element, hold.owner);
    if (!isNeutral) this.#hold(element, hold);
    if (hold.factor < 1 || hold.servers < 1) this.#blames[element] = hold.owner;
  }

  #hold(element: number, hold: Hold): void {
    const holds = this.#at(element);
    holds.push(hold);
    holds.sort((a, b) => a.owner - b.owner);
  }

  #release(element: number, owner: number): Hold {
    const holds = this.#at(element);
    const index = holds.findIndex((hold) => hold.owner === owner);
    const hold = holds[index];
    assert(hold !== undefined, "what is taken back was acting");
    holds.splice(index, 1);
    return hold;
  }
}
