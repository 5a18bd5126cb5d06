import type { Line } from "#engine/process/line";

/**
 * What the running process has asked for and not yielded yet. There is one of it in a model, filled anew each
 * time, so that a wait costs no memory, and a wait that is not yielded is noticed.
 */
export class Request {
  what: "nothing" | "hold" | "seize" | "until" = "nothing";
  /** ms of a hold. */
  ms: number = 0;
  line: Line | undefined = undefined;
  amount: number = 0;
  rank: number = 0;
  condition: (() => boolean) | undefined = undefined;
  /** ms; Infinity for any amount of it. */
  patience: number = Infinity;
}
