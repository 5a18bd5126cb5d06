import type { Arguments } from "#shells/cli/command";
import type { Io } from "#shells/cli/io";
import type { Workshop } from "#shells/cli/workshop";

/** What a run is given, and where it is run. */
export interface RunContext {
  readonly given: Arguments;
  readonly io: Io;
  readonly workshop: Workshop;
}
