import { dayMs } from "#base/time";
import { eachCostedPair, spentOn } from "#domain/measure/cost-parts";
import type { Evidence, MeasureKind, Rows } from "#domain/measure/measure-kind";
import { flowFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { flowOf } from "#domain/measure/subject";

/**
 * US dollars. Of a flow: what its vessels cost for the days by which they are free later than in the
 * baseline's twin, detours included, for a detour costs the days that it takes, and what ways overland,
 * transfers and later vessels cost beyond the twin's; signed. Of `all`: of all flows, and what the policies
 * and the variant cost after the warm-up.
 */
export const cost: MeasureKind = {
  kind: "cost",
  summary: "US dollars: vessels' days of delay and detour; of `all`, policies and variant too.",
  fields: flowFields,
  scale: "mean",
  better: "less",
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

/** Days by which vessels are free later than in the twin, times cost a day, and what carried on beyond it. */
function delayCost(evidence: Evidence, flow: number): number {
  let total = 0;
  eachCostedPair(evidence, flow, ({ laterMs, perDay, spent }) => {
    total += (laterMs / dayMs) * perDay;
    total += spent.inland + spent.transfer + spent.vessel;
  });
  return total;
}

/** What the policies and the variant cost. */
function mitigationCost(run: Rows): number {
  return run.facts.costs.reduce((total, cost) => total + spentOn(run, cost), 0);
}
