import { readdirSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Cancelled, compare, loadScenario, NoComparison, NoScenario } from "../../../src/index";
import { plan, rows, run, ScenarioError } from "../../../src/index";
import type { Progress, RunPlan, TidyRow } from "../../../src/index";
import { PageIo, typed } from "../../house/played-page";
import { scratchFolder } from "../../house/scratch";
import { smallText } from "../../study/session/small-scenario";

const small = (replications: number): RunPlan => plan(loadScenario(smallText), { replications });

/** How many threads this process has. */
const threadsNow = (): number => readdirSync("/proc/self/task").length;

/** Threads end a moment after they are told to: waits until no more are there than before. */
async function threadsEndAt(before: number): Promise<void> {
  await expect.poll(threadsNow, { timeout: 20_000 }).toBeLessThanOrEqual(before);
}

/** Starts and ends a run on threads, so that what Node opens once for good is there, its own threads too. */
async function settle(): Promise<number> {
  await stat(".");
  await run(small(2), { threads: 2 });
  await new Promise((resume) => setTimeout(resume, 200));
  return threadsNow();
}

describe("loadScenario", () => {
  test("finds a shipped scenario by name, and one on disk with what lies beside it", () => {
    expect(loadScenario("ever-given-2021").variants[0]).toBe("baseline");
    const folder = scratchFolder({
      "base.yaml": smallText,
      "mine.yaml": "extends: base.yaml\ntitle: Mine\n",
    });
    expect(loadScenario(join(folder, "mine.yaml"))).toMatchObject({ id: "mine", title: "Mine" });
  });

  test("tells one that is not there from one that is wrong", () => {
    expect(() => loadScenario("ever-given")).toThrow(NoScenario);
    expect(() => loadScenario("breakwater: 1\ntitel: x\n")).toThrow(ScenarioError);
  });
});

describe("run", () => {
  test("gives the summary, rows and draws of the command, on one thread and on several", async () => {
    const folder = scratchFolder({ "small.yaml": smallText });
    await typed("npm start -- run small.yaml --replications 11 --out out", new PageIo(folder));
    const written: unknown = JSON.parse(readFileSync(join(folder, "out/summary.json"), "utf8"));
    const chosen = plan(loadScenario(join(folder, "small.yaml")), { replications: 11 });
    const alone = await run(chosen);
    const together = await run(chosen, { threads: 3 });
    expect(JSON.parse(JSON.stringify(alone.summary))).toEqual(written);
    expect(together).toEqual(alone);
  });

  test("gives a shipped scenario of the world the same on one thread and on two", async () => {
    const chosen = plan(loadScenario("ever-given-2021"), { replications: 2, variants: [] });
    const [alone, together] = [await run(chosen), await run(chosen, { threads: 2 })];
    expect(together).toEqual(alone);
  });

  test.each([1, 2])(
    "tells the same rows in the same order on %d threads, and its progress",
    async (threads) => {
      const chosen = small(12);
      const [told, expected]: [TidyRow[], TidyRow[]] = [[], []];
      const progress: Progress[] = [];
      await run(chosen, {
        threads,
        onProgress: (one) => progress.push(one),
        observers: { onRow: (row) => told.push(row) },
      });
      for await (const row of rows(chosen)) expected.push(row);
      expect(told).toEqual(expected);
      expect(told).toHaveLength(12 * 3 * 3);
      expect(progress.at(-1)).toEqual({ done: 12, total: 12 });
    },
  );

  test.each([0, 1.5, NaN])("refuses %d threads", async (threads) => {
    await expect(run(small(2), { threads })).rejects.toThrow("a whole number of threads");
  });
});

describe("compare", () => {
  test("says what the command prints, on the result of the same plan", async () => {
    const folder = scratchFolder({ "small.yaml": smallText });
    const io = new PageIo(folder);
    await typed("npm start -- compare small.yaml --json --out compared.json --replications 24", io);
    const printed: unknown = JSON.parse(readFileSync(join(folder, "compared.json"), "utf8"));
    const result = await run(plan(loadScenario(join(folder, "small.yaml")), { replications: 24 }));
    expect(JSON.parse(JSON.stringify(compare(result)))).toEqual(printed);
    const { by, ranking, indifference } = compare(result, { by: "mean-wait", indifference: 0.25 });
    expect(by).toMatchObject({ measure: "mean-wait", of: "harbour.berth", better: "less" });
    expect(ranking.map(({ variant }) => variant)).toEqual(["berths", "short", "baseline"]);
    expect(indifference).toBe(0.25);
  });

  test("is refused one variant, a measure that is not there, and an indifference of nothing", async () => {
    const alone = await run(plan(loadScenario(smallText), { replications: 2, variants: [] }));
    expect(() => compare(alone)).toThrow(NoComparison);
    const both = await run(plan(loadScenario(smallText), { replications: 2, variants: ["short"] }));
    expect(() => compare(both, { by: "mean-weight" })).toThrow('nearest is "mean-wait"');
    expect(() => compare(both, { indifference: 0 })).toThrow("above 0");
  });
});

describe("cancelling", () => {
  test.each([1, 2])("on %d threads says what was done, soon, and leaves no thread", async (threads) => {
    const before = await settle();
    const controller = new AbortController();
    const reason = new Error("lunch");
    let done = 0;
    const onProgress = (progress: Progress): void => {
      done = progress.done;
      controller.abort(reason);
    };
    const cancelled = await run(small(400), { threads, signal: controller.signal, onProgress }).catch(
      (error: unknown) => error,
    );
    expect(cancelled).toBeInstanceOf(Cancelled);
    expect(cancelled).toMatchObject({ done, total: 400, cause: reason });
    expect(done).toBeLessThan(40);
    await threadsEndAt(before);
  });

  test("before it begins runs nothing", async () => {
    const told: Progress[] = [];
    const options = { signal: AbortSignal.abort(), onProgress: (one: Progress) => told.push(one) };
    for (const threads of [1, 2])
      await expect(run(small(8), { ...options, threads })).rejects.toBeInstanceOf(Cancelled);
    await expect(rows(small(8), options).next()).rejects.toBeInstanceOf(Cancelled);
    expect(told).toEqual([]);
  });

  test("of a run whose observer throws ends its threads too", async () => {
    const before = await settle();
    const onRow = (): never => {
      throw new Error("the disk is full");
    };
    await expect(run(small(400), { threads: 2, observers: { onRow } })).rejects.toThrow("the disk is full");
    await threadsEndAt(before);
  });
});

describe("rows", () => {
  test("are not run ahead of who reads them, and leaving the loop ends the threads", async () => {
    const before = await settle();
    let done = 0;
    let read = 0;
    for await (const row of rows(small(400), { threads: 2, onProgress: (one) => (done = one.done) })) {
      expect(done).toBe(row.replication < 32 ? 32 : 64);
      if (++read > 32 * 9) break;
    }
    expect(done).toBe(64);
    await threadsEndAt(before);
  });

  test("end with `Cancelled` when the signal comes", async () => {
    const controller = new AbortController();
    const read = async (): Promise<void> => {
      for await (const row of rows(small(400), { signal: controller.signal }))
        if (row.replication === 20) controller.abort();
    };
    await expect(read()).rejects.toMatchObject({ name: "Cancelled", done: 32, total: 400 });
  });
});
