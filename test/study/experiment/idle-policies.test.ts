import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import type { ResolvedVariant, Study } from "#scenario/language/resolved";
import { WorldSource } from "#scenario/source/world-source";
import { planExperiment } from "#study/experiment/plan";
import { shippedFiles } from "#study/runners/shipped-files";
import { openShippedLaboratory } from "#study/runners/shipped-laboratory";

const file = new URL("../../scenario/examples/suez.yaml", import.meta.url);
const source = new WorldSource(shippedFiles);
const { study: resolved } = resolveStudy({
  id: "suez",
  file: "suez.yaml",
  text: readFileSync(file, "utf8"),
  library: shippedFiles,
  source,
});
const study = resolved as Study; // the example has no errors

test("twins that differ only in policies that are idle in peace are run once", () => {
  const plan = planExperiment(study);
  expect(plan.worlds.map(({ label }) => label)).toEqual([
    "twin of baseline",
    "twin of divert-at-once",
    "baseline",
    "surge-after-reopening",
    "divert-at-once",
    "nobody-diverts",
  ]);
});

test("a world that stands for two twins gives the rows that each would give", async () => {
  const laboratory = await openShippedLaboratory(study);
  const rowsOf = (name: string): number[] => {
    const variant = study.variants.find((candidate) => candidate.name === name);
    const { scenario } = variant as ResolvedVariant; // the example has it
    const world = laboratory.makeWorld({ ...scenario, disruptions: {} });
    world.run(0);
    return [...world.recorder.journeys.end.view(), ...world.recorder.journeys.metres.view()];
  };
  expect(rowsOf("divert-at-once")).toEqual(rowsOf("nobody-diverts"));
});
