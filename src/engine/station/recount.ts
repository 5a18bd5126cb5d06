import type { BlockedJobs } from "#engine/station/blocked-jobs";
import type { Capacity } from "#engine/station/capacity";
import type { Precedence } from "#engine/station/precedence";
import type { Roster } from "#engine/station/roster";
import type { Work } from "#engine/station/work";

/** What stations consist of. */
export interface StationParts {
  readonly roster: Roster;
  readonly precedence: Precedence;
  readonly capacity: Capacity;
  readonly work: Work;
  readonly blocked: BlockedJobs;
}

/** Walks who is at a station and says what does not fit, each in a sentence; empty when all is well. */
export function recount(station: number, parts: StationParts): string[] {
  const { roster, precedence, capacity, work, blocked } = parts;
  const problems = roster.problems(station);
  const hasFreeServer = roster.spare(station) > 0;
  if (hasFreeServer && roster.waiting(station) > 0) problems.push("somebody waits beside a free server");
  const hasRoom = hasFreeServer || roster.waiting(station) < blocked.room(station);
  if (hasRoom && blocked.first(station) !== undefined)
    problems.push("somebody is blocked beside a free place");
  let mayMove = Math.min(capacity.mayMove(station), roster.inside(station));
  let stays = 0;
  for (const job of roster.insideInOrder(station)) {
    const moves = work.willEnd(job);
    if (blocked.has(job)) stays++;
    if (moves !== (mayMove-- > 0 && !blocked.has(job)))
      problems.push(`job ${job} ${moves ? "moves" : "stands still"} and should not`);
  }
  if (stays !== blocked.count(station)) problems.push(`${stays} are blocked, not ${blocked.count(station)}`);
  for (let job = roster.head(station); job >= 0; job = roster.behind(job)) {
    if (work.isMoving(job)) problems.push(`job ${job} waits, yet is being served`);
  }
  return [...problems, ...precedence.problems(station)];
}
