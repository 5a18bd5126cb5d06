import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "#study/experiment/result";
import type { Scored } from "./history-table.ts";
import { scoresOf, tableOf } from "./history-table.ts";
import { columnsOf, resultOf, studyOf } from "./scenario-run.ts";

const folder = "../../scenarios/ever-given-2021";

describe("the blockage beside history", () => {
  let result: Result;
  let scores: readonly Scored[];

  beforeAll(async () => {
    result = await resultOf(studyOf(`${folder}/history.yaml`, ["replications=3"]));
    scores = scoresOf(result);
  });

  it("reads each outcome that may be scored in every replication", () => {
    expect(scores.map(({ outcome }) => outcome.metric)).toHaveLength(22);
    for (const { outcome, without, mean } of scores) {
      expect(without, outcome.metric).toBe(0);
      expect(Number.isFinite(mean), outcome.metric).toBe(true);
    }
  });

  it("is of the very runs of the shipped scenario", async () => {
    const without = ["no-surge", "divert-at-once", "nobody-diverts"].map((name) => `variants.${name}=null`);
    const shipped = await resultOf(studyOf(folder, ["replications=3", ...without]));
    const queues = (of: Result): readonly Float64Array[] =>
      columnsOf(of).filter((_, row) => of.study.variants[0]?.scenario.measures[row]?.kind === "queue");
    expect(queues(result)).toHaveLength(7);
    expect(queues(result)).toEqual(queues(shipped));
  });

  it("counts the points of a curve as one outcome", () => {
    const table = tableOf(result);
    expect(table).toContain("| queue path, 6 points as one |");
    expect(table).toContain("| dwell, 5 points as one |");
    expect(table).toMatch(/Of 11 outcomes that stand alone/);
  });
});
