/** What a model of processes did wrong, in a word: see the message for who, what and when. */
export type ProcessFaultCode =
  /** A time, a number of units or another setting that makes no sense: NaN, negative, no whole number. */
  | "wrong-value"
  /** `hold`, `seize`, `until`, `release` outside a running process. */
  | "outside-process"
  /** A process called `hold`, `seize` or `until` and did not yield what it gave. */
  | "not-yielded"
  /** A process yielded something else than what `hold`, `seize` or `until` of its own model gave. */
  | "not-a-wait"
  /** A process releases what it does not hold. */
  | "not-held"
  /** A process ends and still holds something. */
  | "ended-holding"
  /** More is asked for than the resource ever had. */
  | "never-enough"
  /** A condition that reads no state of the model, or the clock: nothing would wake who waits for it. */
  | "unwatched"
  /** A process does not catch its interrupt. */
  | "uncaught-interrupt"
  /** A process interrupts itself. */
  | "self-interrupt"
  /** The name of a stream or of a resource is taken: two would draw the same numbers, or be one to people. */
  | "name-taken"
  /** A resource, a state or a process of another model. */
  | "foreign"
  /** More than a million events, or answers without an event, in one instant. */
  | "runaway"
  /** Nothing can happen any more, yet somebody waits; or some wait for each other. */
  | "deadlock";

/**
 * A model of processes is wrong. Thrown where it is noticed: from within a running process it stops the run,
 * which rejects it as the `cause` of a `SimulationFailure` that tells the instant and the process.
 */
export class ProcessFault extends Error {
  override readonly name: string = "ProcessFault";
  readonly code: ProcessFaultCode;

  constructor(code: ProcessFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Stops what is wrong. */
export function refuse(code: ProcessFaultCode, message: string): never {
  throw new ProcessFault(code, message);
}
