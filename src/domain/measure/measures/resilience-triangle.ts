import { curveMeasure } from "#domain/measure/curve-measure";
import { lostShareOf } from "#domain/measure/lost-share";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { daysOf, none } from "#domain/measure/reading";

/**
 * The area of the resilience triangle, ∫ (1 - Q) dt in days of full output, against the baseline's twin
 * (Bruneau et al., A Framework to Quantitatively Assess and Enhance the Seismic Resilience of Communities,
 * Earthquake Spectra 19(4), 2003, 733-752, doi 10.1193/1.1623497: R = ∫ [100 - Q(t)] dt, Q in percent). None
 * where the twin has nothing.
 */
export const resilienceTriangle: MeasureKind = {
  kind: "resilience-triangle",
  summary: "Days of full output lost: the area between the curve of performance and 1 (Bruneau).",
  naming: { title: "Output lost", noun: "the output lost, in days of full output" },
  scale: "mean",
  better: "less",
  ...curveMeasure("d", ({ run, baselineTwin }, curve) => {
    const { area, watched } = lostShareOf(run, baselineTwin, curve);
    return watched === 0 ? none : daysOf(area);
  }),
};
