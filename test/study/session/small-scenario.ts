/** A harbour that is closed for two days, with two variants and a threshold of each kind: runs in no time. */
export const smallText = `breakwater: 1
title: A closed harbour
question: How long until the harbour is normal again?
time: { start: 2024-01-01T00:00Z, duration: 40 d, warm-up: 10 d }
seed: small
replications: 24
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour:
      type: port
      at: [51.0, 1.0]
      stations: { berth: { servers: 2, service: { kind: exponential, mean: 9 h } } }
  links: { approach: { from: sea, to: harbour, mode: sea } }
vessels: { ship: { mode: sea, speed: 10 kn, capacity: 1000 TEU } }
flows: { calls: { from: sea, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 3 /d } } }
disruptions:
  strike: { kind: closure, of: harbour.berth, start: 2024-01-15T00:00Z, duration: 2 d }
variants:
  berths: { network: { sites: { harbour: { stations: { berth: { servers: 3 } } } } } }
  short: { disruptions: { strike: { duration: 1 d } } }
performance: { of: harbour.berth }
measures: { throughput-loss: performance, mean-wait: harbour.berth }
thresholds:
  wait: { measure: mean-wait, of: harbour.berth, statistic: mean, at-most: 3 d }
  any-wait: { measure: mean-wait, of: harbour.berth, variant: all, statistic: mean, at-most: 3 d }
  short-wait: { measure: mean-wait, of: harbour.berth, variant: short, statistic: mean, at-most: 3 d }
`;
