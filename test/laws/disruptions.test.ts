import { expect, test } from "vitest";
import { disruptions } from "#domain/disruption/disruption-kinds";
import { canal, harbour } from "../domain/small-worlds.ts";
import { changeLaws } from "./change.laws.ts";
import type { Change } from "./change.laws.ts";

/*
 * Every kind of disruption, on each type of element that it may act on: at its neutral setting it changes
 * nothing, over it leaves the world as it was, and a milder one never lowers throughput.
 */

const span = "start: 60 h, end: 90 h";
const calls = (from: string, to: string): string =>
  `calls: { from: ${from}, to: ${to}, vessel: ship, arrivals: { kind: poisson, rate: 4 /d } }`;
const usual = { days: 20, seed: "laws of disruptions" };
const transit = "time: { kind: uniform, min: 2 h, max: 6 h }, admission: { kind: headway, every: 3 h }";
const berth = "servers: 2, service: { kind: exponential, mean: 6 h }";

const disrupted = (of: string, what: string): string => `trouble: { of: ${of}, ${what} }`;

/** The canal, or the harbour, with one disruption of one element. */
function strait(of: string, what?: string): string {
  const parts = { ...usual, flows: calls("west", "east") };
  return canal(transit, what === undefined ? parts : { ...parts, disruptions: disrupted(of, what) });
}

function port(of: string, what?: string): string {
  const parts = { ...usual, flows: calls("sea", "quay") };
  return harbour(berth, what === undefined ? parts : { ...parts, disruptions: disrupted(of, what) });
}

const places: Readonly<Record<string, (what?: string) => string>> = {
  "a passage": (what) => strait("cut.transit", what),
  "a link": (what) => strait("west-cut", what),
  "a station": (what) => port("quay.berth", what),
  "a link to a port": (what) => port("lane", what),
  "a flow": (what) => port("calls", what),
};

/** What is set on an element; beside it, what is harsher and what is milder. */
interface Entry extends Partial<Pick<Change, "neutral" | "passing">> {
  readonly on: readonly string[];
  readonly milder?: readonly (readonly [harsher: string, milder: string])[];
  /** Milder ones let others overtake. */
  readonly overtaking?: true;
}

const everywhere = ["a passage", "a link", "a station", "a link to a port"];
const hazard = "start: 60 h, intensity: 30, fragility: { median: 20, beta: 0.1 }";

/** It is at the canal 11 h after its start. */
const storm = "radius: 5 km, track: { 0 h: [0, -1], 22 h: [0, 1.2] }";

const entries: Readonly<Record<string, readonly Entry[]>> = {
  attack: [
    {
      on: ["a passage", "a station"],
      neutral: [`kind: attack, effect: { kind: capacity, factor: 1 }, ${span}`],
      passing: [
        `kind: attack, effect: { kind: capacity, factor: 0.2 }, ${span}`,
        `kind: attack, count: 1, effect: { kind: closure }, ${span}`,
      ],
      milder: [
        [
          `kind: attack, effect: { kind: capacity, factor: 0.1 }, ${span}`,
          `kind: attack, effect: { kind: capacity, factor: 0.6 }, ${span}`,
        ],
      ],
    },
    {
      on: ["a link", "a link to a port"],
      neutral: [`kind: attack, effect: { kind: slowdown, factor: 1 }, ${span}`],
      passing: [`kind: attack, effect: { kind: slowdown, factor: 0.2 }, ${span}`],
      milder: [
        [
          `kind: attack, effect: { kind: slowdown, factor: 0.2 }, ${span}`,
          `kind: attack, effect: { kind: slowdown, factor: 0.6 }, ${span}`,
        ],
      ],
    },
  ],
  ban: [
    {
      on: everywhere,
      neutral: [`kind: ban, share: 0 %, ${span}`, `kind: ban, flags: [nowhere], ${span}`],
      passing: [`kind: ban, classes: [ship], ${span}`, `kind: ban, share: 40 %, ${span}`],
      milder: [[`kind: ban, share: 70 %, start: 60 h`, `kind: ban, share: 20 %, start: 60 h`]],
      overtaking: true,
    },
  ],
  capacity: [
    {
      on: ["a passage", "a station"],
      neutral: [
        `kind: capacity, factor: 1, ${span}`,
        `kind: capacity, factor: 1, recovery: { kind: linear, over: 3 d }, ${span}`,
      ],
      passing: [
        `kind: capacity, factor: 0, ${span}`,
        `kind: capacity, factor: 0.4, ${span}`,
        `kind: capacity, factor: 0.4, recovery: { kind: exponential, over: 30 h }, ${span}`,
        `kind: capacity, factor: 3, ${span}`,
      ],
      milder: [
        [`kind: capacity, factor: 0.2, ${span}`, `kind: capacity, factor: 0.5, ${span}`],
        [
          `kind: capacity, factor: 0.2, recovery: { kind: linear, over: 3 d }, ${span}`,
          `kind: capacity, factor: 0.2, ${span}`,
        ],
      ],
    },
    {
      on: ["a passage"],
      neutral: [`kind: capacity, rate: 8 /d, ${span}`],
      passing: [`kind: capacity, rate: 2 /d, ${span}`],
      milder: [[`kind: capacity, rate: 2 /d, ${span}`, `kind: capacity, rate: 5 /d, ${span}`]],
    },
    {
      on: ["a station"],
      neutral: [`kind: capacity, factor: 1, scales: servers, ${span}`],
      passing: [
        `kind: capacity, factor: 0.5, scales: servers, ${span}`,
        `kind: capacity, factor: 0, scales: servers, ${span}`,
      ],
      milder: [
        [
          `kind: capacity, factor: 0, scales: servers, ${span}`,
          `kind: capacity, factor: 0.5, scales: servers, ${span}`,
        ],
      ],
    },
  ],
  closure: [
    {
      on: everywhere,
      neutral: ["kind: closure, occurs: { within: [60 h, 70 h], probability: 0 }, duration: 30 h"],
      passing: [`kind: closure, ${span}`, `kind: closure, foresight: none, ${span}`],
      milder: [["kind: closure, start: 60 h, end: 100 h", "kind: closure, start: 60 h, end: 80 h"]],
    },
    {
      on: ["a passage", "a station"],
      passing: ["finish", "resume", "restart", "lose"].map(
        (inside) => `kind: closure, inside: ${inside}, ${span}`,
      ),
    },
  ],
  demand: [
    {
      on: ["a flow"],
      neutral: [`kind: demand, factor: 1, ${span}`],
      passing: [0, 0.5, 1.5, 2].map((factor) => `kind: demand, factor: ${factor}, ${span}`),
    },
  ],
  failure: [
    {
      // it fails once: so long after the end of the warm-up, and again only after the end of the run
      on: everywhere,
      neutral: ["kind: failure, between: 30 d, repair: 30 h"],
      passing: ["kind: failure, between: 230 h, repair: 30 h"],
      milder: [
        ["kind: failure, between: 230 h, repair: 40 h", "kind: failure, between: 230 h, repair: 20 h"],
        ["kind: failure, between: 230 h, repair: 40 h", "kind: failure, between: 30 d, repair: 40 h"],
      ],
    },
  ],
  hazard: [
    {
      on: ["a passage", "a station"],
      neutral: [
        `kind: hazard, ${hazard}, repair: 30 h, effect: { kind: capacity, factor: 1 }`,
        "kind: hazard, start: 60 h, intensity: 0, fragility: { median: 20, beta: 0.1 }, repair: 30 h",
      ],
      passing: [
        `kind: hazard, ${hazard}, repair: 30 h`,
        `kind: hazard, ${hazard}, repair: 30 h, effect: { kind: capacity, factor: 0.3 }`,
      ],
      milder: [
        [`kind: hazard, ${hazard}, repair: 40 h`, `kind: hazard, ${hazard}, repair: 20 h`],
        [
          `kind: hazard, ${hazard}, repair: 40 h`,
          `kind: hazard, ${hazard}, repair: 40 h, effect: { kind: capacity, factor: 0.5 }`,
        ],
      ],
    },
    {
      on: ["a passage", "a link"],
      neutral: [`kind: hazard, ${hazard}, ${storm}, repair: 30 h, effect: { kind: ban, share: 0 % }`],
      passing: [`kind: hazard, ${hazard}, ${storm}, repair: 30 h`],
      milder: [
        [
          `kind: hazard, ${hazard}, ${storm}, repair: 40 h`,
          `kind: hazard, ${hazard}, ${storm}, repair: 20 h`,
        ],
      ],
    },
    {
      on: ["a link", "a link to a port"],
      neutral: [`kind: hazard, ${hazard}, repair: 30 h, effect: { kind: slowdown, factor: 1 }`],
      passing: [`kind: hazard, ${hazard}, repair: 30 h`],
      milder: [[`kind: hazard, ${hazard}, repair: 40 h`, `kind: hazard, ${hazard}, repair: 20 h`]],
    },
  ],
  slowdown: [
    {
      on: ["a link", "a link to a port"],
      neutral: [`kind: slowdown, factor: 1, ${span}`],
      passing: [0, 0.3, 2].map((factor) => `kind: slowdown, factor: ${factor}, ${span}`),
      milder: [[`kind: slowdown, factor: 0.2, ${span}`, `kind: slowdown, factor: 0.7, ${span}`]],
    },
  ],
};

test("every kind of disruption is held to these laws", () => {
  expect(Object.keys(entries)).toEqual(disruptions.kinds.map(({ kind }) => kind));
});

const changes = Object.entries(entries).flatMap(([kind, list]) =>
  list.flatMap(({ on, milder = [], overtaking, ...settings }) =>
    on.map((place) => {
      const world = places[place] as (what?: string) => string; // one of them
      const capacity = milder.map(([harsher, mild]) => ({ less: world(harsher), more: world(mild) }));
      const held = overtaking ? { inTheMean: capacity } : { onEveryPath: capacity };
      return { name: `${kind} of ${place}`, world, overAt: 320, ...settings, ...held };
    }),
  ),
);

changes.forEach(changeLaws);
