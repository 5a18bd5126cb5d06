import type { KindValue } from "#base/field";
import { policies } from "#domain/policy/policy-kinds";
import type { Resolved } from "#scenario/language/resolved";
import { canonicalText } from "#study/experiment/canonical";

/** True for a disruption that its twin lacks: every one that is not marked `background: true`. */
export function isForeground(disruption: KindValue): boolean {
  return disruption["background"] !== true;
}

/** True when the scenario has a disruption that its twin lacks. Without one it is its own twin. */
export function isDisrupted(scenario: Resolved): boolean {
  return Object.values(scenario.disruptions).some(isForeground);
}

/**
 * The scenario as it would have been: without disruptions, except those marked `background: true`; policies
 * stay.
 */
export function twinOf(scenario: Resolved): Resolved {
  const kept = Object.entries(scenario.disruptions).filter(([, disruption]) => !isForeground(disruption));
  return { ...scenario, disruptions: Object.fromEntries(kept) };
}

/**
 * A text that is equal for two scenarios when their worlds run alike: words for people, thresholds and
 * sources are left out, and so are policies that begin at an event of a disruption that the scenario does
 * not have, for they never act.
 */
export function actingText(scenario: Resolved): string {
  const { title: _title, question: _question, notes: _notes, sources: _sources, ...rest } = scenario;
  const { thresholds: _thresholds, replications: _replications, precision: _precision, ...more } = rest;
  const { amountUnits: _units, ...acting } = more;
  const begun = Object.entries(scenario.policies).filter(([, policy]) => mayBegin(policy, scenario));
  const inPeace = Object.keys(scenario.disruptions).length === 0;
  const reacting = begun.map(([id, policy]) => [id, inPeace ? inPeaceOf(policy) : policy] as const);
  return canonicalText({ ...acting, policies: Object.fromEntries(reacting) });
}

/** What a policy comes to in a world in which nothing goes wrong: all that are idle there are alike. */
function inPeaceOf(policy: KindValue): KindValue {
  const kind = policies.kinds.find((candidate) => candidate.kind === policy.kind);
  if (kind?.isIdleInPeace?.(policy) !== true) return policy;
  return { kind: policy.kind, of: policy["of"], cost: policy["cost"], idle: true };
}

function mayBegin(policy: KindValue, scenario: Resolved): boolean {
  const from = policy["from"];
  if (typeof from !== "object" || from === null || !("event" in from)) return true;
  const { event } = from;
  return typeof event !== "string" || event in scenario.disruptions || event in scenario.policies;
}
