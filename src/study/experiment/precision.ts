import { foldBlockSize } from "#engine/stats/fold";
import type { ResolvedPrecision } from "#scenario/language/resolved";
import type { Batch } from "#study/experiment/batch";
import { meanOf, quantileOf } from "#study/experiment/estimate";
import type { Estimate } from "#study/experiment/estimate";
import { measuredOf } from "#study/experiment/measured";
import type { Measured } from "#study/experiment/measured";
import { measureNoun } from "#study/experiment/measure-title";
import { placeInSentence } from "#study/experiment/place-names";
import type { Plan } from "#study/experiment/plan";
import { quantityText, threeDigits } from "#study/experiment/quantity-text";

/**
 * The number of replications at which it is asked next whether so many are enough: a whole number of blocks,
 * one more, or a tenth more of what there is. These numbers are fixed, so that where an experiment stops
 * rests on its draws alone, and not on who ran what when.
 */
export function nextCheckpoint(replications: number): number {
  const blocks = Math.floor(replications / foldBlockSize);
  return (blocks + Math.max(1, Math.floor(blocks / 10))) * foldBlockSize;
}

/** Whether what the scenario asks to know is known as well as it asks; false where it asks nothing. */
export function isPrecise(plan: Plan, batch: Batch): boolean {
  const { precision } = plan;
  if (precision === undefined) return false;
  return asked(plan, batch, precision).every(({ estimate }) => isNarrow(estimate, precision));
}

/** That the most replications were not enough, as a sentence; undefined where they were, or nobody asked. */
export function imprecisionSentence(plan: Plan, batch: Batch): string | undefined {
  const { precision, replications } = plan;
  if (precision === undefined) return undefined;
  const wide = asked(plan, batch, precision).filter(({ estimate }) => !isNarrow(estimate, precision));
  if (wide.length === 0) return undefined;
  const names = wide.map(({ name }) => name).join(", ");
  const what = `${measureNoun(precision.measure)} of ${placeInSentence(plan.study, precision.of)}`;
  const wanted = precisionText(precision, wide[0]?.unit ?? "");
  return `${what} is not known ${wanted} after ${replications} replications, the most allowed (${names})`;
}

/** `within 5 %`, `within 12 hours`. */
export function precisionText({ halfWidth, relative }: ResolvedPrecision, unit: string): string {
  return `within ${relative ? `${threeDigits(halfWidth * 100)} %` : quantityText(halfWidth, unit)}`;
}

interface Asked {
  readonly name: string;
  readonly unit: string;
  readonly estimate: Estimate;
}

/** The number that is printed of the measure, in each variant that has it. */
function asked(plan: Plan, batch: Batch, { measure, of }: ResolvedPrecision): readonly Asked[] {
  return measuredOf(plan, batch).flatMap((entries, place) => {
    const entry = entries.find(({ row }) => row.kind === measure && row.of === of);
    if (entry === undefined) return [];
    const name = plan.variants[place]?.variant.name ?? "";
    return [{ name, unit: entry.sample.form.unit, estimate: printed(entry) }];
  });
}

function printed({ sample }: Measured): Estimate {
  return sample.form.scale === "time-to-event" ? quantileOf(sample, 0.5) : meanOf(sample);
}

function isNarrow({ value, low, high }: Estimate, { halfWidth, relative }: ResolvedPrecision): boolean {
  if (value === null || low === null || high === null) return false;
  return (high - low) / 2 <= (relative ? halfWidth * Math.abs(value) : halfWidth);
}
