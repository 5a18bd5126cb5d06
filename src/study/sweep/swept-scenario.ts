import type { Resolution, ResolveInput } from "#scenario/language/resolve";
import type { Library } from "#scenario/read/library";

/** A scenario with futures as it is read anew in each thread: plain data that passes between threads. */
export interface SweptScenario {
  readonly id: string;
  /** Its file as a user sees it, for diagnostics. */
  readonly file: string;
  readonly text: string;
  /** Patches of `path=value`. */
  readonly set: readonly string[];
  /** The files beside it that it reads, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A resolution, and the same scenario as data that it can be made from again. */
export interface Swept {
  readonly resolution: Resolution;
  readonly scenario: SweptScenario;
}

/** Reads a scenario and keeps what was read of the files beside it. */
export function sweptFrom(input: ResolveInput, resolve: (input: ResolveInput) => Resolution): Swept {
  const files = new Map<string, Uint8Array>();
  const library: Library = (name) => {
    const bytes = input.library(name);
    if (bytes !== undefined) files.set(name, bytes);
    return bytes;
  };
  const { id, file, text, set = [] } = input;
  return { resolution: resolve({ ...input, library }), scenario: { id, file, text, set, files } };
}
