import { printInstant } from "#base/time";
import type { BlockedJob, BlockedJobs } from "#engine/station/blocked-jobs";
import type { Capacity } from "#engine/station/capacity";
import type { Roster } from "#engine/station/roster";

/** Names for people, by number. */
interface Names {
  readonly job: (job: number) => string;
  readonly station: (station: number) => string;
}

/**
 * Those who block each other for ever, in a sentence that names them, their stations and since when nobody
 * has moved; undefined when there are none.
 */
export function deadlock(
  parts: { readonly roster: Roster; readonly capacity: Capacity; readonly blocked: BlockedJobs },
  names: Names,
): string | undefined {
  const stuck = stuckJobs(parts);
  if (stuck.length === 0) return undefined;
  const wayOf = ({ at, next }: BlockedJob): string =>
    `${names.station(at)} for room at ${names.station(next)}`;
  const groups = [...new Set(stuck.map(wayOf))].map((way) => {
    const jobs = stuck.filter((blocked) => wayOf(blocked) === way).map(({ job }) => names.job(job));
    return `${jobs.join(", ")} at ${way}`;
  });
  const since = printInstant(Math.max(...stuck.map((blocked) => blocked.since)));
  return `since ${since} some who are done wait for each other: ${groups.join("; ")}`;
}

/** At each of their stations everybody inside is blocked, by stations of which the same is true. */
function stuckJobs({ roster, capacity, blocked }: Parameters<typeof deadlock>[0]): readonly BlockedJob[] {
  // A server that is missing for a time may come back and let somebody in.
  const isFull = (station: number): boolean =>
    roster.inside(station) >= capacity.limitAtBest(station) &&
    roster.inside(station) === blocked.count(station);
  let stuck = blocked.all().filter(({ at }) => isFull(at));
  for (;;) {
    const stations = new Set(stuck.map(({ at }) => at));
    const freed = new Set(stuck.filter(({ next }) => !stations.has(next)).map(({ at }) => at));
    if (freed.size === 0) return stuck;
    stuck = stuck.filter(({ at }) => !freed.has(at));
  }
}
