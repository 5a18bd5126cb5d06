import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { numeral } from "#shells/figure/numeral";
import { stepFigure } from "#shells/figure/step-figure";
import type { StepSeries } from "#shells/figure/step-figure";
import type { Report } from "#shells/report/report";
import { captioned, section, variantName } from "#shells/report/section";
import type { SurvivalCurve, VariantSurvival } from "#study/experiment/survival-curves";
import { measureTitle, unitSince } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";

/** What planners ask for first; so many curves are drawn. */
const foremost: readonly string[] = ["backlog-clear-time", "rate-normal-time", "time-to-recover"];
const curvesMost = 2;

const lead =
  "The share of replications that are not there yet, by days: what is promised for nine of ten futures is " +
  "where the curve falls below 0.1. Who was still watched when the run ended counts until then.";

/** How soon all is well again, replication by replication. Left out without a time that may not come. */
export function recoverySection(report: Report): Markup | undefined {
  const { survivals } = report.result.figures;
  const ordered = foremost.flatMap((name) => survivals.find(({ measure }) => measure === name) ?? []);
  const shown = (ordered.length > 0 ? ordered : survivals).slice(0, curvesMost);
  if (shown.length === 0) return undefined;
  return section(
    "recovery",
    "How soon it is over, future by future",
    lead,
    report.variants.length > 1 &&
      element(
        "div",
        { class: "legend" },
        report.variants.map(({ place, name }) => variantName(place, name)),
      ),
    shown.map((curve) => curveFigure(curve, report)),
  );
}

function curveFigure(curve: SurvivalCurve, report: Report): Markup {
  const place = placeName(report.result.study, curve.of);
  const name = `${measureTitle(curve.measure)}, ${place}`;
  const unit = curve.unit === "d" ? "days" : curve.unit;
  return element(
    "div",
    {},
    element("h3", {}, measureTitle(curve.measure), element("span", { class: "of" }, place)),
    captioned(
      (width, narrow) =>
        stepFigure({
          title: `Share of replications not there yet: ${name}`,
          description: curve.variants.map(words).join("; "),
          width,
          height: narrow ? 260 : 320,
          axis: "share of replications not there yet",
          timeAxis: unitSince(curve.measure, unit),
          series: curve.variants.flatMap((variant) => seriesOf(variant, report)),
        }),
      [
        "Kaplan-Meier curves, with the 95 % log-log band of the variant that is chosen. ",
        curve.variants.map(words).join("; "),
        ".",
      ],
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

function seriesOf({ name, steps, until }: VariantSurvival, report: Report): readonly StepSeries[] {
  const place = report.variants.find((variant) => variant.name === name)?.place;
  if (place === undefined || steps.length === 0) return [];
  return [
    { place, name, until, steps: steps.map(({ survival, ...step }) => ({ ...step, value: survival })) },
  ];
}

function words({ name, watched, censored, unaffected, steps }: VariantSurvival): string {
  const half = steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.time;
  const tenth = steps.find(({ survival }) => survival <= 0.1 + 1e-12)?.time;
  if (watched === 0) return `${name}: unaffected in all ${unaffected} replications`;
  const parts = [
    `half ${byDay(half)}, nine of ten ${byDay(tenth)}`,
    censored > 0 ? `${censored} of ${watched} not over by the end` : "",
    unaffected > 0 ? `${unaffected} unaffected and not counted` : "",
  ];
  return `${name}: ${parts.filter((part) => part !== "").join(", ")}`;
}

const byDay = (time: number | undefined): string =>
  time === undefined ? "not by the end" : `within ${numeral(time, 1)} days`;
