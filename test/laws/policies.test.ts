import { expect, test } from "vitest";
import { policies as family } from "#domain/policy/policy-kinds";
import { canal, coast, harbour } from "../domain/small-worlds.ts";
import type { SmallParts } from "../domain/small-worlds.ts";
import { changeLaws } from "./change.laws.ts";
import type { Change } from "./change.laws.ts";

/*
 * Every kind of policy: at its neutral setting it changes nothing, over it leaves the world as it was, and
 * where it acts more capacity never lowers throughput.
 */

const usual = { days: 20, seed: "laws of policies" };
const poisson = (perDay: number): string => `arrivals: { kind: poisson, rate: ${perDay} /d }`;
const shut = (of: string): string => `shut: { kind: closure, of: ${of}, start: 60 h, end: 150 h }`;
const parts = (more: SmallParts, policy: string | undefined): SmallParts => {
  return policy === undefined ? { ...usual, ...more } : { ...usual, ...more, policies: `own: { ${policy} }` };
};

const transit = "time: { kind: uniform, min: 2 h, max: 6 h }, admission:";
const headway = "{ kind: headway, every: 3 h }";
const calls = `calls: { from: west, to: east, vessel: ship, ${poisson(4)} }`;

/** The canal, closed for a time. */
function strait(policy?: string, admission = headway): string {
  return canal(`${transit} ${admission}`, parts({ flows: calls, disruptions: shut("cut") }, policy));
}

/** The quay, closed for a time, with a neighbour. */
function shore(policy?: string, servers = 2): string {
  const flows = `calls: { from: sea, to: quay, vessel: ship, ${poisson(5)} }`;
  const berth = `servers: ${servers}, service: { kind: exponential, mean: 6 h }`;
  return coast(berth, parts({ flows, disruptions: shut("quay.berth") }, policy));
}

/** Two classes at one berth, closed for a time. */
function quay(policy?: string, servers = 1): string {
  const vessels = "ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 10 km/h }";
  const flows =
    `calls: { from: sea, to: quay, vessel: ship, ${poisson(3)} }, ` +
    `boats: { from: sea, to: quay, vessel: boat, ${poisson(3)} }`;
  const berth = `servers: ${servers}, service: { ship: { kind: exponential, mean: 5 h }, boat: 1 h }`;
  const disruptions = "shut: { kind: closure, of: quay.berth, start: 60 h, end: 150 h }";
  return harbour(berth, parts({ vessels, flows, disruptions, performance: "quay.berth" }, policy));
}

const surge = (factor: number): string =>
  `kind: surge, of: cut.transit, factor: ${factor}, from: shut.end, until: 300 h`;
const elsewhere = "kind: alternate-port, of: quay, alternates: { side: { time: 6 h } }";
const first = "kind: priority, of: quay.berth, vessels:";

const entries: Readonly<Record<string, Omit<Change, "name">>> = {
  "alternate-port": {
    world: shore,
    neutral: [
      `${elsewhere}, rule: wait`,
      `${elsewhere}, margin: 1000 d`,
      `${elsewhere}, vessels: [ship], rule: wait`,
    ],
    passing: [
      `${elsewhere}, margin: 1 d`,
      `${elsewhere}, rule: divert`,
      `${elsewhere}, margin: 1 d, decision-delay: 8 h, premium: 6 h`,
    ],
    overAt: 360,
    onEveryPath: [],
    inTheMean: [
      { less: shore(elsewhere, 1), more: shore(elsewhere, 2) },
      { less: shore(`${elsewhere}, rule: divert`, 1), more: shore(`${elsewhere}, rule: divert`, 3) },
    ],
  },
  divert: {
    world: strait,
    neutral: ["kind: divert, of: cut, rule: wait", "kind: divert, of: cut, margin: 1000 d"],
    passing: [
      "kind: divert, of: cut, rule: cheapest",
      "kind: divert, of: cut, rule: cheapest, decision-delay: 8 h, premium: 1 d",
    ],
    overAt: 360,
    onEveryPath: [],
    inTheMean: ["cheapest", "divert"].map((rule) => ({
      less: strait(`kind: divert, of: cut, rule: ${rule}`, "{ kind: slots, rate: 6 /d }"),
      more: strait(`kind: divert, of: cut, rule: ${rule}`, "{ kind: slots, rate: 9 /d }"),
    })),
  },
  priority: {
    world: quay,
    neutral: [`${first} [ship, boat]`, `${first} [ship, boat], from: 60 h, until: 100 h`],
    passing: [
      `${first} [boat], from: 60 h, until: 200 h`,
      `${first} [boat], from: shut.end, until: { gauge: queue, of: quay.berth, at-most: 1 }`,
    ],
    overAt: 360,
    onEveryPath: [],
    inTheMean: [{ less: quay(`${first} [boat]`, 1), more: quay(`${first} [boat]`, 2) }],
  },
  surge: {
    world: strait,
    neutral: [surge(1), "kind: surge, of: cut.transit, factor: 1, from: 60 h"],
    passing: [surge(2), surge(0.6)],
    overAt: 420,
    onEveryPath: [{ less: strait(surge(1.2)), more: strait(surge(1.9)) }],
    inTheMean: [],
  },
};

test("every kind of policy is held to these laws", () => {
  expect(Object.keys(entries)).toEqual(family.kinds.map(({ kind }) => kind));
});

for (const [kind, entry] of Object.entries(entries)) changeLaws({ name: kind, ...entry });
