import { lastInstantMs } from "#base/time";
import type { Admission, AdmissionPlan, Line } from "#domain/passage/admission-kind";
import { freeAdmission } from "#domain/passage/free-admission";
import { WaitingLines } from "#domain/world/waiting-lines";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import type { Simulation } from "#engine/kernel/simulation";
import type { Preference } from "#engine/station/station-client";

const FIRST_CAPACITY = 256;

/** Who knows of a vessel what an entrance asks: traffic. */
export interface EntranceClient {
  /** The number of its class. */
  vesselClass(job: number): number;
  /** It enters: out of the line, or at once. */
  enters(job: number, entrance: number): void;
  /** The line is longer or shorter than it was. */
  lineChanged(entrance: number): void;
}

/**
 * The entrances of passages: a line of vessels each, and the admission that lets them in. A passage whose
 * directions share one has one entrance, else one for each direction.
 */
export class Entrances {
  readonly #simulation: Simulation;
  readonly #client: EntranceClient;
  readonly #lines: WaitingLines = new WaitingLines();
  readonly #views: Line[] = [];
  readonly #admissions: Admission[] = [];
  readonly #closures: number[] = [];
  readonly #pending: EventHandle[] = [];
  /** When its line was empty for the last time: who stands in it came then, or later. */
  readonly #lineSince: number[] = [];
  /** By job: when it joined its line. */
  #came: Float64Array = new Float64Array(FIRST_CAPACITY);
  readonly #admit: HandlerId;

  constructor(simulation: Simulation, client: EntranceClient, admit: HandlerId) {
    this.#simulation = simulation;
    this.#client = client;
    this.#admit = admit;
  }

  /** Opens an entrance that lets in everybody, and returns its number. */
  open(): number {
    const entrance = this.#lines.open();
    const view: Line = {
      first: () => this.#lines.first(entrance),
      behind: (job) => this.#lines.behind(job),
      came: (job) => this.#came[job] as number, // of one who waits
      vesselClass: (job) => this.#client.vesselClass(job),
    };
    this.#views.push(view);
    this.#admissions.push(freeAdmission.admission(view, ""));
    this.#closures.push(0);
    this.#pending.push(0);
    this.#lineSince.push(-Infinity);
    return entrance;
  }

  /** How many wait. */
  waiting(entrance: number): number {
    return this.#lines.length(entrance);
  }

  /** The entrance before which a job waits; -1: before none. */
  of(job: number): number {
    return this.#lines.lineOf(job);
  }

  /** How many wait before a job that waits. */
  ahead(job: number): number {
    return this.#lines.ahead(job);
  }

  /** Those who wait, first to last. */
  jobs(entrance: number): number[] {
    return this.#lines.jobs(entrance);
  }

  /** Somebody comes. One who is admitted on arrival was never waiting. */
  join(entrance: number, job: number): void {
    const { now } = this.#simulation;
    const isOpen = this.#closures[entrance] === 0 && this.#lines.length(entrance) === 0;
    if (isOpen && this.#admission(entrance).admitsAtOnce(now)) return this.#enter(entrance, job);
    if (this.#lines.length(entrance) === 0) this.#lineSince[entrance] = now;
    if (job >= this.#came.length) this.#grow(job);
    this.#came[job] = now;
    this.#lines.join(entrance, job);
    this.#admission(entrance).joined?.(job, now);
    this.#client.lineChanged(entrance);
    this.#schedule(entrance, false);
  }

  /** Somebody under way expects to come at `eta`. */
  expect(entrance: number, job: number, eta: number): void {
    this.#admission(entrance).expected?.(job, eta, this.#simulation.now);
  }

  /** Somebody who was expected does not come. */
  forget(entrance: number, job: number): void {
    this.#admission(entrance).forgotten?.(job);
  }

  /** Somebody who waits gives up. */
  leave(entrance: number, job: number): void {
    this.#lines.leave(entrance, job);
    this.#admission(entrance).left?.(job);
    this.#client.lineChanged(entrance);
  }

  /** From now on those whom `isFirst` picks stand before the others; undefined: nobody does. */
  prefer(entrance: number, isFirst: Preference | undefined): void {
    this.#lines.prefer(entrance, isFirst);
  }

  /** One more closure acts. */
  close(entrance: number): void {
    this.#closures[entrance] = (this.#closures[entrance] as number) + 1; // from open
    this.#cancel(entrance);
  }

  /** One closure less acts. */
  reopen(entrance: number): void {
    this.#closures[entrance] = (this.#closures[entrance] as number) - 1; // from open
    this.#schedule(entrance, true);
  }

  /** The product of the factors that act is now `factor`. */
  scale(entrance: number, factor: number): void {
    this.#admission(entrance).scale(this.#simulation.now, factor);
    this.#again(entrance);
  }

  /** An instant of its schedule has come. */
  change(entrance: number): void {
    this.#admission(entrance).change?.(this.#simulation.now);
    this.#again(entrance);
  }

  /** The event of an admission has come: whoever may enters, and the next one is looked for. */
  admitNext(entrance: number): void {
    this.#pending[entrance] = 0;
    const job = this.#chosen(entrance);
    if (job >= 0) {
      this.#lines.leave(entrance, job);
      this.#enter(entrance, job);
      this.#client.lineChanged(entrance);
    }
    this.#schedule(entrance, false);
  }

  /** As at the start of a run: nobody waits, nothing acts. Each entrance still needs its admission. */
  reset(): void {
    this.#lines.reset();
    this.#closures.fill(0);
    this.#pending.fill(0);
    this.#lineSince.fill(-Infinity);
  }

  /** Gives an entrance its admission of this replication. */
  admitBy(entrance: number, plan: AdmissionPlan, direction: string): void {
    this.#admissions[entrance] = plan.admission(this.#views[entrance] as Line, direction); // from open
  }

  #admission(entrance: number): Admission {
    return this.#admissions[entrance] as Admission; // entrance numbers come from open
  }

  #chosen(entrance: number): number {
    const first = this.#lines.first(entrance);
    const admission = this.#admission(entrance);
    if (first < 0 || admission.chosen === undefined) return first;
    return admission.chosen(this.#simulation.now);
  }

  #again(entrance: number): void {
    this.#cancel(entrance);
    this.#schedule(entrance, true);
  }

  /** A slot at this very instant still counts for those who wait since before. */
  #schedule(entrance: number, isAnew: boolean): void {
    const isIdle = this.#closures[entrance] !== 0 || this.#lines.length(entrance) === 0;
    if (this.#pending[entrance] !== 0 || isIdle) return;
    const { now } = this.#simulation;
    const hasWaited = (this.#lineSince[entrance] as number) < now; // from open
    const time = this.#admission(entrance).next(now, isAnew && hasWaited);
    if (time > lastInstantMs) return;
    this.#pending[entrance] = this.#simulation.schedule(time, this.#admit, entrance);
  }

  #cancel(entrance: number): void {
    const pending = this.#pending[entrance] as number; // entrance numbers come from open
    if (pending !== 0) this.#simulation.cancel(pending);
    this.#pending[entrance] = 0;
  }

  #enter(entrance: number, job: number): void {
    this.#admission(entrance).admit(this.#simulation.now, job);
    this.#client.enters(job, entrance);
  }

  #grow(job: number): void {
    const larger = new Float64Array(Math.max(job + 1, this.#came.length * 2));
    larger.set(this.#came);
    this.#came = larger;
  }
}
