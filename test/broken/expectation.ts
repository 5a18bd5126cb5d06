import type { DiagnosticCode } from "#base/diagnostic-codes";

/** A broken scenario file and all that must be said of it, in order of place: code, line, column. */
export interface Expectation {
  readonly file: string;
  /** The `--set` of the command line. */
  readonly set?: readonly string[];
  readonly problems: readonly (readonly [DiagnosticCode, number, number])[];
  /** What the message of each says, in the order of the problems; not looked at where left out. */
  readonly says?: readonly string[];
}
