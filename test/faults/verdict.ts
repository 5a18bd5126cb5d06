import type { Fault } from "./fault.ts";
import type { Outcome } from "./ground.ts";

/** One line of the table. */
export interface Row {
  readonly fault: string;
  /** The test files that turned red, or why that proves nothing. */
  readonly caughtBy: string;
  readonly isCaught: boolean;
}

/**
 * Caught means: every test file that the fault names was green without it, and with it at least one of its
 * tests failed. A file that cannot even be loaded has judged nothing.
 */
export function verdictOf(fault: Fault, green: ReadonlySet<string>, { red, broken }: Outcome): Row {
  const notes = fault.tests.map((file) => {
    const failed = red.get(file) ?? [];
    if (!green.has(file)) return { isCaught: false, text: `${file}: red without the fault` };
    if (broken.includes(file)) return { isCaught: false, text: `${file}: could not be loaded` };
    if (failed.length === 0) return { isCaught: false, text: `${file}: green with the fault` };
    return { isCaught: true, text: `${file} (${failed.length})` };
  });
  return {
    fault: fault.name,
    caughtBy: notes.map(({ text }) => text).join(", "),
    isCaught: notes.length > 0 && notes.every(({ isCaught }) => isCaught),
  };
}

/** The table as text; in brackets, how many tests of a file failed. */
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
