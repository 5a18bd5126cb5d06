import type { Resolved, ResolvedVariant } from "#scenario/language/resolved";
import {
  canalVariants,
  closedFrom,
  closedUntil,
  end,
  hour,
  replications,
  start,
  warmUp,
  windowHours,
} from "./canal-model.ts";
import type { CanalVariant } from "./canal-model.ts";
import { canalNumbers } from "./canal-numbers.ts";

const day = 24 * hour;

/** The canal's scenario, resolved. */
export const scenario: Resolved = {
  breakwater: 1,
  title: "Suez Canal blocked, March 2021",
  question:
    "How many ships wait, how long until the canal is normal again, " +
    "and would a faster canal or earlier diversion have helped?",
  notes: "The surge after reopening is part of the baseline, because it is what happened.",
  time: { start, end, warmUp },
  seed: "suez-2021",
  replications,
  network: {
    use: "world",
    sites: {
      suez: {
        type: "passage",
        at: [30.6, 32.34],
        country: undefined,
        operator: undefined,
        tags: [],
        stations: {},
        "vessel-path": [],
        "cargo-path": [],
        transfer: undefined,
        transit: {
          time: { kind: "constant", value: 14 * hour },
          admission: { kind: "slots", rate: { kind: "constant", value: 75 } },
          directions: "shared",
          limits: undefined,
        },
      },
    },
    links: {},
  },
  vessels: {
    container: {
      mode: "sea",
      speed: (16 * 1852) / 3600,
      capacity: 9000,
      draft: undefined,
      flag: undefined,
      cost: { once: 0, perDay: 60_000 },
    },
    tanker: {
      mode: "sea",
      speed: (13 * 1852) / 3600,
      capacity: 1_000_000,
      draft: undefined,
      flag: undefined,
      cost: { once: 0, perDay: 30_000 },
    },
  },
  commodities: {},
  flows: {
    "boxes-north": flow({ CNSHA: 3, SGSIN: 2 }, { NLRTM: 2, EGPSD: 1 }, "container", 9),
    "boxes-south": flow({ NLRTM: 1 }, { SGSIN: 1 }, "container", 8),
    "oil-north": flow({ SAJUB: 1 }, { NLRTM: 1 }, "tanker", 8),
  },
  disruptions: {
    grounding: {
      kind: "closure",
      of: ["suez"],
      start: { at: closedFrom },
      end: { at: closedUntil },
      inside: "finish",
      cause: "grounding",
    },
  },
  policies: {
    masters: { kind: "divert", of: ["suez"], rule: "cheapest", "decision-delay": day, margin: day },
    surge: {
      kind: "surge",
      of: ["suez.transit"],
      factor: 1.14,
      from: { event: "grounding", edge: "end", offset: 0 },
    },
  },
  performance: { of: ["suez.transit"], window: windowHours * hour, recoveredAt: 0.95, heldFor: 7 * day },
  measures: canalNumbers.map(({ measure, of }) => ({
    kind: measure,
    of,
    at: undefined,
    from: undefined,
    until: undefined,
    by: "arrival",
  })),
  thresholds: {
    "clears-in-time": {
      measure: "backlog-clear-time",
      of: "suez.transit",
      variant: "baseline",
      statistic: "p90",
      atMost: 12,
      atLeast: undefined,
    },
  },
  sources: {
    "disruptions.grounding.start": {
      source: "canal authority statement of 24 March 2021",
      grade: "published",
    },
    "disruptions.grounding.end": {
      source: "canal authority announcement of 29 March 2021",
      grade: "published",
    },
    "network.sites.suez.transit.admission": {
      source: "daily transits 2019 to March 2021, highest day",
      grade: "measured",
    },
    "policies.masters.margin": { source: "judgement: a day's slack before a master turns", grade: "assumed" },
  },
};

function flow(
  from: Readonly<Record<string, number>>,
  to: Readonly<Record<string, number>>,
  vessel: string,
  rate: number,
): Resolved["flows"][string] {
  const arrivals = { kind: "poisson", rate };
  return {
    from,
    to,
    vessel,
    commodity: undefined,
    size: undefined,
    arrivals,
    priority: 1,
    due: undefined,
    onward: [],
    via: undefined,
  };
}

/** The baseline and its variants, patched. */
export function resolvedVariants(): readonly ResolvedVariant[] {
  return canalVariants.map((variant, place) => ({
    name: variant.name,
    summary: place === 0 ? undefined : variant.summary,
    pillar: place === 0 ? undefined : "recover",
    cost: { once: variant.price, perDay: 0 },
    scenario: patched(variant),
  }));
}

function patched(variant: CanalVariant): Resolved {
  const { masters, surge } = scenario.policies;
  if (masters === undefined || surge === undefined) throw new Error("the fixture has both policies");
  if (variant.name === "no-surge") return { ...scenario, policies: { masters } };
  if (variant.name !== "divert-at-once") return scenario;
  return { ...scenario, policies: { masters: { ...masters, rule: "divert", "decision-delay": 0 }, surge } };
}
