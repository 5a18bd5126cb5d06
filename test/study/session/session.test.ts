import { describe, expect, test } from "vitest";
import { loadScenario, plan, rows, run, ScenarioError } from "../../../src/browser";
import type { TidyRow } from "../../../src/browser";
import { smallText } from "./small-scenario";

/** What a deed throws. */
function thrownBy(deed: () => unknown): unknown {
  try {
    return deed();
  } catch (error) {
    return error;
  }
}

describe("a loaded scenario", () => {
  test("tells what it is, and its warnings", () => {
    const scenario = loadScenario(smallText, { id: "small" });
    expect(scenario).toMatchObject({
      id: "small",
      title: "A closed harbour",
      question: "How long until the harbour is normal again?",
      variants: ["baseline", "berths", "short"],
    });
    expect(scenario.warnings.map(({ code }) => code)).toEqual(["REPLICATIONS_FEW"]);
  });

  test("with errors is refused with all of them, each with its place", () => {
    const wrong = smallText.replace("speed: 10 kn", "speed: 10 kg").replace("servers: 2", "servers: 2.5");
    const error = thrownBy(() => loadScenario(wrong));
    expect(error).toBeInstanceOf(ScenarioError);
    if (!(error instanceof ScenarioError)) return;
    expect(error.diagnostics.map(({ severity, place }) => [severity, place.line])).toEqual(
      expect.arrayContaining([
        ["error", 13],
        ["error", 15],
      ]),
    );
    expect(error.message).toContain("scenario.yaml:13:");
  });

  test("has the files beside it from a library, and no data set without its files", () => {
    const text = "extends: small.yaml\nreplications: 3\n";
    const library = (name: string): Uint8Array | undefined =>
      name === "small.yaml" ? new TextEncoder().encode(smallText) : undefined;
    expect(plan(loadScenario(text, { library })).replications).toBe(3);
    expect(thrownBy(() => loadScenario(text))).toBeInstanceOf(ScenarioError);
    const worldly = smallText.replace("network:\n", "network:\n  use: world\n");
    expect(String(thrownBy(() => loadScenario(worldly)))).toContain('no data set is named "world"');
  });
});

describe("a plan", () => {
  const scenario = loadScenario(smallText);

  test("says the runs and what they cost before anything is run", () => {
    // Baseline, berths and short, and the twins of baseline and of berths: that of short is the baseline's.
    const { cost, replications, seed, leftOut } = plan(scenario);
    expect(cost).toEqual({ runs: 5 * 24, days: 5 * 24 * 40, voyages: 5 * 24 * 40 * 3 });
    expect({ replications, seed, leftOut }).toEqual({ replications: 24, seed: "small", leftOut: [] });
  });

  test("takes other replications, another seed, and some variants with the baseline", () => {
    const small = plan(scenario, { replications: 4, seed: 7, variants: ["berths"] });
    expect(small).toMatchObject({ replications: 4, seed: "7", variants: ["baseline", "berths"] });
    expect(small.cost.runs).toBe(4 * 4);
    expect(small.leftOut).toEqual(["short-wait"]);
  });

  test.each([
    [{ replications: 0 }, "replications:1:"],
    [{ replications: 2.5 }, "replications:1:"],
    [{ replications: NaN }, "replications:1:"],
    [{ variants: ["berth"] }, 'no variant is named "berth"; nearest is "berths"'],
  ])("of %j is refused by name", (options, words) => {
    const error = thrownBy(() => plan(scenario, options));
    expect(error).toBeInstanceOf(ScenarioError);
    expect(String(error)).toContain(words);
  });
});

describe("a run", () => {
  test("of some variants gives these the rows that they have among all", async () => {
    const scenario = loadScenario(smallText);
    const all = await run(plan(scenario, { replications: 6 }));
    const some = await run(plan(scenario, { replications: 6, variants: ["short"] }));
    expect(some.rows).toEqual(all.rows.filter(({ variant }) => variant !== "berths"));
    const checked = some.summary.thresholds.map(({ id, variant }) => `${id} ${variant}`);
    expect(checked).toEqual(["any-wait baseline", "any-wait short", "short-wait short", "wait baseline"]);
  });

  test("tells its rows by replication, all of them, and as its iterator does", async () => {
    const chosen = plan(loadScenario(smallText), { replications: 9 });
    const told: TidyRow[] = [];
    const { rows: kept } = await run(chosen, { observers: { onRow: (row) => told.push(row) } });
    expect(told.map(({ replication }) => replication)).toEqual(
      [...told.map(({ replication }) => replication)].sort((left, right) => left - right),
    );
    const sorted = [...kept].sort((left, right) => left.replication - right.replication);
    expect(told).toEqual(sorted);
    const iterated: TidyRow[] = [];
    for await (const row of rows(chosen)) iterated.push(row);
    expect(iterated).toEqual(told);
  });

  test("ends with what an observer throws", async () => {
    const chosen = plan(loadScenario(smallText), { replications: 9 });
    const onRow = (): never => {
      throw new Error("the disk is full");
    };
    await expect(run(chosen, { observers: { onRow } })).rejects.toThrow("the disk is full");
  });
});
