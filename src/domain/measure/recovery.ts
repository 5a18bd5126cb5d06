import type { Performance } from "#domain/measure/facts";
import type { Episode } from "#domain/measure/episode";
import { episodesOf } from "#domain/measure/episode";
import type { Evidence } from "#domain/measure/measure-kind";
import type { Tally } from "#domain/measure/tally";
import { tallyOf } from "#domain/measure/tally";
import { WindowWalk } from "#domain/measure/window-walk";

/** The first episode that failed, with what is needed to look for its recovery. */
export interface Failure {
  readonly episode: Episode;
  /** The first t from the onset on at which Q is below the threshold. */
  readonly failedAt: number;
  /** Windows that start before this lie wholly in the run. */
  readonly watchedUntil: number;
  readonly run: Tally;
  readonly twin: Tally;
}

/** What became of a run: it failed, it never did, or its onset came too late to see a whole window. */
export type Fate = Failure | "unaffected" | "unwatched";

/**
 * Looks for the first episode that fails, against the run's own twin. An episode is looked at from its onset
 * on, as long as the window lies before the next onset, at least at the onset itself: what the next one
 * breaks is not laid at its door.
 */
export function fateOf({ run: ran, twin: twinned }: Evidence, curve: Performance): Fate {
  const episodes = episodesOf(ran);
  if (episodes.length === 0) return "unaffected";
  const run = tallyOf(ran, curve.of);
  const twin = tallyOf(twinned, curve.of);
  const watchedUntil = ran.facts.end - curve.window;
  for (const episode of episodes) {
    const until = Math.min(watchedUntil, lookedAtUntil(episode, curve, ran.facts.end));
    const walk = new WindowWalk(run, twin, { window: curve.window, from: episode.onset, until });
    while (walk.advance()) {
      if (walk.share < curve.recoveredAt) return { episode, failedAt: walk.at, watchedUntil, run, twin };
    }
  }
  return (episodes[0] as Episode).onset < watchedUntil ? "unaffected" : "unwatched"; // there is a first
}

/** The share of the twin that a hold stays within. */
export interface Band {
  readonly least: number;
  readonly most: number;
}

/**
 * The first t from `from` on from which Q stays within the band for `heldFor`; NaN when there is none that
 * can be seen to hold before the end of the run. Windows in which the twin has nothing neither break nor
 * start a hold.
 */
export function firstHold(failure: Failure, curve: Performance, from: number, band: Band): number {
  const { run, twin, watchedUntil } = failure;
  const walk = new WindowWalk(run, twin, { window: curve.window, from, until: watchedUntil });
  let since = NaN;
  while (walk.advance()) {
    if (walk.twinCount === 0) continue;
    const isWithin = walk.share >= band.least && walk.share <= band.most;
    if (!isWithin) {
      if (walk.at - since >= curve.heldFor) return since;
      since = NaN;
    } else if (Number.isNaN(since)) since = walk.at;
  }
  return watchedUntil - since >= curve.heldFor ? since : NaN;
}

/** The first t after the failure from which Q holds at or above the threshold; NaN as `firstHold`. */
export function recoveryOf(failure: Failure, curve: Performance): number {
  return firstHold(failure, curve, failure.failedAt, { least: curve.recoveredAt, most: Infinity });
}

/** How often Q falls below the threshold again after `from`, in what is watched of the episode. */
export function fallsAfter(failure: Failure, curve: Performance, from: number): number {
  const { run, twin, episode } = failure;
  const end = failure.watchedUntil + curve.window;
  const until = Math.min(failure.watchedUntil, lookedAtUntil(episode, curve, end));
  const walk = new WindowWalk(run, twin, { window: curve.window, from, until });
  let [falls, isBelow] = [0, false];
  while (walk.advance()) {
    if (walk.twinCount === 0) continue;
    if (walk.share < curve.recoveredAt && !isBelow) falls += 1;
    isBelow = walk.share < curve.recoveredAt;
  }
  return falls;
}

/**
 * The last of the run is looked at as long as it is watched; any other episode until the next onset less a
 * window.
 */
function lookedAtUntil(episode: Episode, curve: Performance, end: number): number {
  return episode.until >= end ? Infinity : Math.max(episode.onset + 1, episode.until - curve.window + 1);
}
