import { firstOnset } from "#domain/measure/delayed-voyages";
import type { Performance } from "#domain/measure/facts";
import type { Rows } from "#domain/measure/measure-kind";
import type { Span } from "#domain/measure/span";
import type { Tally } from "#domain/measure/tally";
import { tallyOf } from "#domain/measure/tally";
import { WindowWalk } from "#domain/measure/window-walk";

/** What Q lacks of 1 over a span. */
export interface LostShare {
  /** ∫ max(0, 1 - Q) dt, ms. What comes later instead, Q above 1, makes up for nothing. */
  readonly area: number;
  /** The lowest Q; 1 where it is never below. */
  readonly lowest: number;
  /** ms of the span in which Q is defined: the twin has something in the window. */
  readonly watched: number;
}

/** Walks the windows that start in a span. Where the twin has nothing, nothing is lost. */
export function lostShareIn(run: Tally, twin: Tally, span: Span & { readonly window: number }): LostShare {
  const walk = new WindowWalk(run, twin, span);
  let [area, lowest, watched] = [0, 1, 0];
  while (walk.advance()) {
    if (walk.twinCount === 0) continue;
    const length = walk.next - walk.at;
    watched += length;
    if (walk.share >= 1) continue;
    area += (1 - walk.share) * length;
    lowest = Math.min(lowest, walk.share);
  }
  return { area, lowest, watched };
}

/**
 * What the curve of a run lacks against another's: from the first window that reaches the first onset, so
 * that a short outage lies wholly in the windows that hold a part of it, to the last that is over by the end.
 */
export function lostShareOf(run: Rows, twin: Rows, curve: Performance): LostShare {
  const { start, end } = run.facts;
  const from = Math.max(start, firstOnset(run) - curve.window + 1);
  const span = { from, until: end - curve.window, window: curve.window };
  return lostShareIn(tallyOf(run, curve.of), tallyOf(twin, curve.of), span);
}

/**
 * The time over which resilience is judged, T* of Zobel and T_LC of Cimellaro, ms: all windows after the
 * warm-up that are over by the end. It is the same in every replication and variant, so that these compare.
 */
export function controlTime({ facts }: Rows, { window }: Performance): number {
  return facts.end - window - facts.warmUpEnd;
}
