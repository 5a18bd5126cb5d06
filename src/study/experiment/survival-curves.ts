import { kaplanMeier } from "#engine/stats/kaplan-meier";
import { measureKey } from "#study/experiment/measured";
import type { Measured } from "#study/experiment/measured";
import type { Plan } from "#study/experiment/plan";
import { countWith } from "#study/experiment/readings";

/** How a variant's times came to an end: a Kaplan-Meier curve, times in the measure's unit. */
export interface VariantSurvival {
  readonly name: string;
  /** Replications under watch, those still watched when the run ended, and those that never failed. */
  readonly watched: number;
  readonly censored: number;
  readonly unaffected: number;
  /** Until when the longest was watched. */
  readonly until: number;
  /** From `time` on the share `survival` lasts longer, with its 95 % log-log band. */
  readonly steps: readonly {
    readonly time: number;
    readonly survival: number;
    readonly low: number;
    readonly high: number;
    readonly atRisk: number;
  }[];
}

/** One time-to-event measure over the whole run, in every variant that has it. */
export interface SurvivalCurve {
  readonly measure: string;
  readonly of: string;
  readonly unit: string;
  readonly variants: readonly VariantSurvival[];
}

/** The curves of all times that may not have come by the end; a measure without any time has none. */
export function survivalCurves(
  plan: Plan,
  measured: readonly (readonly Measured[])[],
): readonly SurvivalCurve[] {
  const [baseline = []] = measured;
  return baseline.flatMap(({ row, sample }): SurvivalCurve[] => {
    const isWhole = row.at === undefined && row.from === undefined && row.until === undefined;
    if (sample.form.scale !== "time-to-event" || !isWhole) return [];
    const variants = plan.variants.flatMap(({ variant }, index) => {
      const own = measured[index]?.find((other) => measureKey(other.row) === measureKey(row));
      return own === undefined ? [] : [survivalOf(variant.name, own)];
    });
    if (variants.every(({ steps }) => steps.length === 0)) return [];
    return [{ measure: row.kind, of: row.of, unit: sample.form.unit, variants }];
  });
}

function survivalOf(name: string, { readings, sample }: Measured): VariantSurvival {
  const kept = Array.from(sample.times.keys()).filter((index) => !Number.isNaN(sample.times[index]));
  const times = kept.map((index) => sample.times[index] ?? NaN);
  const censored = kept.map((index) => sample.censored[index] ?? false);
  return {
    name,
    watched: kept.length,
    censored: countWith(readings, "censored"),
    unaffected: countWith(readings, "unaffected"),
    until: times.reduce((most, time) => Math.max(most, time), 0),
    steps: kaplanMeier(times, censored).map(({ time, survival, low, high, atRisk }) => {
      return { time, survival, low, high, atRisk };
    }),
  };
}
