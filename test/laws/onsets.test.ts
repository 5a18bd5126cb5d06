import { describe, expect, test } from "vitest";
import { onsetFields } from "#domain/disruption/onset-fields";
import { arrivals as arrivalKinds } from "#engine/random/arrival-kinds";
import { run, voyages } from "../domain/run.ts";
import type { SmallParts } from "../domain/small-worlds.ts";
import { canal, harbour } from "../domain/small-worlds.ts";
import { changeLaws } from "./change.laws.ts";
import type { Change } from "./change.laws.ts";

/*
 * However a disruption starts, whatever schedule it goes by and whatever else acts at the same time: at a
 * factor of 1 it changes nothing, over it leaves the world as it was, and a shorter one never lowers
 * throughput.
 */

const transit = "time: { kind: uniform, min: 2 h, max: 6 h }, admission: { kind: headway, every: 3 h }";
const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 4 /d } }";
const usual: SmallParts = { days: 20, seed: "laws of onsets", flows };
/** What events and conditions come from: in the world without the other disruption too. */
const first = "first: { kind: closure, of: cut, start: 40 h, end: 62 h }";

function strait(setting?: string): string {
  const disruptions = setting === undefined ? first : `${first}, trouble: { of: cut, ${setting} }`;
  return canal(transit, { ...usual, disruptions });
}

function plainStrait(disruptions?: string): string {
  return canal(transit, disruptions === undefined ? usual : { ...usual, disruptions });
}

const queue = "{ gauge: queue, of: cut.transit, at-least: 3 }";
/** Each way to start, written so that it starts and has ended by the hour at which the laws look. */
const starts: Readonly<Record<string, readonly string[]>> = {
  start: ["start: 60 h", "start: first.end + 5 h", "start: { kind: uniform, min: 55 h, max: 75 h }"],
  occurs: [
    "occurs: { within: [60 h, 80 h], probability: 1 }",
    "occurs: { kind: regular, every: 30 d, offset: 40 h }",
    "occurs: { kind: renewal, between: { kind: uniform, min: 250 h, max: 260 h } }",
    "occurs: { kind: profile, rate: 2 /d, dates: { 1 d: 1, 5 d: 0 } }",
  ],
  after: [
    "after: { event: first.end }",
    "after: { event: first.start, delay: { kind: uniform, min: 10 h, max: 30 h }, probability: 1 }",
  ],
  when: [`when: ${queue}`, `when: { ${queue.slice(2, -2)}, for: 2 h }`],
};
/** Goes on to the end of the run. */
const endless = "occurs: { kind: poisson, rate: { kind: uniform, min: 0.5 /d, max: 1 /d } }";
const never: Readonly<Record<string, readonly string[]>> = {
  start: [],
  occurs: ["occurs: { within: [60 h, 80 h], probability: 0 }"],
  after: ["after: { event: first.end, probability: 0 }"],
  when: ["when: { gauge: queue, of: cut.transit, at-least: 10000 }"],
};

test("every way to start is held to these laws, and every process", () => {
  expect(Object.keys(starts).sort()).toEqual(Object.keys(onsetFields).sort());
  const processes = [...(starts["occurs"] ?? []), endless].map((text) => /kind: (\w+)/u.exec(text)?.[1]);
  // a file of instants is a process as any other: what it may do is that of `regular`
  const listed = arrivalKinds.kinds.map(({ kind }) => kind).filter((kind) => kind !== "table");
  for (const kind of listed) expect(processes).toContain(kind);
});

/** What watches the queue, or comes again and again, may come anew where a shorter one is over. */
const mayComeAnew = (start: string): boolean => /^when|profile/u.test(start);

const changes = Object.entries(starts).map(([key, list]): Change => {
  const lasting = (start: string, hours: number): string =>
    strait(`kind: closure, ${start}, duration: ${hours} h`);
  const shorter = (of: readonly string[]): Change["onEveryPath"] =>
    of.map((start) => ({ less: lasting(start, 14), more: lasting(start, 6) }));
  return {
    name: `a start by ${key}`,
    world: strait,
    neutral: [
      ...[...list, endless].map((start) => `kind: capacity, factor: 1, ${start}, duration: 20 h`),
      ...(never[key] ?? []).map((start) => `kind: closure, ${start}, duration: 20 h`),
    ],
    passing: list.map((start) => `kind: capacity, factor: 0.3, ${start}, duration: 20 h`),
    overAt: 420,
    onEveryPath: shorter(list.filter((start) => !mayComeAnew(start))),
    inTheMean: shorter(list.filter(mayComeAnew)),
  };
});

changes.forEach(changeLaws);

const acting = (what: string, span = "start: 60 h"): string => `trouble: { ${what}, ${span} }`;
const ships = (disruptions?: string): string =>
  harbour("servers: 2, service: { kind: exponential, mean: 6 h }", {
    ...usual,
    flows: "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: poisson, rate: 4 /d } }",
    ...(disruptions === undefined ? {} : { disruptions }),
  });

changeLaws({
  name: "a schedule",
  world: plainStrait,
  neutral: [
    acting("kind: capacity, of: cut, factor: { 10 h: 1, 70 h: 1, trouble.start + 20 h: 1 }"),
    acting("kind: capacity, of: cut, rate: { 70 h: 8 /d, 90 h: 8 /d }"),
    acting("kind: slowdown, of: west-cut, factor: { 10 h: 1, 70 h: 1 }"),
    acting("kind: ban, of: cut, share: { 10 h: 0 %, 70 h: 0 % }"),
    acting("kind: demand, of: calls, factor: { 10 h: 1, 70 h: 1 }"),
  ],
  // they go on to the end of the run, at what changes nothing
  passing: [
    acting("kind: capacity, of: cut, factor: { 70 h: 0.2, trouble.start + 30 h: 1 }"),
    acting("kind: capacity, of: cut, rate: { 70 h: 2 /d, 90 h: 8 /d }"),
    acting("kind: slowdown, of: west-cut, factor: { trouble.start: 0.2, 90 h: 1 }"),
    acting("kind: ban, of: cut, share: { 70 h: 60 %, 90 h: 0 % }"),
    acting("kind: demand, of: calls, factor: { 70 h: 2, 90 h: 1 }"),
  ],
  overAt: 360,
  onEveryPath: [
    {
      less: plainStrait(acting("kind: capacity, of: cut, factor: { 70 h: 0.2, 90 h: 0.4, 120 h: 1 }")),
      more: plainStrait(acting("kind: capacity, of: cut, factor: { 70 h: 0.2, 80 h: 0.6, 110 h: 1 }")),
    },
  ],
});

/** Two that act at once: one begins in the other and ends in it, or after it. */
function pairs(one: string, other: string): string[] {
  const spans = ["start: 70 h, end: 80 h", "start: 70 h, end: 110 h", "start: 60 h, end: 90 h"];
  return spans.map((span) => `one: { ${one}, start: 60 h, end: 90 h }, other: { ${other}, ${span} }`);
}

const cut = "kind: capacity, of: cut, factor: 0.4";
const shut = "kind: closure, of: cut";

changeLaws({
  name: "an overlap at a passage",
  world: plainStrait,
  neutral: pairs("kind: capacity, of: cut, factor: 1", "kind: capacity, of: cut, rate: 8 /d"),
  passing: [
    ...pairs(cut, cut),
    ...pairs(cut, shut),
    ...pairs(shut, cut),
    ...pairs(`${shut}, inside: lose`, `${shut}, inside: resume`),
    ...pairs("kind: ban, of: cut, share: 40 %", "kind: ban, of: cut, share: 70 %"),
    ...pairs("kind: ban, of: cut, share: 40 %", shut),
    ...pairs("kind: slowdown, of: west-cut, factor: 0.5", "kind: slowdown, of: west-cut, factor: 0.5"),
    ...pairs("kind: slowdown, of: west-cut, factor: 0", "kind: closure, of: west-cut"),
    ...pairs("kind: demand, of: calls, factor: 0.3", "kind: demand, of: calls, factor: 2"),
  ],
  overAt: 360,
});

changeLaws({
  name: "an overlap at a station",
  world: ships,
  neutral: pairs(
    "kind: capacity, of: quay.berth, factor: 1",
    "kind: capacity, of: quay.berth, factor: 1, scales: servers",
  ),
  passing: [
    ...pairs(
      "kind: capacity, of: quay.berth, factor: 0.4",
      "kind: capacity, of: quay.berth, factor: 0.5, scales: servers",
    ),
    ...pairs("kind: closure, of: quay.berth, inside: restart", "kind: capacity, of: quay.berth, factor: 0.4"),
    ...pairs("kind: closure, of: quay.berth, inside: lose", "kind: closure, of: quay.berth, inside: finish"),
  ],
  overAt: 360,
});

describe("what acts at the same time", () => {
  const span = "start: 60 h, end: 90 h";
  const both = (one: string, other: string): string => `one: { ${one} }, other: { ${other} }`;
  const told = (disruptions: string): unknown => voyages(run(plainStrait(disruptions)));
  const same: readonly (readonly [rule: string, together: string, alone: string])[] = [
    [
      "active factors multiply",
      both(`kind: capacity, of: cut, factor: 0.5, ${span}`, `kind: capacity, of: cut, factor: 0.5, ${span}`),
      `one: { kind: capacity, of: cut, factor: 0.25, ${span} }`,
    ],
    [
      "speeds multiply",
      both(
        `kind: slowdown, of: west-cut, factor: 0.5, ${span}`,
        `kind: slowdown, of: west-cut, factor: 2, ${span}`,
      ),
      `one: { kind: slowdown, of: west-cut, factor: 1, ${span} }`,
    ],
    [
      "one active closure closes",
      both(
        "kind: closure, of: cut, start: 60 h, end: 80 h",
        "kind: closure, of: cut, start: 70 h, end: 90 h",
      ),
      `one: { kind: closure, of: cut, ${span} }`,
    ],
    [
      "bans add up",
      both(`kind: ban, of: cut, classes: [ship], ${span}`, `kind: ban, of: cut, share: 30 %, ${span}`),
      `one: { kind: ban, of: cut, classes: [ship], ${span} }`,
    ],
  ];

  test.each(same)("%s", (_, together, alone) => {
    expect(told(together)).toEqual(told(alone));
    expect(told(together)).not.toEqual(
      told("one: { kind: capacity, of: cut, factor: 0.5, start: 60 h, end: 70 h }"),
    );
  });
});
