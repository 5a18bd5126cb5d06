/** A fault of the program, never of the user's input: a broken invariant. Always on. */
export class BrokenInvariant extends Error {
  override readonly name: string = "BrokenInvariant";
}

/**
 * Stops the run when something that must hold does not. The message says what should have held, so that a
 * failure can be read without the source. Never used for wrong input: that is a diagnostic.
 */
export function assert(holds: boolean, should: string): asserts holds {
  if (!holds) throw new BrokenInvariant(should);
}

/** Ends a switch over a closed union: the compiler lists every place to change when the union grows. */
export function assertNever(value: never): never {
  throw new BrokenInvariant(`every case is handled, but met ${JSON.stringify(value)}`);
}
