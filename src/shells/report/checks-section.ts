import { dayMs } from "#base/time";
import { durationText } from "#shells/figure/calendar-text";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { missing, numeral } from "#shells/figure/numeral";
import { methodList } from "#shells/report/method-list";
import type { Report } from "#shells/report/report";
import { section } from "#shells/report/section";
import { warmUpFigures } from "#shells/report/warm-up-figures";
import { counted } from "#study/experiment/quantity-text";
import type { ThresholdSummary } from "#study/experiment/summary";
import { thresholdWords } from "#study/experiment/threshold-words";

/** Thresholds, warnings, conservation, how intervals were made, and how to repeat it all. */
export function checksSection(report: Report): Markup {
  return section(
    "checks",
    "Checks, and how to repeat them",
    "Whatever was checked, with its verdict; then what is needed to get the same numbers to the last byte.",
    thresholdTable(report),
    limitList(report),
    conservationLine(report),
    warmUpFigures(report),
    repeatBlock(report),
    methodList(report),
  );
}

const verdictWords: Readonly<Record<ThresholdSummary["verdict"], string>> = {
  pass: "✓ pass",
  fail: "✕ fail",
  undecided: "? undecided",
};

function thresholdTable(report: Report): Content {
  const { thresholds } = report.result.summary;
  if (thresholds.length === 0) return element("p", {}, "The scenario sets no threshold.");
  const heads = ["Threshold", "Asked", "Found", "Verdict", "By how much"].map((name) =>
    element("th", { scope: "col" }, name),
  );
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of thresholds" },
    element(
      "table",
      { class: "plain" },
      element("thead", {}, element("tr", {}, heads)),
      element(
        "tbody",
        {},
        thresholds.map((threshold) => thresholdRow(threshold, report)),
      ),
    ),
  );
}

function thresholdRow(threshold: ThresholdSummary, { result }: Report): Markup {
  const { asked, limit, found, margin } = thresholdWords(threshold, result);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, threshold.id),
    element("td", {}, `${asked.charAt(0).toUpperCase()}${asked.slice(1)}, ${limit}`),
    element("td", {}, threshold.value === null ? `${missing} ${found}` : found),
    element(
      "td",
      {},
      element("span", { class: `verdict ${threshold.verdict}` }, verdictWords[threshold.verdict]),
    ),
    element("td", {}, margin),
  );
}

function limitList(report: Report): Content {
  const { limits } = report.result.summary;
  if (limits.length === 0) return undefined;
  return element(
    "div",
    { class: "limits" },
    element("h3", {}, "Limits and warnings"),
    element(
      "ul",
      {},
      limits.map((limit) => element("li", {}, limit)),
    ),
  );
}

function conservationLine(report: Report): Markup {
  const { checked, audits, violations } = report.result.summary.conservation;
  const words =
    violations === 0
      ? `✓ Nothing was lost or made up: the ledger balanced at all ${numeral(checked, 0)} transfers, and ` +
        `${numeral(audits, 0)} audits, recounts of all that is in the world, agreed with it. ` +
        runsWords(report)
      : `✕ ${numeral(violations, 0)} of ${numeral(checked, 0)} checks of the ledger failed: ` +
        "do not use these numbers.";
  return element("p", { class: violations === 0 ? "conservation" : "conservation broken" }, words);
}

/** Which runs the audits are of. */
function runsWords({ result, variants, focus }: Report): string {
  const others = variants.length - 1;
  const compared = others < 1 ? "" : ` and of ${counted(others, "variant")}`;
  const runs = counted(result.summary.replications, "replication");
  const twins =
    focus.disrupted.length === 0
      ? ""
      : ", with the undisrupted twins of each, where they differ from one another";
  return `They were made in all runs: ${runs} of the baseline${compared}${twins}.`;
}

function repeatBlock(report: Report): Markup {
  const { summary, command } = report.result;
  const line = (name: string, words: string): Content => [
    element("dt", {}, name),
    element("dd", {}, element("code", {}, words)),
  ];
  return element(
    "div",
    { class: "repeat" },
    element("h3", {}, "To get the same numbers again"),
    element("pre", {}, element("code", {}, command)),
    element(
      "dl",
      {},
      line("in a clone of the project", command.replace(/^breakwater/, "npm start --")),
      line("where it is installed", command.replace(/^breakwater/, "npx breakwater")),
      line("seed", summary.seed),
      line("digest (SHA-256)", summary.digest),
    ),
    element(
      "p",
      {},
      `${counted(summary.replications, "replication")}, statistics after a warm-up of ` +
        `${durationText(summary.warmUpDays * dayMs)}. ` +
        "The digest is the same on every machine and any number of threads.",
    ),
  );
}
