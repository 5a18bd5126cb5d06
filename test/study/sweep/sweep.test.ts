import { expect, test } from "vitest";
import type { Span } from "#study/experiment/batch";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import { rowsText } from "#study/experiment/rows-text";
import { openShippedLaboratory } from "#study/runners/shipped-laboratory";
import type { Cube } from "#study/sweep/cube";
import { FutureRefused, runSweep } from "#study/sweep/sweep";
import type { SweepPart } from "#study/sweep/sweep-part";
import { joinParts } from "#study/sweep/sweep-part";
import { outermostFutures, planSweep } from "#study/sweep/sweep-plan";
import type { SweepPlan } from "#study/sweep/sweep-plan";
import { at, fiveLengths, openSmall, smallRun } from "./small-sweep.ts";

async function planned(replications = 3, futures = fiveLengths): Promise<SweepPlan> {
  const opened = await openSmall(futures);
  return planSweep(opened.study, opened.futures, replications);
}

/** A sitting that runs spans of one future each, the last first. */
async function backwards(replications = 3): Promise<{ asked: Span[]; run: Parameters<typeof runSweep>[1] }> {
  const run = await smallRun(replications);
  const asked: Span[] = [];
  return {
    asked,
    run: {
      run(span, take) {
        asked.push(span);
        for (let from = span.to - 1; from >= span.from; from -= 1) take(run.run({ from, to: from + 1 }));
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    },
  };
}

test("the numbers of a future are those that a run of its study gives", async () => {
  const plan = await planned();
  const { run } = await backwards();
  const kept: SweepPart[] = [];
  const { cube } = await runSweep(plan, run, { keep: (part) => kept.push(part) });
  const study = plan.futures.at(3).study;
  if (study === undefined) throw new Error("the future fits");
  const variants = study.variants.map((variant) => ({
    ...variant,
    scenario: { ...variant.scenario, replications: 3 },
  }));
  const runner = new InlineRunner(openShippedLaboratory);
  const experiment = { audit: false, command: "", warnings: [] };
  const { result } = await runExperiment({ ...study, variants }, runner, experiment);
  result.summary.variants.forEach(({ measures }, variant) =>
    measures.forEach(({ mean }, measure) =>
      expect(at(cube.measures[measure]?.cells[variant]?.values, 3)).toBe(mean),
    ),
  );
  const rows = kept.find(({ span }) => span.from === 3)?.rows.split("\n") ?? [];
  const own = rowsText(result.rows.filter(({ twin }) => !twin))
    .split("\n")
    .slice(1);
  expect(rows.map((row) => row.replace("small,f004,", "small,"))).toEqual(
    own.map((row) => row.replace(/,false$/, "")),
  );
  expect(rows.length).toBe(3 * 3 * 2 + 1);
});

test("a future that takes the memory of another gives what it gives in memory of its own", async () => {
  const span = (from: number): Span => ({ from, to: from + 1 });
  const after = await smallRun(3);
  for (const future of [4, 0, 2]) {
    const [first, reused] = [await smallRun(3), after.run(span(future))];
    expect(reused).toEqual(first.run(span(future)));
  }
});

test("parts come in any order and any size, and those that were kept are not run again", async () => {
  const plan = await planned();
  const whole = await smallRun(3);
  const all = whole.run({ from: 0, to: 5 });
  const { run } = await backwards();
  const pieces: SweepPart[] = [];
  const one = await runSweep(plan, run, { keep: (part) => pieces.push(part) });
  expect(joinParts([...pieces].reverse())).toEqual(all);
  const { run: other, asked } = await backwards();
  const kept = [whole.run({ from: 3, to: 4 }), whole.run({ from: 0, to: 2 })];
  const progress: number[] = [];
  const again = await runSweep(plan, other, {
    kept,
    keep: () => {},
    progress: (done) => progress.push(done),
  });
  expect(asked).toEqual([
    { from: 2, to: 3 },
    { from: 4, to: 5 },
  ]);
  expect(progress).toEqual([4, 5]);
  expect(withoutStudy(again.cube)).toEqual(withoutStudy(one.cube));
  expect(again.events).toBe(one.events);
});

function withoutStudy({ study: _study, ...others }: Cube): object {
  return others;
}

test("a cube says what futures say, and holds what a longer strike costs", async () => {
  const plan = await planned();
  const { run } = await backwards();
  const { cube } = await runSweep(plan, run, { keep: () => {} });
  expect(cube.ids).toEqual(["f001", "f002", "f003", "f004", "f005"]);
  expect(cube.paths[0]).toMatchObject({ path: "disruptions.strike.duration", unit: "d", levels: 5 });
  expect([...column(cube.paths[0]?.numbers)]).toEqual([1, 2, 3, 4, 5]);
  const loss = cube.measures.find(({ about }) => about.measure === "throughput-loss");
  expect(loss).toMatchObject({ better: -1, about: { unit: "vessels" } });
  const baseline = [...column(loss?.cells[0]?.values)];
  expect(baseline).toEqual([...baseline].sort((less, more) => less - more));
  expect(at(baseline, 4)).toBeGreaterThan(2 * at(baseline, 0));
  // The variant that shortens the strike says less than its future, which lies over it.
  const place = cube.variants.indexOf("short");
  expect([...column(loss?.cells[place]?.values)]).toEqual(baseline);
  expect(cube.thresholds.map(({ id, met }) => [id, met.length])).toEqual([
    ["any-wait", 3],
    ["short-wait", 3],
    ["wait", 3],
  ]);
});

function column(values: Float64Array | undefined): Float64Array {
  if (values === undefined) throw new Error("there are numbers");
  return values;
}

test("the ends of each path are looked at first, and what does not fit is refused by its name", async () => {
  const plan = await planned(
    1,
    "futures: { count: 40, vary: { disruptions.strike.duration: { kind: uniform, min: 1 d, max: 20 d } } }\n",
  );
  const numbers = plan.paths[0]?.numbers ?? new Float64Array();
  const ends = outermostFutures(plan).map((index) => at(numbers, index));
  expect(ends).toContain(Math.min(...numbers));
  expect(ends).toContain(Math.max(...numbers));
  const refused = await planned(
    1,
    "futures: { sample: grid, vary: { flows.calls.arrivals.rate: [3 /d, -1 /d] } }\n",
  );
  const { run } = await backwards();
  const wrong = { from: 0, to: 1 };
  const part: SweepPart = { ...(await smallRun(1)).run(wrong), refused: refused.futures.at(1).diagnostics };
  const sitting = { ...run, run: (_: Span, take: (one: SweepPart) => void) => Promise.resolve(take(part)) };
  const kept: SweepPart[] = [];
  const failing = runSweep(plan, sitting, { keep: (one) => kept.push(one) });
  await expect(failing).rejects.toThrow(FutureRefused);
  await expect(failing).rejects.toThrow(
    /in future f2, where flows.calls.arrivals.rate is -1 \/d|in future f002/,
  );
  expect(kept).toEqual([]);
});

test("replications are 10 where nobody says otherwise, and fewer where the scenario has fewer", async () => {
  const { study, futures } = await openSmall();
  expect(planSweep(study, futures).replications).toBe(10);
  const few = study.variants.map((variant) => ({
    ...variant,
    scenario: { ...variant.scenario, replications: 4 },
  }));
  expect(planSweep({ ...study, variants: few }, futures).replications).toBe(4);
  // The baseline, two variants, and a twin for the two that differ from it undisrupted.
  expect(planSweep(study, futures, 7)).toMatchObject({ replications: 7, runs: 5 * 7 * 5 });
});
