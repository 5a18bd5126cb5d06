import { expect, test } from "vitest";
import type { Batch } from "#study/experiment/batch";
import { assemble } from "#study/experiment/assemble";
import { Campaign } from "#study/experiment/campaign";
import { planExperiment } from "#study/experiment/plan";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { LaboratorySource, Runner } from "#study/experiment/runner";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

/** The laboratory of tests, for runners in this thread and in others. */
export const fakeSource: LaboratorySource = {
  open: openLaboratory,
  worker: new URL("../fake-worker.ts", import.meta.url).href,
};

const wording = { command: "breakwater run fake", warnings: [] };

/** The batch of all replications of the study of tests. */
async function runAll(
  runner: Runner,
  options: Parameters<typeof Campaign.open>[2] = { audit: true },
): Promise<Batch> {
  const campaign = await Campaign.open(fakeStudy(), runner, options);
  try {
    return await campaign.growTo(70);
  } finally {
    await campaign.close();
  }
}

/** What every runner must do, whatever it runs on. */
export function runnerLaws(name: string, runner: Runner): void {
  test(`${name} runs every replication once and gives the bytes of the plainest runner`, async () => {
    const study = fakeStudy();
    const plan = planExperiment(study);
    const expected = await runAll(new InlineRunner(openLaboratory));
    const given = await runAll(runner);
    expect(given).toEqual(expected);
    expect(assemble(plan, given, wording)).toEqual(assemble(plan, expected, wording));
  });

  test(`${name} gives the same bytes when its replications grow in steps`, async () => {
    const campaign = await Campaign.open(fakeStudy(), runner, { audit: true });
    const counts = [1, 33, 64];
    for (const count of counts) expect((await campaign.growTo(count)).span).toEqual({ from: 0, to: count });
    expect(await campaign.growTo(70)).toEqual(await runAll(new InlineRunner(openLaboratory)));
    await campaign.close();
  });

  test(`${name} tells its progress, never backwards, up to all`, async () => {
    const told: number[] = [];
    await runAll(runner, { audit: false, progress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(70);
    expect([...told].sort((left, right) => left - right)).toEqual(told);
  });

  test(`${name} stops between batches when it is interrupted`, async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const progress = (): void => controller.abort(reason);
    const run = runAll(runner, { audit: false, progress, signal: controller.signal });
    await expect(run).rejects.toBe(reason);
  });

  test(`${name} does not begin when it is interrupted beforehand`, async () => {
    const told: number[] = [];
    const signal = AbortSignal.abort(new Error("too late"));
    const run = runAll(runner, { audit: false, progress: (done) => told.push(done), signal });
    await expect(run).rejects.toThrow("too late");
    expect(told).toEqual([]);
  });
}
