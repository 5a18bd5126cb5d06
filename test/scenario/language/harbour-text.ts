/** A scenario of one harbour to which ships come from the sea, up to its flows, with nothing measured yet. */
export function harbourText(title: string): string {
  return `breakwater: 1
title: ${title}
time: { start: 2024-01-01T00:00Z, end: 2024-07-01T00:00Z, warm-up: 30 d }
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour: { type: port, at: [51.0, 1.0], stations: { berth: { service: 5 h } } }
  links: { approach: { from: sea, to: harbour, mode: sea } }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows: { calls: { from: sea, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 2 /d } } }`;
}
