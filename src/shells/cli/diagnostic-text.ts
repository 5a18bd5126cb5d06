import { formatDiagnostic } from "#base/diagnostic";
import type { Diagnostic } from "#base/diagnostic";

/** A diagnostic as a line for people; what the command line wrote has a path, but no line nor column. */
export function diagnosticText(diagnostic: Diagnostic): string {
  return formatDiagnostic(diagnostic).replace(/^(--[a-z]+):\d+:\d+ /, "$1 ");
}
