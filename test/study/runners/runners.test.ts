import { expect, test } from "vitest";
import { runners } from "#study/runners/kinds";
import { threads } from "#study/runners/threads";
import { fakeStudy } from "../fake-study.ts";
import { fakeSource, runnerLaws } from "./runner.laws.ts";

for (const kind of runners) {
  for (const threads of kind.kind === "threads" ? [1, 2] : [1]) {
    runnerLaws(`${kind.kind} with ${threads}`, kind.create(fakeSource, threads));
  }
}

test("runners are told apart by their kinds", () => {
  expect(runners.map(({ kind }) => kind)).toEqual(["inline", "threads"]);
});

test("a thread that cannot start fails the run, and nothing besides", async () => {
  const worker = new URL("../no-worker.ts", import.meta.url).href;
  const runner = threads.create({ ...fakeSource, worker }, 2);
  const sitting = await runner.open(fakeStudy(), { audit: false });
  await expect(sitting.run({ from: 0, to: 4 }, () => {})).rejects.toThrow(/no-worker/);
  await sitting.close();
});
