import { formatDiagnostic } from "#base/diagnostic";
import type { Diagnostic } from "#base/diagnostic";

/**
 * A scenario has errors, or what a plan asks of it is wrong. `diagnostics` holds all of them, and the
 * warnings, in order of place; the message says them, a line each.
 */
export class ScenarioError extends Error {
  override readonly name: string = "ScenarioError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}
