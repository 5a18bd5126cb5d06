import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { disruptions } from "#domain/disruption/disruption-kinds";
import { policies } from "#domain/policy/policy-kinds";
import type { Resolved } from "#scenario/language/resolved";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { openedStudy } from "#shells/cli/workshop";
import { designOf, noDisruption, noPolicy, partOf, variantOf } from "#study/benchmark/design";
import { shippedBenchmarks } from "#study/store/scenario-place";

/** A network as it is written, as far as it is looked at here. */
interface Written {
  readonly extends: string;
  readonly network: { sites: Record<string, { type?: string; tags?: string[] }>; links: object };
  readonly vessels: object;
  readonly flows: Record<string, { to: string | Record<string, number>; arrivals: { rate: string } }>;
}

const networks = shippedBenchmarks().map(({ id, path }) => {
  // As it is written; what is looked for and missing fails its test.
  return { id, written: parse(readFileSync(join(path, "scenario.yaml"), "utf8")) as Written };
});

function tagged({ network }: Written, tag: string): readonly string[] {
  return Object.entries(network.sites).flatMap(([id, { tags = [] }]) => (tags.includes(tag) ? [id] : []));
}

/** Planned calls a day by destination. */
function callsOf({ flows }: Written): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const { to, arrivals } of Object.values(flows)) {
    const weights = typeof to === "string" ? { [to]: 1 } : to;
    const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
    for (const [id, weight] of Object.entries(weights))
      calls.set(id, (calls.get(id) ?? 0) + (Number.parseFloat(arrivals.rate) * weight) / sum);
  }
  return calls;
}

test("six networks are shipped", () => {
  expect(networks.map(({ id }) => id)).toEqual([
    ...["asia-europe", "canals", "corridor", "grid", "spokes", "world"],
  ]);
});

describe.each(networks)("$id", ({ written }) => {
  test("has each role once, and takes what is common from one file", () => {
    expect(written.extends).toBe("../strategies.yaml");
    for (const role of ["gateway", "hub", "second-hub"]) expect(tagged(written, role)).toHaveLength(1);
    expect(written.network.links).toHaveProperty("feeder");
    expect(written.vessels).toHaveProperty("liner");
    expect(written.flows).toHaveProperty("liners");
  });

  test("has its hub where most calls are planned", () => {
    const [hub] = tagged(written, "hub");
    const calls = [...callsOf(written)].filter(([id]) => written.network.sites[id]?.type !== "market");
    expect(calls.sort(([, one], [, other]) => other - one)[0]?.[0]).toBe(hub);
  });
});

function opened(id: string, set: readonly string[] = []): ReturnType<typeof openedStudy>["study"] {
  return openedStudy(shippedWorkshop.check(`scenarios/benchmark/${id}`, set, ".")).study;
}

test.each(["corridor", "canals", "spokes", "grid"])("the gateway of %s is the busiest passage", (id) => {
  const busiest = "{ kind: closure, of: { type: passage, first: 1, by: demand }, start: 60 d }";
  const { variants } = opened(id, [`variants.both.disruptions.busiest=${busiest}`]);
  const found = variants.find(({ name }) => name === "both")?.scenario.disruptions["busiest"];
  const [gateway] = tagged(networks.find((network) => network.id === id)?.written as Written, "gateway");
  expect(found?.["of"]).toEqual([`${gateway}.transit`]);
});

describe("what is common to all networks", () => {
  const study = opened("corridor");
  const design = designOf(study);
  const kindsIn = (section: "disruptions" | "policies"): Set<string> =>
    new Set(
      study.variants.flatMap(({ scenario }: { scenario: Resolved }) =>
        Object.values(scenario[section]).map(({ kind }) => kind),
      ),
    );

  test("are twelve disruptions, of every kind that there is", () => {
    expect(design?.disruptions).toHaveLength(12);
    expect([...kindsIn("disruptions")].sort()).toEqual(disruptions.kinds.map(({ kind }) => kind).sort());
  });

  test("are policies of every kind that there is, and all of them together", () => {
    expect([...kindsIn("policies")].sort()).toEqual(policies.kinds.map(({ kind }) => kind).sort());
    const all = study.variants.find(({ name }) => name === "together")?.scenario.policies ?? {};
    const single = design?.policies.filter((policy) => policy !== "together") ?? [];
    const settings = single.flatMap((policy) =>
      Object.keys(study.variants.find(({ name }) => name === policy)?.scenario.policies ?? {}),
    );
    expect(Object.keys(all).sort()).toEqual(settings.sort());
  });

  test("is a baseline without disruption and without policy", () => {
    const [baseline] = study.variants;
    expect([baseline?.scenario.disruptions, baseline?.scenario.policies]).toEqual([{}, {}]);
  });

  test("a part keeps the quiet days and no policy, and the scenarios of what it names", () => {
    if (design === undefined) throw new Error("the corridor crosses disruptions and policies");
    const part = partOf(study, design, { disruptions: ["strike"], policies: ["go-round", "together"] });
    expect(part.design).toEqual({ disruptions: ["strike"], policies: ["go-round", "together"] });
    const names = part.study.variants.map(({ name }) => name);
    expect([...names].sort()).toEqual(
      ["baseline", "go-round", "together", "strike", "strike+go-round", "strike+together"].sort(),
    );
    for (const variant of part.study.variants)
      expect(variant.scenario).toBe(study.variants.find(({ name }) => name === variant.name)?.scenario);
  });
});

test("neither a disruption nor a policy is the baseline", () => {
  expect(variantOf(noDisruption, noPolicy)).toBe("baseline");
  expect(variantOf(noDisruption, "go-round")).toBe("go-round");
  expect(variantOf("strike", noPolicy)).toBe("strike");
  expect(variantOf("strike", "go-round")).toBe("strike+go-round");
});
