/** A run was cancelled by its signal. Nothing of it is kept; `cause` is the reason that the signal gave. */
export class Cancelled extends Error {
  override readonly name: string = "Cancelled";
  /** Replications that had been run, of so many. */
  readonly done: number;
  readonly total: number;

  constructor(done: number, total: number, reason: unknown) {
    super(`cancelled after ${done} of ${total} replications`, { cause: reason });
    this.done = done;
    this.total = total;
  }
}
