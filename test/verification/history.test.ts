import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "#study/experiment/result";
import { everGiven } from "./histories/ever-given-2021.ts";
import { histories } from "./histories/histories.ts";
import { partsOf, readmeOf } from "./history-readme.ts";
import { scoresOf, tableOf } from "./history-table.ts";
import { isLong } from "./long.ts";
import { columnsOf, resultOf, studyOf } from "./scenario-run.ts";

const placeOf = (name: string): string => `../../scenarios/${name}/history.yaml`;

/** The cells of a table, however wide it is laid out. */
const cellsOf = (table: string): readonly (readonly string[])[] =>
  table
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, first]) => !first?.startsWith("---"));

/** What no run changes: the outcomes, their units, and what was published. */
const fixedOf = (table: string): readonly string[] =>
  cellsOf(table).map((cells) => cells.slice(1, 4).join(" | "));

describe.each(histories)("$name beside history", (history) => {
  let result: Result;

  beforeAll(async () => {
    result = await resultOf(studyOf(placeOf(history.name), ["replications=3"]));
  });

  it("reads each outcome that may be scored in every replication", () => {
    const scores = scoresOf(result, history);
    expect(scores.length).toBe(history.outcomes.length);
    for (const { outcome, without, mean } of scores) {
      expect(without, outcome.metric).toBe(0);
      expect(Number.isFinite(mean), outcome.metric).toBe(true);
      expect(outcome.low, outcome.metric).toBeLessThanOrEqual(outcome.published);
      expect(outcome.high, outcome.metric).toBeGreaterThanOrEqual(outcome.published);
    }
  });

  it("stands in the README, of the shipped replications", async () => {
    const { table } = partsOf(readFileSync(readmeOf(history.name), "utf8"));
    const study = studyOf(placeOf(history.name));
    const [baseline] = study.variants;
    expect(fixedOf(table)).toEqual(fixedOf(tableOf(result, history)));
    const { replications, seed } = baseline?.scenario ?? {};
    expect(table).toContain(`${replications} replications, seed ${seed}.`);
    if (isLong) expect(cellsOf(table)).toEqual(cellsOf(tableOf(await resultOf(study, 2), history)));
  });

  it("is of the very draws of the shipped scenario, without its variants", () => {
    const [own, ...others] = studyOf(placeOf(history.name)).variants;
    const [shipped] = studyOf(`../../scenarios/${history.name}`).variants;
    expect(others).toEqual([]);
    const world = ({
      measures: _,
      performance: __,
      ...rest
    }: object & { measures?: unknown; performance?: unknown }): object => rest;
    const said = { title: "", notes: "", thresholds: {} };
    expect({ ...world(own?.scenario ?? {}), ...said }).toEqual({
      ...world(shipped?.scenario ?? {}),
      ...said,
    });
  });
});

describe("the blockage beside history", () => {
  let result: Result;

  beforeAll(async () => {
    result = await resultOf(studyOf(placeOf(everGiven.name), ["replications=3"]));
  });

  it("is of the very runs of the shipped scenario", async () => {
    const without = ["no-surge", "divert-at-once", "nobody-diverts"].map((name) => `variants.${name}=null`);
    const shipped = await resultOf(
      studyOf("../../scenarios/ever-given-2021", ["replications=3", ...without]),
    );
    const queues = (of: Result): readonly Float64Array[] =>
      columnsOf(of).filter((_, row) => of.study.variants[0]?.scenario.measures[row]?.kind === "queue");
    expect(queues(result)).toHaveLength(7);
    expect(queues(result)).toEqual(queues(shipped));
  });

  it("counts the points of a curve as one outcome", () => {
    const table = tableOf(result, everGiven);
    expect(everGiven.outcomes).toHaveLength(22);
    expect(table).toContain("| queue path, 6 points as one |");
    expect(table).toContain("| dwell, 5 points as one |");
    expect(table).toMatch(/Of 11 outcomes that stand alone/);
  });
});
