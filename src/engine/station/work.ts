import { lastInstantMs } from "#base/time";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import type { Simulation } from "#engine/kernel/simulation";
import { grown } from "#engine/station/grown";

/*
 * Four numbers a job, side by side: its requirement at factor 1, ms; what was left of it when it last began
 * to move or stood still, as exact as doubles are; its event of release while it moves; and the instant since
 * when it moves. What is left is never rounded, so that what changes and changes back in one instant changes
 * nothing.
 */
const SERVICE = 0;
const LEFT = 1;
const EVENT = 2;
const SINCE = 3;
const JOB_BITS = 2;

const NO_EVENT: EventHandle = 0;

/** What each job needs, what is left of it, and when that is done: a job moves or stands still. */
export class Work {
  private readonly simulation: Simulation;
  private readonly done: HandlerId;
  private jobs: Float64Array = new Float64Array(0);

  /** `done` is the handler of the event at which the service of its job is over. */
  constructor(simulation: Simulation, done: HandlerId) {
    this.simulation = simulation;
    this.done = done;
  }

  /** Makes room for jobs below `count`. */
  growJobs(count: number): void {
    this.jobs = grown(this.jobs, count << JOB_BITS, NO_EVENT);
  }

  /** A job that stands still needs `serviceMs` at factor 1, all of it. */
  set(job: number, serviceMs: number): void {
    const at = job << JOB_BITS;
    this.jobs[at | SERVICE] = serviceMs;
    this.jobs[at | LEFT] = serviceMs;
  }

  /** A job that stands still works off what it has left; at factor 0 it goes on standing. */
  move(job: number, factor: number): void {
    const { simulation, jobs } = this;
    if (factor === 0) return;
    const at = job << JOB_BITS;
    const left = jobs[at | LEFT]!;
    const duration = factor === 1 ? left : this.timeLeft(left, factor);
    jobs[at | SINCE] = simulation.now;
    jobs[at | EVENT] = simulation.after(duration, this.done, job);
  }

  /** A job that has moved at `factor`, or not at all, stands still and keeps what it has left. */
  standStill(job: number, factor: number): void {
    const { simulation, jobs } = this;
    const at = job << JOB_BITS;
    if (jobs[at | EVENT] === NO_EVENT) return;
    simulation.cancel(jobs[at | EVENT]!);
    const done = (simulation.now - jobs[at | SINCE]!) * factor;
    jobs[at | LEFT] = Math.max(0, jobs[at | LEFT]! - done);
    jobs[at | EVENT] = NO_EVENT;
  }

  /** A job that stands still has all of its work before it again. */
  beginAnew(job: number): void {
    this.jobs[(job << JOB_BITS) | LEFT] = this.jobs[(job << JOB_BITS) | SERVICE]!;
  }

  /** The event of a job has come. */
  end(job: number): void {
    this.jobs[(job << JOB_BITS) | EVENT] = NO_EVENT;
  }

  /** Whether a job moves. */
  isMoving(job: number): boolean {
    return this.jobs[(job << JOB_BITS) | EVENT] !== NO_EVENT;
  }

  /** Whether a job moves, and an event will end that. */
  willEnd(job: number): boolean {
    return this.simulation.isPending(this.jobs[(job << JOB_BITS) | EVENT]!);
  }

  /** Nobody has anything to do. The simulation is reset beside it. */
  clear(): void {
    this.jobs.fill(NO_EVENT);
  }

  /** How long work takes at a factor, no longer than until the last instant there is. */
  private timeLeft(left: number, factor: number): number {
    return Math.min(left / factor, lastInstantMs - this.simulation.now);
  }
}
