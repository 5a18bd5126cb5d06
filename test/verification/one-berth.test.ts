import { beforeAll, describe, expect, it } from "vitest";
import { assert } from "#base/assert";
import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";
import type { Result } from "#study/experiment/result";
import type { MeasureSummary } from "#study/experiment/summary";
import { expectedOf } from "./expected.ts";
import { isLong } from "./long.ts";
import { littleGap } from "./little.ts";
import { columnsByName, resultOf, studyOf } from "./scenario-run.ts";

const place = "../../scenarios/one-berth";

/**
 * M/M/1 with 2.4 arrivals a day and a mean service of 9 h: utilisation rho = 2.4 x 9 / 24, mean queue
 * rho^2 / (1 - rho), mean wait in days by Little's law.
 */
const theory: Readonly<Record<string, number>> = {
  utilisation: 0.9,
  "mean-queue": 8.1,
  "mean-wait": 8.1 / 2.4,
};

function measuresOf({ summary }: Result): readonly MeasureSummary[] {
  const [baseline] = summary.variants;
  assert(baseline !== undefined, "there is a baseline");
  return baseline.measures;
}

describe("one berth, nine tenths busy", () => {
  let result: Result;
  let columns: ReadonlyMap<string, Float64Array>;

  beforeAll(async () => {
    result = await resultOf(studyOf(place), 2);
    columns = columnsByName(result);
  });

  const column = (name: string): Float64Array => {
    const found = columns.get(name);
    assert(found !== undefined, `the scenario measures ${name}`);
    return found;
  };

  it.each(Object.entries(theory))("has theory's %s (%d) inside its 99.9 % interval", (name, expected) => {
    const { low, high } = studentInterval(foldInBlocks(column(name)), 0.999);
    expect(low).not.toBeNull();
    expect(expected).toBeGreaterThan(low ?? Infinity);
    expect(expected).toBeLessThan(high ?? -Infinity);
  });

  it("has 95 % intervals no wider than 2 % of the mean on either side", () => {
    for (const { measure, mean, low, high } of measuresOf(result)) {
      console.log(`one-berth ${measure}: ${mean} [${low}, ${high}], theory ${theory[measure]}`);
      expect(((high ?? Infinity) - (low ?? 0)) / 2 / (mean ?? 0), measure).toBeLessThan(0.02);
    }
  });

  it("obeys Little's law: as many wait as are served a day, times the days that they wait", async () => {
    const study = studyOf(place, ["measures.throughput=harbour.berth", "replications=100"]);
    const found = columnsByName(await resultOf(study, 2));
    const [queue, wait, perDay] = ["mean-queue", "mean-wait", "throughput"].map(
      (name) => found.get(name) ?? [],
    );
    const { low, high } = littleGap({ queue, wait, perDay });
    console.log(`one-berth, Little's law: gap ${low} to ${high} of the mean queue`);
    expect(low).toBeGreaterThan(-0.002);
    expect(high).toBeLessThan(0.002);
  });

  it("gives the digest that is committed with it", () => {
    expect(result.summary.digest).toBe(expectedOf(place)?.digest);
    expect(result.summary.conservation.violations).toBe(0);
  });
});

describe("one berth over 100 seeds", () => {
  it("has 88 to 100 intervals of 95 % that cover theory, for each measure", async () => {
    const covered: Record<string, number> = {};
    for (let seed = 0; seed < 100; seed += 1) {
      const study = studyOf(place, [`seed=coverage-${seed}`, `replications=${isLong ? 60 : 6}`]);
      for (const { measure, low, high } of measuresOf(await resultOf(study))) {
        const expected = theory[measure] ?? NaN;
        const isCovered = (low ?? Infinity) <= expected && expected <= (high ?? -Infinity);
        covered[measure] = (covered[measure] ?? 0) + (isCovered ? 1 : 0);
      }
    }
    console.log(`Of 100 intervals cover: ${JSON.stringify(covered)}`);
    for (const measure of Object.keys(theory)) {
      expect(covered[measure], measure).toBeGreaterThanOrEqual(88);
      expect(covered[measure], measure).toBeLessThanOrEqual(100);
    }
  });
});
