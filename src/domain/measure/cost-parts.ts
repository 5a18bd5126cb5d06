import { dayMs } from "#base/time";
import { firstOnset } from "#domain/measure/delayed-voyages";
import type { CostFacts, Facts } from "#domain/measure/facts";
import type { Evidence, Rows } from "#domain/measure/measure-kind";
import { pairsOf } from "#domain/measure/voyage-pairs";
import { expense } from "#engine/record/expenses";
import type { Expense } from "#engine/record/expenses";
import { outcome } from "#engine/record/journeys";

/** One thing that costs money. */
export interface CostPart {
  /**
   * `detour`: days of vessels that sail further, each at the full speed of its class; `waiting`: all others
   * by which first vessels are free later; `overland`; `transfers`, with all other days of later vessels;
   * then `policy/<id>` and `variant/<name>`.
   */
  readonly part: string;
  /** Against the baseline's twin; below 0 where it costs less than there. */
  readonly dollars: number;
}

/** What the measure `cost` of `all` is made of. A detour costs the days that its way takes at full speed. */
export function costParts(evidence: Evidence): readonly CostPart[] {
  const { run, baselineTwin } = evidence;
  const [ours, theirs] = [run.recorder.journeys, baselineTwin.recorder.journeys];
  let [detour, waiting, overland, transfers] = [0, 0, 0, 0];
  eachCostedPair(evidence, -1, ({ row, twinRow, laterMs, perDay, spent }) => {
    const isOver = ours.outcome.at(row) === outcome.arrived && theirs.outcome.at(twinRow) === outcome.arrived;
    const { speed } = run.facts.flows[ours.flow.at(row)] ?? { speed: 0 };
    const further = isOver ? ours.metres.at(row) - theirs.metres.at(twinRow) - spent.metres : 0;
    const furtherDays = speed > 0 ? (further / speed / dayMs) * 1000 : 0;
    const laterDetour = isOver ? spent.sailing : 0;
    detour += furtherDays * perDay + laterDetour;
    waiting += (laterMs / dayMs - furtherDays) * perDay;
    overland += spent.inland;
    transfers += spent.transfer + spent.vessel - laterDetour;
  });
  const parts = [
    { part: "detour", dollars: detour },
    { part: "waiting", dollars: waiting },
    { part: "overland", dollars: overland },
    { part: "transfers", dollars: transfers },
  ];
  const mitigations = run.facts.costs.map((cost) => ({
    part: `${cost.acting ? "policy" : "variant"}/${cost.id}`,
    dollars: spentOn(run, cost),
  }));
  return [...parts, ...mitigations];
}

/** A voyage and the same in the baseline's twin, with what tells their costs apart. */
export interface CostedPair {
  readonly row: number;
  readonly twinRow: number;
  /** By how much its vessel is free later, ms; one under way at the end of the run counts up to there. */
  readonly laterMs: number;
  /** US dollars a day that its vessel costs. */
  readonly perDay: number;
  /** What carrying it on costs more. */
  readonly spent: Spent;
}

/** What ways overland, transfers and later vessels cost, US dollars; with the metres of the latter. */
export interface Spent {
  readonly inland: number;
  readonly transfer: number;
  readonly vessel: number;
  /** What the metres of later vessels cost at full speed. */
  readonly sailing: number;
  readonly metres: number;
}

/**
 * Voyages of a flow, by its index (-1: of all), that ended in the baseline's twin after the first onset; one
 * that ended in another way than by arriving is not compared.
 */
export function eachCostedPair(
  { run, baselineTwin }: Evidence,
  flow: number,
  visit: (pair: CostedPair) => void,
): void {
  const since = firstOnset(run);
  const { flow: ours } = run.recorder.journeys;
  const [spent, twinSpent] = [spentByVoyage(run), spentByVoyage(baselineTwin)];
  const pairs = pairsOf(run, baselineTwin);
  for (let row = 0; row < pairs.length; row += 1) {
    const twinRow = pairs[row] as number; // below the length
    const index = ours.at(row);
    if (twinRow < 0 || (flow >= 0 && index !== flow)) continue;
    const laterMs = freeAt(run, row) - freeAt(baselineTwin, twinRow);
    if (Number.isNaN(laterMs) || endOf(baselineTwin, twinRow) <= since) continue;
    const perDay = run.facts.flows[index]?.costPerDay ?? 0;
    const more = lessOf(spent.get(row) ?? nothing, twinSpent.get(twinRow) ?? nothing);
    visit({ row, twinRow, laterMs, perDay, spent: more });
  }
}

const nothing: Spent = { inland: 0, transfer: 0, vessel: 0, sailing: 0, metres: 0 };

/** By row of a voyage; those on which nothing was spent are not there. */
function spentByVoyage({ recorder }: Rows): ReadonlyMap<number, Spent> {
  const { voyage, kind, dollars, metres, sailing } = recorder.expenses;
  const found = new Map<number, Spent>();
  for (let row = 0; row < voyage.length; row += 1) {
    const so = found.get(voyage.at(row)) ?? nothing;
    const paid = (of: Expense): number => (kind.at(row) === of ? dollars.at(row) : 0);
    found.set(voyage.at(row), {
      inland: so.inland + paid(expense.inland),
      transfer: so.transfer + paid(expense.transfer),
      vessel: so.vessel + paid(expense.vessel),
      sailing: so.sailing + sailing.at(row),
      metres: so.metres + metres.at(row),
    });
  }
  return found;
}

function lessOf(ours: Spent, theirs: Spent): Spent {
  if (ours === theirs) return nothing;
  return {
    inland: ours.inland - theirs.inland,
    transfer: ours.transfer - theirs.transfer,
    vessel: ours.vessel - theirs.vessel,
    sailing: ours.sailing - theirs.sailing,
    metres: ours.metres - theirs.metres,
  };
}

function endOf({ recorder, facts }: Rows, row: number): number {
  const how = recorder.journeys.outcome.at(row);
  if (how === outcome["under-way"]) return facts.end;
  return how === outcome.arrived ? recorder.journeys.end.at(row) : NaN;
}

/** When a vessel was free: before its voyage ended, where its cargo went on overland. */
function freeAt(rows: Rows, row: number): number {
  const freed = rows.recorder.journeys.freed.at(row);
  const end = endOf(rows, row);
  return Number.isNaN(freed) || Number.isNaN(end) ? end : freed;
}

/** What a policy or the variant costs: once, and a day after the warm-up, while it acts or all the time. */
export function spentOn({ recorder, facts }: Rows, cost: CostFacts): number {
  const spent = cost.acting ? actingMs(recorder, facts, cost) : facts.end - facts.warmUpEnd;
  return cost.once + (cost.perDay * spent) / dayMs;
}

/** How long a policy acted after the warm-up; on several elements at once counts once. */
function actingMs(recorder: Rows["recorder"], facts: Facts, { id }: CostFacts): number {
  let [active, since, total] = [0, 0, 0];
  for (const row of recorder.timeline.rows) {
    if (row.id !== id) continue;
    if (row.what === "policy-start") {
      if (active === 0) since = Math.max(row.time, facts.warmUpEnd);
      active += 1;
    } else if (row.what === "policy-end" && active > 0) {
      active -= 1;
      if (active === 0) total += Math.max(0, row.time - since);
    }
  }
  return active > 0 ? total + Math.max(0, facts.end - since) : total;
}
