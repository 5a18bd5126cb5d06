import { dayMs } from "#base/time";
import { comparisonSentence } from "#study/experiment/comparison";
import { isMostlySpared, isWhole, measureLines, valueOf } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { measureNoun, mostlyIn, sparedText } from "#study/experiment/measure-title";
import { placeInSentence } from "#study/experiment/place-names";
import type { Plan } from "#study/experiment/plan";
import { quantityText, scaledText, threeDigits } from "#study/experiment/quantity-text";
import type { MeasureSummary, VariantSummary } from "#study/experiment/summary";
import { isDisrupted } from "#study/experiment/twin";

/** Of the peak: from this share on the undisrupted one is named beside it. */
const notableShare = 0.1;

/**
 * Two sentences that answer the scenario's question from the numbers: how many waited, when the backlog had
 * cleared and traffic was back to normal (or, without a disruption, the first measures); then which variants
 * help, which hurt and at what price, and which cannot be told apart. Intervals stand in the table.
 */
export function answerOf(plan: Plan, variants: readonly VariantSummary[]): string {
  const lines = measureLines(variants);
  if (lines.length === 0) return "Nothing is measured.";
  const disrupted = plan.variants.some(({ variant }) => isDisrupted(variant.scenario));
  const story = (disrupted ? disruptionStory(plan, lines) : undefined) ?? levelStory(plan, lines);
  const compared = comparisonSentence(plan, lines);
  return compared === undefined ? story : `${story} ${compared}`;
}

/** What the baseline went through; undefined where no measure tells of it. */
function disruptionStory(plan: Plan, lines: readonly MeasureLine[]): string | undefined {
  const peak = lineOf(lines, "peak-queue");
  const waited = peak === undefined ? undefined : peakPart(plan, peak);
  const cleared = told(lines, "backlog-clear-time", (cell, line) => backlogPart(plan, cell, line));
  // The end that this counts from has just been named where the backlog comes first.
  const since = cleared?.includes("after the disruption ends") === true ? "" : "the disruption ends";
  const normal =
    told(lines, "rate-normal-time", (cell, line) => normalPart(cell, line, since)) ??
    told(lines, "time-to-recover", (cell, line) => recoveryPart(plan, cell, line));
  const ends = [cleared, normal].filter((part) => part !== undefined);
  // Where nobody is asked about who waits, what never passed says how bad it was.
  const lost = peak === undefined ? told(lines, "throughput-loss", lossPart) : undefined;
  const parts = [waited, ends.length > 0 ? ends.join(", and ") : undefined, lost].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? undefined : sentence(parts.join("; "));
}

function told(
  lines: readonly MeasureLine[],
  measure: string,
  say: (baseline: MeasureSummary, line: MeasureLine) => string | undefined,
): string | undefined {
  const line = lineOf(lines, measure);
  const baseline = line?.cells[0];
  return line === undefined || baseline === undefined ? undefined : say(baseline, line);
}

/** The first of that name that is read over the whole run. */
function lineOf(lines: readonly MeasureLine[], measure: string): MeasureLine | undefined {
  return lines.find(({ first }) => first.measure === measure && isWhole(first));
}

function peakPart(plan: Plan, { first, cells, scale }: MeasureLine): string | undefined {
  const value = cells[0] && valueOf(cells[0]);
  if (value === null || value === undefined) return undefined;
  // Where many wait at any rate, the disruption must not be given all of them.
  const usual = cells[0]?.twin?.mean ?? 0;
  const beside = usual > value * notableShare ? ` (${scaledText(usual, scale)} undisrupted)` : "";
  const peak = scaledText(value, scale);
  const wait = peak.startsWith("1 ") ? "waits" : "wait";
  return `at the peak ${peak} ${wait} at ${placeInSentence(plan.study, first.of)}${beside}`;
}

function lossPart(baseline: MeasureSummary, { first, scale }: MeasureLine): string | undefined {
  const value = valueOf(baseline);
  return value === null ? undefined : `${measureNoun(first.measure)} is ${scaledText(value, scale)}`;
}

function backlogPart(plan: Plan, baseline: MeasureSummary, { first, scale }: MeasureLine): string {
  const place = placeInSentence(plan.study, first.of);
  if (isMostlySpared(baseline)) return `at ${place} ${mostlyIn(baseline)}${sparedText(first.measure)}`;
  const { median } = baseline;
  if (median === null) return `the backlog has not cleared ${neverPart(baseline)}`;
  const after = scaledText(median, scale);
  const { unaffected, replications } = baseline;
  const spared =
    unaffected === 0
      ? ""
      : ` (in ${unaffected} of ${replications} replications ${sparedText(first.measure)})`;
  return `the backlog clears ${after} after the disruption ends${missedPart(baseline)}${spared}`;
}

function normalPart(baseline: MeasureSummary, { scale }: MeasureLine, since: string): string {
  if (isMostlySpared(baseline)) return `${mostlyIn(baseline)}traffic never leaves its usual rate`;
  const { median } = baseline;
  const missed = missedPart(baseline);
  if (median === null) return `traffic is not back to normal ${neverPart(baseline)}`;
  const length = scaledText(median, scale);
  const when = since === "" ? `after ${length}` : `${length} after ${since}`;
  return `traffic is back to normal ${when}${missed}`;
}

/**
 * The rate looks ahead by its window: without a word on it, a rate that is back before the reopening would
 * look impossible.
 */
function recoveryPart(plan: Plan, baseline: MeasureSummary, { first, scale }: MeasureLine): string {
  const performance = plan.variants[0]?.variant.scenario.performance;
  const { subject, isOne } = rateSubject(plan, first.of);
  const [is, falls, its] = isOne ? ["is", "falls", "its"] : ["are", "fall", "their"];
  const usual = `${threeDigits((performance?.recoveredAt ?? 1) * 100)} % of ${its} undisrupted rate`;
  const ahead =
    performance === undefined
      ? ""
      : `, counted over the ${quantityText(performance.window / dayMs, "d").replace(/^1 /, "")} ahead,`;
  if (isMostlySpared(baseline))
    return `${mostlyIn(baseline)}${subject}${ahead} never ${falls} below ${usual}`;
  const { median } = baseline;
  const missed = missedPart(baseline);
  if (median === null) return `${subject}${ahead} ${is} not back at ${usual} ${neverPart(baseline)}`;
  const length = `${scaledText(median, scale)} after the disruption begins`;
  return `${subject}${ahead} ${is} back at ${usual} ${length}${missed}`;
}

/** Whose rate it is: a place as it is called; flows, which have only ids, are called flows. */
function rateSubject(
  { study, variants }: Plan,
  of: string,
): { readonly subject: string; readonly isOne: boolean } {
  const scenario = variants[0]?.variant.scenario;
  const parts = of === "performance" ? (scenario?.performance?.of ?? [of]) : [of];
  const isOne = parts.length === 1 && of !== "all";
  const place = placeInSentence(study, of);
  const areFlows = parts.every((part) => Object.hasOwn(scenario?.flows ?? {}, part));
  return { subject: areFlows ? `the ${isOne ? "flow" : "flows"} ${place}` : place, isOne };
}

/** `by the end of the run in 58 of 60 replications`; of all of them nothing is counted. */
function neverPart({ censored, replications }: MeasureSummary): string {
  const often = censored === replications ? "" : ` in ${censored} of ${replications} replications`;
  return `by the end of the run${often}`;
}

function missedPart({ censored, replications }: MeasureSummary): string {
  return censored === 0 ? "" : ` (not by the end in ${censored} of ${replications} replications)`;
}

function levelStory(plan: Plan, lines: readonly MeasureLine[]): string {
  const levels = lines.slice(0, 3).map(({ first, cells, scale }) => {
    const value = cells[0] && valueOf(cells[0]);
    const whole = first.of === "performance" || first.of === "all";
    const place = whole ? "" : ` at ${placeInSentence(plan.study, first.of)}`;
    const name = `${measureNoun(first.measure)}${place}`;
    return value === null || value === undefined
      ? `${name} has no value`
      : `${name} is ${scaledText(value, scale)}`;
  });
  return sentence(levels.join("; "));
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
