import { dayMs } from "#base/time";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck, TrialPlan } from "#study/truth/case-check";
import { lane, quietMs, timeAfterQuiet } from "#study/truth/trials/quiet-start";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { TrialRows, TrialScenario } from "#study/truth/trials/scenario-trial";

/** Arrivals and admissions a day; days of the closure, of the wait beyond which they turn, of the detour. */
interface ClosureInputs {
  readonly lambda_: number;
  readonly mu: number;
  readonly D: number;
  readonly theta: number;
  readonly detour: number;
}

/**
 * Those who came to the passage: when, for how many days they waited there, NaN for who turned, and how many
 * days more than straight through their way took.
 */
interface Call {
  readonly arrived: number;
  readonly wait: number;
  readonly extra: number;
}

/** By policy, what divides those who turn from those who join. */
const policies = ["wait", "threshold", "divert_all"] as const;
type Policy = (typeof policies)[number];

/** Waits above this count, in days. */
const LEAST_WAIT = 1e-9;

/** A passage closed at first, everybody knowing its end: nobody turns, some do, or all who would wait. */
export const canalClosure: CaseCheck = checkOf<ClosureInputs>({
  id: "canal-closure-divert",
  closedForm: (inputs) => byPolicy((policy) => figuresOf(recursion(inputs, policy), policy)),
  trial(inputs, plan) {
    const trials = new Map(policies.map((policy) => [policy, passageTrial(inputs, policy, plan)]));
    return { replicate: (replication) => byPolicy((policy) => trials.get(policy)?.replicate(replication)) };
  },
});

function byPolicy(value: (policy: Policy) => unknown): unknown {
  return Object.fromEntries(policies.map((policy) => [policy, value(policy)]));
}

function figuresOf(calls: readonly Call[], policy: Policy): unknown {
  const joined = calls.filter(({ wait }) => !Number.isNaN(wait));
  const delayed = joined.filter(({ wait }) => wait > LEAST_WAIT);
  const waited = joined.reduce((sum, { wait }) => sum + wait, 0);
  const diverted = calls.length - joined.length;
  const starts = delayed.map(({ arrived, wait }) => arrived + wait);
  const figures = {
    diverted,
    delayed: delayed.length,
    max_wait: Math.max(0, ...joined.map(({ wait }) => wait)),
    total_wait: waited,
    last_delayed_start: starts.length === 0 ? null : Math.max(...starts),
    total_extra: calls.reduce((sum, { extra }) => sum + extra, 0),
  };
  const first = Math.min(...joined.map(({ arrived }) => arrived));
  return policy === "threshold" ? { ...figures, first_joiner_arrival: first } : figures;
}

/** Who joins enters when it comes, when the passage opens, or one interval after the vessel ahead. */
function recursion({ lambda_, mu, D, theta, detour }: ClosureInputs, policy: Policy): readonly Call[] {
  const bound = { wait: Infinity, threshold: theta, divert_all: 0 }[policy];
  const horizon = 40;
  let free = D;
  return Array.from({ length: horizon * lambda_ }, (_, index) => {
    const arrived = (index + 0.5) / lambda_;
    const entry = Math.max(arrived, free);
    if (entry - arrived > bound) return { arrived, wait: NaN, extra: detour };
    free = entry + 1 / mu;
    return { arrived, wait: entry - arrived, extra: entry - arrived };
  });
}

function passageTrial(inputs: ClosureInputs, policy: Policy, { run, seed }: TrialPlan): ScenarioTrial {
  const scenario = passage(inputs, policy, run.horizon);
  return new ScenarioTrial(scenario, seed, (rows) => figuresOf(callsOf(rows), policy));
}

/** Through the passage it is an hour and two legs; the way round takes the detour more. */
const straightMs = 2 * lane.sailMs + 3_600_000;

/** By policy, the rule by which masters choose; the wait beyond which they turn is the detour. */
const rules: Readonly<Record<Policy, string>> = {
  wait: "wait",
  threshold: "cheapest",
  divert_all: "divert",
};

function passage(
  { lambda_, mu, D, theta, detour }: ClosureInputs,
  policy: Policy,
  days: number,
): TrialScenario {
  const every = dayMs / lambda_;
  const offset = quietMs - lane.sailMs + every / 2;
  const roundKm = (straightMs + detour * dayMs) / lane.sailMs;
  const legs: readonly (readonly [string, string, number])[] = [
    ["west", "cut", 1],
    ["cut", "east", 1],
    ["west", "cape", roundKm / 2],
    ["cape", "east", roundKm / 2],
  ];
  const admission = { kind: "headway", every: `${dayMs / mu} ms` };
  return {
    time: timeAfterQuiet(days),
    network: {
      sites: {
        west: { type: "port", at: [0, 0] },
        east: { type: "port", at: [0, 0.008] },
        cut: { type: "passage", at: [0, 0.004], transit: { time: "1 h", admission } },
        cape: { type: "junction", at: [0.1, 0.004] },
      },
      links: Object.fromEntries(
        legs.map(([from, to, km]) => [`${from}-${to}`, { from, to, mode: "sea", distance: `${km} km` }]),
      ),
    },
    vessels: { ship: { mode: "sea", speed: lane.speed, capacity: "1 TEU" } },
    flows: {
      calls: {
        from: "west",
        to: "east",
        vessel: "ship",
        arrivals: { kind: "regular", every: `${every} ms`, offset: `${offset} ms` },
      },
    },
    disruptions: {
      grounding: {
        kind: "closure",
        of: "cut",
        start: `${quietMs} ms`,
        duration: `${D} d`,
        foresight: "exact",
      },
    },
    policies: {
      masters: { kind: "divert", of: "cut", rule: rules[policy], margin: `${(theta - detour) * dayMs} ms` },
    },
    measures: { "mean-wait": "cut.transit", delay: "all", "diverted-share": "all" },
  };
}

/** Those who came within the time of the case, as their voyages tell. */
function callsOf(trial: TrialRows): readonly Call[] {
  const { rows } = trial;
  const { journeys } = rows.recorder;
  const waits = new Map<number, number>();
  trial.eachWait("cut.transit", (voyage, from, until) => waits.set(voyage, (until - from) / dayMs));
  const calls: Call[] = [];
  for (let voyage = 0; voyage < journeys.start.length; voyage += 1) {
    const reached = journeys.start.at(voyage) + lane.sailMs;
    if (reached > rows.facts.end) continue;
    const arrived = (reached - rows.facts.warmUpEnd) / dayMs;
    const isDiverted = journeys.diverted.at(voyage) === 1;
    const wait = isDiverted ? NaN : (waits.get(voyage) ?? 0);
    const end = journeys.end.at(voyage);
    // Who is still under way at the end came late, and nothing is in its way.
    const took = Number.isNaN(end) ? straightMs : end - journeys.start.at(voyage);
    calls.push({ arrived, wait, extra: (took - straightMs) / dayMs });
  }
  return calls;
}
