import { assert } from "#base/assert";
import type { Diagnostic } from "#base/diagnostic";
import type { Span } from "#study/experiment/batch";

/** What each cell of a part holds, in this order; see `CubeCells`. */
export const cellNumbers = ["values", "errors", "censored", "spared"] as const;

/** What a span of futures gave: plain columns, so that it passes between threads and stands on disk. */
export interface SweepPart {
  /** The futures, by index. */
  readonly span: Span;
  /** By future, variant, measure, then as `cellNumbers`. */
  readonly cells: Float64Array;
  /** By future, variant, threshold: 1 where it is met, 0 where not, NaN where it has no number. */
  readonly met: Float64Array;
  /** The unit of each measure; empty of one that no variant of the span measured. */
  readonly units: readonly string[];
  /** Lines of CSV without a head; see `sweepRowColumns`. */
  readonly rows: string;
  readonly events: number;
  readonly checked: number;
  readonly audits: number;
  /** Where cargo was not conserved, and where a limit was hit: future, world, replication, and how. */
  readonly violations: readonly string[];
  readonly limits: readonly string[];
  /** What is wrong with the first future of the span that does not fit the scenario; nothing is run then. */
  readonly refused: readonly Diagnostic[];
}

/** Parts that follow on each other without a gap, as one. */
export function joinParts(parts: readonly SweepPart[]): SweepPart {
  const [first, ...others] = parts;
  assert(first !== undefined, "there is a part to join");
  const last = others.at(-1) ?? first;
  const sum = (of: "events" | "checked" | "audits"): number => parts.reduce((all, part) => all + part[of], 0);
  return {
    span: { from: first.span.from, to: last.span.to },
    cells: joined(parts.map(({ cells }) => cells)),
    met: joined(parts.map(({ met }) => met)),
    units: first.units.map((_, measure) => parts.map(({ units }) => units[measure]).find(Boolean) ?? ""),
    rows: parts.map(({ rows }) => rows).join(""),
    events: sum("events"),
    checked: sum("checked"),
    audits: sum("audits"),
    violations: parts.flatMap(({ violations }) => violations),
    limits: parts.flatMap(({ limits }) => limits),
    refused: parts.flatMap(({ refused }) => refused),
  };
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}
