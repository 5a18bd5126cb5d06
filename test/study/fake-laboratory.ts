import type { Facts } from "#domain/measure/facts";
import type { Evidence, MeasureKind, Reading, Rows } from "#domain/measure/measure-kind";
import { Streams } from "#engine/random/stream";
import { Recorder } from "#engine/record/recorder";
import type { RunOptions, RunReport, SailedLeg, World } from "#scenario/build/world";
import type { Resolved } from "#scenario/language/resolved";
import type { Laboratory } from "#study/experiment/runner";

const day = 86_400_000;

/** Notes with which the replication 3 of a scenario breaks off at a limit. */
export const breaksOff = "breaks off";

/**
 * A single server by Lindley's recursion: one ship a day on average, half a day of service, a closure by a
 * shift.
 */
class FakeWorld implements World {
  readonly recorder: Recorder = new Recorder();
  readonly facts: Facts;
  readonly #scenario: Resolved;

  constructor(scenario: Resolved) {
    this.#scenario = scenario;
    this.facts = factsOf(scenario);
    this.recorder.counts.declare("waits");
    this.recorder.levels.declare("queue/harbour.berth");
  }

  run(replication: number, options: RunOptions = {}): RunReport {
    this.recorder.clear();
    const { time, seed, notes } = this.#scenario;
    const streams = new Streams(seed, replication);
    const [arrivals, services] = [streams.at("arrivals"), streams.at("services")];
    const limits = replication === 3 && notes === breaksOff ? ["the limit on ships was reached"] : [];
    let [now, free, ships] = [time.start, time.start, 0];
    const departures: number[] = [];
    for (;;) {
      now += Math.round(-Math.log(arrivals.uniform()) * day);
      const service = Math.round((services.uniform() * day) / this.#speed());
      if (now >= time.end) break;
      ships += 1;
      const begin = this.#opened(Math.max(now, free));
      free = begin + service;
      departures.push(begin);
      this.recorder.counts.add(0, now, (begin - now) / day);
      this.recorder.levels.set(0, now, departures.filter((departure) => departure > now).length);
      options.trace?.({ time: now, priority: "arrive", event: "berths", subject: `ship ${ships}` });
    }
    this.#tell();
    return {
      events: ships,
      conservation: { checked: ships, audits: options.audit ? ships : 0, violations: [] },
      limits,
    };
  }

  /** Every ship sails in from the sea, across the antimeridian. */
  legs(): readonly SailedLeg[] {
    const ends = this.recorder.counts.times(0);
    return [
      {
        from: "sea",
        to: "harbour",
        ends,
        lasted: new Float64Array(ends.length),
        parts: new Float64Array(ends.length).fill(1),
        line: [
          [170, 0],
          [-170, 10],
        ],
      },
    ];
  }

  /** The first instant from `time` on at which no closure holds. */
  #opened(time: number): number {
    return Object.values(this.#scenario.disruptions).reduce((instant, disruption) => {
      const [from, until] = closed(disruption);
      return instant >= from && instant < until ? until : instant;
    }, time);
  }

  #speed(): number {
    return Object.values(this.#scenario.policies).reduce(
      (speed, policy) => speed * Number(policy["factor"]),
      1,
    );
  }

  #tell(): void {
    for (const [id, disruption] of Object.entries(this.#scenario.disruptions)) {
      const [from, until] = closed(disruption);
      this.recorder.timeline.add({ time: from, what: "disruption-start", id, of: ["harbour.berth"] });
      this.recorder.timeline.add({ time: until, what: "disruption-end", id, of: ["harbour.berth"] });
    }
  }
}

function closed(disruption: Resolved["disruptions"][string]): readonly [number, number] {
  const { at } = disruption["start"] as { at: number }; // fakeClosure writes it so
  return [at, at + Number(disruption["days"]) * day];
}

function meanWait({ recorder, facts }: Rows): number | undefined {
  const times = recorder.counts.times(0);
  const waits = [...recorder.counts.amounts(0)].filter((_, index) => (times[index] ?? 0) >= facts.warmUpEnd);
  return waits.length === 0 ? undefined : waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
}

function fake(
  kind: string,
  unit: string,
  read: (evidence: Evidence) => Reading,
  rest: Partial<MeasureKind>,
): MeasureKind {
  return {
    kind,
    summary: `A ${kind} for tests`,
    fields: {},
    scale: "mean",
    better: "neither",
    needsTwin: false,
    needs: () => ({ counts: [], levels: [], journeys: false, places: [] }),
    create: () => ({ unit, read }),
    ...rest,
  };
}

/**
 * The mean wait; the days from the end of the closure to the first ship that waits no day, or none; lost
 * days.
 */
const measures: readonly MeasureKind[] = [
  fake(
    "mean-wait",
    "d",
    ({ run }) => {
      const value = meanWait(run);
      return value === undefined ? { status: "none" } : { status: "value", value };
    },
    {},
  ),
  fake(
    "backlog-clear-time",
    "d",
    ({ run }) => {
      const end = run.recorder.timeline.rows.find(({ what }) => what === "disruption-end")?.time;
      if (end === undefined) return { status: "unaffected" };
      const times = run.recorder.counts.times(0);
      const waits = run.recorder.counts.amounts(0);
      const index = waits.findIndex((wait, ship) => wait === 0 && (times[ship] ?? 0) > end);
      const last = Math.min(run.facts.end, end + 12 * day);
      const time = times[index];
      if (index < 0 || time === undefined || time > last)
        return { status: "censored", value: (last - end) / day };
      return { status: "value", value: (time - end) / day };
    },
    { scale: "time-to-event" },
  ),
  fake(
    "throughput-loss",
    "d",
    ({ run, baselineTwin }) => {
      const [own, twin] = [meanWait(run), meanWait(baselineTwin)];
      return own === undefined || twin === undefined
        ? { status: "none" }
        : { status: "value", value: own - twin };
    },
    { needsTwin: true },
  ),
];

function factsOf({ time: { start, end, warmUp } }: Resolved): Facts {
  return {
    start,
    end,
    warmUpEnd: start + warmUp,
    flows: [],
    servers: new Map([["harbour.berth", 1]]),
    performance: undefined,
    background: new Set(),
    costs: [],
    units: new Map(),
  };
}

/** What a `LaboratorySource` of tests loads, in the calling thread or in a worker. */
export function openLaboratory(): Promise<Laboratory> {
  return Promise.resolve({ factsOf, makeWorld: (scenario) => new FakeWorld(scenario), measures });
}
