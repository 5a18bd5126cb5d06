import { dayMs } from "#base/time";
import type { Span } from "#shells/figure/axis";
import type { Curve, TimelineEntry } from "#study/experiment/curves";
import type { Result } from "#study/experiment/result";

/**
 * The part of the run that the figures show, and the spans in which something was disrupted. ms since the
 * epoch.
 */
export interface Focus {
  readonly span: Span;
  /** The whole of the run after its warm-up. */
  readonly whole: Span;
  readonly disrupted: readonly Span[];
}

/**
 * From some days before the first disruption until all curves have come back to their twins, and a week
 * more; the whole run after the warm-up where nothing is disrupted. Chronic (`background`) disruptions do
 * not count.
 */
export function focusOf(result: Result): Focus {
  const scenario = result.study.variants[0]?.scenario;
  const { start, end, warmUp } = scenario?.time ?? { start: 0, end: dayMs, warmUp: 0 };
  const whole = { from: start + warmUp, until: end };
  const background = new Set(
    Object.entries(scenario?.disruptions ?? {})
      .filter(([, value]) => value["background"] === true)
      .map(([id]) => id),
  );
  const entries = (result.figures.timelines[0]?.entries ?? []).filter((entry) => !background.has(entry.id));
  const disrupted = disruptedSpans(entries, end);
  const onset = disrupted[0]?.from;
  if (onset === undefined) return { span: whole, whole, disrupted };
  const over = disrupted.reduce((latest, span) => Math.max(latest, span.until), onset);
  const settled = Math.max(over + dayMs, ...result.figures.curves.map((curve) => settledAt(curve, over)));
  const lead = Math.max(7 * dayMs, (settled - onset) * 0.12);
  const span = { from: Math.max(whole.from, onset - lead), until: Math.min(end, settled + 7 * dayMs) };
  return { span, whole, disrupted };
}

/**
 * Starts and ends paired by disruption; one that does not end lasts to the end of the run. In order of
 * start.
 */
export function disruptedSpans(entries: readonly TimelineEntry[], end: number): readonly Span[] {
  const open = new Map<string, number>();
  const spans: Span[] = [];
  for (const entry of entries) {
    const key = `${entry.id} ${entry.of.join()}`;
    if (entry.what === "disruption-start" && !open.has(key)) open.set(key, entry.time);
    const from = open.get(key);
    if (entry.what !== "disruption-end" || from === undefined) continue;
    spans.push({ from, until: entry.time });
    open.delete(key);
  }
  for (const from of open.values()) spans.push({ from, until: end });
  return spans.sort((one, other) => one.from - other.from);
}

/** How far a curve is from its twin; nothing where either does not exist, as in the last window of a run. */
function distanceAt(mean: number | null | undefined, twin: number | null | undefined): number {
  return typeof mean === "number" && typeof twin === "number" ? Math.abs(mean - twin) : 0;
}

/** The last instant at which some variant's mean is off its twin by a tenth of the largest distance. */
function settledAt(curve: Curve, otherwise: number): number {
  const distances = curve.variants.map((variant) =>
    curve.times.map((_, index) => distanceAt(variant.band.mean[index], variant.twin[index])),
  );
  const largest = distances.flat().reduce((most, value) => Math.max(most, value), 0);
  let latest = otherwise;
  for (const distance of distances) {
    distance.forEach((value, index) => {
      if (largest > 0 && value > largest / 10) latest = Math.max(latest, curve.times[index] ?? latest);
    });
  }
  return latest;
}
