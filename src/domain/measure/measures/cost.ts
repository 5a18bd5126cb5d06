import { dayMs } from "#base/time";
import { firstOnset } from "#domain/measure/delayed-voyages";
import type { CostFacts, Facts } from "#domain/measure/facts";
import type { Evidence, MeasureKind, Rows } from "#domain/measure/measure-kind";
import { flowFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { flowOf } from "#domain/measure/subject";
import { eachPair } from "#domain/measure/voyage-pairs";
import { outcome } from "#engine/record/journeys";

/**
 * US dollars. Of a flow: what its vessels cost for the days by which they are free later than in the
 * baseline's twin, detours included, for a detour costs the days that it takes, and what ways overland cost
 * beyond the twin's; signed. Of `all`: of all flows, and what the policies and the variant cost after the
 * warm-up.
 */
export const cost: MeasureKind = {
  kind: "cost",
  summary: "US dollars: vessels' days of delay and detour; of `all`, policies and variant too.",
  fields: flowFields,
  scale: "mean",
  needsTwin: true,
  needs: () => needJourneys(),
  create({ of }, facts) {
    const flow = flowOf(of, facts);
    return {
      unit: "USD",
      read(evidence) {
        if (flow === undefined) return none;
        const delays = delayCost(evidence, flow);
        return valueOf(flow >= 0 ? delays : delays + mitigationCost(evidence.run));
      },
    };
  },
};

/**
 * Days by which vessels are free later than in the twin times cost a day, and the difference of ways
 * overland, over voyages that ended in the twin after the first onset. A vessel under way at the end of the
 * run counts up to there; a voyage that ended in another way than by arriving is not compared.
 */
function delayCost({ run, baselineTwin }: Evidence, flow: number): number {
  const since = firstOnset(run);
  const { flow: ours, inlandCost: inland } = run.recorder.journeys;
  const twinInland = baselineTwin.recorder.journeys.inlandCost;
  let total = 0;
  eachPair(run, baselineTwin, (row, twinRow) => {
    const index = ours.at(row);
    if (flow >= 0 && index !== flow) return;
    const later = freeAt(run, row) - freeAt(baselineTwin, twinRow);
    if (Number.isNaN(later) || endOf(baselineTwin, twinRow) <= since) return;
    total += (later / dayMs) * (run.facts.flows[index]?.costPerDay ?? 0);
    total += inland.at(row) - twinInland.at(twinRow);
  });
  return total;
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

/**
 * What the policies and the variant cost: once, and a day after the warm-up, while they act or all the time.
 */
export function mitigationCost({ recorder, facts }: Rows): number {
  let total = 0;
  for (const cost of facts.costs) {
    const spent = cost.acting ? actingMs(recorder, facts, cost) : facts.end - facts.warmUpEnd;
    total += cost.once + (cost.perDay * spent) / dayMs;
  }
  return total;
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
