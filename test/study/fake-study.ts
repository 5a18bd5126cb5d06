import type { Resolved, ResolvedMeasure, ResolvedVariant, Study } from "#scenario/language/resolved";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);

const row = (kind: string, of: string): ResolvedMeasure => ({
  kind,
  of,
  at: undefined,
  from: undefined,
  until: undefined,
  by: "arrival",
});

/** A scenario of one berth, 100 d with 10 d of warm-up, that the fake laboratory can run. */
export function fakeScenario(patch: Partial<Resolved> = {}): Resolved {
  return {
    breakwater: 1,
    title: "One berth",
    question: "How long do ships wait?",
    notes: undefined,
    time: { start, end: start + 100 * day, warmUp: 10 * day },
    seed: "fake",
    replications: 70,
    network: { use: undefined, sites: {}, links: {} },
    vessels: {},
    commodities: {},
    flows: {},
    disruptions: {},
    policies: {},
    performance: undefined,
    measures: [
      row("mean-wait", "harbour.berth"),
      row("backlog-clear-time", "harbour.berth"),
      row("throughput-loss", "all"),
    ],
    thresholds: {},
    sources: {},
    ...patch,
  };
}

/** A closure of the berth from day 40 for some days. */
export function fakeClosure(days: number, background: boolean = false): Resolved["disruptions"] {
  return { storm: { kind: "closure", start: { at: start + 40 * day }, days, background } };
}

/** One variant of a study. */
export function fakeVariant(
  name: string,
  scenario: Resolved,
  patch: Partial<ResolvedVariant> = {},
): ResolvedVariant {
  return { name, summary: undefined, pillar: undefined, cost: { once: 0, perDay: 0 }, scenario, ...patch };
}

/**
 * A closure of five days; berths twice as fast; a policy that changes nothing; all with equal or own twins.
 */
export function fakeStudy(replications: number = 70): Study {
  const baseline = fakeScenario({ replications, disruptions: fakeClosure(5) });
  const fast = { berths: { kind: "fake-speed", factor: 2 } };
  const idle = { crew: { kind: "fake-speed", factor: 1, from: { event: "storm", edge: "end", offset: 0 } } };
  return {
    id: "fake",
    variants: [
      fakeVariant("baseline", baseline),
      fakeVariant("fast", { ...baseline, policies: fast }, { summary: "Berths work twice as fast" }),
      fakeVariant("idle", { ...baseline, policies: idle }),
    ],
  };
}
