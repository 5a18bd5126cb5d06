import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Resolved, Study } from "#scenario/language/resolved";
import { codes, resolveText } from "./resolve-text.ts";

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

function studyOf(text: string, set: readonly string[] = []): Study {
  const { study, diagnostics } = resolveText(text, set);
  expect(codes(diagnostics)).toEqual([]);
  if (!study) throw new Error("a scenario without diagnostics has a study");
  return study;
}

function variant(study: Study, name: string): Resolved {
  const found = study.variants.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`there is a variant ${name}`);
  return found.scenario;
}

describe("one berth", () => {
  const scenario = variant(studyOf(read("scenarios/one-berth/scenario.yaml")), "baseline");

  test("has its quantities in base units and its defaults filled in", () => {
    expect(scenario.time).toEqual({
      start: 1_704_067_200_000,
      end: 2_019_686_400_000,
      warmUp: 31_536_000_000,
    });
    expect(scenario.seed).toBe("7");
    expect(scenario.network.sites["harbour"]?.stations["berth"]).toEqual({
      servers: 1,
      service: { all: { kind: "exponential", mean: 32_400_000 }, by: {} },
      discipline: "fifo",
      room: undefined,
      "when-full": "turn-away",
      operator: undefined,
    });
    expect(scenario.network.sites["harbour"]?.["vessel-path"]).toEqual(["berth"]);
    expect(scenario.flows["calls"]).toMatchObject({ from: { sea: 1 }, to: { harbour: 1 }, priority: 1 });
    expect(scenario.vessels["ship"]?.speed).toBeCloseTo(5.1444, 4);
    expect(scenario.measures.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      "mean-wait harbour.berth",
      "mean-queue harbour.berth",
      "utilisation harbour.berth",
    ]);
    expect(scenario.thresholds["not-overloaded"]).toMatchObject({
      statistic: "mean",
      atMost: 0.95,
      variant: "baseline",
    });
  });
});

describe("the blocked canal", () => {
  const text = read("test/scenario/examples/suez.yaml");
  const study = studyOf(text);

  test("has its baseline first and its variants in file order", () => {
    expect(study.variants.map(({ name }) => name)).toEqual([
      "baseline",
      "surge-after-reopening",
      "divert-at-once",
      "nobody-diverts",
    ]);
    expect(study.variants[1]).toMatchObject({ pillar: "recover", cost: { once: 0, perDay: 400_000 } });
  });

  test("brings the ports that flows name and the passages that some variant names", () => {
    const { sites } = variant(study, "baseline").network;
    expect(Object.keys(sites)).toEqual(["CNSHA", "EGPSD", "NLRTM", "SAJUB", "SGSIN", "suez"]);
    expect(sites["suez"]).toMatchObject({
      type: "passage",
      at: [30.5, 32.3],
      transit: { admission: { kind: "slots" } },
    });
  });

  test("names the station of a passage where stations are due, and orders announcements", () => {
    const { disruptions } = variant(study, "baseline");
    expect(disruptions["grounding"]).toMatchObject({
      of: ["suez.transit"],
      start: { at: 1_616_478_000_000 },
      foresight: {
        steps: [
          { from: { at: 1_616_608_800_000 }, value: { at: 1_617_753_600_000 } },
          { from: { event: "grounding", edge: "start", offset: 0 }, value: { at: 1_616_630_400_000 } },
        ],
      },
    });
  });

  test("patches only what a variant writes", () => {
    expect(variant(study, "divert-at-once").policies["masters"]).toMatchObject({
      of: ["suez"],
      rule: "divert",
      margin: { kind: "constant", value: 86_400_000 },
      "decision-delay": { kind: "constant", value: 0 },
    });
    expect(variant(study, "nobody-diverts").policies["masters"]).toMatchObject({ rule: "wait" });
    expect(Object.keys(variant(study, "surge-after-reopening").policies)).toEqual(["masters", "surge"]);
  });

  test("turns a list of a measure into a row each, and limits into the printed unit", () => {
    const { measures, thresholds } = variant(study, "baseline");
    expect(measures.filter(({ kind }) => kind === "delay").map(({ of }) => of)).toEqual([
      "all",
      "boxes-north",
    ]);
    expect(thresholds["clears-in-time"]).toMatchObject({ atMost: 12, of: "suez.transit", statistic: "p90" });
  });

  test("takes --set over the file, under the variants", () => {
    const set = studyOf(text, ["policies.masters.margin=2 d", "disruptions.grounding.duration=9 d"]);
    for (const { scenario } of set.variants) {
      expect(scenario.policies["masters"]?.["margin"]).toMatchObject({ value: 172_800_000 });
      expect(scenario.disruptions["grounding"]).toMatchObject({
        end: undefined,
        duration: { value: 777_600_000 },
      });
    }
  });
});
