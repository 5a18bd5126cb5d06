/** The rows of a measure that is meant: those left out match any. Instants as in files. */
export interface Row {
  readonly of?: string;
  readonly at?: string;
  readonly from?: string;
  readonly until?: string;
}

/** What one replication gave: one reading of a measure, by what it is about and its window or instant. */
export type ReadOne = (kind: string, row?: Row) => number;

/** A published outcome, and how one replication is read to stand beside it. None of them is an input. */
export interface Outcome {
  readonly metric: string;
  /** What it is, for people. */
  readonly text: string;
  /** Where the published value stands. */
  readonly source: string;
  readonly unit: string;
  readonly published: number;
  readonly low: number;
  readonly high: number;
  /** Points of one curve: they count as one outcome. */
  readonly group?: string;
  /** The same of one replication; NaN where it has none. */
  readonly read: (one: ReadOne) => number;
}

/** A shipped scenario that is set beside history. */
export interface History {
  /** The folder under `scenarios`; its `history.yaml` is the baseline with the rows that are read. */
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/** The day after so many, as files write it. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** An instant; a day is its midnight. */
export const instantOf = (text: string): string => (text.includes("T") ? text : `${text}T00:00Z`);
