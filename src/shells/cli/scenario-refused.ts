import type { Diagnostic } from "#base/diagnostic";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { UsageError } from "#shells/cli/exit-code";
import { counted } from "#study/experiment/quantity-text";

/** A scenario with errors: all of them, a line each, and what to do about them where that must be said. */
export class ScenarioRefused extends UsageError {
  override readonly name: string = "ScenarioRefused";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], remedy?: string) {
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const lines = diagnostics.map(diagnosticText);
    const count = counted(errors, "error");
    super([...lines, remedy === undefined ? count : `${count}: ${remedy}`].join("\n"));
    this.diagnostics = diagnostics;
  }
}
