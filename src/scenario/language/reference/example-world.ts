/**
 * The scenario in which all examples of the reference stand: each record of the language is written in it at
 * least once, in block style, so that its lines can be shown one record at a time.
 */
export const exampleWorld: string = `breakwater: 1
title: A harbour behind a canal
question: What does a canal that is blocked for six days cost the harbour behind it?
notes: The world in which the examples of the reference stand.
time:
  start: 2024-01-01T00:00Z
  end: 2024-07-01T00:00Z
  warm-up: 30 d
seed: reference
replications: 40

vessels:
  liner: { mode: sea, speed: 16 kn, capacity: 4000 TEU, draft: 13 m, flag: PA, cost: 40 kUSD/d }
  feeder: { mode: sea, speed: 12 kn, cost: 9 kUSD/d }
  train: { mode: rail, speed: 60 km/h, cost: 6 kUSD/d }
commodities:
  boxes: { unit: TEU }

network:
  sites:
    harbour:
      type: port
      at: [25, 40]
      country: SA
      operator: acme
      tags: [boxes]
      stations:
        berth: { servers: 4, service: { kind: erlang, mean: 14 h, stages: 3 }, room: 60 }
        yard:
          servers: 8
          service: { liner: 20 h, all: 8 h }
          discipline: priority
          when-full: turn-away
          operator: acme
          hours: { daily: "06:00-22:00", sun: closed, utc-offset: 3 h }
      vessel-path: [berth]
      cargo-path: [yard]
      transfer:
        time: 10 h
        unit-cost: 80 USD/TEU
    west: { type: junction, at: [30, 20] }
    canal:
      type: passage
      at: [30, 32]
      transit:
        time: 14 h
        admission: { kind: slots, rate: 36 /d }
        directions: shared
        limits:
          draft: 20 m
          classes: [liner, feeder]
          flags: [PA, LR]
    cape: { type: junction, at: [-35, 20] }
    haven: { type: port, at: [22, 38], like: harbour }
    city: { type: market, at: [24, 46] }
  links:
    approach: { from: west, to: canal, mode: sea }
    lane: { from: canal, to: harbour, mode: sea, distance: 700 nm }
    rails: { from: harbour, to: city, mode: rail, distance: 700 km }
    coast: { from: canal, to: haven, mode: sea, time: 3 d, one-way: true }
    south: { from: west, to: cape, mode: sea, distance: 6000 nm }
    east: { from: cape, to: harbour, mode: sea, distance: 6000 nm }

flows:
  calls:
    from: west
    to: { harbour: 3, haven: 1 }
    vessel: liner
    commodity: boxes
    size: 1500 TEU
    arrivals: { kind: poisson, rate: 4 /d }
    priority: 1
    due: 12 d
  feeders:
    from: west
    to: harbour
    vessel: feeder
    arrivals: { kind: poisson, rate: 1 /d }
    via: canal
  inland:
    from: west
    to: city
    vessel: feeder
    onward: [train]
    commodity: boxes
    size: 40 TEU
    arrivals: { kind: poisson, rate: 0.5 /d }

disruptions:
  grounding: { kind: closure, of: canal.transit, start: 60 d, duration: 6 d }
policies:
  crews:
    kind: surge
    of: canal.transit
    factor: 1.1
    when: { gauge: queue, of: canal.transit, at-least: 20 }

performance:
  of: harbour.berth
  window: 7 d
  recovered-at: 95 %
  held-for: 7 d
measures:
  throughput-loss: performance
  peak-queue: [canal.transit, harbour.berth]
thresholds:
  little-lost:
    measure: throughput-loss
    of: performance
    variant: baseline
    statistic: p90
    at-most: 80

variants:
  third-more:
    summary: The canal passes a third more vessels
    pillar: protect
    cost: 90 MUSD
    network: { sites: { canal: { transit: { admission: { kind: slots, rate: 48 /d } } } } }
  third-more-and-in-turn:
    extends: third-more
    network: { sites: { harbour: { stations: { yard: { discipline: fifo } } } } }

futures:
  sample: latin-hypercube
  count: 200
  vary:
    disruptions.grounding.duration: { kind: uniform, min: 1 d, max: 30 d }
    network.links.east.distance: [5800 nm, 6000 nm, 6400 nm]

sources:
  network.sites.canal.transit.time: { source: Made up for the reference, grade: assumed }
`;

/** Where in the world the example of a family stands; the key of what a family adds is `example`. */
export const examplePlaces: Readonly<Record<string, string>> = {
  distribution: "network.sites.harbour.stations.berth.service",
  arrival: "flows.feeders.arrivals",
  admission: "network.sites.canal.transit.admission",
  discipline: "network.sites.harbour.stations.berth.discipline",
  disruption: "disruptions.example",
  policy: "policies.example",
  gauge: "policies.crews.when",
  table: "network.tables.example",
};
