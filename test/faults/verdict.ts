import { judgesOf } from "./fault.ts";
import type { Fault } from "./fault.ts";
import type { Outcome } from "./ground.ts";

/** One line of the table. */
export interface Row {
  readonly fault: string;
  /** The test files and cases that turned red, or why that proves nothing. */
  readonly caughtBy: string;
  readonly isCaught: boolean;
}

/**
 * Caught means: every test file and case that the fault names was green without it, and with it at least one
 * of its tests or figures failed. What cannot even be loaded or run has judged nothing.
 */
export function verdictOf(fault: Fault, green: ReadonlySet<string>, { red, broken }: Outcome): Row {
  const notes = judgesOf(fault).map((judge) => {
    const failed = red.get(judge) ?? [];
    if (!green.has(judge)) return { isCaught: false, text: `${judge}: red without the fault` };
    if (broken.includes(judge)) return { isCaught: false, text: `${judge}: could not be run` };
    if (failed.length === 0) return { isCaught: false, text: `${judge}: green with the fault` };
    return { isCaught: true, text: `${judge} (${failed.length})` };
  });
  return {
    fault: fault.name,
    caughtBy: notes.map(({ text }) => text).join(", "),
    isCaught: notes.length > 0 && notes.every(({ isCaught }) => isCaught),
  };
}

/** The table as text; in brackets, how many tests of a file or figures of a case failed. */
export function printRows(rows: readonly Row[]): string {
  const cells = rows.map(
    ({ fault, caughtBy, isCaught }) => [fault, caughtBy, isCaught ? "yes" : "NO"] as const,
  );
  const lines = [["fault", "caught by", "caught"] as const, ...cells];
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map(
      ([fault, by, caught]) => `${fault.padEnd(widths[0] ?? 0)} | ${by.padEnd(widths[1] ?? 0)} | ${caught}`,
    )
    .join("\n");
}
