/**
 * The same definitions a second time, as slowly and plainly as they can be said: every ms is looked at, every
 * event is counted anew. Times in ms.
 */
export interface World {
  readonly run: readonly number[];
  readonly twin: readonly number[];
  /** Disruptions as [start, end), all these instants different; Infinity for one that does not end. */
  readonly disruptions: readonly (readonly [number, number])[];
  readonly warmUpEnd: number;
  readonly end: number;
  readonly window: number;
  readonly heldFor: number;
  readonly recoveredAt: number;
}

export interface PlainEpisode {
  readonly onset: number;
  readonly lastEnd: number;
  readonly until: number;
}

export type Plain = "unaffected" | "none" | { readonly value: number } | { readonly censored: number };

const within = (times: readonly number[], from: number, until: number): number =>
  times.filter((time) => time >= from && time < until).length;

/** Q of the window that starts at t; NaN where the twin has nothing. */
export function plainShare({ run, twin, window }: World, t: number): number {
  const expected = within(twin, t, t + window);
  return expected === 0 ? NaN : within(run, t, t + window) / expected;
}

export function plainEpisodes({ disruptions, warmUpEnd, end }: World): PlainEpisode[] {
  const active = (t: number): boolean => disruptions.some(([start, stop]) => start < t && t < stop);
  const onsets = disruptions
    .map(([start]) => start)
    .filter((start) => !active(start))
    .sort((a, b) => a - b);
  return onsets
    .map((onset, index) => {
      let lastEnd = onset + 0.5;
      while (active(lastEnd) && lastEnd < end) lastEnd += 0.5;
      return { onset, lastEnd: lastEnd < end ? lastEnd : NaN, until: onsets[index + 1] ?? end };
    })
    .filter(({ onset }) => onset >= warmUpEnd);
}

/** The largest D, D at the end and the integral of D over (from, until]. */
export function plainShortfall(
  { run, twin }: World,
  from: number,
  until: number,
): { largest: number; atEnd: number; integral: number } {
  const missing = (t: number): number => within(twin, from + 1, t + 1) - within(run, from + 1, t + 1);
  let [largest, integral] = [0, 0];
  for (let t = from; t <= until; t += 1) {
    largest = Math.max(largest, missing(t));
    if (t < until) integral += missing(t);
  }
  return { largest, atEnd: missing(until), integral };
}

/** The first t from which Q stays in the band for the hold, seen to its end before the run is over. */
export function plainHold(world: World, from: number, least: number, most: number): number {
  const good = (t: number): boolean => plainShare(world, t) >= least && plainShare(world, t) <= most;
  const bad = (t: number): boolean => !Number.isNaN(plainShare(world, t)) && !good(t);
  for (let t = from; t <= world.end - world.window - world.heldFor; t += 1) {
    if (!good(t)) continue;
    let broken = false;
    for (let u = t; u < t + world.heldFor; u += 1) broken ||= bad(u);
    if (!broken) return t;
  }
  return NaN;
}

/** The first episode that fails and when; `onset` counts whatever comes next. */
export function plainFailure(
  world: World,
): { episode: PlainEpisode; failedAt: number } | "unaffected" | "none" {
  const episodes = plainEpisodes(world);
  const [first] = episodes;
  if (first === undefined) return "unaffected";
  for (const episode of episodes) {
    const isLast = episode.until === world.end;
    for (let t = episode.onset; t < world.end - world.window; t += 1) {
      if (!isLast && t > episode.onset && t + world.window > episode.until) break;
      if (plainShare(world, t) < world.recoveredAt) return { episode, failedAt: t };
    }
  }
  return first.onset < world.end - world.window ? "unaffected" : "none";
}

export function plainRecovery(world: World): Plain {
  const failure = plainFailure(world);
  if (typeof failure === "string") return failure;
  const { onset } = failure.episode;
  const recoveredAt = plainHold(world, failure.failedAt, world.recoveredAt, Infinity);
  if (!Number.isNaN(recoveredAt)) return { value: recoveredAt - onset };
  return { censored: Math.max(0, world.end - world.window - world.heldFor - onset) };
}

export function plainRateNormal(world: World): Plain {
  const failure = plainFailure(world);
  if (typeof failure === "string") return failure;
  const { lastEnd } = failure.episode;
  if (Number.isNaN(lastEnd)) return { censored: 0 };
  const normalAt = plainHold(world, lastEnd, world.recoveredAt, 2 - world.recoveredAt);
  if (!Number.isNaN(normalAt)) return { value: normalAt - lastEnd };
  return { censored: Math.max(0, world.end - world.window - world.heldFor - lastEnd) };
}

export function plainRelapses(world: World): Plain {
  const failure = plainFailure(world);
  if (typeof failure === "string") return failure;
  const recoveredAt = plainHold(world, failure.failedAt, world.recoveredAt, Infinity);
  if (Number.isNaN(recoveredAt)) return "none";
  const { until, onset } = failure.episode;
  let [falls, wasBelow] = [0, false];
  for (let t = recoveredAt; t < world.end - world.window; t += 1) {
    if (until !== world.end && t > onset && t + world.window > until) break;
    const share = plainShare(world, t);
    if (Number.isNaN(share)) continue;
    if (share < world.recoveredAt && !wasBelow) falls += 1;
    wasBelow = share < world.recoveredAt;
  }
  return { value: falls };
}

/** A step function as changes [time, value]; what holds during the ms from t on. */
export function plainLevel(changes: readonly (readonly [number, number])[], t: number): number {
  return changes.filter(([time]) => time <= t).at(-1)?.[1] ?? 0;
}

export function plainQuantile(
  changes: readonly (readonly [number, number])[],
  p: number,
  from: number,
  until: number,
): number {
  const values: number[] = [];
  for (let t = from; t < until; t += 1) values.push(plainLevel(changes, t));
  values.sort((a, b) => a - b);
  return values[Math.max(0, Math.ceil(p * values.length) - 1)] ?? NaN;
}

export function plainStay(
  changes: readonly (readonly [number, number])[],
  most: number,
  stay: number,
  from: number,
  until: number,
): number {
  for (let t = from; t <= until - stay; t += 1) {
    let stays = true;
    for (let u = t; u < t + stay; u += 1) stays &&= plainLevel(changes, u) <= most;
    if (stays) return t;
  }
  return NaN;
}
