import { expect, test } from "vitest";
import type { Resolved, Study } from "#scenario/language/resolved";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { Result } from "#study/experiment/result";
import { digestOf, rowsText } from "#study/experiment/rows-text";
import { breaksOff, openLaboratory } from "../fake-laboratory.ts";
import { fakeScenario, fakeStudy, fakeVariant } from "../fake-study.ts";

async function resultOf(study: Study): Promise<Result> {
  const options = { audit: false, command: "breakwater run fake", warnings: ["mind the gap"] };
  return (await runExperiment(study, new InlineRunner(openLaboratory), options)).result;
}

test("the digest is the SHA-256 of the rows as they are written", async () => {
  const { rows, summary } = await resultOf(fakeStudy(33));
  expect(summary.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(summary.digest).toBe(digestOf(rowsText(rows)));
  expect(digestOf("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const changed = rows.map((row, index) =>
    index === 200 && row.value !== null ? { ...row, value: row.value + 1e-15 } : row,
  );
  expect(digestOf(rowsText(changed))).not.toBe(summary.digest);
});

test("censored replications are counted apart, and the baseline is compared with nothing", async () => {
  const { summary } = await resultOf(fakeStudy(70));
  const [baseline, fast] = summary.variants;
  const clear = baseline?.measures[1];
  expect(clear).toMatchObject({
    measure: "backlog-clear-time",
    mean: null,
    method: "kaplan-meier",
    censored: 7,
    unaffected: 0,
    replications: 70,
  });
  expect(baseline?.measures.every((measure) => measure.versusBaseline === undefined)).toBe(true);
  expect(fast?.measures[0]?.versusBaseline?.distinguishable).toBe(true);
  expect(baseline?.measures[0]?.twin?.mean).toBeLessThan(baseline?.measures[0]?.mean ?? 0);
  expect(baseline?.measures[2]?.twin).toBeUndefined();
});

test("no number of a summary is NaN, and JSON keeps all of it", async () => {
  for (const study of [fakeStudy(1), fakeStudy(2), fakeStudy(40)]) {
    const { summary, figures } = await resultOf(study);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  }
});

test("warnings, few replications and notices of the worlds are repeated as sentences", async () => {
  const { id, variants } = fakeStudy(7);
  const breaking = variants.map((variant) => ({
    ...variant,
    scenario: { ...variant.scenario, notes: breaksOff },
  }));
  const { limits } = (await resultOf({ id, variants: breaking })).summary;
  expect(limits).toEqual([
    "mind the gap",
    "intervals rest on 7 replications; 30 or more are advised",
    "the limit on ships was reached (in 5 of 35 runs: twin of baseline, twin of fast, baseline, fast, idle)",
  ]);
});

test("the answer gives the backlog, who helped and who cannot be told apart", async () => {
  const { answer } = (await resultOf(fakeStudy(70))).summary;
  expect(answer).toMatch(/^The backlog clears [\d.]+ days after the disruption ends/);
  expect(answer).toContain("fast helps: ");
  expect(answer).toContain("idle cannot be told apart from the baseline");
});

test("without a disruption the answer gives the first measures", async () => {
  const study: Study = {
    id: "calm",
    variants: [fakeVariant("baseline", fakeScenario({ replications: 40 }))],
  };
  const { answer, variants } = (await resultOf(study)).summary;
  expect(answer).toMatch(/^Mean wait at the berth of harbour is [\d.]+ hours/);
  expect(answer).not.toContain("baseline");
  expect(variants[0]?.measures[1]).toMatchObject({
    unaffected: 40,
    censored: 0,
    mean: null,
    median: null,
    method: "none",
  });
});

test("a threshold passes, fails or is undecided by its interval, and fails without data", async () => {
  const check = (patch: Partial<Resolved["thresholds"][string]>): Resolved["thresholds"][string] => ({
    measure: "mean-wait",
    of: "harbour.berth",
    variant: "baseline",
    statistic: "mean",
    atMost: undefined,
    atLeast: undefined,
    ...patch,
  });
  const thresholds = {
    low: check({ atLeast: 0.1 }),
    high: check({ atLeast: 9 }),
    tight: check({ atMost: 9 }),
    wide: check({ atMost: 0.1 }),
    nothing: check({ measure: "backlog-clear-time", statistic: "p90", atMost: 100 }),
  };
  const scenario = fakeScenario({ replications: 40, thresholds });
  const { summary } = await resultOf({ id: "calm", variants: [fakeVariant("baseline", scenario)] });
  expect(summary.thresholds.map(({ verdict }) => verdict)).toEqual(["pass", "fail", "pass", "fail", "fail"]);
  const value = summary.thresholds[0]?.value ?? NaN;
  const across = { ...scenario, thresholds: { across: check({ atMost: value }) } };
  const undecided = await resultOf({ id: "calm", variants: [fakeVariant("baseline", across)] });
  expect(undecided.summary.thresholds).toMatchObject([
    { id: "across", verdict: "undecided", value, limit: value, unit: "d" },
  ]);
});

test("sailings are counted before, during and after the disruption, and lines are cut", async () => {
  const { traffic, lines } = (await resultOf(fakeStudy(40))).figures;
  expect(traffic.map(({ name }) => name)).toEqual(["baseline", "fast", "idle"]);
  const [leg] = traffic[0]?.legs ?? [];
  expect([leg?.from, leg?.to]).toEqual(["sea", "harbour"]);
  // One ship a day on average: 30, 5 and 55 days by 40 replications, 4 standard errors wide.
  for (const [phase, days] of [
    ["before", 30],
    ["during", 5],
    ["after", 55],
  ] as const) {
    expect(Math.abs((leg?.perDay[phase] ?? 0) - 1)).toBeLessThan(4 / Math.sqrt(days * 40));
  }
  expect(lines).toEqual([
    {
      from: "sea",
      to: "harbour",
      lines: [
        [
          [170, 0],
          [180, 5],
        ],
        [
          [-180, 5],
          [-170, 10],
        ],
      ],
    },
  ]);
});

test("the queue is drawn on one grid of at most 240 instants, with its twin", async () => {
  const { curves, timelines } = (await resultOf(fakeStudy(40))).figures;
  expect(curves.map(({ what, of }) => [what, of])).toEqual([["queue", "harbour.berth"]]);
  const [queue] = curves;
  const times = queue?.times ?? [];
  expect(times.length).toBeGreaterThan(200);
  expect(times.length).toBeLessThanOrEqual(240);
  expect(new Set(times.slice(1).map((time, index) => time - (times[index] ?? 0))).size).toBe(1);
  const peak = Math.max(...(queue?.variants[0]?.band.mean ?? []).map((value) => value ?? 0));
  const quiet = Math.max(...(queue?.variants[0]?.twin ?? []).map((value) => value ?? 0));
  expect(peak).toBeGreaterThan(quiet + 1);
  expect(timelines.map(({ name, replication, entries }) => [name, replication, entries.length])).toEqual([
    ["baseline", 0, 2],
    ["fast", 0, 2],
    ["idle", 0, 2],
  ]);
});
