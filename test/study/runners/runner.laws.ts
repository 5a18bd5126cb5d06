import { expect, test } from "vitest";
import type { Batch } from "#study/experiment/batch";
import { assemble } from "#study/experiment/assemble";
import { gather } from "#study/experiment/gather";
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

/** What every runner must do, whatever it runs on. */
export function runnerLaws(name: string, runner: Runner): void {
  test(`${name} runs every replication once and gives the bytes of the plainest runner`, async () => {
    const study = fakeStudy();
    const plan = planExperiment(study);
    const expected = gather(await new InlineRunner(openLaboratory).run(study, { audit: true }));
    const given = gather(await runner.run(study, { audit: true }));
    expect(given).toEqual(expected);
    expect(assemble(plan, given, wording)).toEqual(assemble(plan, expected, wording));
  });

  test(`${name} gives its batches in order of replication`, async () => {
    const batches = await runner.run(fakeStudy(), { audit: false });
    const spans = batches.map(({ span }) => span);
    expect(spans[0]?.from).toBe(0);
    expect(spans.at(-1)?.to).toBe(70);
    spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.to));
  });

  test(`${name} tells its progress, never backwards, up to all`, async () => {
    const told: number[] = [];
    await runner.run(fakeStudy(), { audit: false, progress: (done, total) => told.push(done / total) });
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((left, right) => left - right)).toEqual(told);
  });

  test(`${name} stops between batches when it is interrupted, and keeps nothing`, async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    const progress = (): void => controller.abort(reason);
    const run: Promise<readonly Batch[]> = runner.run(fakeStudy(), {
      audit: false,
      progress,
      signal: controller.signal,
    });
    await expect(run).rejects.toBe(reason);
  });

  test(`${name} does not begin when it is interrupted beforehand`, async () => {
    const told: number[] = [];
    const signal = AbortSignal.abort(new Error("too late"));
    const run = runner.run(fakeStudy(), { audit: false, progress: (done) => told.push(done), signal });
    await expect(run).rejects.toThrow("too late");
    expect(told).toEqual([]);
  });
}
