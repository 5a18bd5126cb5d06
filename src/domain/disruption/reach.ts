import { nearestOnTrack, trackMetres } from "#base/elementary";
import type { Track } from "#base/elementary";
import type { Pair } from "#base/field";

/** Points, each with the time at which it is there, ms from the start, in order of time. */
export type TimedTrack = readonly Pair<number, readonly number[]>[];

/** Where something strikes, and how far it reaches. Degrees; metres. */
export interface ReachValues {
  readonly at: readonly number[] | undefined;
  readonly track: Track | TimedTrack | undefined;
  /** Within so far wholly; or parts by distance, in order of distance. */
  readonly radius: number | readonly Pair<number, number>[] | undefined;
}

/** What is wrong with it, and what would be right; undefined when nothing is. */
export function reachProblem({ at, track, radius }: ReachValues): string | undefined {
  if (at !== undefined && track !== undefined)
    return "it is `at` a place and on a `track`; write one of them";
  const isPlaced = at !== undefined || track !== undefined;
  if (isPlaced && radius === undefined)
    return "it does not say how far it reaches; write a radius, such as 200 km";
  if (!isPlaced && radius !== undefined) return "a `radius` is around a place; write `at` or `track` too";
  if (typeof radius === "object" && radius.every(({ value }) => value === 0))
    return "nobody feels it at any distance; write a part above 0";
  if (track !== undefined && track.length < 2)
    return "a track has two points or more; write `at` for one place";
  const wrong = (at === undefined ? pointsOf(track ?? []) : [at]).find((point) => !isPoint(point));
  if (wrong === undefined) return undefined;
  return `[${wrong.join(", ")}] is no place; write latitude and longitude, such as [29.3, -89.6]`;
}

/**
 * The part of the intensity that something feels that lies at `place`; the whole without a reach, none where
 * nobody knows where it lies.
 */
export function exposure({ at, track, radius }: ReachValues, place: Track | undefined): number {
  const centre = at === undefined ? track && pointsOf(track) : [at];
  if (centre === undefined || radius === undefined) return 1;
  if (place === undefined) return 0;
  const away = trackMetres(centre, place);
  if (typeof radius === "number") return away <= radius ? 1 : 0;
  return partAt(radius, away);
}

/**
 * How long after its start it is nearest to something that lies at `place`, ms: straight between the times of
 * a track. 0 where it is everywhere at once.
 */
export function passesAfterMs({ track }: ReachValues, place: Track | undefined): number {
  if (track === undefined || place === undefined || !isTimed(track)) return 0;
  const { along } = nearestOnTrack(pointsOf(track), place);
  const before = Math.min(Math.floor(along), track.length - 2);
  const [from, to] = [track[before]?.key ?? 0, track[before + 1]?.key ?? 0];
  return Math.round(from + (to - from) * (along - before));
}

function pointsOf(track: Track | TimedTrack): Track {
  return isTimed(track) ? track.map(({ value }) => value) : track;
}

function isTimed(track: Track | TimedTrack): track is TimedTrack {
  return track.some((point) => "key" in point);
}

/** Straight between the distances that are written; as at the first before it, 0 beyond the last. */
function partAt(parts: readonly Pair<number, number>[], away: number): number {
  const next = parts.findIndex(({ key }) => key >= away);
  const [before, after] = [parts[next - 1], parts[next]];
  if (after === undefined) return 0;
  if (before === undefined || after.key === away) return after.value;
  const way = (away - before.key) / (after.key - before.key);
  return before.value + (after.value - before.value) * way;
}

function isPoint([latitude = NaN, longitude = NaN, ...more]: readonly number[]): boolean {
  return more.length === 0 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360;
}
