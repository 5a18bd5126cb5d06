import { printInstant } from "#base/time";
import { durationText } from "#shells/figure/calendar-text";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { settlingFigure } from "#shells/figure/settling-figure";
import type { Report } from "#shells/report/report";
import { captioned } from "#shells/report/section";
import { placeInSentence } from "#study/experiment/place-names";
import { counted } from "#study/experiment/quantity-text";
import type { WarmUpCheck } from "#study/experiment/warm-up-check";

/** More places than these settle like them: those that take longest are drawn. */
const drawnMost = 3;

const verdictWords: Readonly<Record<WarmUpCheck["verdict"], string>> = {
  enough: "✓ Long enough",
  short: "✕ Too short",
  unknown: "? Cannot be told",
};

/**
 * Whether the undisturbed baseline had settled by the end of the warm-up: the series from the start of the
 * run on, the warm-up, and where MSER-5 would cut. Empty where nothing is drawn over time.
 */
export function warmUpFigures(report: Report): Content {
  const checks = [...report.result.figures.warmUps].sort((left, right) => rank(right) - rank(left));
  const [worst] = checks;
  if (worst === undefined) return undefined;
  const left = checks.length - drawnMost;
  return element(
    "div",
    { class: "warm-up" },
    element("h3", {}, "Was the warm-up long enough?"),
    element(
      "p",
      {},
      "Means over the replications of the baseline without disruptions, from the start of the run on. " +
        "MSER-5 cuts where the rest has the least standard error (White 1997); it always finds some cut, " +
        "so a warm-up is called too short only where what lies between its end and the cut differs from " +
        "the rest by more than chance.",
    ),
    element(
      "details",
      { class: "more", ...(worst.verdict === "short" ? { open: "" } : {}) },
      element("summary", {}, summaryWords(worst, report)),
      checks.slice(0, drawnMost).map((check) => figureOf(check, report)),
      left > 0 && element("p", {}, `${counted(left, "more place")} settled no later.`),
    ),
  );
}

/** Too short before what cannot be told, and whoever settles later first. */
function rank({ verdict, cut, times }: WarmUpCheck): number {
  const weight = { short: 2, unknown: 1, enough: 0 }[verdict];
  return weight + (cut === null ? 0 : cut / ((times.at(-1) ?? cut) + 1));
}

function summaryWords(check: WarmUpCheck, report: Report): string {
  if (check.verdict === "unknown") return `${verdictWords.unknown} of ${whatOf(check, report)}`;
  return `${verdictWords[check.verdict]}: ${whatOf(check, report)} settles last`;
}

function whatOf({ what, of }: WarmUpCheck, { result }: Report): string {
  return what === "queue"
    ? `the queue at ${placeInSentence(result.study, of)}`
    : "what counts as performance";
}

function figureOf(check: WarmUpCheck, report: Report): Markup {
  const start = (check.times[0] ?? 0) - check.step;
  const warmUp = durationText(check.warmUpEnd - start);
  const settled = durationText((check.cut ?? start) - start);
  const what = whatOf(check, report);
  const found =
    check.cut === null
      ? "MSER-5 finds no cut in the first half of the run"
      : check.cut === start
        ? "MSER-5 would leave out nothing"
        : `MSER-5 would leave out the first ${settled}`;
  const reason =
    check.verdict === "unknown"
      ? ": the run is too short for it, does not settle, or has fewer than 30 replications"
      : "";
  const axis = check.what === "queue" ? "waiting" : `counted in each ${durationText(check.step)}`;
  return captioned(
    (width, narrow) =>
      settlingFigure({
        title: `How ${what} settles`,
        description: `${verdictWords[check.verdict]}. ${found}; the warm-up is ${warmUp}`,
        width,
        height: narrow ? 240 : 300,
        axis,
        start,
        times: check.times,
        values: check.means,
        warmUpEnd: check.warmUpEnd,
        warmUpName: `warm-up, ${warmUp}`,
        cut: check.cut,
        cutName: narrow ? "MSER-5" : `MSER-5: settled after ${settled}`,
      }),
    `${verdictWords[check.verdict]}${reason}. Of ${what}, ${found}; the warm-up is ${warmUp}.`,
    {
      name: `warm-up-${check.what}-${check.of}`,
      columns: ["time", "mean"],
      rows: check.times.map((time, index) => [printInstant(time), check.means[index] ?? null]),
    },
  );
}
