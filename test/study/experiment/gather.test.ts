import { expect, test } from "vitest";
import { BrokenInvariant } from "#base/assert";
import { assemble } from "#study/experiment/assemble";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { gather } from "#study/experiment/gather";
import { planExperiment } from "#study/experiment/plan";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

const plan = planExperiment(fakeStudy(40));
const compile = async (): Promise<CompiledExperiment> => new CompiledExperiment(plan, await openLaboratory());
const options = { audit: true };

test("however replications are cut into batches, and whoever runs them, the bytes are the same", async () => {
  const whole = gather([(await compile()).run({ from: 0, to: 40 }, options)]);
  const [one, two] = [await compile(), await compile()];
  const cut = gather([
    two.run({ from: 33, to: 40 }, options),
    one.run({ from: 0, to: 32 }, options),
    two.run({ from: 32, to: 33 }, options),
  ]);
  expect(cut).toEqual(whole);
  const wording = { command: "", warnings: [] };
  expect(assemble(plan, cut, wording).summary.digest).toBe(assemble(plan, whole, wording).summary.digest);
});

test("a gap and an overlap are faults of the runner", async () => {
  const experiment = await compile();
  const [first, second] = [
    experiment.run({ from: 0, to: 2 }, options),
    experiment.run({ from: 3, to: 4 }, options),
  ];
  expect(() => gather([first, second])).toThrow(BrokenInvariant);
  expect(() => gather([first, first])).toThrow(BrokenInvariant);
});

test("loss is measured against the twin of the baseline, for every variant", async () => {
  const batch = (await compile()).run({ from: 0, to: 5 }, options);
  const [baseline, fast] = batch.variants;
  // The fake loss is a difference of mean waits: those of the baseline's twin are the same for both variants.
  const twinWaits = (index: 0 | 1): number[] =>
    [...(batch.variants[index]?.readings[0]?.values ?? [])].map(
      (wait, row) => wait - (batch.variants[index]?.readings[2]?.values[row] ?? NaN),
    );
  twinWaits(1).forEach((wait, row) => expect(wait).toBeCloseTo(twinWaits(0)[row] ?? NaN, 12));
  expect([...(baseline?.twinReadings[0]?.values ?? [])].map((wait) => wait.toFixed(9))).toEqual(
    twinWaits(0).map((wait) => wait.toFixed(9)),
  );
  expect(fast?.twinReadings[2]).toBeNull();
});

test("a failure names the world and the replication that broke off", async () => {
  const laboratory = await openLaboratory();
  const makeWorld: typeof laboratory.makeWorld = (scenario) => {
    const world = laboratory.makeWorld(scenario);
    const run = (replication: number): never => {
      throw new Error(`at 2024-02-10T00:00Z ship 7 broke in ${replication}`);
    };
    const isTwin = Object.keys(scenario.disruptions).length === 0;
    return isTwin ? world : { facts: world.facts, recorder: world.recorder, legs: () => [], run };
  };
  const experiment = new CompiledExperiment(plan, { ...laboratory, makeWorld });
  expect(() => experiment.run({ from: 6, to: 7 }, options)).toThrow(
    "baseline, replication 6: at 2024-02-10T00:00Z ship 7",
  );
});

test("a batch of readings only holds those of a whole one, and nothing else", async () => {
  const span = { from: 3, to: 9 };
  const whole = (await compile()).run(span, options);
  const bare = (await compile()).run(span, { ...options, readingsOnly: true });
  expect(bare.variants.map(({ readings }) => readings)).toEqual(
    whole.variants.map(({ readings }) => readings),
  );
  expect(bare.events).toBe(whole.events);
  for (const { twinReadings, curves, legs, waits, draws, timeline } of bare.variants) {
    expect(twinReadings.every((one) => one === null)).toBe(true);
    expect(curves.every(({ length }) => length === 0)).toBe(true);
    expect([legs.sailings.size, waits.size, draws.length, timeline]).toEqual([0, 0, 0, null]);
  }
  expect(whole.variants.every(({ draws }) => draws.length === 6)).toBe(true);
});
