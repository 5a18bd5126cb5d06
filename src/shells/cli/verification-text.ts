import type { Io } from "#shells/cli/io";
import { paintOf, wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import { holds } from "#study/truth/verdict";
import type { FigureReport } from "#study/truth/verdict";
import type { CoveredCase, Figure, LaterCase, VerificationCases } from "#study/truth/verification-case";
import type { CaseReport } from "#study/truth/verify";
import { counted } from "#study/experiment/quantity-text";

/** What came of all cases that were asked for, and those that are not covered yet. */
export interface Verification {
  readonly seed: string;
  readonly reports: readonly CaseReport[];
  readonly later: readonly LaterCase[];
}

/** The document of `--json`. */
export function verificationDocument({ seed, reports, later }: Verification): unknown {
  const count = (wanted: CaseReport["verdict"]): number =>
    reports.filter(({ verdict }) => verdict === wanted).length;
  return {
    seed,
    verdict: count("fail") === 0 ? "pass" : "fail",
    passed: count("pass"),
    partly: count("partly"),
    failed: count("fail"),
    cases: reports,
    notCovered: later,
  };
}

/** The document of `--list --json`. */
export function caseListDocument({ covered, later }: VerificationCases): unknown {
  const cases = covered.map(({ id, title, topic, source, grade, expected, notCovered }) => {
    const figures = Object.keys(expected);
    return { id, title, topic, source, grade, figures, notCovered: notCovered?.figures ?? [] };
  });
  return { cases, notCovered: later };
}

/** The cases there are, by topic, and those that are not covered yet. */
export function caseListText({ covered, later }: VerificationCases, io: Io): string {
  const paint = paintOf(io);
  const width = Math.max(...covered.map(({ id }) => id.length));
  const topics = [...new Set(covered.map(({ topic }) => topic))];
  const blocks = topics.map((topic) =>
    [
      paint.bold(topic),
      ...covered.filter((one) => one.topic === topic).map((one) => listed(one, width)),
    ].join("\n"),
  );
  const rest = later.length === 0 ? [] : [laterText(later, io.width)];
  return `${[...blocks, ...rest].join("\n\n")}\n`;
}

function listed({ id, title }: CoveredCase, width: number): string {
  return `  ${id.padEnd(width)}  ${title}`;
}

/** A table for people: case by case what is expected, what theory gives, and what a run gave. */
export function verificationText({ seed, reports, later }: Verification, io: Io, quiet: boolean): string {
  const paint = paintOf(io);
  const shown = quiet ? reports.filter(({ verdict }) => verdict === "fail") : reports;
  const name = Math.max(12, ...shown.flatMap(({ figures }) => figures.map((figure) => label(figure).length)));
  const head = line(["", "expected", "closed form", "run, 3 standard errors", ""], name);
  const blocks = shown.map((report) => block(report, { name, paint, width: io.width }));
  const table = shown.length === 0 ? [] : [paint.faint(head), ...blocks];
  const rest = quiet || later.length === 0 ? [] : [laterText(later, io.width)];
  return `${[...table, ...rest, verdictText({ seed, reports, later }, paint)].join("\n\n")}\n`;
}

interface Layout {
  readonly name: number;
  readonly paint: Paint;
  readonly width: number;
}

function block(report: CaseReport, { name, paint, width }: Layout): string {
  const { id, title, source, grade, verdict, figures, again, notCovered, comesWith } = report;
  const lines = figures.map((figure) => {
    const isGood = holds(figure);
    const word = isGood ? paint.good("pass") : paint.bad(`FAIL ${reasonOf(figure)}`);
    return line([label(figure), text(figure.expected), text(figure.theory), runText(figure), word], name);
  });
  const notes = [
    `Source: ${source}; grade ${grade}.`,
    ...(again ? ["A figure failed at first and was run again with new seeds."] : []),
    ...(notCovered.length === 0
      ? []
      : [`Not covered yet: ${notCovered.join(", ")}; with the part "${comesWith ?? ""}".`]),
  ];
  const word = { pass: "pass", partly: "pass in part", fail: paint.bad("FAIL") }[verdict];
  const first = `${paint.bold(id)}: ${word}. ${title}.`;
  return [first, ...lines, ...notes.map((note) => indented(note, width))].join("\n");
}

function label({ name, unit }: FigureReport): string {
  return unit === null ? name : `${name}, ${unit}`;
}

/** Why a figure does not hold. */
function reasonOf({ theoryHolds, run, expected }: FigureReport): string {
  if (!theoryHolds) return "(closed form)";
  const isInside =
    run !== null && run.low !== null && run.high !== null && typeof expected === "number"
      ? run.low <= expected && expected <= run.high
      : false;
  return isInside ? "(too wide to tell)" : "(run)";
}

function runText({ run }: FigureReport): string {
  if (run === null) return "not run";
  if (run.low === null || run.high === null) return text(run.value);
  return `${text(run.value)} (${text(run.low)} to ${text(run.high)})`;
}

function text(value: Figure): string {
  if (typeof value !== "number") return value ?? "none";
  return Number(value.toPrecision(6)).toString();
}

function line(
  [figure = "", expected = "", theory = "", run = "", word = ""]: readonly string[],
  name: number,
): string {
  const columns = [figure.padEnd(name), expected.padEnd(12), theory.padEnd(12), run.padEnd(32), word];
  return `  ${columns.join("  ").trimEnd()}`;
}

function indented(note: string, width: number): string {
  return wrapped(note, Math.max(20, width - 2))
    .split("\n")
    .map((part) => `  ${part}`)
    .join("\n");
}

function laterText(later: readonly LaterCase[], width: number): string {
  const parts = [...new Set(later.map(({ comesWith }) => comesWith))];
  const lines = parts.map((part) => {
    const ids = later.filter(({ comesWith }) => comesWith === part).map(({ id }) => id);
    return indented(`${part}: ${ids.join(", ")}`, width);
  });
  return ["Not covered yet, by the part that they come with:", ...lines].join("\n");
}

function verdictText({ seed, reports, later }: Verification, paint: Paint): string {
  const of = (wanted: CaseReport["verdict"]): readonly string[] =>
    reports.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
  const [failed, partly] = [of("fail"), of("partly")];
  const parts = [
    `${of("pass").length} passed`,
    ...(partly.length === 0 ? [] : [`${partly.length} passed in part: ${partly.join(", ")}`]),
    ...(failed.length === 0 ? [] : [paint.bad(`${failed.length} failed: ${failed.join(", ")}`)]),
    ...(later.length === 0 ? [] : [`${later.length} not covered yet`]),
  ];
  const cases = counted(reports.length, "case");
  return `${cases}, seed ${seed}: ${parts.join("; ")}.`;
}
