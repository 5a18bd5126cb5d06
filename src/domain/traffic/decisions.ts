import type { Passages } from "#domain/passage/passages";
import { Approach } from "#domain/traffic/approach";
import type { Avoidances } from "#domain/traffic/avoidances";
import { DeferredDecisions } from "#domain/traffic/deferred-decisions";
import { never } from "#domain/traffic/outlook";
import type { Outlook, Reach } from "#domain/traffic/outlook";
import type { RouteChoice } from "#domain/traffic/route-choice";
import type { Routes } from "#domain/traffic/routes";
import { divertedBy } from "#domain/traffic/vessels";
import type { Vessels } from "#domain/traffic/vessels";
import type { Simulation } from "#engine/kernel/simulation";

/** Who moves vessels that have changed their mind: traffic. */
export interface DecisionClient {
  /** Whether a vessel stands or sails where a decision can be acted on at once. */
  mayTurn(vessel: number): boolean;
  /** A vessel goes on from where it is along its new route. */
  turn(vessel: number): void;
  /** It now skips a passage of its undisrupted route, or no longer does. */
  diverted(vessel: number, isDiverted: boolean): void;
}

/** A passage that some choice is about, or one where the law may send vessels round. */
interface Watched {
  readonly passage: number;
  /** Those whom it concerns, from whichever way they come. */
  readonly approach: Approach;
  /** Those under way to each of its lines; `approach` itself where there is one line. */
  readonly byLine: readonly Approach[];
}

/**
 * Who decides when. A vessel decides on leaving any site, on reaching a passage, and a decision delay after
 * each announcement about a passage that its route crosses or has given up; what it decides is the choices'
 * (`divert`).
 */
export class Decisions {
  readonly #simulation: Simulation;
  readonly #vessels: Vessels;
  readonly #avoidances: Avoidances;
  readonly #outlook: Outlook;
  readonly #passages: Pick<Passages, "ids" | "lines" | "lineOf">;
  readonly #client: DecisionClient;
  /** With their numbers among the avoidances. */
  readonly #choices: { readonly choice: RouteChoice; readonly number: number }[] = [];
  readonly #watched: Watched[] = [];
  /** By passage; undefined where no choice watches. */
  readonly #watchedByPassage: (Watched | undefined)[];
  readonly #span: { readonly start: number; readonly end: number };
  readonly #deferred: DeferredDecisions;

  constructor(
    simulation: Simulation,
    rooms: {
      readonly vessels: Vessels;
      readonly routes: Pick<Routes, "avoidances">;
      readonly outlook: Outlook;
      readonly passages: Pick<Passages, "ids" | "lines" | "lineOf">;
      readonly span: { readonly start: number; readonly end: number };
    },
    client: DecisionClient,
  ) {
    this.#simulation = simulation;
    this.#vessels = rooms.vessels;
    this.#avoidances = rooms.routes.avoidances;
    this.#outlook = rooms.outlook;
    this.#passages = rooms.passages;
    this.#watchedByPassage = rooms.passages.ids.map(() => undefined);
    this.#span = rooms.span;
    this.#client = client;
    this.#deferred = new DeferredDecisions(simulation, rooms.vessels, {
      name: "vessel.decide",
      decide: (vessel) => {
        if (client.mayTurn(vessel) && this.decide(vessel)) client.turn(vessel);
      },
    });
  }

  /** Whether any passage is watched: else nobody has anything to decide or to tell. */
  get isWatching(): boolean {
    return this.#watched.length > 0;
  }

  /** Adds a choice: from the next reset on its passages are watched. */
  add(choice: RouteChoice): void {
    this.#choices.push({ choice, number: this.#avoidances.add(choice.passages) });
    this.watch(choice.passages);
  }

  /** Notes from the next reset on who is on the way to these passages, and who goes round one of them. */
  watch(passages: readonly number[]): void {
    for (const passage of passages) {
      if (this.#watchedByPassage[passage] !== undefined) continue;
      const { start, end } = this.#span;
      const approach = new Approach(start, end);
      const lines = this.#passages.lines(passage);
      const byLine = lines === 1 ? [approach] : Array.from({ length: lines }, () => new Approach(start, end));
      const watched = { passage, approach, byLine };
      this.#watched.push(watched);
      this.#watchedByPassage[passage] = watched;
    }
  }

  /** Who approaches a passage that some choice watches. */
  approach(passage: number): Approach | undefined {
    return this.#watchedByPassage[passage]?.approach;
  }

  /** How many of those under way to a line of a passage reach it before `eta`, without `vessel` itself. */
  before(eta: number, vessel: number, at: { readonly passage: number; readonly line: number }): number {
    return this.#watchedByPassage[at.passage]?.byLine[at.line]?.before(eta, vessel) ?? 0;
  }

  /** The line in which who reaches a passage like this will wait before it. */
  line(passage: number, reach: Reach): number {
    if (this.#passages.lines(passage) === 1) return 0;
    return this.#passages.lineOf(passage, Math.max(0, this.#outlook.direction(reach)));
  }

  /** A voyage begins: it joins the approach of each watched passage of its undisrupted route. */
  enlist(vessel: number): void {
    this.#vessels.clearTo[vessel] = -1;
    for (const { passage, approach } of this.#watched) {
      if (this.#outlook.reach(vessel, passage, 0).ms < Infinity) approach.owe(vessel);
    }
  }

  /**
   * A vessel decides where it is, and tells anew when it expects to reach what lies ahead. True: another
   * route.
   */
  decide(vessel: number): boolean {
    const { clearTo, destination } = this.#vessels;
    if (!this.isWatching || clearTo[vessel] === destination[vessel]) return false;
    const before = this.#vessels.avoidance[vessel] as number; // a vessel under way
    let avoidance = before;
    const avoidances = this.#avoidances;
    for (const { choice, number } of this.#choices) {
      if (!this.#isConcerned(vessel, choice)) continue;
      const staying = avoidances.without(avoidance, number);
      const leaving = avoidances.with(avoidance, number);
      const hasLeft = avoidance === leaving;
      avoidance = choice.avoids(vessel, { staying, leaving, hasLeft }) ? leaving : staying;
    }
    this.#vessels.avoidance[vessel] = avoidance;
    this.#expect(vessel, avoidance);
    return avoidance !== before;
  }

  /**
   * An announcement concerns the passages of a choice: each vessel it concerns decides after its own delay.
   */
  reconsider(choice: RouteChoice, topic: string): void {
    const concerned = new Set<number>();
    for (const passage of choice.passages) {
      for (const vessel of this.approach(passage)?.members ?? []) concerned.add(vessel);
    }
    for (const vessel of concerned) {
      if (!choice.concerns(this.#outlook.flow(vessel).vesselClass)) continue;
      this.#deferred.defer(vessel, choice.decisionDelayMs(vessel, topic));
    }
  }

  /** A vessel waits before a passage: it is no longer on its way there. */
  reached(vessel: number, passage: number): void {
    for (const approach of this.#watchedByPassage[passage]?.byLine ?? []) approach.withdraw(vessel);
  }

  /** A vessel was let into a passage: announcements about it no longer concern it. */
  passed(vessel: number, passage: number): void {
    const watched = this.#watchedByPassage[passage];
    if (watched === undefined) return;
    this.#vessels.clearTo[vessel] = -1;
    watched.approach.leave(vessel);
    for (const approach of watched.byLine) approach.withdraw(vessel);
  }

  /** A voyage has ended. */
  forget(vessel: number): void {
    for (const { approach, byLine } of this.#watched) {
      approach.leave(vessel);
      for (const line of byLine) line.withdraw(vessel);
    }
  }

  /** As at the start of a run. */
  reset(): void {
    this.#deferred.reset();
    for (const { approach, byLine } of this.#watched) {
      approach.reset();
      for (const line of byLine) line.reset();
    }
  }

  #isConcerned(vessel: number, choice: RouteChoice): boolean {
    for (const passage of choice.passages) {
      if (this.approach(passage)?.has(vessel) !== true) continue;
      return choice.concerns(this.#outlook.flow(vessel).vesselClass);
    }
    return false;
  }

  /**
   * Tells each approach when the vessel expects to be there, and notes whether it goes round what it once had
   * to pass; who has no legal route goes nowhere.
   */
  #expect(vessel: number, avoidance: number): void {
    const { passage: at, clearTo, destination } = this.#vessels;
    let [isRound, isClear] = [false, true];
    for (const { passage, approach, byLine } of this.#watched) {
      const isThere = at[vessel] === passage;
      const reach = isThere ? never : this.#outlook.reach(vessel, passage, avoidance);
      const comes = reach.ms === Infinity ? undefined : byLine[this.line(passage, reach)];
      for (const line of byLine) if (line !== comes) line.withdraw(vessel);
      if (comes === undefined) {
        if (!isThere && approach.isOwedBy(vessel)) isRound = true;
        if (approach.has(vessel)) isClear = false;
        continue;
      }
      isClear = false;
      approach.join(vessel);
      if (comes !== approach) comes.join(vessel);
      comes.expect(vessel, this.#simulation.now + reach.ms);
    }
    clearTo[vessel] = isClear ? (destination[vessel] as number) : -1; // a vessel under way
    this.#tellDiverted(vessel, isRound && this.#outlook.remainingMs(vessel, avoidance) < Infinity);
  }

  #tellDiverted(vessel: number, isRound: boolean): void {
    const { diverted } = this.#vessels;
    const before = diverted[vessel] as number; // a vessel under way
    const after = (before & ~divertedBy.passages) | (isRound ? divertedBy.passages : 0);
    if (after === before) return;
    diverted[vessel] = after;
    this.#client.diverted(vessel, after !== 0);
  }
}
