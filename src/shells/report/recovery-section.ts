import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { numeral } from "#shells/figure/numeral";
import { stepFigure } from "#shells/figure/step-figure";
import type { StepSeries } from "#shells/figure/step-figure";
import type { Report } from "#shells/report/report";
import { captioned, section, variantName } from "#shells/report/section";
import { directionOf } from "#study/experiment/direction";
import type { SurvivalCurve, VariantSurvival } from "#study/experiment/survival-curves";
import { isMostlySpared } from "#study/experiment/measure-lines";
import { measureTitle, sparedNote, unitSince } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";

/** What planners ask for first; so many curves are drawn. */
const foremost: readonly string[] = ["backlog-clear-time", "rate-normal-time", "time-to-recover"];
const curvesMost = 2;

/** How curves of a time are told: one that should come soon, or one that should be long in coming. */
interface Wording {
  readonly heading: string;
  readonly lead: string;
  readonly axis: string;
  /** Of the curve of one variant, when it falls to a share: what is promised of the futures. */
  readonly promise: (until: (share: number) => number | undefined) => string;
  readonly censored: string;
}

const watchedOn = "A run that ends before counts for as long as it lasts.";

const soon: Wording = {
  heading: "How soon it is over, future by future",
  lead:
    "The share of replications that are not there yet, by days: what is promised for nine of ten futures " +
    `is where the curve falls below 0.1. ${watchedOn}`,
  axis: "share of replications not there yet",
  promise: (until) => `half ${byDay(until(0.5))}, nine of ten ${byDay(until(0.1))}`,
  censored: "not over by the end",
};

const late: Wording = {
  heading: "How long it holds out, future by future",
  lead:
    "The share of replications that still hold out, by days: what is promised for nine of ten futures " +
    `is where the curve falls below 0.9. ${watchedOn}`,
  axis: "share of replications still holding out",
  promise: (until) => `nine of ten hold out ${forDays(until(0.9))}, half ${forDays(until(0.5))}`,
  censored: "hold out to the end",
};

const wordingOf = ({ measure }: SurvivalCurve): Wording => (directionOf(measure) > 0 ? late : soon);

/**
 * How soon all is well again, replication by replication; without such a time, how long it held out. Left out
 * without a time that may not come.
 */
export function recoverySection(report: Report): Markup | undefined {
  const { survivals } = report.result.figures;
  const ordered = foremost.flatMap((name) => survivals.find(({ measure }) => measure === name) ?? []);
  const [first, ...others] = ordered.length > 0 ? ordered : survivals;
  if (first === undefined) return undefined;
  const wording = wordingOf(first);
  const alike = others.filter((curve) => wordingOf(curve) === wording);
  return section(
    "recovery",
    wording.heading,
    wording.lead,
    report.variants.length > 1 &&
      element(
        "div",
        { class: "legend" },
        report.variants.map(({ place, name }) => variantName(place, name)),
      ),
    [first, ...alike].slice(0, curvesMost).map((curve) => curveFigure(curve, wording, report)),
  );
}

function curveFigure(curve: SurvivalCurve, wording: Wording, report: Report): Markup {
  const place = placeName(report.result.study, curve.of);
  const name = `${measureTitle(curve.measure)}, ${place}`;
  const unit = curve.unit === "d" ? "days" : curve.unit;
  const told = curve.variants.map((variant) => words(variant, curve.measure, wording)).join("; ");
  return element(
    "div",
    { class: "curve" },
    element("h3", {}, measureTitle(curve.measure), element("span", { class: "of" }, place)),
    captioned(
      (width, narrow) =>
        stepFigure({
          title: `${wording.axis.charAt(0).toUpperCase()}${wording.axis.slice(1)}: ${name}`,
          description: told,
          width,
          height: narrow ? 260 : 320,
          axis: wording.axis,
          timeAxis: unitSince(curve.measure, unit),
          series: curve.variants.flatMap((variant) => seriesOf(variant, report)),
        }),
      `Kaplan-Meier curves, with the 95 % log-log band of the variant that is chosen. ${told}.`,
      {
        name: `survival-${curve.measure}-${curve.of}`,
        columns: ["variant", "time", "at_risk", "survival", "low", "high", "unit"],
        rows: curve.variants.flatMap((variant) =>
          variant.steps.map(({ time, atRisk, survival, low, high }) => {
            return [variant.name, time, atRisk, survival, low, high, curve.unit];
          }),
        ),
      },
    ),
  );
}

function seriesOf(variant: VariantSurvival, report: Report): readonly StepSeries[] {
  const { name, steps, until } = variant;
  const place = report.variants.find((one) => one.name === name)?.place;
  if (place === undefined || isMostlySpared(countsOf(variant))) return [];
  return [
    { place, name, until, steps: steps.map(({ survival, ...step }) => ({ ...step, value: survival })) },
  ];
}

/** Every replication gives a time, or was spared. */
const countsOf = ({
  watched,
  unaffected,
}: VariantSurvival): { unaffected: number; replications: number } => ({
  unaffected,
  replications: watched + unaffected,
});

function words(variant: VariantSurvival, measure: string, { promise, censored: notOver }: Wording): string {
  const { name, watched, censored, unaffected, steps } = variant;
  const until = (share: number): number | undefined =>
    steps.find(({ survival }) => survival <= share + 1e-12)?.time;
  const spared = unaffected > 0 ? sparedNote({ measure, ...countsOf(variant) }) : "";
  if (isMostlySpared(countsOf(variant))) return `${name}: ${spared}`;
  const parts = [
    promise(until),
    censored > 0 ? `${censored} of ${watched} ${notOver}` : "",
    spared === "" ? "" : `${spared}, not counted`,
  ];
  return `${name}: ${parts.filter((part) => part !== "").join(", ")}`;
}

const byDay = (time: number | undefined): string =>
  time === undefined ? "not by the end" : `within ${numeral(time, 1)} days`;

const forDays = (time: number | undefined): string =>
  time === undefined ? "to the end" : `for ${numeral(time, 1)} days`;
