import { sweepAnswer } from "#study/sweep/sweep-answer";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { pageHead } from "#shells/report/page-head";
import { sweepChoiceSection } from "#shells/report/sweep-choice-section";
import { sweepCoursesSection } from "#shells/report/sweep-courses-section";
import { sweepFailuresSection } from "#shells/report/sweep-failures-section";
import { sweepFlipsSection } from "#shells/report/sweep-flips-section";
import { sweepMapSection } from "#shells/report/sweep-map-section";
import { sweepMethodSection, sweepVariedSection } from "#shells/report/sweep-method-section";
import { sweepSensitivitySection } from "#shells/report/sweep-sensitivity-section";
import { sweepStyle } from "#shells/report/sweep-style";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { sweptText } from "#shells/report/sweep-wording";

/**
 * The page of a sweep as one HTML file without a script and without any request, in the look of the report of
 * a run. The same findings give the same bytes.
 */
export function sweepReport(findings: SweepFindings): string {
  const { cube } = findings;
  const title = cube.study.variants[0]?.scenario.title ?? cube.study.id;
  const body = element(
    "body",
    {},
    headline(findings, title),
    element(
      "main",
      {},
      sweepChoiceSection(findings),
      sweepCoursesSection(findings),
      sweepMapSection(findings),
      sweepFailuresSection(findings),
      sweepSensitivitySection(findings),
      sweepFlipsSection(findings),
      sweepVariedSection(findings),
      sweepMethodSection(findings),
    ),
    element("footer", {}, element("p", {}, "Made by Breakwater.")),
  );
  const head = pageHead(title, cube.variants.length, sweepStyle);
  return `<!doctype html>\n${element("html", { lang: "en" }, head, body).toString()}\n`;
}

/** Beyond so many letters the finding stands in smaller type. */
const longFinding = 90;

function headline(findings: SweepFindings, title: string): Markup {
  const question = findings.cube.study.variants[0]?.scenario.question;
  const [finding = "", ...others] = sweepAnswer(findings).split(/(?<=[.!?])\s+/);
  return element(
    "header",
    { class: "headline" },
    element(
      "div",
      { class: "inner" },
      element("p", { class: "title" }, element("span", { class: "brand" }, "Breakwater"), title),
      element("h1", {}, question ?? title),
      element(
        "div",
        { class: "answer" },
        element("p", { class: finding.length > longFinding ? "finding long" : "finding" }, finding),
        others.length > 0 && element("p", { class: "remedies" }, others.join(" ")),
      ),
      element("p", { class: "basis" }, `A sweep: ${sweptText(findings.cube)}.`),
    ),
  );
}
