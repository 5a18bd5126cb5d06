import { describe, expect, test } from "vitest";
import { foldInBlocks } from "#engine/stats/fold";
import { hours, run } from "../domain/run.ts";
import { harbour } from "../domain/small-worlds.ts";
import type { SmallParts } from "../domain/small-worlds.ts";

/*
 * More capacity of stations never lowers throughput. In one class under fifo, where nobody is turned away,
 * overtaken or blocked in a circle, this is so on every path: with the same draws the n-th to leave leaves no
 * later. Whoever overtakes (at a station of several servers before another one, or by rank) or is let in
 * where it was turned away may stand in the way of many, since services belong to voyages: there the law is
 * of the mean. That of passages is in `admissions.test.ts`.
 */

const poisson = (perDay: number): string => `arrivals: { kind: poisson, rate: ${perDay} /d }`;
const one = `calls: { from: sea, to: quay, vessel: ship, ${poisson(12)} }`;
const classes = "ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 10 km/h }";
const two =
  `calls: { from: sea, to: quay, vessel: ship, priority: 2, ${poisson(5)} }, ` +
  `boats: { from: sea, to: quay, vessel: boat, priority: 1, ${poisson(7)} }`;
const lognormal = (mean: number): string => `{ kind: lognormal, mean: ${mean} h, sd: ${2 * mean} h }`;

interface Capacity extends SmallParts {
  readonly name: string;
  /** The station or stations, with less and with more capacity. */
  readonly less: string;
  readonly more: string;
  readonly path?: string;
}

function text({ path = "[berth]", ...parts }: Capacity, berth: string, seed: string): string {
  const measures = `throughput: [${flowsOf(parts).join(", ")}]`;
  const usual = { days: 12, flows: one, performance: "quay.berth", measures };
  const written = harbour(berth, { ...usual, ...parts, seed });
  return written.replace("stations:", `vessel-path: ${path}, stations:`);
}

function flowsOf({ flows }: SmallParts): readonly string[] {
  return flows === two ? ["calls", "boats"] : ["calls"];
}

/** The hours at which voyages arrived, by replication. */
function arrivals(of: Capacity, berth: string, replications: number): number[][] {
  const first = run(text(of, berth, `capacity of ${of.name}`), 0, { audit: true });
  return Array.from({ length: replications }, (_, replication) => {
    first.world.run(replication);
    return flowsOf(of)
      .flatMap((flow) => hours(first, flow))
      .sort((a, b) => a - b);
  });
}

const line = (yard: string, gate: string, berths = 1): string =>
  `servers: ${berths}, service: ${lognormal(3)} }, ` +
  `yard: { service: ${lognormal(2)}, when-full: block, ${yard} }, ` +
  `gate: { service: ${lognormal(2)}, when-full: block, ${gate}`;
const blocking = { path: "[berth, yard, gate]" };

const onEveryPath: readonly Capacity[] = [
  {
    name: "servers",
    less: `servers: 2, service: ${lognormal(4)}`,
    more: `servers: 3, service: ${lognormal(4)}`,
  },
  {
    name: "speed",
    less: `servers: 2, service: ${lognormal(4)}`,
    more: `servers: 2, service: ${lognormal(3.2)}`,
  },
  {
    name: "room of a station that blocks",
    less: line("room: 0", "room: 1"),
    more: line("room: 3", "room: 1"),
    ...blocking,
  },
  {
    name: "room behind a station that blocks",
    less: line("room: 1", "room: 0"),
    more: line("room: 1", "room: 4"),
    ...blocking,
  },
  {
    name: "servers of a station that blocks",
    less: line("room: 1", "room: 1"),
    more: line("room: 1", "room: 1, servers: 2"),
    ...blocking,
  },
  {
    name: "hours",
    less: `servers: 2, service: ${lognormal(3)}, hours: { daily: 08:00-20:00 }`,
    more: `servers: 2, service: ${lognormal(3)}, hours: { daily: 06:00-22:00 }`,
  },
];

const service = `service: { ship: ${lognormal(4)}, boat: ${lognormal(2)} }`;
const inTheMean: readonly Capacity[] = [
  {
    name: "servers before a station that blocks",
    less: line("room: 1", "room: 1", 1),
    more: line("room: 1", "room: 1", 3),
    ...blocking,
  },
  {
    name: "room that turns away",
    less: `servers: 1, room: 1, service: ${lognormal(2)}`,
    more: `servers: 1, room: 4, service: ${lognormal(2)}`,
  },
  ...["priority", "shortest"].map((discipline) => ({
    name: `servers under ${discipline}`,
    less: `servers: 1, ${service}, discipline: ${discipline}`,
    more: `servers: 2, ${service}, discipline: ${discipline}`,
    flows: two,
    vessels: classes,
  })),
];

describe("more capacity never lowers throughput", () => {
  test.each(onEveryPath)("$name: the n-th to leave leaves no later", (of) => {
    const [less, more] = [arrivals(of, of.less, 8), arrivals(of, of.more, 8)];
    let sooner = 0;
    less.forEach((before, replication) => {
      const after = more[replication] ?? [];
      expect(after.length).toBeGreaterThanOrEqual(before.length);
      before.forEach((hour, place) => {
        expect(after[place]).toBeLessThanOrEqual(hour);
        if ((after[place] ?? 0) < hour) sooner += 1;
      });
    });
    expect(sooner).toBeGreaterThan(0);
  });

  test.each(inTheMean)("$name: the mean falls by less than three standard errors", (of) => {
    const [less, more] = [arrivals(of, of.less, 40), arrivals(of, of.more, 40)];
    const gains = less.map((before, replication) => (more[replication]?.length ?? NaN) - before.length);
    const { mean, standardError } = foldInBlocks(gains);
    expect(mean).toBeGreaterThan(-3 * standardError);
    expect(gains.some((gain) => gain !== 0)).toBe(true);
  });
});
