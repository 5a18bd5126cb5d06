import { dayMs } from "#base/time";
import type { PolicyContext } from "#domain/policy/policy-kind";

/**
 * How long a vessel believes it will wait before a passage, ms, on the route that avoids `avoidance`; 0 when
 * that route has not the passage. Made of what the board says, of who waits and of who is under way; never of
 * the truth:
 *
 *     max(0, believed opening - ETA) + vessels ahead / believed rate
 *
 * Ahead are those who wait and those under way who reach it earlier, less those admitted by then. The
 * believed rate is the passage's own times the announced factors. Where each direction has a queue of its
 * own, all of this is of the direction from which the vessel comes.
 */
export function believedWaitMs(
  { simulation, board, passages, vessels, decisions, outlook }: PolicyContext,
  vessel: number,
  at: { readonly passage: number; readonly avoidance: number },
): number {
  const { passage, avoidance } = at;
  const now = simulation.now;
  const isWaiting = vessels.passage[vessel] === passage;
  const reach = outlook.reach(vessel, passage, avoidance);
  const eta = now + (isWaiting ? 0 : reach.ms);
  if (eta === Infinity) return 0;
  const element = passages.element(passage);
  const opening = board.believedOpening(vessel, element);
  const shut = Math.max(0, opening - eta);
  const isInLine = passages.holds(passage, vessel);
  const line = isInLine ? passages.lineHolding(vessel) : decisions.line(passage, reach);
  const intervalMs = dayMs / passages.ratePerDay(passage, line);
  if (intervalMs === 0) return shut;
  const rate = board.announcedFactor(element) / intervalMs;
  if (rate === 0) return Infinity;
  const before = isWaiting ? 0 : decisions.before(eta, vessel, { passage, line });
  const ahead = before + (isInLine ? passages.ahead(vessel) : passages.waiting(passage, line));
  const admitted = Math.max(0, eta - opening) * rate;
  return shut + Math.max(0, ahead - admitted) / rate;
}
