import { curveMeasure } from "#domain/measure/curve-measure";
import { lostShareOf } from "#domain/measure/lost-share";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { daysOf, none } from "#domain/measure/reading";

/**
 * What a variant gains by recovering sooner: Σ (SO_HR - SO_WR), output with hastened recovery less output
 * without, the dynamic resilience of Rose (Economic resilience to natural and man-made disasters:
 * Multidisciplinary origins and contextual dimensions, Environmental Hazards 7(4), 2007, 383-398), copied
 * from equation 4 of Hosseini, Barker and Ramirez-Marquez, A review of definitions and measures of system
 * resilience, Reliability Engineering and System Safety 145, 2016, 47-61. Our reading: output is Q, at most
 * 1, against the baseline's twin, the sum is over the time watched, and without means the baseline's own run.
 * So it is what the triangle of the baseline is larger, in days of full output, and 0 for the baseline
 * itself. None where the twin has nothing.
 */
export const dynamicResilience: MeasureKind = {
  kind: "dynamic-resilience",
  summary: "Days of full output gained by recovering sooner than the baseline does (Rose).",
  naming: {
    title: "Output gained by recovering sooner",
    noun: "the output gained by recovering sooner, in days of full output",
  },
  scale: "mean",
  better: "more",
  ...curveMeasure("d", ({ run, baseline, baselineTwin }, curve) => {
    const hastened = lostShareOf(run, baselineTwin, curve);
    const without = lostShareOf(baseline, baselineTwin, curve);
    return hastened.watched === 0 ? none : daysOf(without.area - hastened.area);
  }),
};
