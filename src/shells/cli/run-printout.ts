import { join } from "node:path";
import { isCrossedName } from "#scenario/language/crossed-name";
import type { Arguments } from "#shells/cli/command";
import { measureTable } from "#shells/cli/measure-table";
import type { Io } from "#shells/cli/io";
import { paintOf, wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import { shownMeasures } from "#shells/cli/shown-measures";
import { commandText, quoted } from "#shells/cli/typed-command";
import { differenceNote } from "#study/experiment/difference-note";
import { measureLines } from "#study/experiment/measure-lines";
import { summaryText } from "#study/experiment/money-text";
import type { Plan } from "#study/experiment/plan";
import { runCount } from "#study/experiment/plan";
import { counted } from "#study/experiment/quantity-text";
import type { Result } from "#study/experiment/result";
import type { ThresholdSummary } from "#study/experiment/summary";
import { thresholdClause } from "#study/experiment/threshold-words";

/** What will run: title, question, how much of it. */
export function headText(plan: Plan, threads: number, io: Io): string {
  const paint = paintOf(io);
  const scenario = plan.variants[0]?.variant.scenario;
  const others = plan.variants.length - 1;
  const crossed = plan.variants.filter(({ variant }) => isCrossedName(variant.name)).length;
  const ofThem = crossed === 0 ? "" : `, ${crossed} of them crossed`;
  const who = others === 0 ? "the baseline" : `the baseline and ${counted(others, "variant")}${ofThem}`;
  const most = plan.precision === undefined ? "" : "at most ";
  const each = `${most}${counted(plan.replications, "replication")}${others === 0 ? "" : " each"}`;
  const runs = runCount(plan);
  const hasTwins = plan.worlds.some(({ twin }) => twin);
  const all = `, ${hasTwins ? "with twins " : ""}${counted(runs, "run")}`;
  const work = `${who}, ${each}${others > 0 || hasTwins ? all : ""}`;
  return [
    paint.bold(scenario?.title ?? plan.study.id),
    ...(scenario?.question === undefined ? [] : [wrapped(scenario.question, io.width)]),
    ...plan.variants.slice(1).flatMap(({ variant }) => {
      // What is crossed does what its parts do, which are told.
      const what = isCrossedName(variant.name) ? "" : summaryText(variant);
      return what === "" ? [] : [wrapped(`  ${variant.name}: ${what}`, io.width)];
    }),
    paint.faint(
      wrapped(`Runs ${work}, on ${counted(threads, "thread")}, seed ${scenario?.seed ?? ""}.`, io.width),
    ),
    "",
  ].join("\n");
}

/** What came out: the answer, the table, the checks, and what a reader must know. */
export function resultText(result: Result, io: Io, isFull: boolean): string {
  const paint = paintOf(io);
  const { summary } = result;
  const { checked, audits, violations } = summary.conservation;
  const balance = `Cargo balanced in ${checked.toLocaleString("en")} transfers, ${counted(audits, "audit")}`;
  const { lines, left } = shownMeasures(result, measureLines(summary.variants), isFull);
  const note = differenceNote(lines.map(({ cells }) => cells));
  const more = `${counted(left, "more measure")}: --full prints all, with ids, and the report draws them.`;
  return [
    "",
    paint.bold(wrapped(summary.answer, io.width)),
    "",
    measureTable(result, lines, { paint, width: io.width, withIds: isFull }),
    ...(note === "" ? [] : [paint.faint(wrapped(note, io.width))]),
    ...(left === 0 ? [] : [paint.faint(more)]),
    "",
    ...summary.thresholds.map((threshold) => wrapped(thresholdText(threshold, result, paint), io.width)),
    ...summary.limits.map((limit) => wrapped(`Note: ${limit}`, io.width)),
    violations === 0
      ? paint.faint(`${balance}, no violation.`)
      : paint.bad(`${counted(violations, "violation")} of conservation: do not use these numbers.`),
    "",
  ].join("\n");
}

/** Whether a check holds, how sure that is, and by how much. */
export function thresholdText(threshold: ThresholdSummary, result: Result, paint: Paint): string {
  const { id, verdict } = threshold;
  const name =
    verdict === "pass" ? paint.good("passes") : paint.bad(verdict === "fail" ? "fails" : "is undecided");
  return `Threshold ${id} ${name}: ${thresholdClause(threshold, result)}.`;
}

/** Where the results are, and what to type next, as it works where this was typed. */
export function nextText(
  given: Arguments,
  plan: Plan,
  { program, folder }: { readonly program: string; readonly folder: string },
): string {
  const paths = given.paths.length === 0 ? [plan.study.id] : given.paths;
  const again = commandText({ ...given, paths }).replace(/^breakwater/, program);
  const other = plan.variants.at(-1)?.variant.name ?? "baseline";
  const variant = other === "baseline" ? "" : ` --variant ${quoted(other)}`;
  const validate = `${program} validate ${paths.map(quoted).join(" ")} --explain`;
  return [
    `Report  ${join(folder, "report.html")}`,
    `Rows    ${join(folder, "rows.csv")}, numbers in summary.json`,
    `Next    ${again} --replication 0 --trace${variant}`,
    "          one replication, event by event",
    `        ${validate}`,
    "          every value by its path, which --set path=value changes for one run",
    "",
  ].join("\n");
}
