import { printInstant } from "#base/time";
import { curveFigure } from "#shells/figure/curve-figure";
import type { CurveFigure, CurveSeries, ReferenceLine } from "#shells/figure/curve-figure";
import { dateText, durationText } from "#shells/figure/calendar-text";
import type { FigureData } from "#shells/figure/data-file";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { numeral } from "#shells/figure/numeral";
import type { Report } from "#shells/report/report";
import { captioned, section, variantName } from "#shells/report/section";
import { shadeText } from "#shells/report/shade-text";
import type { Curve } from "#study/experiment/curves";
import { placeInSentence } from "#study/experiment/place-names";

/**
 * Above this share of the twin the curve of performance is drawn at the upper edge, so that 0 to 1 stays
 * readable.
 */
const shareMost = 2;

/**
 * The curve of performance: Q(t) with band, twin, threshold and the disrupted span. Left out without
 * `performance`.
 */
export function performanceSection(report: Report): Markup | undefined {
  const curve = report.result.figures.curves.find((candidate) => candidate.what === "performance");
  const scenario = report.result.study.variants[0]?.scenario;
  if (curve === undefined || !hasValues(curve)) return undefined;
  const performance = scenario?.performance;
  const window = performance === undefined ? "window" : durationText(performance.window);
  const threshold = performance?.recoveredAt;
  const lead =
    `What passed in the ${window} after each instant, as a share of what passed in the undisrupted twin: ` +
    "1 is normal, 0 is a standstill, above 1 is catching up." +
    (report.focus.disrupted.length === 0
      ? ""
      : ` It looks ahead, and so falls ${window} before a disruption.`);
  const caption = [
    performance === undefined
      ? ""
      : `It counts as recovered from the first instant at which the share stays ` +
        `at ${numeral(performance.recoveredAt, 2)} ` +
        `or above for ${durationText(performance.heldFor)}.`,
    exceeds(curve, report) ? ` Values above ${shareMost} are drawn at the upper edge.` : "",
    spanWords(report),
  ];
  const figure = captioned(
    (width, narrow) =>
      curveFigure({
        ...shared(curve, report),
        title: "Performance over time, as a share of the undisrupted twin",
        description: extremeWords(curve, "lowest"),
        axis: `share of the twin's count${narrow ? "" : ` in the next ${window}`} (1 = normal)`,
        width,
        height: narrow ? 300 : 400,
        references: levels(threshold, narrow),
        most: shareMost,
      }),
    caption,
    curveData(curve, "performance"),
  );
  return section(
    "performance",
    "How far it fell, and when it was normal again",
    lead,
    curveLegend(report, false),
    figure,
  );
}

/** The twin at 1 and the threshold below it, with shorter names on a narrow page. */
function levels(threshold: number | undefined, narrow: boolean): readonly ReferenceLine[] {
  const twin = { value: 1, name: narrow ? "twin" : "twin, without disruption", dashed: false };
  if (threshold === undefined) return [twin];
  const at = numeral(threshold, 2);
  return [twin, { value: threshold, name: narrow ? at : `recovered at ${at}`, dashed: true }];
}

/** Every curve of a queue with band and twin. Left out when there is none. */
export function queueSection(report: Report): Markup | undefined {
  const curves = report.result.figures.curves.filter((curve) => curve.what === "queue" && hasValues(curve));
  if (curves.length === 0) return undefined;
  const disrupted = report.focus.disrupted.length > 0;
  const figures = curves.map((curve) => {
    const place = placeInSentence(report.result.study, curve.of);
    return captioned(
      (width, narrow) =>
        curveFigure({
          ...shared(curve, report),
          title: `Queue at ${place} over time`,
          description: extremeWords(curve, "highest"),
          axis: `${curve.unit} waiting at ${place}`,
          width,
          height: narrow ? 300 : 400,
          references: [],
        }),
      [`${curve.unit.charAt(0).toUpperCase()}${curve.unit.slice(1)} waiting at ${place}.`, spanWords(report)],
      curveData(curve, `queue-${curve.of}`),
    );
  });
  const lead = disrupted
    ? "A rate can be normal while a queue still stands. The backlog of a run is over at the first instant " +
      "from which the number waiting stays for a day at or below the 95th percentile of the undisrupted run."
    : "How many wait, on average over the replications, and in how wide a band.";
  return section("queue", "How many wait", lead, curveLegend(report, disrupted), figures);
}

/** Every value of the curve, in the whole run. */
function curveData(curve: Curve, name: string): FigureData {
  return {
    name,
    columns: ["time", "variant", "mean", "p5", "p25", "p75", "p95", "twin_mean"],
    rows: curve.variants.flatMap(({ name: variant, band, twin }) =>
      curve.times.map((time, index) => [
        printInstant(time),
        variant,
        ...[band.mean, band.low, band.lowerQuartile, band.upperQuartile, band.high, twin].map(
          (values) => values[index] ?? null,
        ),
      ]),
    ),
  };
}

function hasValues(curve: Curve): boolean {
  return curve.variants.some((variant) => variant.band.mean.some((value) => value !== null));
}

function shared(
  curve: Curve,
  report: Report,
): Pick<CurveFigure, "times" | "series" | "span" | "shaded" | "shadeName"> {
  // Where nothing is disrupted a run is its own twin, and of performance the twin is the level at 1.
  const twinned = curve.what === "queue" && report.focus.disrupted.length > 0;
  const series = curve.variants.map((variant, index): CurveSeries => {
    const place = report.variants.find((candidate) => candidate.name === variant.name)?.place ?? index;
    const base = { place, name: variant.name, ...variant.band };
    return twinned ? { ...base, twin: variant.twin } : base;
  });
  const { span, disrupted } = report.focus;
  return { times: curve.times, series, span, shaded: disrupted, shadeName: shadeText(report) };
}

/** What lines, band and shade mean; the variants by name, for a print has no choice of them. */
function curveLegend(report: Report, twinned: boolean): Markup {
  const several = report.variants.length > 1;
  const names = several && report.variants.map(({ place, name }) => variantName(place, name));
  const key = (sign: string, words: string): Markup =>
    element(
      "span",
      { class: "key" },
      element("span", { class: `sign ${sign}`, "aria-hidden": "true" }),
      words,
    );
  return element(
    "div",
    { class: "legend" },
    names,
    key("thick", several ? "mean of the variant shown" : "mean over the replications"),
    key("band", "nine of ten replications"),
    key("band inner", "half of the replications"),
    twinned && key("dotted", "twin, without disruption"),
    report.focus.disrupted.length > 0 && key("shaded", shadeText(report)),
  );
}

function spanWords(report: Report): string {
  const { span, whole } = report.focus;
  if (span.from === whole.from && span.until === whole.until) return "";
  const shown = ` Shown from ${dateText(span.from)} to ${dateText(span.until)}`;
  const ends = dateText(span.until) === dateText(whole.until);
  return ends ? `${shown}, the end of the run.` : `${shown}; the run lasts until ${dateText(whole.until)}.`;
}

function inFocus(curve: Curve, report: Report, index: number): boolean {
  const time = curve.times[index] ?? -Infinity;
  return time >= report.focus.span.from && time <= report.focus.span.until;
}

function exceeds(curve: Curve, report: Report): boolean {
  return curve.variants.some(({ band }) =>
    band.high.some((value, index) => value !== null && value > shareMost && inFocus(curve, report, index)),
  );
}

/** The extreme of each variant's mean, for those who cannot see the figure. */
function extremeWords(curve: Curve, which: "lowest" | "highest"): string {
  const decimals = curve.what === "performance" ? 2 : 0;
  const words = curve.variants.map(({ name, band }) => {
    const values = band.mean.flatMap((value, index) =>
      value === null ? [] : [{ value, time: curve.times[index] ?? 0 }],
    );
    const [first, ...rest] = values;
    if (first === undefined) return `${name}: no values`;
    const further = (value: number, best: number): boolean =>
      which === "lowest" ? value < best : value > best;
    const best = rest.reduce((so, next) => (further(next.value, so.value) ? next : so), first);
    return `${name}: ${which} ${numeral(best.value, decimals)} on ${dateText(best.time)}`;
  });
  return words.join("; ");
}
