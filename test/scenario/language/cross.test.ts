import { describe, expect, test } from "vitest";
import { explain } from "#scenario/language/explain";
import type { Resolution } from "#scenario/language/resolve";
import { harbourText } from "./harbour-text.ts";
import { codes, resolveText } from "./resolve-text.ts";

const base = `${harbourText("Base")}
disruptions: { storm: { kind: closure, of: harbour, start: 60 d, duration: 4 d } }
measures: { mean-wait: harbour.berth }
variants:
  low: { summary: Few call, pillar: prevent, cost: 1 MUSD, flows: { calls: { arrivals: { rate: 1 /d } } } }
  high: { pillar: prevent, cost: 2 MUSD, flows: { calls: { arrivals: { rate: 3 /d } } } }
  none: { cost: 5 USD/d, disruptions: { storm: { foresight: none } } }
  day: { summary: The end is known a day late, pillar: prevent, disruptions: { storm: { duration: 1 d } } }
`;

const written = (more: string): Resolution => resolveText(base + more);
const names = ({ study }: Resolution): unknown => study?.variants.map(({ name }) => name);

describe("cross", () => {
  test("makes a variant of each combination, the last list changing fastest, after what is written", () => {
    const resolution = written("cross: [[low, high], [none, day]]\n");
    expect(codes(resolution.diagnostics)).toEqual([]);
    const crossed = ["low+none", "low+day", "high+none", "high+day"];
    expect(names(resolution)).toEqual(["baseline", "low", "high", "none", "day", ...crossed]);
    expect(resolution.study?.cross).toEqual([
      ["low", "high"],
      ["none", "day"],
    ]);
  });

  test("adds costs, joins words, and keeps a pillar that all have; it says what each is made of", () => {
    const { study } = written("cross: [[low, high], [none, day]]\n");
    const told = study?.variants.slice(5).map(({ summary, pillar, cost, of }) => [summary, pillar, cost, of]);
    const late = "The end is known a day late";
    expect(told).toEqual([
      ["Few call; none", undefined, { once: 1_000_000, perDay: 5 }, ["low", "none"]],
      [`Few call; ${late}`, "prevent", { once: 1_000_000, perDay: 0 }, ["low", "day"]],
      [undefined, undefined, { once: 2_000_000, perDay: 5 }, ["high", "none"]],
      [`high; ${late}`, "prevent", { once: 2_000_000, perDay: 0 }, ["high", "day"]],
    ]);
  });

  test("takes nothing of a list for baseline, so that three lists give their pairs too", () => {
    const fast = "  fast: { vessels: { ship: { speed: 12 kn } } }\n";
    const resolution = written(`${fast}cross: [[low, baseline], [baseline, day], [baseline, fast]]\n`);
    expect(codes(resolution.diagnostics)).toEqual([]);
    const plain = ["baseline", "low", "high", "none", "day", "fast"];
    expect(names(resolution)).toEqual([...plain, "low+fast", "low+day", "low+day+fast", "day+fast"]);
  });

  test("gives the very scenario that `extends` gives", () => {
    const { study } = written("  by-hand: { extends: [low, day] }\ncross: [[low], [day]]\n");
    const [byHand, crossed] = ["by-hand", "low+day"].map((name) =>
      study?.variants.find((variant) => variant.name === name),
    );
    expect(crossed?.scenario).toEqual(byHand?.scenario);
    expect(crossed?.cost).toEqual(byHand?.cost);
    expect(crossed?.of).toEqual(byHand?.of);
  });

  test("is no sum of variants that build on one, nor is one that writes or costs something itself", () => {
    const { study } = written(
      [
        "  near: { extends: low, vessels: { ship: { speed: 12 kn } } }",
        "  wide: { extends: low, network: { sites: { harbour: { stations: { berth: { servers: 2 } } } } } }",
        "  dear: { extends: [low, day], cost: 1 MUSD }",
        "  more: { extends: [low, day], flows: { calls: { priority: 2 } } }",
        "  one: { extends: low }",
        "cross: [[near], [wide]]",
        "",
      ].join("\n"),
    );
    const sums = study?.variants.filter(({ of }) => of !== undefined);
    expect(sums).toEqual([]);
    expect(study?.variants.at(-1)?.name).toBe("near+wide");
    expect(study?.variants.at(-1)?.cost).toEqual({ once: 1_000_000, perDay: 0 });
  });

  test("may be named where variants are, and its origins are the lines of its parts", () => {
    const threshold = "{ measure: mean-wait, of: harbour.berth, variant: high+day, at-most: 5 h }";
    const resolution = written(`cross: [[low, high], [day]]\nthresholds: { quick: ${threshold} }\n`);
    expect(codes(resolution.diagnostics)).toEqual([]);
    expect(resolution.study?.variants[0]?.scenario.thresholds["quick"]?.variant).toBe("high+day");
    expect(explain(resolution)).toContain(
      [
        "high+day: high; The end is known a day late",
        "  flows.calls.arrivals.rate = 3 /d  scenario.yaml:15 (variants.high)",
        "  disruptions.storm.duration = 1 d  scenario.yaml:17 (variants.day)",
      ].join("\n"),
    );
  });
});
