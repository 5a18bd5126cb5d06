import type { Facilities } from "#domain/facility/facilities";
import { Approach } from "#domain/traffic/approach";
import type { Bans } from "#domain/traffic/bans";
import { DeferredDecisions } from "#domain/traffic/deferred-decisions";
import type { Outlook } from "#domain/traffic/outlook";
import type { InlandLeg, PortChoice } from "#domain/traffic/port-choice";
import { divertedBy } from "#domain/traffic/vessels";
import type { Vessels } from "#domain/traffic/vessels";
import type { Elements } from "#domain/world/elements";
import type { Simulation } from "#engine/kernel/simulation";

/** Who moves vessels that have changed their mind about where they call: traffic. */
export interface PortClient {
  /** Whether a vessel can still call elsewhere: it sails, or waits, and no berth has taken it. */
  mayCallElsewhere(vessel: number): boolean;
  /** A vessel goes on from where it is to where it calls now. */
  redirect(vessel: number): void;
  /** It now goes another way or to another port than its own, or no longer does. */
  diverted(vessel: number, isDiverted: boolean): void;
}

/** A way overland: between which ports, and whose fault it is, a number of the journeys' reasons. */
export interface Inland extends InlandLeg {
  readonly from: number;
  readonly to: number;
  readonly reason: number;
}

/** A vessel that calls at another port than its own. */
interface Turned {
  readonly own: number;
  readonly choice: PortChoice;
  readonly reason: number;
}

/**
 * Where vessels call. A voyage keeps the port that it is bound for; where some choice (`alternate-port`) says
 * so, its vessel calls at another one, and what it carries goes on overland from there. It may change its
 * mind until the first station of a port has let it in. Of several choices about a port the first one that
 * concerns its class decides; a policy with the rule `wait` is none.
 */
export class Ports {
  readonly #simulation: Simulation;
  readonly #vessels: Vessels;
  readonly #outlook: Outlook;
  readonly #elements: Elements;
  readonly #facilities: Facilities;
  readonly #bans: Pick<Bans, "bannerOf">;
  readonly #client: PortClient;
  readonly #span: { readonly start: number; readonly end: number };
  readonly #choices: PortChoice[] = [];
  /** Who is under way to each port that some choice is about, own ports and alternates, by node. */
  readonly #approaches: Map<number, Approach> = new Map();
  readonly #turned: Map<number, Turned> = new Map();
  readonly #deferred: DeferredDecisions;

  constructor(
    simulation: Simulation,
    rooms: {
      readonly vessels: Vessels;
      readonly outlook: Outlook;
      readonly elements: Elements;
      readonly facilities: Facilities;
      readonly bans: Pick<Bans, "bannerOf">;
      readonly span: { readonly start: number; readonly end: number };
    },
    client: PortClient,
  ) {
    this.#simulation = simulation;
    this.#vessels = rooms.vessels;
    this.#outlook = rooms.outlook;
    this.#elements = rooms.elements;
    this.#facilities = rooms.facilities;
    this.#bans = rooms.bans;
    this.#span = rooms.span;
    this.#client = client;
    this.#deferred = new DeferredDecisions(simulation, rooms.vessels, {
      name: "vessel.choose-port",
      decide: (vessel) => this.#decideLater(vessel),
    });
  }

  /** Whether any vessel has anything to decide here. */
  get hasChoices(): boolean {
    return this.#choices.length > 0;
  }

  /** Adds a choice: from the next reset on its ports are watched. */
  add(choice: PortChoice): void {
    this.#choices.push(choice);
    for (const port of [...choice.ports, ...choice.alternates]) {
      if (!this.#approaches.has(port))
        this.#approaches.set(port, new Approach(this.#span.start, this.#span.end));
    }
  }

  /** The port that a voyage is bound for, wherever its vessel calls. */
  own(vessel: number): number {
    return this.#turned.get(vessel)?.own ?? (this.#vessels.destination[vessel] as number); // under way
  }

  /** How many of those under way to a watched port reach it before `eta`, without `vessel` itself. */
  before(eta: number, vessel: number, port: number): number {
    return this.#approaches.get(port)?.before(eta, vessel) ?? 0;
  }

  /** A vessel decides where to call. True: another port than before. */
  decide(vessel: number): boolean {
    if (!this.hasChoices) return false;
    const own = this.own(vessel);
    const choice = this.#choices.find((one) => this.#isAbout(vessel, own, one));
    if (choice === undefined) return false;
    const to = choice.calls(vessel, own);
    if (to === this.#vessels.destination[vessel]) return false;
    this.#vessels.destination[vessel] = to;
    if (to === own) this.#turned.delete(vessel);
    else this.#turned.set(vessel, { own, choice, reason: this.#blame(vessel, own) });
    this.#tellDiverted(vessel, to !== own);
    return true;
  }

  /** A vessel tells when it expects to reach where it calls, after all that it has decided. */
  expect(vessel: number): void {
    if (!this.hasChoices) return;
    const to = this.#vessels.destination[vessel] as number; // a vessel under way
    for (const approach of this.#approaches.values()) approach.withdraw(vessel);
    this.#approaches.get(this.own(vessel))?.join(vessel);
    const approach = this.#approaches.get(to);
    if (approach === undefined || this.#vessels.node[vessel] === to) return;
    approach.join(vessel);
    const ms = this.#outlook.remainingMs(vessel, this.#vessels.avoidance[vessel] as number); // the same
    if (ms < Infinity) approach.expect(vessel, this.#simulation.now + ms);
  }

  /** An announcement concerns a choice: each vessel it concerns decides after its own delay. */
  reconsider(choice: PortChoice, topic: string): void {
    for (const port of choice.ports) {
      for (const vessel of this.#approaches.get(port)?.members ?? []) {
        if (this.own(vessel) !== port || !this.#isAbout(vessel, port, choice)) continue;
        this.#deferred.defer(vessel, choice.decisionDelayMs(vessel, topic));
      }
    }
  }

  /** The way overland of what a vessel carries that has called; undefined where it was bound for. */
  inland(vessel: number): Inland | undefined {
    const turned = !this.hasChoices ? undefined : this.#turned.get(vessel);
    if (turned === undefined) return undefined;
    const from = this.#vessels.destination[vessel] as number; // a vessel under way
    // Copied by name: V8 makes hidden classes anew for each object that spreads another and adds to it.
    const { ms, cost } = turned.choice.inland(vessel, from);
    return { ms, cost, from, to: turned.own, reason: turned.reason };
  }

  /** A voyage has ended. */
  forget(vessel: number): void {
    if (!this.hasChoices) return;
    this.#turned.delete(vessel);
    for (const approach of this.#approaches.values()) approach.leave(vessel);
  }

  /** As at the start of a run. */
  reset(): void {
    this.#turned.clear();
    this.#deferred.reset();
    for (const approach of this.#approaches.values()) approach.reset();
  }

  #isAbout(vessel: number, port: number, choice: PortChoice): boolean {
    return choice.ports.includes(port) && choice.concerns(this.#outlook.flow(vessel).vesselClass);
  }

  /** Whose fault a wait in the port that it leaves would be: of the first of its stations that has one. */
  #blame(vessel: number, port: number): number {
    const calls = this.#outlook.flow(vessel).calls[port] ?? [];
    const blames = calls.map(({ facility }) => {
      const element = this.#facilities.element(facility);
      return this.#bans.bannerOf(element, vessel) || this.#elements.blame(element);
    });
    return blames.find((reason) => reason !== 0) ?? 0;
  }

  #tellDiverted(vessel: number, isElsewhere: boolean): void {
    const { diverted } = this.#vessels;
    const others = (diverted[vessel] as number) & ~divertedBy.ports; // a vessel under way
    diverted[vessel] = isElsewhere ? others | divertedBy.ports : others;
    this.#client.diverted(vessel, diverted[vessel] !== 0);
  }

  #decideLater(vessel: number): void {
    if (!this.#client.mayCallElsewhere(vessel)) return;
    const serial = this.#vessels.serial[vessel];
    if (this.decide(vessel)) this.#client.redirect(vessel);
    if (this.#vessels.serial[vessel] === serial) this.expect(vessel);
  }
}
