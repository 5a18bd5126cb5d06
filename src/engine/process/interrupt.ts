/**
 * What an interrupted process catches, at the `yield` at which it stood. Its wait is over: a hold does not go
 * on, a place in a line is lost, and what the process holds it still holds.
 */
export class Interrupt extends Error {
  override readonly name: string = "Interrupt";
  /** Whatever the interrupter gave as the cause. */
  override readonly cause: unknown;
  /** ms that were left of the hold; undefined where it waited for something else. */
  readonly remainingMs: number | undefined;

  constructor(cause: unknown, remainingMs: number | undefined) {
    super(`interrupted: ${String(cause)}`);
    this.cause = cause;
    this.remainingMs = remainingMs;
  }
}
