/**
 * One thing that happened to the world as a whole, for onsets, explanations and the timeline of the report.
 */
export interface Happening {
  /** ms since the epoch. */
  readonly time: number;
  /**
   * A disruption starts or ends, or chance spares the world of it; something is announced, a policy starts
   * or stops acting.
   */
  readonly what:
    | "disruption-start"
    | "disruption-end"
    | "disruption-spared"
    | "announcement"
    | "policy-start"
    | "policy-end";
  /** The id of the disruption or policy. */
  readonly id: string;
  /** The ids of the elements it concerns, `site.station` for stations and passages. */
  readonly of: readonly string[];
  /** Of a disruption's start: why, as the scenario says: `strike`. Absent when it says nothing. */
  readonly cause?: string;
  /** What was said, for an announcement: a believed end in ms, or null for "no date". */
  readonly believedEnd?: number | null;
  /**
   * Of a disruption's start: what chance gave it, by the name of its key: durations in ms, rates a day,
   * factors and shares as such. Absent when nothing was left to chance.
   */
  readonly drawn?: Readonly<Record<string, number>>;
  /** Of a disruption's end: when what it took has come back, ms; absent: at once. */
  readonly recoveredAt?: number;
}

/** The happenings of one replication, in order. There are few: plain objects. */
export class Timeline {
  readonly #rows: Happening[] = [];

  /** Adds one; times never decrease. */
  add(row: Happening): void {
    this.#rows.push(row);
  }

  /** All so far, in order of time. */
  get rows(): readonly Happening[] {
    return this.#rows;
  }

  /** Forgets all. */
  clear(): void {
    this.#rows.length = 0;
  }
}
