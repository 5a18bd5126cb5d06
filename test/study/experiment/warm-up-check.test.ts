import { expect, test } from "vitest";
import { standardNormal } from "#engine/random/standard-normal";
import { Stream } from "#engine/random/stream";
import type { Batch } from "#study/experiment/batch";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import { planExperiment } from "#study/experiment/plan";
import { warmUpChecks } from "#study/experiment/warm-up-check";
import type { Result } from "#study/experiment/result";
import type { WarmUpCheck } from "#study/experiment/warm-up-check";
import { planWarmUp } from "#study/experiment/warm-up-tally";
import { shippedLaboratory } from "#study/runners/shipped-laboratory";
import { studyOf } from "../../domain/run.ts";

/** Ships of an hour at one berth that is 85 % busy, with a storm of a week that the warm-up must not see. */
const berth = (warmUp: string): string => `
breakwater: 1
title: One berth
seed: warm-up
time: { start: 2024-01-01T00:00Z, duration: 100 d, warm-up: ${warmUp} }
replications: 60
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    quay:
      type: port
      at: [50, 1]
      stations: { berth: { servers: 1, service: { kind: exponential, mean: 1 h } } }
  links:
    lane: { from: sea, to: quay, mode: sea, distance: 100 km }
vessels: { ship: { mode: sea, speed: 10 km/h } }
flows: { calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: poisson, rate: 20.4 /d } } }
disruptions: { storm: { kind: closure, of: quay, start: 2024-03-20T00:00Z, duration: 7 d } }
measures: { mean-queue: quay.berth }
`;

async function resultOf(warmUp: string): Promise<Result> {
  const runner = new InlineRunner(shippedLaboratory.open);
  const options = { audit: false, command: "", warnings: [] };
  return (await runExperiment(studyOf(berth(warmUp)), runner, options)).result;
}

test("a warm-up that ends while the queue still grows is told, one that is long enough is not", async () => {
  const short = await resultOf("1 d");
  const [check] = short.figures.warmUps;
  expect(check).toMatchObject({ what: "queue", of: "quay.berth", verdict: "short" });
  // It starts empty, and settles at ρ² ÷ (1 - ρ) = 4.8.
  expect(check?.means[0]).toBeLessThan(1);
  expect(check?.means.at(-1)).toBeGreaterThan(3);
  const limits = short.summary.limits.join();
  expect(limits).toContain("the warm-up of 1 day looks too short: without disruptions the queue at the");
  expect(limits).toMatch(/ berth of quay takes \S+ days to settle/);
  const long = await resultOf("60 d");
  expect(long.figures.warmUps).toMatchObject([{ verdict: "enough" }]);
  expect(long.summary.limits.join()).not.toContain("warm-up");
});

/** As many as it takes for anything to be said. */
const replications = 30;

/** What is said of a series of 500 cells whose warm-up is the first ten of 100 days. */
function checkOf(value: (cell: number) => number): WarmUpCheck | undefined {
  const plan = planExperiment(studyOf(berth("10 d")));
  const [variant] = plan.variants;
  const length = variant === undefined ? 0 : planWarmUp(variant.variant.scenario).ends.length;
  const sums = Float64Array.from({ length }, (_, cell) => replications * value(cell));
  const batch = { span: { from: 0, to: replications }, warmUp: new Map([["queue/quay.berth", sums]]) };
  return warmUpChecks(plan, batch as unknown as Batch)[0]; // no more is read
}

test("noise around one level is hardly ever called a warm-up that is too short", () => {
  let short = 0;
  for (let round = 0; round < 200; round += 1) {
    const stream = new Stream(`noise ${round}`);
    let state = 0;
    const noise = (): number => (state = 0.7 * state + standardNormal(stream.uniform()));
    if (checkOf(() => 50 + noise())?.verdict === "short") short += 1;
  }
  expect(short).toBeLessThanOrEqual(8);
});

test("nothing can be told of what does not settle, and nothing is said of what nobody saw", () => {
  expect(checkOf((cell) => cell)).toMatchObject({ verdict: "unknown", cut: null });
  expect(checkOf(() => 0)).toBeUndefined();
  expect(checkOf((cell) => (cell < 20 ? 1 : 8 + (cell % 3)))?.means[30]).toBe(8);
});
