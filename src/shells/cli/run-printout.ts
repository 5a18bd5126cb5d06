import { measureTable } from "#shells/cli/measure-table";
import type { Io } from "#shells/cli/io";
import { paintOf, wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import { quantityText } from "#study/experiment/quantity-text";
import type { Plan } from "#study/experiment/plan";
import { runCount } from "#study/experiment/plan";
import type { Result } from "#study/experiment/result";
import type { ThresholdSummary } from "#study/experiment/summary";

/** What will run: title, question, how much of it. */
export function headText(plan: Plan, threads: number, io: Io): string {
  const paint = paintOf(io);
  const scenario = plan.variants[0]?.variant.scenario;
  const others = plan.variants.length - 1;
  const who = others === 0 ? "the baseline" : `the baseline and ${counted(others, "variant")}`;
  const each = `${counted(plan.replications, "replication")} each`;
  const work = `${who}, ${each}, with twins ${counted(runCount(plan), "run")}`;
  return [
    paint.bold(scenario?.title ?? plan.study.id),
    ...(scenario?.question === undefined ? [] : [wrapped(scenario.question, io.width)]),
    paint.faint(`Runs ${work}, on ${counted(threads, "thread")}, seed ${scenario?.seed ?? ""}.`),
    "",
  ].join("\n");
}

/** What came out: the answer, the table, the checks, and what a reader must know. */
export function resultText(result: Result, io: Io): string {
  const paint = paintOf(io);
  const { summary } = result;
  const { checked, audits, violations } = summary.conservation;
  const balance = `Cargo balanced in ${checked.toLocaleString("en")} transfers, ${counted(audits, "audit")}`;
  return [
    "",
    paint.bold(wrapped(summary.answer, io.width)),
    "",
    measureTable(summary, paint),
    ...summary.thresholds.map((threshold) => thresholdText(threshold, result, paint)),
    ...summary.limits.map((limit) => wrapped(`Note: ${limit}`, io.width)),
    violations === 0
      ? paint.faint(`${balance}, no violation.`)
      : paint.bad(`${counted(violations, "violation")} of conservation!`),
    "",
  ].join("\n");
}

/** Whether a check holds, by how much, and how sure that is. */
export function thresholdText(threshold: ThresholdSummary, { study }: Result, paint: Paint): string {
  const { id, verdict, value, limit, low, high, unit } = threshold;
  const asked = study.variants[0]?.scenario.thresholds[id];
  const name =
    verdict === "pass" ? paint.good("passes") : paint.bad(verdict === "fail" ? "fails" : "is undecided");
  const what =
    asked === undefined ? "" : `${asked.statistic} of ${asked.measure} of ${asked.of} (${asked.variant})`;
  const bound = asked?.atMost === undefined ? "at least" : "at most";
  const shown = value === null ? "has no value" : `is ${quantityText(value, unit)}`;
  const print = (side: number | null): string => (side === null ? "unknown" : quantityText(side, unit));
  const range = low === null && high === null ? "" : ` (95 % interval ${print(low)} to ${print(high)})`;
  const margin =
    value === null
      ? ""
      : `, ${quantityText(Math.abs(limit - value), unit)} ${value > limit ? "above" : "below"}`;
  const wanted = `wanted ${bound} ${quantityText(limit, unit)}`;
  return `Threshold ${id} ${name}: ${what} ${shown}${range}; ${wanted}${margin}.`;
}

/** What to type next. */
export function nextText(typed: string, folder: string, plan: Plan): string {
  const other = plan.variants.at(-1)?.variant.name ?? "baseline";
  return [
    `Report  ${folder}/report.html`,
    `Rows    ${folder}/rows.csv, numbers in summary.json`,
    "Next    " +
      `breakwater run ${typed} --replication 0 --trace${other === "baseline" ? "" : ` --variant ${other}`}`,
    `        breakwater run ${typed} --set path=value, or --replications n`,
    "",
  ].join("\n");
}

/** `1 variant`, `3 variants`, `1,200 runs`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}
