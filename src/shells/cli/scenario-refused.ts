import type { Diagnostic } from "#base/diagnostic";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { UsageError } from "#shells/cli/exit-code";

/** A scenario with errors: all of them, a line each. */
export class ScenarioRefused extends UsageError {
  override readonly name: string = "ScenarioRefused";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const lines = diagnostics.map(diagnosticText);
    super([...lines, `${errors} ${errors === 1 ? "error" : "errors"}`].join("\n"));
    this.diagnostics = diagnostics;
  }
}
