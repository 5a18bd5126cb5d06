import { curveMeasure } from "#domain/measure/curve-measure";
import { controlTime, lostShareOf } from "#domain/measure/lost-share";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { none, valueOf } from "#domain/measure/reading";

/**
 * The mean of Q, at most 1, over the control time: 1 - triangle ÷ T_LC, against the baseline's twin
 * (Cimellaro, Reinhorn and Bruneau, Framework for analytical quantification of disaster resilience,
 * Engineering Structures 32, 2010, 3639-3649: R = ∫ Q(t) ÷ T_LC dt). T_LC is the time after the warm-up
 * less the window. None where the twin has nothing.
 */
export const cimellaroResilience: MeasureKind = {
  kind: "cimellaro-resilience",
  summary: "Mean performance over the time after the warm-up, as a share of the undisrupted (Cimellaro).",
  naming: { title: "Mean performance", noun: "mean performance" },
  scale: "share",
  better: "more",
  ...curveMeasure("share", ({ run, baselineTwin }, curve) => {
    const { area, watched } = lostShareOf(run, baselineTwin, curve);
    return watched === 0 ? none : valueOf(1 - area / controlTime(run, curve));
  }),
};
