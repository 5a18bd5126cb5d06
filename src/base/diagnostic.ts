import type { DiagnosticCode } from "#base/diagnostic-codes";

/** An error refuses the scenario; a warning is printed, and the scenario runs. */
export type Severity = "error" | "warning";

/** Where something is written. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What wrote it when it was not the scenario itself: `variants.surge`, `--set`. */
  readonly owner?: string;
}

/** One thing that is wrong with what a user wrote: what, where, and what would be right. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly place: Place;
  /** Path of the value, keys joined by dots; empty for the whole file. */
  readonly path: string;
  /** What is wrong. */
  readonly wrong: string;
  /** What would be right, with the nearest name where there is one. */
  readonly right: string;
}

/** One line for people: `file:line:col CODE path: what is wrong; what would be right`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { code, severity, place, path, wrong, right } = diagnostic;
  const where = `${place.file}:${place.line}:${place.column}`;
  const rank = severity === "warning" ? " (warning)" : "";
  return `${where} ${code}${rank} ${path === "" ? "" : `${path}: `}${wrong}; ${right}`;
}

/** Orders diagnostics by file, line, column, then code, so that a list reads like the file. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  if (a.place.line !== b.place.line) return a.place.line - b.place.line;
  if (a.place.column !== b.place.column) return a.place.column - b.place.column;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
