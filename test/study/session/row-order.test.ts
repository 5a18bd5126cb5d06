import { expect, test } from "vitest";
import type { Batch } from "#study/experiment/batch";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { planExperiment } from "#study/experiment/plan";
import { BatchOrder, rowsByReplication } from "#study/session/row-order";
import { openLaboratory } from "../fake-laboratory";
import { fakeStudy } from "../fake-study";

test("batches that come early wait until those before them have come", async () => {
  const study = fakeStudy();
  const plan = planExperiment(study);
  const experiment = new CompiledExperiment(plan, await openLaboratory());
  const batch = (from: number, to: number): Batch => experiment.run({ from, to }, { audit: false });
  const [first, second, third, fourth] = [batch(0, 2), batch(2, 3), batch(3, 7), batch(7, 8)];
  const handed: Batch[] = [];
  const order = new BatchOrder((one) => handed.push(one));
  const counts = [third, first, fourth, second].map((one) => {
    order.take(one);
    return handed.length;
  });
  expect(counts).toEqual([0, 1, 1, 4]);
  expect(handed).toEqual([first, second, third, fourth]);
  const rows = handed.flatMap((one) => rowsByReplication(plan, one));
  expect(rows).toEqual(rowsByReplication(plan, batch(0, 8)));
});
