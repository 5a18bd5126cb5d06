import { dayMs } from "#base/time";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { berth } from "#study/truth/trials/harbour";
import { lane, quietMs, timeAfterQuiet } from "#study/truth/trials/quiet-start";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { TrialRows, TrialScenario } from "#study/truth/trials/scenario-trial";

/** What arrives and what is handled a day, and for how many days nothing is. */
interface OutageInputs {
  readonly lambda_: number;
  readonly mu: number;
  readonly outage: number;
}

/** A station that is closed at first, with arrivals at equal intervals and constant services. */
export const fluidOutage: CaseCheck = checkOf<OutageInputs>({
  id: "fluid-outage",
  closedForm({ lambda_, mu, outage }) {
    const clearing = (lambda_ * outage) / (mu - lambda_);
    const area = (lambda_ * outage * (outage + clearing)) / 2;
    return outcome({ most: lambda_ * outage, clearing, total: outage + clearing, area }, lambda_);
  },
  trial: (inputs, { run, seed }) =>
    new ScenarioTrial(harbour(inputs, run.horizon), seed, (rows) => read(rows, inputs)),
});

function outcome(
  { most, clearing, total, area }: { most: number; clearing: number; total: number; area: number },
  rate: number,
): unknown {
  return {
    max_queue: most,
    T_clear_after_restart: clearing,
    T_disruption_total: total,
    total_delay: area,
    mean_delay_affected: area / (rate * total),
  };
}

function harbour({ lambda_, mu, outage }: OutageInputs, days: number): TrialScenario {
  const every = dayMs / lambda_;
  return {
    time: timeAfterQuiet(days),
    network: {
      sites: {
        sea: { type: "junction", at: [51, 1] },
        harbour: {
          type: "port",
          at: [51.005, 1],
          stations: { berth: { servers: 1, service: `${dayMs / mu} ms` } },
        },
      },
      links: { approach: { from: "sea", to: "harbour", mode: "sea", distance: lane.distance } },
    },
    vessels: { box: { mode: "sea", speed: lane.speed, capacity: "1 TEU" } },
    flows: {
      calls: {
        from: "sea",
        to: "harbour",
        vessel: "box",
        arrivals: {
          kind: "regular",
          every: `${every} ms`,
          offset: `${quietMs - lane.sailMs + every / 2} ms`,
        },
      },
    },
    disruptions: { outage: { kind: "closure", of: berth, start: `${quietMs} ms`, duration: `${outage} d` } },
    measures: { "mean-wait": berth, "peak-queue": berth, "mean-queue": berth },
  };
}

function read(rows: TrialRows, { lambda_, outage }: OutageInputs): unknown {
  const { facts } = rows.rows;
  let last = facts.warmUpEnd;
  rows.eachWait(berth, (_, from, until) => {
    if (until > from && until > last) last = until;
  });
  const total = (last - facts.warmUpEnd) / dayMs;
  const area = (rows.measure("mean-queue", berth) * (facts.end - facts.warmUpEnd)) / dayMs;
  return outcome({ most: rows.measure("peak-queue", berth), clearing: total - outage, total, area }, lambda_);
}
