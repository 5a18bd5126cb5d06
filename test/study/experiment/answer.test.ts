import { expect, test } from "vitest";
import type { Cost } from "#base/field";
import type { Resolved } from "#scenario/language/resolved";
import { answerOf } from "#study/experiment/answer";
import { planExperiment } from "#study/experiment/plan";
import type { MeasureSummary } from "#study/experiment/summary";
import { fakeClosure, fakeScenario, fakeVariant } from "../fake-study.ts";

const performance = { of: ["harbour.berth"], window: 259_200_000, recoveredAt: 0.95, heldFor: 86_400_000 };

/** A measure of the berth that every replication has: a time, or what is not in days. */
function measured(
  measure: string,
  value: number,
  unit: string,
  patch: Partial<MeasureSummary> = {},
): MeasureSummary {
  const of = measure === "cost" || measure === "delay" ? "all" : "harbour.berth";
  const spread = { mean: value, median: value, low: value * 0.97, high: value * 1.03, p5: value, p95: value };
  const counts = { censored: 0, unaffected: 0, replications: 100 };
  return { measure, of, unit, method: "student", ...spread, ...counts, ...patch };
}

/** The same measure of a variant, so much more than the baseline. */
function versus(
  measure: MeasureSummary,
  difference: number,
  distinguishable: boolean = true,
): MeasureSummary {
  return { ...measure, versusBaseline: { difference, low: difference, high: difference, distinguishable } };
}

const peak = measured("peak-queue", 40, "vessels");
const backlog = measured("backlog-clear-time", 10, "d");
const recovery = measured("time-to-recover", 4, "d", { of: "performance" });
const normal = measured("rate-normal-time", 9, "d", { of: "performance" });
const delay = measured("delay", 2, "d");
const cost = measured("cost", 2_000_000, "USD");

/** What is said of a disrupted harbour whose variants have these measures, the baseline first. */
function answer(
  variants: Readonly<Record<string, readonly MeasureSummary[]>>,
  {
    disrupted = true,
    window = performance.window,
  }: { readonly disrupted?: boolean; readonly window?: number } = {},
): string {
  const scenario = fakeScenario({
    disruptions: disrupted ? fakeClosure(5) : {},
    performance: { ...performance, window },
  });
  const study = { id: "fake", variants: Object.keys(variants).map((name) => fakeVariant(name, scenario)) };
  const summaries = Object.entries(variants).map(([name, measures]) => ({ name, summary: null, measures }));
  return answerOf(planExperiment(study), summaries);
}

test("the story leads with who waited, when the backlog had cleared and when traffic was normal", () => {
  expect(answer({ baseline: [recovery, backlog, peak, normal] })).toBe(
    "At the peak 40 vessels wait at the berth of harbour; the backlog clears 10.0 days after the " +
      "disruption ends, and traffic is back to normal after 9.0 days.",
  );
});

test("without the return to normal, the rate is told with the window that it looks ahead", () => {
  expect(answer({ baseline: [recovery] })).toBe(
    "The berth of harbour, counted over the 3 days ahead, is back at 95 % of its undisrupted rate " +
      "4.0 days after the disruption begins.",
  );
});

test("a window of one day is the day ahead", () => {
  expect(answer({ baseline: [recovery] }, { window: 86_400_000 })).toContain(
    ", counted over the day ahead, is",
  );
});

test("a rate that never falls is told with its window too, and flows are called flows", () => {
  const spared = { ...recovery, mean: null, median: null, unaffected: 100 };
  expect(answer({ baseline: [spared] })).toBe(
    "The berth of harbour, counted over the 3 days ahead, never falls below 95 % of its undisrupted rate.",
  );
  const flow = { from: {}, to: {} };
  const two = fakeScenario({
    ...{ disruptions: fakeClosure(5), performance: { ...performance, of: ["to-a", "to-b"] } },
    ...{ flows: { "to-a": flow, "to-b": flow } as unknown as Resolved["flows"] }, // their ids alone are read
  });
  const plan = planExperiment({ id: "fake", variants: [fakeVariant("baseline", two)] });
  expect(answerOf(plan, [{ name: "baseline", summary: null, measures: [spared] }])).toBe(
    "The flows to-a and to-b, counted over the 3 days ahead, never fall below 95 % of their " +
      "undisrupted rate.",
  );
  expect(answerOf(plan, [{ name: "baseline", summary: null, measures: [recovery] }])).toContain(
    "The flows to-a and to-b, counted over the 3 days ahead, are back at 95 % of their undisrupted rate",
  );
});

test("where no queue is asked about, throughput loss says how bad it was", () => {
  const loss = measured("throughput-loss", 40, "vessels", { of: "performance" });
  expect(answer({ baseline: [normal, loss] })).toMatch(/ ends; throughput loss is 40 vessels\.$/);
  expect(answer({ baseline: [peak, normal, loss] })).not.toContain("throughput loss");
});

test("times that had not come are told as such", () => {
  const never = { ...backlog, mean: null, median: null, censored: 60 };
  expect(answer({ baseline: [never] })).toBe(
    "The backlog has not cleared by the end of the run in 60 of 100 replications.",
  );
  expect(answer({ baseline: [{ ...never, censored: 100 }] })).toMatch(/ by the end of the run\.$/);
  expect(answer({ baseline: [{ ...normal, median: 9, mean: null, censored: 3 }] })).toContain(
    "9.0 days after the disruption ends (not by the end in 3 of 100 replications)",
  );
  const spared = { ...backlog, mean: null, median: null, unaffected: 100 };
  expect(answer({ baseline: [spared] })).toBe(
    "At the berth of harbour no more wait than usual when the disruption ends.",
  );
});

test("a variant that gains in one thing and loses in others is told with what total cost comes to", () => {
  const text = answer({
    baseline: [peak, backlog, delay, cost],
    early: [
      versus(peak, -10),
      { ...backlog, mean: null, median: null, unaffected: 100 },
      versus(delay, 2),
      versus(cost, 3_000_000),
    ],
    slow: [versus(peak, 0, false), versus(backlog, 5), versus(delay, 0.5), versus(cost, 1)],
    idle: [versus(peak, 1), versus(backlog, 0.1, false), versus(delay, 0.01), versus(cost, -1)],
  });
  expect(text).toContain(
    "No variant helps all round: early lowers the peak queue by 10 vessels but adds 2.00 days to the mean " +
      "delay (total cost 3.00 million USD higher); slow clears the backlog 5.0 days later; idle changes " +
      "nothing by 5 % that can be told apart.",
  );
});

test("a variant that only gains helps, and one that only loses hurts", () => {
  const text = answer({
    baseline: [backlog, cost],
    worse: [versus(backlog, 2), versus(cost, 900_000)],
    better: [versus(backlog, -3), versus(cost, -500_000)],
  });
  expect(text).toContain(
    "better helps: it clears the backlog 3.0 days sooner (total cost 0.50 million USD lower); worse ",
  );
});

test("the price of a variant is told apart from what total cost comes to with it", () => {
  const scenario = fakeScenario({ disruptions: fakeClosure(5), performance });
  const told = (own: Cost, difference: number, isApart: boolean = true): string => {
    const variants = [fakeVariant("baseline", scenario), fakeVariant("berth", scenario, { cost: own })];
    return answerOf(planExperiment({ id: "fake", variants }), [
      { name: "baseline", summary: null, measures: [backlog, cost] },
      { name: "berth", summary: null, measures: [versus(backlog, -3), versus(cost, difference, isApart)] },
    ]).replace(/^.* sooner/, "");
  };
  const priced = { once: 2_000_000, perDay: 500 };
  const free = { once: 0, perDay: 0 };
  const price = " (price 2 million USD and 500 USD a day";
  expect(told(priced, 1_500_000)).toBe(`${price}; total cost with it 1.50 million USD higher).`);
  expect(told(priced, -90_000)).toBe(`${price}; total cost with it 0.09 million USD lower).`);
  expect(told(priced, -90_000, false)).toBe(`${price}).`);
  expect(told(priced, 0)).toBe(`${price}).`);
  expect(told(free, 1_500_000)).toBe(" (total cost 1.50 million USD higher).");
  expect(told(free, -90_000)).toBe(".");
});

test("what is inside its interval, or below a twentieth, is called neither help nor hurt", () => {
  expect(
    answer({ baseline: [backlog, cost], idle: [versus(backlog, 3, false), versus(cost, 9, false)] }),
  ).toMatch(/ idle cannot be told apart from the baseline\.$/);
  expect(answer({ baseline: [backlog], idle: [versus(backlog, 0.49)] })).toMatch(
    / idle changes nothing by 5 %\.$/,
  );
  expect(answer({ baseline: [backlog], idle: [versus(backlog, 0.51)] })).toMatch(/ idle hurts: /);
});

test("of a variant that is even by what answers turn on, the largest of its other effects is told", () => {
  const loss = measured("throughput-loss", 40, "vessels", { of: "performance" });
  const net = measured("net-loss", 10, "vessels", { of: "performance" });
  const baseline = [backlog, peak, loss, net];
  const aside = [versus(loss, 0, false), versus(net, -9)];
  const told = (...others: readonly MeasureSummary[]): string =>
    answer({ baseline, wait: [...others, ...aside] }).replace(/^.*ends\. /, "");
  expect(told(versus(backlog, -0.3, false), versus(peak, 1))).toBe(
    "wait cannot be told apart by the time to clear the backlog but lowers net loss by 9.0 vessels.",
  );
  expect(told(versus(backlog, -0.3))).toContain(
    "wait cannot be told apart by throughput loss but lowers net",
  );
  const slight = { baseline: [delay, measured("mean-wait", 1, "d")], idle: [versus(delay, 0.01)] };
  expect(answer({ ...slight, idle: [...slight.idle, versus(measured("mean-wait", 1, "d"), -0.9)] })).toMatch(
    / idle changes delay by less than 5 % but lowers mean wait at the berth [^;]* 21\.6 hours\.$/,
  );
  expect(told(versus(peak, 9))).not.toContain("net loss");
});

test("of many variants the sentence tells four, and how many more there are", () => {
  const others = ["a", "b", "c", "d", "e", "f"].map((name) => [name, [versus(backlog, -2)]] as const);
  expect(answer({ baseline: [backlog], ...Object.fromEntries(others) })).toMatch(
    /; so does d, [^;]*; 2 more variants are in the table\.$/,
  );
});

test("where more than two help, each is told by its first gain alone", () => {
  const helping = { baseline: [backlog, delay], a: [versus(backlog, -3), versus(delay, -1)] };
  const both = "clears the backlog 3.0 days sooner and takes 1.00 days off the mean delay";
  expect(answer({ ...helping, b: helping.a })).toMatch(
    new RegExp(`a helps: it ${both}; b helps: it ${both}\\.$`),
  );
  const told = answer({ ...helping, b: helping.a, c: [versus(backlog, -4)] });
  expect(told).toMatch(
    /a helps: it clears the backlog 3\.0 days sooner; so does b, 3\.0 days sooner; so does c, 4\.0 days/,
  );
});

test("those that gain the same stand together, and what they gain is said once", () => {
  const sooner = (days: number): readonly MeasureSummary[] => [versus(backlog, -days)];
  const fewer = [versus(backlog, 0, false), versus(peak, -10)];
  const told = answer({ baseline: [backlog, peak], a: sooner(3), lower: fewer, b: sooner(2), later: fewer });
  expect(told).toMatch(/a helps: it clears [^;]*; so does b, 2\.0 days sooner; lower helps: it lowers /);
  expect(told).toMatch(/; so does later, by 10 vessels\.$/);
});

test("several that only hurt share a clause, and several that cannot be told apart another", () => {
  const all = (names: string, of: MeasureSummary): Record<string, readonly MeasureSummary[]> =>
    Object.fromEntries(Array.from(names).map((name) => [name, [of]]));
  const slower = versus(backlog, 2);
  const even = versus(backlog, 3, false);
  expect(answer({ baseline: [backlog], ...all("ab", slower), ...all("cd", even) })).toMatch(
    / a and b hurt; c and d cannot be told apart from the baseline\.$/,
  );
  expect(answer({ baseline: [backlog], ...all("abcdef", slower) })).toMatch(/ a, b, c and 3 more hurt\.$/);
  const mixed = [versus(peak, -10), versus(backlog, 5)];
  expect(answer({ baseline: [peak, backlog], mixed, ...all("ab", slower) })).toMatch(
    /No variant helps all round: mixed [^;]* but [^;]*; a and b hurt\.$/,
  );
  expect(answer({ baseline: [backlog], ...all("ab", versus(backlog, 0.1)) })).toMatch(
    / a and b change nothing by 5 %\.$/,
  );
});

test("without a disruption the first measures are told", () => {
  const wait = measured("mean-wait", 0.25, "d");
  expect(answer({ baseline: [wait, measured("utilisation", 0.58, "share")] }, { disrupted: false })).toBe(
    "Mean wait at the berth of harbour is 6.0 hours; utilisation at the berth of harbour is 58 %.",
  );
});

/** A time whose printed value is the median, as of a variant with a difference of means beside it. */
const lasting = (median: number | null, difference: number): MeasureSummary => ({
  ...versus(backlog, difference),
  mean: null,
  median,
  method: "kaplan-meier",
});

test("of medians both are told as the table has them, never the difference of means", () => {
  const baseline = [lasting(17, 0)];
  const told = (after: number | null, difference: number): string =>
    answer({ baseline, berth: [lasting(after, difference)] });
  expect(told(5.2, -15)).toContain("it shortens the time to clear the backlog from 17.0 to 5.2 days.");
  expect(told(null, 15)).toContain("backlog from 17.0 days to beyond the end of the run.");
  expect(told(17, -3)).toContain("shortens the time to clear the backlog on average but not its median.");
  expect(told(5.2, -15)).not.toContain("15");
});

test("what is paid never turns help into harm, and a gain does not hide the worst loss of its kind", () => {
  const gains = { baseline: [backlog, cost], dear: [versus(backlog, -5), versus(cost, 9_000_000)] };
  expect(answer(gains)).toContain(
    "dear helps: it clears the backlog 5.0 days sooner (total cost 9.00 million USD higher).",
  );
  const late = { baseline: [backlog, normal], late: [versus(backlog, -5), versus(normal, 8)] };
  expect(answer(late)).toContain(
    "late clears the backlog 5.0 days sooner but brings traffic back to normal 8.0 days later.",
  );
});

test("a queue that comes at another time is told where none is left at the end", () => {
  const spared = { ...backlog, mean: null, median: null, unaffected: 100 };
  const queue = (usual: number): string =>
    answer({
      baseline: [peak, backlog],
      early: [{ ...versus(peak, -10), mean: 30, twin: { mean: usual } }, spared],
    });
  expect(queue(12)).toMatch(/ends, as its queue of 30[.\d]* vessels comes at another time\.$/);
  expect(queue(29)).toMatch(/with it no more wait than usual when the disruption ends\.$/);
});

test("where most replications were spared, it is told of how many, and no time of the few others", () => {
  const most = { ...versus(backlog, -8), unaffected: 97 };
  const spared = "in 97 of 100 replications no more wait than usual when the disruption ends";
  expect(answer({ baseline: [peak, most] })).toMatch(new RegExp(`at the berth of harbour ${spared}\\.$`));
  const text = answer({ baseline: [peak, backlog], early: [versus(peak, -10), most] });
  expect(text).toContain(`with it ${spared}`);
  expect(text).not.toContain("sooner");
  expect(answer({ baseline: [{ ...normal, unaffected: 60 }] })).toBe(
    "In 60 of 100 replications traffic never leaves its usual rate.",
  );
});

test("one replication cannot tell, and a peak that is hardly above the usual says so", () => {
  const one = { ...backlog, replications: 1 };
  expect(answer({ baseline: [one], idle: [{ ...versus(one, 3, false), replications: 1 }] })).toMatch(
    / One replication cannot tell which variant helps\.$/,
  );
  expect(answer({ baseline: [{ ...peak, twin: { mean: 12 } }] })).toContain("(12 vessels undisrupted)");
  expect(answer({ baseline: [{ ...peak, twin: { mean: 4 } }] })).not.toContain("undisrupted");
});
