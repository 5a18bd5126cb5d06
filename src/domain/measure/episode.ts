import type { Rows } from "#domain/measure/measure-kind";
import type { Span } from "#domain/measure/span";
import type { Happening } from "#engine/record/timeline";

/** Disruptions that overlap, from the first start on. ms since the epoch. */
export interface Episode {
  /** The start of a disruption while no other was active. */
  readonly onset: number;
  /** When the last of them had ended; NaN when one lasts to the end of the run. */
  readonly lastEnd: number;
  /** When what they took had come back, which a recovery puts off beyond the last end; NaN likewise. */
  readonly restoredAt: number;
  /** The next onset, or the end of the run. */
  readonly until: number;
}

/**
 * The episodes of a run whose onset is after the warm-up, in order. `background` disruptions open none. With
 * `touches`, only the disruptions that it is true of are looked at.
 */
export function episodesOf(
  { recorder, facts }: Rows,
  touches: (row: Happening) => boolean = () => true,
): Episode[] {
  const onsets: number[] = [];
  const lastEnds: number[] = [];
  const restored: number[] = [];
  let active = 0;
  for (const row of recorder.timeline.rows) {
    if (facts.background.has(row.id) || !touches(row)) continue;
    if (row.what === "disruption-start") {
      if (active === 0) {
        onsets.push(row.time);
        lastEnds.push(NaN);
        restored.push(-Infinity);
      }
      active += 1;
    } else if (row.what === "disruption-end" && active > 0) {
      active -= 1;
      const last = onsets.length - 1;
      restored[last] = Math.max(restored[last] as number, row.recoveredAt ?? row.time); // one by onset
      if (active === 0) lastEnds[last] = row.time;
    }
  }
  return onsets
    .map((onset, index) => {
      const lastEnd = lastEnds[index] as number; // one by onset
      const restoredAt = Number.isNaN(lastEnd) ? NaN : (restored[index] as number); // the same
      return { onset, lastEnd, restoredAt, until: onsets[index + 1] ?? facts.end };
    })
    .filter(({ onset }) => onset >= facts.warmUpEnd);
}

/**
 * The spans over which loss is counted: the episodes; or, in a run without any, the whole time after the
 * warm-up, so that a variant of a baseline without disruption is measured too.
 */
export function lossSpans(rows: Rows): readonly Span[] {
  const episodes = episodesOf(rows);
  if (episodes.length === 0) return [{ from: rows.facts.warmUpEnd, until: rows.facts.end }];
  return episodes.map(({ onset, until }) => ({ from: onset, until }));
}
