import { expect, test } from "vitest";
import { runners } from "#study/runners/kinds";
import { fakeSource, runnerLaws } from "./runner.laws.ts";

for (const kind of runners) {
  for (const threads of kind.kind === "threads" ? [1, 2] : [1]) {
    runnerLaws(`${kind.kind} with ${threads}`, kind.create(fakeSource, threads));
  }
}

test("runners are told apart by their kinds", () => {
  expect(runners.map(({ kind }) => kind)).toEqual(["inline", "threads"]);
});
