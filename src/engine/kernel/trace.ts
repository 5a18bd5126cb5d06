import type { Priority } from "#engine/kernel/priority";

/** One event as it is about to happen, for `--trace` and stepping. */
export interface TracedEvent {
  /** ms since the epoch. */
  readonly time: number;
  readonly priority: Priority;
  /** The handler's name. */
  readonly handler: string;
  readonly subject: number;
  /** The subject as its handler describes it. */
  readonly described: string;
}
