import { expect, test } from "vitest";
import { planExperiment, runCount } from "#study/experiment/plan";
import { isDisrupted, twinOf } from "#study/experiment/twin";
import { fakeClosure, fakeScenario, fakeStudy, fakeVariant } from "../fake-study.ts";

const speed = (factor: number) => ({ berths: { kind: "fake-speed", factor } });

test("a twin lacks every disruption but those marked background, and keeps its policies", () => {
  const disruptions = { ...fakeClosure(5), winter: { kind: "closure", background: true } };
  const twin = twinOf(fakeScenario({ disruptions, policies: speed(2) }));
  expect(Object.keys(twin.disruptions)).toEqual(["winter"]);
  expect(twin.policies).toEqual(speed(2));
  expect([isDisrupted(fakeScenario({ disruptions })), isDisrupted(twin)]).toEqual([true, false]);
});

test("twins are run once that differ only by a policy that never acts in them", () => {
  const plan = planExperiment(fakeStudy(10));
  const [baseline, fast, idle] = plan.variants;
  expect(idle?.twin).toBe(baseline?.twin);
  expect(fast?.twin).not.toBe(baseline?.twin);
  expect(new Set(plan.variants.map(({ run }) => run)).size).toBe(3);
  expect(plan.worlds.map(({ label }) => label)).toEqual([
    "twin of baseline",
    "twin of fast",
    "baseline",
    "fast",
    "idle",
  ]);
  expect(plan.worlds.map(({ twin }) => twin)).toEqual([true, true, false, false, false]);
  expect(runCount(plan)).toBe(50);
});

test("twins that differ in a policy that acts without a disruption are run each", () => {
  const disrupted = fakeScenario({ disruptions: fakeClosure(5) });
  const study = {
    id: "two",
    variants: [fakeVariant("baseline", disrupted), fakeVariant("fast", { ...disrupted, policies: speed(2) })],
  };
  expect(planExperiment(study).worlds.length).toBe(4);
});

test("twins that differ in a background disruption are run each", () => {
  const season = fakeClosure(5, true);
  const disrupted = fakeScenario({
    disruptions: { ...fakeClosure(5), winter: season["storm"] ?? { kind: "closure" } },
  });
  const study = {
    id: "two",
    variants: [
      fakeVariant("baseline", disrupted),
      fakeVariant("calm", { ...disrupted, disruptions: fakeClosure(5) }),
    ],
  };
  expect(planExperiment(study).worlds.length).toBe(4);
});

test("a baseline without disruption is its own twin, and variants are measured against it", () => {
  const calm = fakeScenario();
  const study = {
    id: "calm",
    variants: [fakeVariant("baseline", calm), fakeVariant("fast", { ...calm, policies: speed(2) })],
  };
  const plan = planExperiment(study);
  expect(plan.worlds.map(({ label }) => label)).toEqual(["baseline", "fast"]);
  expect(plan.variants.map(({ twin }) => twin)).toEqual([0, 0]);
  expect(plan.baselineTwin).toBe(0);
});

test("variants that differ in words only are one world", () => {
  const scenario = fakeScenario({ disruptions: fakeClosure(5) });
  const study = {
    id: "words",
    variants: [fakeVariant("baseline", scenario), fakeVariant("same", { ...scenario, title: "Other" })],
  };
  expect(planExperiment(study).worlds.length).toBe(2);
});
