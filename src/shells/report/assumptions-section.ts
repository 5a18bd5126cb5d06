import type { ById, Resolved, ResolvedSource, Study } from "#scenario/language/resolved";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { inputsMarkup } from "#shells/report/inputs-table";
import { readmePath } from "#shells/report/readme-path";
import type { Report } from "#shells/report/report";
import { section } from "#shells/report/section";
import { spokenValue } from "#shells/report/spoken-value";
import { valueCell } from "#shells/report/value-lines";
import { valueAt } from "#shells/report/value-text";

type Grade = ResolvedSource["grade"];

const gradeMeanings: Readonly<Record<Grade, string>> = {
  measured: "counted or measured, and the data can be had",
  published: "stated by somebody who was in a position to know",
  calibrated: "tuned until the model fitted something; what it was fitted to is no evidence for the model",
  assumed: "a judgement; nobody has measured it",
};

/** Where the inputs come from, how sure they are, and the inputs in short. */
export function assumptionsSection(report: Report): Markup | undefined {
  const scenario = report.result.study.variants[0]?.scenario;
  if (scenario === undefined) return undefined;
  const sources = Object.entries(scenario.sources);
  return section(
    "assumptions",
    "What it rests on",
    sources.length === 0
      ? "No value of this scenario states a source: all of it is assumed."
      : "The inputs that state a source, with their grade. A value without a source is assumed.",
    sources.length > 0 && gradeList(sources),
    sources.length > 0 && sourceTable(sources, scenario, report.result.study),
    sources.length > 0 && unsourced(scenario),
    inputsMarkup(report.result.study),
    scenario.notes !== undefined && element("p", { class: "notes" }, scenario.notes, readmeWords(report)),
  );
}

/** The whole path of a README that the scenario's own notes send the reader to. */
function readmeWords({ result }: Report): Content {
  const path = readmePath(result.command, result.study.variants[0]?.scenario.notes ?? "");
  return path !== undefined && [" README.md is ", element("code", {}, path), "."];
}

function gradeList(sources: readonly (readonly [string, ResolvedSource])[]): Markup {
  const grades = Object.keys(gradeMeanings) as Grade[]; // the keys of a record over Grade are grades
  const used = grades.filter((grade) => sources.some(([, source]) => source.grade === grade));
  const items = used.map((grade) => [
    element("dt", {}, gradeMark(grade)),
    element("dd", {}, gradeMeanings[grade]),
  ]);
  return element("dl", { class: "grades" }, items);
}

function gradeMark(grade: Grade): Markup {
  return element("span", { class: `grade grade-${grade}` }, grade);
}

function sourceTable(
  sources: readonly (readonly [string, ResolvedSource])[],
  scenario: Resolved,
  study: Study,
): Markup {
  const rows = sources.map(([path, { source, grade }]) => {
    const value = spokenValue(valueAt(scenario, path), path, { study, units: scenario.amountUnits });
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, breakable(path)),
      element("td", {}, valueCell(value, path, study)),
      element("td", {}, source),
      element("td", {}, gradeMark(grade)),
    );
  });
  const heads = ["Input", "Value", "Source", "Grade"].map((name) => element("th", { scope: "col" }, name));
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of sources" },
    element(
      "table",
      { class: "plain sources" },
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows),
    ),
  );
}

/** A path that may be broken after its dots. */
function breakable(path: string): Content {
  return path.split(".").map((part, index) => [index > 0 && [".", element("wbr")], part]);
}

/**
 * Whether a source at `path` speaks of the thing at `place`: of the whole, of a part, or of a whole around
 * it.
 */
function isAbout(path: string, place: string): boolean {
  return `${path}.`.startsWith(`${place}.`) || `${place}.`.startsWith(`${path}.`);
}

/** The named things of which no value has a source. */
function unsourced(scenario: Resolved): Markup | undefined {
  const paths = Object.keys(scenario.sources);
  const without = (prefix: string, things: ById<unknown>): string[] =>
    Object.keys(things).filter((id) => !paths.some((path) => isAbout(path, `${prefix}.${id}`)));
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ["vessels", without("vessels", scenario.vessels)],
    ["flows", without("flows", scenario.flows)],
    ["disruptions", without("disruptions", scenario.disruptions)],
    ["policies", without("policies", scenario.policies)],
  ];
  const words = groups.filter(([, ids]) => ids.length > 0).map(([name, ids]) => `${name} ${ids.join(", ")}`);
  if (words.length === 0) return undefined;
  return element(
    "p",
    { class: "unsourced" },
    element("b", {}, "Assumed, without any source: "),
    `${words.join("; ")}.`,
  );
}
