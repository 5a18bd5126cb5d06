import { dayMs } from "#base/time";
import type { ResolvedPerformance } from "#scenario/language/resolved";
import type { Plan } from "#study/experiment/plan";
import { isDisrupted } from "#study/experiment/twin";
import { directionOf } from "#study/experiment/direction";
import {
  briefEstimateText,
  estimateText,
  quantityText,
  threeDigits,
  unitTextFor,
} from "#study/experiment/quantity-text";
import type { MeasureSummary, VariantSummary } from "#study/experiment/summary";

/** Where several measures could say which variant helped, the earlier one does. */
const decisive: readonly string[] = [
  "backlog-clear-time",
  "time-to-recover",
  "throughput-loss",
  "net-loss",
  "delay",
  "mean-wait",
  "cost",
];

/**
 * One or two sentences that answer the scenario's question from the numbers: how long until the rate
 * recovered and the backlog cleared (or, without a disruption, the first measures), then which variants
 * differ and which cannot be told apart.
 */
export function answerOf(plan: Plan, variants: readonly VariantSummary[]): string {
  const [baseline, ...others] = variants;
  if (baseline === undefined || baseline.measures.length === 0) return "Nothing is measured.";
  const disrupted = plan.variants.some(({ variant }) => isDisrupted(variant.scenario));
  const story = disrupted ? recoverySentence(plan, baseline) : undefined;
  return [story ?? levelSentence(baseline), ...comparison(others)].join(" ");
}

function recoverySentence(plan: Plan, baseline: VariantSummary): string | undefined {
  const recovery = baseline.measures.find(({ measure }) => measure === "time-to-recover");
  const backlog = baseline.measures.find(({ measure }) => measure === "backlog-clear-time");
  const peak = baseline.measures.find(({ measure }) => measure === "peak-queue");
  const parts = [
    ...(recovery === undefined ? [] : [recoveryPart(plan, recovery)]),
    ...(backlog === undefined ? [] : [backlogPart(backlog)]),
  ];
  if (parts.length === 0) return undefined;
  const waited = peak === undefined ? [] : [sentence(peakPart(peak))];
  return [...waited, sentence(parts.join(", and "))].join(" ");
}

function peakPart(peak: MeasureSummary): string {
  const { mean, low, high, unit } = peak;
  if (mean === null) return `how many waited${placeOf(peak)} at the peak has no value`;
  return `at the peak ${estimateText(mean, low, high, unit)} waited${placeOf(peak)}`;
}

function recoveryPart(plan: Plan, recovery: MeasureSummary): string {
  const performance = plan.variants[0]?.variant.scenario.performance;
  const rate = `${threeDigits((performance?.recoveredAt ?? 1) * 100)} % of its undisrupted rate`;
  const measured = recovery.of === "performance" ? (performance?.of ?? []) : [recovery.of];
  const of = measured.map(placeName).join(" and ");
  if (recovery.unaffected > 0 && recovery.unaffected === recovery.replications)
    return `${of} never fell below ${rate}`;
  const missed = censoredPart(recovery);
  if (recovery.median === null) return `${of} had not returned to ${rate} by the end of the run${missed}`;
  const { median, low, high, unit } = recovery;
  const delay = briefEstimateText(median, low, high, unit);
  return `${of} was back at ${rate}${windowPart(performance)} ${delay} after the disruption began${missed}`;
}

/** The rate looks ahead: without this, a rate that is back before the reopening would look impossible. */
function windowPart(performance: ResolvedPerformance | undefined): string {
  return performance === undefined
    ? ""
    : `, counting the ${quantityText(performance.window / dayMs, "d")} ahead,`;
}

function backlogPart(backlog: MeasureSummary): string {
  const { median, low, high, unit } = backlog;
  const of = placeOf(backlog);
  if (backlog.unaffected > 0 && backlog.unaffected === backlog.replications)
    return `no backlog stood${of} when it ended`;
  const missed = censoredPart(backlog);
  if (median === null) return `the backlog${of} had not cleared by the end of the run${missed}`;
  return `the backlog${of} had cleared ${briefEstimateText(median, low, high, unit)} after it ended${missed}`;
}

function censoredPart({ censored, replications }: MeasureSummary): string {
  return censored === 0 ? "" : ` (not by the end in ${censored} of ${replications} replications)`;
}

function levelSentence(baseline: VariantSummary): string {
  const told = baseline.measures.slice(0, 3).map((measure) => {
    const value = measure.mean ?? measure.median;
    const name = `${words(measure.measure)}${placeOf(measure)}`;
    if (value === null) return `${name} has no value`;
    return `${name} is ${estimateText(value, measure.low, measure.high, measure.unit)}`;
  });
  return sentence(told.join("; "));
}

function comparison(others: readonly VariantSummary[]): readonly string[] {
  if (others.length === 0) return [];
  const key = decisiveMeasure(others);
  if (key === undefined) return [];
  const told = others.flatMap((variant) => {
    const measure = variant.measures.find((candidate) => isSame(candidate, key));
    return measure?.versusBaseline === undefined
      ? []
      : [{ name: variant.name, measure, versus: measure.versusBaseline, others: variant.measures }];
  });
  const apart = told.filter(({ versus }) => versus.distinguishable);
  const untold = told.filter(({ versus }) => versus.difference === null);
  const alike = told
    .filter(({ versus }) => versus.difference !== null && !versus.distinguishable)
    .map(({ name }) => name);
  const parts = [
    ...apart.map(({ name, measure }) => `${name} ${changeText(measure)}`),
    ...untold.map(({ name, measure, others }) => `${name} ${absenceText(measure)}${elsewhereText(others)}`),
  ];
  if (alike.length > 0) parts.push(`${listed(alike)} cannot be told apart from the baseline`);
  return parts.length === 0 ? [] : [sentence(`by ${words(key.measure)}${placeOf(key)}, ${parts.join("; ")}`)];
}

/** Why a variant has nothing to be compared with: most often, because what is measured never befell it. */
function absenceText({ measure, unaffected, replications }: MeasureSummary): string {
  const all = unaffected > 0 && unaffected === replications;
  if (!all) return "has no value to compare";
  if (measure === "backlog-clear-time")
    return `has no backlog when the disruption ends, in all ${replications} replications`;
  return `is unaffected in all ${replications} replications`;
}

/** To be spared one thing may cost another: the foremost other measure by which such a variant differs. */
function elsewhereText(measures: readonly MeasureSummary[]): string {
  const [first] = ranked(measures.filter(({ versusBaseline }) => versusBaseline?.distinguishable === true));
  if (first === undefined) return "";
  const helps = effectOf(first.measure, first.versusBaseline?.difference ?? 0) === "1";
  return `, ${helps ? "and" : "but"} by ${words(first.measure)}${placeOf(first)} it ${changeText(first)}`;
}

/** The first measure, by rank, by which some variant differs; else the first by rank. */
function decisiveMeasure(others: readonly VariantSummary[]): MeasureSummary | undefined {
  const compared = others
    .flatMap(({ measures }) => measures)
    .filter(({ versusBaseline }) => versusBaseline !== undefined);
  const sorted = ranked(compared);
  return sorted.find(({ versusBaseline }) => versusBaseline?.distinguishable) ?? sorted[0];
}

function ranked(measures: readonly MeasureSummary[]): readonly MeasureSummary[] {
  const rank = ({ measure }: MeasureSummary): number => {
    const place = decisive.indexOf(measure);
    return place >= 0 ? place : decisive.length;
  };
  return [...measures].sort((left, right) => rank(left) - rank(right));
}

function changeText({ measure, unit, versusBaseline }: MeasureSummary): string {
  const { difference, low, high } = versusBaseline ?? { difference: null, low: null, high: null };
  if (difference === null || low === null || high === null) return "cannot be compared";
  const { factor } = unitTextFor(unit, difference);
  const [least, most] = difference < 0 ? [-high, -low] : [low, high];
  const size = `${quantityText(Math.abs(difference), unit)} ${difference < 0 ? "less" : "more"}`;
  const verdict = { "-1": "is worse", "0": "differs", "1": "helps" }[effectOf(measure, difference)];
  return `${verdict}: ${size} (${threeDigits(least * factor)} to ${threeDigits(most * factor)})`;
}

function effectOf(measure: string, difference: number): "-1" | "0" | "1" {
  const effect = directionOf(measure) * difference;
  return effect > 0 ? "1" : effect < 0 ? "-1" : "0";
}

function isSame(left: MeasureSummary, right: MeasureSummary): boolean {
  return (
    left.measure === right.measure &&
    left.of === right.of &&
    left.at === right.at &&
    left.from === right.from &&
    left.until === right.until
  );
}

function placeOf({ of }: MeasureSummary): string {
  return of === "performance" || of === "all" ? "" : ` at ${placeName(of)}`;
}

/** A passage goes by its own name: its transit is the one station that it has. */
function placeName(of: string): string {
  return of.endsWith(".transit") ? of.slice(0, -".transit".length) : of;
}

function words(measure: string): string {
  return measure.replaceAll("-", " ");
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
