import { describe, expect, it } from "vitest";
import { assert } from "#base/assert";
import { runFigures } from "#study/truth/verdict";
import type { CoveredCase, Figures } from "#study/truth/verification-case";
import { openTrial, replicated, verifyCase } from "#study/truth/verify";
import type { CaseReport, TrialRequest } from "#study/truth/verify";
import { shippedCases } from "../study/truth/shipped-cases.ts";
import { isLong } from "./long.ts";

/** Of the replications of a case, so many run with all tests; all of them in a long run. */
const usualPart = 0.05;

function run(request: TrialRequest): Promise<readonly Figures[]> {
  const trial = openTrial(request);
  const { replications } = request.plan.run;
  return Promise.resolve(Array.from({ length: replications }, (_, index) => replicated(trial, index)));
}

/** A case with a part of its replications, whose figures are held to three standard errors only. */
function brief(given: CoveredCase): CoveredCase {
  const { run: whole } = given;
  if (isLong || whole?.judged !== "errors") return given;
  const replications = Math.max(20, Math.round(usualPart * whole.replications));
  return { ...given, run: { ...whole, replications, looser: runFigures(given) } };
}

function failures({ id, figures }: CaseReport): readonly string[] {
  for (const { name, expected, run: found } of figures) {
    console.log(`${id} ${name}: ${String(found?.value ?? "not run")}, expected ${String(expected)}`);
  }
  return figures.filter(({ run: found }) => found?.holds === false).map(({ name }) => name);
}

describe("the engine", () => {
  it.each(shippedCases.covered.filter((given) => given.run !== undefined))(
    "gives the figures of $id",
    async (given) => {
      const report = await verifyCase(brief(given), run, "tests");
      expect(failures(report)).toEqual([]);
      expect(report.verdict).not.toBe("fail");
    },
  );

  it("does not give figures that are a tenth off", async () => {
    const given = shippedCases.covered.find(({ id }) => id === "q-mm2");
    assert(given !== undefined, "the case is there");
    const off = Object.entries(given.expected).map(([name, value]) => [name, 1.1 * Number(value)]);
    const report = await verifyCase(
      { ...brief(given), expected: Object.fromEntries(off) as Figures },
      run,
      "tests",
    );
    expect(failures(report)).toEqual(Object.keys(given.expected));
  });
});
