import { expect, test } from "vitest";
import type { Resolved } from "#scenario/language/resolved";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { Result } from "#study/experiment/result";
import type { ThresholdSummary } from "#study/experiment/summary";
import { thresholdWords } from "#study/experiment/threshold-words";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeClosure, fakeScenario, fakeVariant } from "../fake-study.ts";

type Threshold = Resolved["thresholds"][string];

const check = (patch: Partial<Threshold>): Threshold => ({
  measure: "mean-wait",
  of: "harbour.berth",
  variant: "baseline",
  statistic: "mean",
  atMost: undefined,
  atLeast: undefined,
  ...patch,
});

/** A baseline with a closure of five days, and `fast`, with berths twice as fast. */
async function judged(thresholds: Resolved["thresholds"]): Promise<Result> {
  const scenario = fakeScenario({ replications: 40, disruptions: fakeClosure(5), thresholds });
  const policies = { berths: { kind: "fake-speed", factor: 2 } };
  const fast = fakeVariant("fast", { ...scenario, policies });
  const study = { id: "fake", variants: [fakeVariant("baseline", scenario), fast] };
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  return (await runExperiment(study, new InlineRunner(openLaboratory), options)).result;
}

const only = ({ summary }: Result): ThresholdSummary => {
  const [first] = summary.thresholds;
  if (first === undefined) throw new Error("there is a threshold");
  return first;
};

test("a threshold of all variants is judged for each, of differences without the baseline", async () => {
  const { summary } = await judged({
    each: check({ variant: "all", atMost: 100 }),
    less: check({ variant: "all", versus: "baseline", atMost: 0 }),
  });
  expect(summary.thresholds.map(({ id, variant, versus }) => [id, variant, versus])).toEqual([
    ["each", "baseline", undefined],
    ["each", "fast", undefined],
    ["less", "fast", "baseline"],
  ]);
  expect(summary.thresholds.map(({ verdict }) => verdict)).toEqual(["pass", "pass", "pass"]);
  const versus = summary.variants[1]?.measures[0]?.versusBaseline;
  const [, , less] = summary.thresholds;
  expect([less?.value, less?.low, less?.high]).toEqual([versus?.difference, versus?.low, versus?.high]);
});

test("the margin is how far inside the limit the value lies, and the ends of its interval", async () => {
  const of = async (patch: Partial<Threshold>): Promise<ThresholdSummary> =>
    only(await judged({ wait: check(patch) }));
  const most = await of({ atMost: 3 });
  const [value, low, high] = [most.value ?? NaN, most.low ?? NaN, most.high ?? NaN];
  expect([most.margin, most.marginLow, most.marginHigh]).toEqual([3 - value, 3 - high, 3 - low]);
  const least = await of({ atLeast: 3 });
  expect([least.margin, least.marginLow, least.marginHigh]).toEqual([value - 3, low - 3, high - 3]);
  const [under, over] = [low - 1, high + 2];
  const both = await of({ atLeast: under, atMost: over });
  expect(both.verdict).toBe("pass");
  expect(both.margin).toBe(Math.min(value - under, over - value));
  expect(both.marginLow).toBeCloseTo(1, 9);
  expect(both.marginHigh).toBeCloseTo(Math.min(high, (under + over) / 2) - under, 9);
});

test("an unknown side of an interval leaves its margin unknown, and the verdict open", async () => {
  // Of 40 values no order statistic is surely above the 99th percentile.
  const open = only(await judged({ wait: check({ statistic: "p99", atMost: 1e6 }) }));
  expect(open).toMatchObject({ verdict: "undecided", high: null, marginLow: null });
  expect(open.marginHigh).toBeGreaterThan(0);
  const below = only(await judged({ wait: check({ statistic: "p99", atLeast: 0.001 }) }));
  expect(below).toMatchObject({ verdict: "pass", high: null, marginHigh: null });
  expect(below.marginLow).toBeGreaterThan(0);
});

test("words say what was asked, found and wanted, and by how much", async () => {
  const wordsOf = async (patch: Partial<Threshold>): Promise<string> => {
    const result = await judged({ wait: check(patch) });
    const { asked, found, limit, margin } = thresholdWords(only(result), result);
    return [asked, found, limit, margin].join("; ");
  };
  const amount = String.raw`-?[\d.]+ \w+`;
  const interval = String.raw`\(95 % interval -?[\d.]+ to -?[\d.]+\)`;
  expect(await wordsOf({ atMost: 3 })).toMatch(
    RegExp(
      `^mean of mean wait, berth of harbour, baseline; ${amount} ${interval}; ` +
        String.raw`at most ${amount}; ${amount} to spare, [\d.]+ at least$`,
    ),
  );
  expect(await wordsOf({ atMost: 0.001, statistic: "p22" })).toMatch(
    /^22nd percentile of .* missed by .* at least$/,
  );
  expect(await wordsOf({ atMost: 0, atLeast: -9, variant: "fast", versus: "baseline" })).toMatch(
    /^mean of mean wait, berth of harbour, fast less baseline; -.*; between -\d+ and 0 \w+; .* to spare/,
  );
  const unknown = await wordsOf({ statistic: "p99", atMost: 1e6 });
  expect(unknown).toMatch(/interval [\d.]+ to unknown\);.* to spare, but nobody knows how far it may miss$/);
  expect(await wordsOf({ statistic: "cvar", atMost: 3 })).toMatch(/^mean of the worst 5 % of mean wait,/);
});

test("a value at the limit within its interval may miss by what the interval says", async () => {
  const { value, high } = only(await judged({ wait: check({ atMost: 3 }) }));
  const result = await judged({ wait: check({ atMost: (value ?? NaN) + 1e-6 }) });
  const threshold = only(result);
  expect(threshold.verdict).toBe("undecided");
  expect(threshold.marginLow).toBeCloseTo((value ?? NaN) - (high ?? NaN), 5);
  expect(thresholdWords(threshold, result).margin).toMatch(/^0 \w+ to spare, but it may miss by [\d.]+ \w+$/);
});

test("without data a threshold fails, and says why there is none", async () => {
  const scenario = fakeScenario({
    replications: 40,
    thresholds: { none: check({ measure: "backlog-clear-time", statistic: "p90", atMost: 100 }) },
  });
  const study = { id: "fake", variants: [fakeVariant("baseline", scenario)] };
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  const { result } = await runExperiment(study, new InlineRunner(openLaboratory), options);
  const threshold = only(result);
  expect(threshold).toMatchObject({ verdict: "fail", value: null, margin: null, marginLow: null });
  expect(thresholdWords(threshold, result)).toMatchObject({
    found: "no value: no backlog in all 40",
    margin: "",
  });
});
