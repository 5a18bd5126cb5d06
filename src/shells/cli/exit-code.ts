/** How a command ends. */
export const exitCodes = {
  done: 0,
  /** A threshold or a check failed or is undecided; also a fault of the program. */
  failed: 1,
  /** The input or the usage is wrong. */
  wrongInput: 2,
  /** A limit was hit: events, time or memory. */
  limitHit: 3,
  interrupted: 130,
} as const;

/**
 * What a user typed is wrong. The message says what, and what would be right; it is printed without a stack
 * trace.
 */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}
