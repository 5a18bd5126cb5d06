import { describe, expect, test } from "vitest";
import { digest, run, scenarioOf } from "../domain/run.ts";
import { canal, harbour } from "../domain/small-worlds.ts";
import type { SmallParts } from "../domain/small-worlds.ts";
import { arrivals, expectMeanNotLower, expectNoLater } from "./change.laws.ts";

/*
 * Settings that a variant patches: the variant is the scenario written so, one that patches them back is the
 * baseline, and more capacity never lowers throughput.
 */

const poisson = (perDay: number): string => `arrivals: { kind: poisson, rate: ${perDay} /d }`;
const usual = { days: 20, seed: "laws of variants" };
const service = "service: { kind: lognormal, mean: 4 h, sd: 8 h }";

interface Setting {
  readonly name: string;
  readonly world: (setting: string, variants?: string) => string;
  /** How a variant writes it. */
  readonly patch: (setting: string) => string;
  readonly less: string;
  readonly more: string;
  /** Where one who comes later may go first: the law is of the mean of these flows. */
  readonly ofMean?: readonly string[];
}

const parts = (more: SmallParts, variants: string | undefined): SmallParts => {
  return variants === undefined ? { ...usual, ...more } : { ...usual, ...more, variants };
};
const calls = `calls: { from: sea, to: quay, vessel: ship, ${poisson(5)} }`;
const berth = (setting: string, variants?: string): string =>
  harbour(`${service}, ${setting}`, parts({ flows: calls }, variants));
const ofBerth = (setting: string): string =>
  `network: { sites: { quay: { stations: { berth: { ${setting} } } } }  }`;

const both =
  `calls: { from: west, to: east, vessel: ship, ${poisson(3)} }, ` +
  `boats: { from: west, to: east, vessel: boat, ${poisson(2)} }`;
const vessels = "ship: { mode: sea, speed: 10 km/h }, boat: { mode: sea, speed: 10 km/h }";
const strait = (setting: string, variants?: string): string =>
  canal(
    `time: 4 h, admission: { kind: booked, ahead: 1 d, ${setting} }`,
    parts({ flows: both, vessels, performance: "cut" }, variants),
  );
const ofStrait = (setting: string): string =>
  `network: { sites: { cut: { transit: { admission: { ${setting} } } } } }`;

const settings: readonly Setting[] = [
  {
    name: "longer hours",
    world: berth,
    patch: ofBerth,
    less: "hours: { daily: 08:00-18:00 }",
    more: "hours: { daily: 06:00-23:00 }",
  },
  { name: "more berths", world: berth, patch: ofBerth, less: "servers: 1", more: "servers: 2" },
  {
    name: "another slot share",
    world: strait,
    patch: ofStrait,
    less: "rate: 6 /d, shares: { boat: 10 % }",
    more: "rate: 6 /d, shares: { boat: 60 % }",
    ofMean: ["boats"],
  },
  {
    name: "more slots",
    world: strait,
    patch: ofStrait,
    less: "shares: { boat: 30 % }, rate: 5.5 /d",
    more: "shares: { boat: 30 % }, rate: 8 /d",
    ofMean: ["calls", "boats"],
  },
];

describe.each(settings)("$name, patched by a variant", ({ world, patch, less, more, ofMean }) => {
  const written = (setting: string): string => digest(run(world(setting)).recorder);
  const withVariants = world(
    less,
    `more: { ${patch(more)} }, back: { extends: more, ${patch(less)}, summary: As it was }`,
  );
  const ran = (variant: string): string => digest(run(scenarioOf(withVariants, variant)).recorder);

  test("is the scenario written so, and patched back the baseline", () => {
    expect(ran("baseline")).toBe(written(less));
    expect(ran("more")).toBe(written(more));
    expect(ran("back")).toBe(ran("baseline"));
    expect(ran("more")).not.toBe(ran("baseline"));
  });

  test("more capacity never lowers throughput", () => {
    const of = (variant: string, times: number): number[][] =>
      arrivals(scenarioOf(withVariants, variant), times, ofMean);
    if (ofMean) expectMeanNotLower(of("baseline", 30), of("more", 30));
    else expectNoLater(of("baseline", 5), of("more", 5));
  });
});

describe("variants that are crossed", () => {
  const written = (more: string): string => berth("servers: 1", more);
  const patches =
    `fast: { vessels: { ship: { speed: 20 km/h } } }, wide: { ${ofBerth("servers: 2")} }, ` +
    "late: { flows: { calls: { arrivals: { rate: 6 /d } } } }, by-hand: { extends: [fast, wide, late] }";
  const crossed = `${written(patches)}\ncross: [[fast, baseline], [wide], [baseline, late]]\n`;
  const ran = (variant: string): string => digest(run(scenarioOf(crossed, variant)).recorder);

  test("give the same rows as one that extends them by hand, and others than each of them", () => {
    const rows = ran("fast+wide+late");
    expect(rows).toBe(ran("by-hand"));
    for (const other of ["fast", "wide", "late", "fast+wide", "wide+late"]) expect(rows).not.toBe(ran(other));
  });
});
