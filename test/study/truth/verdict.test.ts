import { describe, expect, it } from "vitest";
import { flatFigures } from "#study/truth/figures";
import { readCases } from "#study/truth/read-cases";
import { isWithin, judged } from "#study/truth/verdict";
import type { CaseRun, Figures } from "#study/truth/verification-case";
import { verifyCase } from "#study/truth/verify";
import { shippedCases } from "./shipped-cases.ts";

const run: CaseRun = {
  judged: "errors",
  replications: 4,
  horizon: 1,
  warmUp: 0,
  unit: "day",
  figures: "all",
};

/** Replications that give these numbers as `x`. */
const rows = (...values: readonly number[]): readonly Figures[] => values.map((x) => ({ x }));

describe("a figure judged by its standard error", () => {
  // Mean 100, standard deviation 0.2, so that the error of four is 0.1.
  const four = rows(99.8268, 99.8268, 100.1732, 100.1732);

  it("holds within three of them", () => {
    expect(judged("x", 100.29, four, run).holds).toBe(true);
    expect(judged("x", 100.31, four, run).holds).toBe(false);
    expect(judged("x", 100, four, run).error).toBeCloseTo(0.1, 4);
  });

  it("does not hold when the error is more than 0.4 % of what is expected, unless it is a looser one", () => {
    const wide = rows(99, 99, 101, 101);
    expect(judged("x", 100, wide, run).holds).toBe(false);
    expect(judged("x", 100, wide, { ...run, looser: ["x"] }).holds).toBe(true);
  });

  it("does not hold without replications that differ from nothing", () => {
    expect(judged("x", 100, [], run).holds).toBe(false);
  });
});

describe("a figure judged exactly", () => {
  it("may differ by a share of what is expected, by that itself where it is 0, and else not at all", () => {
    expect(isWithin(100.1, 100, 0.001)).toBe(true);
    expect(isWithin(100.2, 100, 0.001)).toBe(false);
    expect(isWithin(0.0009, 0, 0.001)).toBe(true);
    expect(isWithin(null, null, 0)).toBe(true);
    expect(isWithin(0, null, 1)).toBe(false);
    expect(isWithin("[1]", "[1,2]", 1)).toBe(false);
    expect(isWithin(NaN, 1, 1)).toBe(false);
  });
});

describe("nested figures", () => {
  it("are named by their keys, lists from 1 on, and lists of names are one text", () => {
    expect(flatFigures({ Wq: [1, 2], wait: { total: 3, last: null }, arcs: ["OA", "AB"] })).toEqual({
      "Wq.1": 1,
      "Wq.2": 2,
      "wait.total": 3,
      "wait.last": null,
      arcs: '["OA","AB"]',
    });
  });
});

describe("a case", () => {
  const given = shippedCases.covered.find(({ id }) => id === "q-mm1-ciw");
  if (given?.run === undefined) throw new Error("the case is there");
  const asked = given;
  const target = 5 / 24;
  /** Runs that give their seeds' number, with some spread. */
  const giving =
    (value: (seed: string) => number) =>
    ({ plan }: { readonly plan: { readonly seed: string } }): Promise<readonly Figures[]> =>
      Promise.resolve([0.999, 1.001, 1].map((factor) => ({ Wq: factor * value(plan.seed) })));

  it("that misses a figure once is run again with new seeds, and that counts", async () => {
    const seeds: string[] = [];
    const second = giving((seed) => {
      seeds.push(seed);
      return seed.endsWith("again") ? target : 2 * target;
    });
    const report = await verifyCase(asked, second, "s");
    expect([report.verdict, report.again]).toEqual(["pass", true]);
    expect(new Set(seeds)).toEqual(new Set(["q-mm1-ciw/s", "q-mm1-ciw/s/again"]));
  });

  it("that misses it twice fails", async () => {
    const report = await verifyCase(
      asked,
      giving(() => 1.05 * target),
      "s",
    );
    expect(report.verdict).toBe("fail");
  });

  it("that is right at first is not run again", async () => {
    const report = await verifyCase(
      asked,
      giving(() => target),
      "s",
    );
    expect([report.verdict, report.again]).toEqual(["pass", false]);
  });

  it("fails when theory is not what its source has, whatever the run gives", async () => {
    const wrong = { ...asked, expected: { Wq: 1.01 * target } };
    const report = await verifyCase(
      wrong,
      giving(() => 1.01 * target),
      "s",
    );
    expect([report.verdict, report.figures[0]?.theoryHolds]).toEqual(["fail", false]);
  });

  it("of which a part is covered passes in part only", async () => {
    const park = shippedCases.covered.find(({ id }) => id === "net-seervada");
    if (park === undefined) throw new Error("the case is there");
    const { openTrial, replicated } = await import("#study/truth/verify");
    const report = await verifyCase(
      park,
      (request) => Promise.resolve([replicated(openTrial(request), 0)]),
      "s",
    );
    expect(report.verdict).toBe("partly");
    expect(report.figures.map(({ name }) => name)).not.toContain("mst");
  });
});

describe("the file of cases", () => {
  it("is refused when something in it is wrong", () => {
    const row = {
      id: "a",
      title: "A",
      topic: "queue",
      source: "S",
      inputs: {},
      expected: { x: 1 },
      tolerance: 0,
    };
    const read =
      (...rowsOf: readonly object[]) =>
      () =>
        readCases(JSON.stringify(rowsOf));
    expect(read(row)().covered).toHaveLength(1);
    expect(read()).toThrow("is a list");
    expect(read(row, row)).toThrow("one case a");
    expect(read({ ...row, source: "" })).toThrow("names its source");
    expect(read({ ...row, expected: {} })).toThrow("expects figures");
    expect(read({ ...row, units: { x: "h", Lq: "jobs" } })).toThrow("expects Lq, of which");
    expect(read({ ...row, run: { judged: "exact" } })).toThrow("within what");
  });

  it("tells what comes later by the part that it comes with", () => {
    expect(new Set(shippedCases.later.map(({ comesWith }) => comesWith))).toEqual(
      new Set(["chain", "protect", "prevent"]),
    );
  });
});
