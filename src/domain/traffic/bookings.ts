import type { Passages } from "#domain/passage/passages";
import type { Decisions } from "#domain/traffic/decisions";
import type { Outlook } from "#domain/traffic/outlook";
import type { Vessels } from "#domain/traffic/vessels";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** What a passage that takes bookings knows of a vessel that is on its way there. */
interface Expected {
  readonly vessel: number;
  readonly passage: number;
  /** ms: when its route, without waits, brings it there, as it was told last. */
  eta: number;
  /** The event at which the passage is told; 0: it was. */
  event: EventHandle;
}

/**
 * Tells passages that take bookings who is on the way to them, each vessel once a voyage, as long before it
 * expects to come as the passage asks for, or at once where it is nearer. A vessel tells anew what it expects
 * on leaving any site, on reaching the passage, and on each change of its route; one whose route no longer
 * leads there is forgotten.
 * Where no passage takes bookings nothing is done.
 */
export class Bookings {
  readonly #simulation: Simulation;
  readonly #rooms: {
    readonly vessels: Vessels;
    readonly outlook: Outlook;
    readonly passages: Passages;
    readonly decisions: Pick<Decisions, "line">;
  };
  /** The passages that take bookings in this replication, and how long ahead. */
  readonly #open: { readonly passage: number; readonly aheadMs: number }[] = [];
  /** By passage, by vessel. */
  readonly #expected: Map<number, Map<number, Expected>> = new Map();
  /** Those whose event is to come, by its subject. */
  readonly #pending: Expected[] = [];
  readonly #book: HandlerId;

  constructor(
    simulation: Simulation,
    rooms: {
      readonly vessels: Vessels;
      readonly outlook: Outlook;
      readonly passages: Passages;
      readonly decisions: Pick<Decisions, "line">;
    },
  ) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#book = simulation.register({
      name: "vessel.book",
      priority: priority.decide,
      run: (number) => this.#tell(this.#pending[number] as Expected), // the subject is its number
      describe: (number) => `vessel ${this.#pending[number]?.vessel ?? "unknown"}`,
    });
  }

  /** Whether any passage takes bookings in this replication. */
  get areTaken(): boolean {
    return this.#open.length > 0;
  }

  /** A vessel goes on from where it is, along its present route. */
  goesOn(vessel: number): void {
    for (const { passage, aheadMs } of this.#open) this.#expect(vessel, passage, aheadMs);
  }

  /** A voyage has ended. */
  forget(vessel: number): void {
    for (const { passage } of this.#open) this.#forget(vessel, passage);
  }

  /** As at the start of a run: `passages` have their rules already. */
  reset(): void {
    this.#open.length = 0;
    this.#pending.length = 0;
    this.#expected.clear();
    const { passages } = this.#rooms;
    passages.ids.forEach((_, passage) => {
      const aheadMs = passages.aheadMs(passage);
      if (aheadMs === undefined) return;
      this.#open.push({ passage, aheadMs });
      this.#expected.set(passage, new Map());
    });
  }

  #expect(vessel: number, passage: number, aheadMs: number): void {
    const { outlook, vessels } = this.#rooms;
    const { ms } = outlook.reach(vessel, passage, vessels.avoidance[vessel] as number); // under way
    if (ms === Infinity) return this.#forget(vessel, passage);
    const { now } = this.#simulation;
    const eta = now + Math.round(ms);
    const of = this.#expected.get(passage) as Map<number, Expected>; // of an open passage
    const known = of.get(vessel);
    if (known?.event === 0) return;
    if (known !== undefined) this.#cancel(known);
    const expected = known ?? { vessel, passage, eta, event: 0 };
    of.set(vessel, expected);
    expected.eta = eta;
    if (eta - aheadMs <= now) return this.#tell(expected);
    const number = this.#pending.push(expected) - 1;
    expected.event = this.#simulation.schedule(eta - aheadMs, this.#book, number);
  }

  #tell(expected: Expected): void {
    const { passages, decisions, outlook, vessels } = this.#rooms;
    const { vessel, passage, eta } = expected;
    expected.event = 0;
    const reach = outlook.reach(vessel, passage, vessels.avoidance[vessel] as number); // under way
    const line = decisions.line(passage, reach);
    passages.expect(passage, vessel, { line, eta });
  }

  #forget(vessel: number, passage: number): void {
    const of = this.#expected.get(passage) as Map<number, Expected>; // of an open passage
    const expected = of.get(vessel);
    if (expected === undefined) return;
    this.#cancel(expected);
    of.delete(vessel);
    this.#rooms.passages.forget(passage, vessel);
  }

  #cancel(expected: Expected): void {
    if (expected.event !== 0) this.#simulation.cancel(expected.event);
    expected.event = 0;
  }
}
