import { expect, test } from "vitest";
import type { ResolvedMeasure } from "#scenario/language/resolved";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { TidyRow } from "#study/experiment/result";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeScenario, fakeVariant } from "../fake-study.ts";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const row: ResolvedMeasure = {
  kind: "mean-wait",
  of: "harbour.berth",
  at: undefined,
  from: undefined,
  until: undefined,
  by: "arrival",
};

async function rowsOf(measures: readonly ResolvedMeasure[]): Promise<readonly TidyRow[]> {
  const scenario = fakeScenario({ replications: 2, measures });
  const study = { id: "windows", variants: [fakeVariant("baseline", scenario)] };
  const options = { audit: false, command: "breakwater run windows", warnings: [] };
  return (await runExperiment(study, new InlineRunner(openLaboratory), options)).result.rows;
}

test("every row says what tells its measure from the others: instant, window, who is counted", async () => {
  const [from, until, later] = [start + 20 * day, start + 30 * day, start + 40 * day];
  const rows = await rowsOf([
    row,
    { ...row, at: from },
    { ...row, from, until },
    { ...row, from, until: later },
    { ...row, from, until, by: "completion" },
    { ...row, until },
    { ...row, by: "completion" },
  ]);
  const first = rows.filter(({ replication, twin }) => replication === 0 && !twin);
  expect(first.map(({ time, until: end, by }) => [time, end, by])).toEqual([
    [null, null, null],
    [from, null, null],
    [from, until, null],
    [from, later, null],
    [from, until, "completion"],
    [null, until, null],
    [null, null, "completion"],
  ]);
});
