import type { KindValue } from "#base/field";
import type { Kind } from "#base/kind";
import type { WorldDraw } from "#domain/world/world-draw";

/**
 * What an admission may know of the vessels that wait for it, in the order in which they stand: of arrival,
 * but for those whom a policy prefers. -1: there is none.
 */
export interface Line {
  /** The first of those who wait. */
  first(): number;
  /** Who stands behind one who waits. */
  behind(job: number): number;
  /** When one who waits came, ms. */
  came(job: number): number;
  /** The number of its class. */
  vesselClass(job: number): number;
}

/**
 * Who of one line is let in, and when: the rule of a passage, or of one direction of it, at work. Closures
 * are no business of it: while one acts it is not asked.
 */
export interface Admission {
  /** Whether one who finds nobody waiting enters at once. */
  admitsAtOnce(time: number): boolean;
  /**
   * The next instant at which somebody of the line may enter: after `time`, or at it when `isInclusive`
   * because the first has waited since before; Infinity when there is none.
   */
  next(time: number, isInclusive: boolean): number;
  /** Who enters at this instant, which `next` gave; -1: nobody after all. The first when left out. */
  chosen?(time: number): number;
  /** One has joined the line, or has left it without entering. */
  joined?(job: number, time: number): void;
  left?(job: number): void;
  /**
   * One who is not there yet expects, at `time`, to come at `eta`: so the plan's `aheadMs` asks for. Once a
   * visit.
   */
  expected?(job: number, eta: number, time: number): void;
  /** One who was expected does not come after all, or waits elsewhere. */
  forgotten?(job: number): void;
  /** One enters at `time`, out of the line or at once. */
  admit(time: number, job: number): void;
  /** From `time` on the product of all factors on its pace is `factor`; of one instant the last counts. */
  scale(time: number, factor: number): void;
  /** An instant of `AdmissionPlan.changes` has come. */
  change?(time: number): void;
}

/** The rule of a passage as one replication runs it. */
export interface AdmissionPlan {
  /** Admissions a day of one direction at factor 1, as written for this instant; Infinity: no bound. */
  ratePerDay(time: number, direction: string): number;
  /** When that rate changes by itself, ms, rising: instants of a schedule. */
  readonly changes: readonly number[];
  /** How long before they come it wants to be told who is expected, ms; not at all when absent. */
  readonly aheadMs?: number;
  /** A new admission for a line of vessels; `direction` is empty where all directions share it. */
  admission(line: Line, direction: string): Admission;
}

/** What a rule is made with, for one replication. */
export interface AdmissionContext {
  /** ms: the start of the run. */
  readonly start: number;
  readonly draw: WorldDraw;
  /** Ids of vessel classes, by number. */
  readonly classes: readonly string[];
}

/** One admission rule of the language. */
export interface AdmissionKind extends Kind {
  /** Says what is wrong with its values taken together, and what would be right; or undefined. */
  problem?(values: KindValue): string | undefined;
  /** Draws what is random in it, once, and makes the rule of one replication. */
  create(values: KindValue, context: AdmissionContext): AdmissionPlan;
}
