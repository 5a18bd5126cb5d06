import type { Result, TidyRow } from "#study/experiment/result";

/** The replication that stands for the others, and by what it does. */
export interface MedianReplication {
  readonly replication: number;
  readonly measure: string;
  readonly of: string;
  /** How many replications have a value. */
  readonly among: number;
}

/** By which measure the replications are put in order: the first that the scenario has. */
const foremost: readonly string[] = [
  "delay",
  "throughput-loss",
  "backlog-clear-time",
  "peak-queue",
  "mean-wait",
];

/**
 * The replication of a variant whose value is the median of all, the lower of two, the first of equal ones.
 * Undefined where no measure has a value.
 */
export function medianReplication({ rows }: Result, variant: string): MedianReplication | undefined {
  const own = rows.filter((row) => row.variant === variant && !row.twin && row.status === "value");
  const names = [...foremost, ...own.map(({ measure }) => measure)];
  const first = names.flatMap((name) => own.find(({ measure }) => measure === name) ?? [])[0];
  if (first === undefined) return undefined;
  const alike = own.filter((row) => isSameMeasure(row, first));
  const ordered = [...alike].sort(
    (one, other) => (one.value ?? 0) - (other.value ?? 0) || one.replication - other.replication,
  );
  const middle = ordered[Math.floor((ordered.length - 1) / 2)];
  const { measure, of } = first;
  return { replication: middle?.replication ?? 0, measure, of, among: ordered.length };
}

function isSameMeasure(row: TidyRow, { measure, of, time, until, by }: TidyRow): boolean {
  return (
    row.measure === measure && row.of === of && row.time === time && row.until === until && row.by === by
  );
}
