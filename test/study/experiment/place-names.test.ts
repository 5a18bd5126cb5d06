import { expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import type { Study } from "#scenario/language/resolved";
import { placeInSentence, placeName } from "#study/experiment/place-names";
import { localWorld } from "../../scenario/language/local-world.ts";
import { fakeScenario, fakeVariant } from "../fake-study.ts";

const site = {
  at: undefined,
  country: undefined,
  operator: undefined,
  tags: [],
  stations: {},
  "vessel-path": [],
  "cargo-path": [],
  transit: undefined,
  transfer: undefined,
} as const;

function studyOf(of: readonly string[] = ["suez.transit"]): Study {
  const sites = {
    suez: { ...site, type: "passage" },
    oresund: { ...site, type: "passage" },
    "cape-horn": { ...site, type: "passage" },
    SGSIN: { ...site, type: "port" },
    harbour: { ...site, type: "port" },
  } as const;
  const performance = { of, window: 1, recoveredAt: 1, heldFor: 1 };
  const scenario = fakeScenario({ network: { use: "world", sites, links: {} }, performance });
  const names = { suez: "Suez Canal", oresund: "The Sound", "cape-horn": "Cape Horn", SGSIN: "Singapore" };
  return { id: "named", variants: [fakeVariant("baseline", scenario)], names };
}

test("a place goes by its name, a station by its own and that of its site, the rest by id", () => {
  const name = (of: string): string => placeName(studyOf(), of);
  expect(["suez.transit", "suez", "SGSIN", "SGSIN.berth"].map(name)).toEqual([
    "Suez Canal",
    "Suez Canal",
    "Singapore",
    "berth of Singapore",
  ]);
  expect(["harbour.berth", "boxes-north", "all", "performance"].map(name)).toEqual([
    "berth of harbour",
    "boxes-north",
    "all flows",
    "Suez Canal",
  ]);
});

test("within a sentence, stations and named passages take their article, and ports and flows none", () => {
  const name = (of: string): string => placeInSentence(studyOf(["suez.transit", "harbour.berth"]), of);
  expect(
    ["suez.transit", "oresund.transit", "cape-horn", "SGSIN", "harbour.berth", "boxes-north"].map(name),
  ).toEqual(["the Suez Canal", "the Sound", "Cape Horn", "Singapore", "the berth of harbour", "boxes-north"]);
  expect(name("performance")).toBe("the Suez Canal and the berth of harbour");
});

test("a study carries the names of the sites that its data set brings, and of no others", () => {
  const text = [
    "breakwater: 1",
    "title: Named",
    "time: { start: 2021-01-01T00:00Z, end: 2021-12-01T00:00Z, warm-up: 60 d }",
    "seed: named",
    "replications: 30",
    "network:",
    "  use: world",
    "  sites: { suez: { transit: { time: 12 h, admission: { kind: slots, rate: 60 /d } } } }",
    "vessels: { ship: { mode: sea, speed: 12 kn, capacity: 1 TEU } }",
    "flows: { calls: { from: CNSHA, to: NLRTM, vessel: ship, arrivals: { kind: poisson, rate: 1 /d } } }",
    "measures: { mean-wait: suez.transit }",
  ].join("\n");
  const input = { id: "named", file: "named.yaml", text, library: () => undefined, source: localWorld };
  const { study, diagnostics } = resolveStudy(input);
  expect(diagnostics).toEqual([]);
  expect(study?.names).toEqual({ CNSHA: "CNSHA", NLRTM: "NLRTM", suez: "Suez Canal" });
});

test("a site goes by the name of the scenario, over that of the data set, and no result knows", () => {
  const text = (more: string): string =>
    [
      "breakwater: 1",
      "title: Named",
      "time: { start: 2021-01-01T00:00Z, end: 2021-12-01T00:00Z, warm-up: 60 d }",
      "network:",
      "  use: world",
      "  sites:",
      `    NLRTM: { ${more}stations: { berth: { servers: 1, service: 2 h } } }`,
      "vessels: { ship: { mode: sea, speed: 12 kn, capacity: 1 TEU } }",
      "flows: { calls: { from: CNSHA, to: NLRTM, vessel: ship, arrivals: { kind: poisson, rate: 1 /d } } }",
      "measures: { mean-wait: NLRTM.berth }",
    ].join("\n");
  const studyOf = (more: string): Study | undefined => {
    const input = { id: "named", file: "named.yaml", text: text(more), library: () => undefined };
    return resolveStudy({ ...input, source: localWorld }).study;
  };
  const named = studyOf("name: Maasvlakte, ");
  expect(named && placeName(named, "NLRTM.berth")).toBe("berth of Maasvlakte");
  expect(named?.names).toMatchObject({ NLRTM: "Maasvlakte", CNSHA: "CNSHA" });
  expect(named?.variants).toEqual(studyOf("")?.variants);
});
