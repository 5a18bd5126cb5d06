import { curveMeasure } from "#domain/measure/curve-measure";
import { lostShareOf } from "#domain/measure/lost-share";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { none, valueOf } from "#domain/measure/reading";

/**
 * The lowest Q against the baseline's twin: what is left at the worst moment, the robustness of Bruneau et
 * al., Earthquake Spectra 19(4), 2003, 733-752. 1 where it never falls; none where the twin has nothing.
 */
export const robustness: MeasureKind = {
  kind: "robustness",
  summary: "The lowest share of its undisrupted rate that the curve of performance falls to.",
  naming: { title: "Lowest performance" },
  scale: "share",
  better: "more",
  ...curveMeasure("share", ({ run, baselineTwin }, curve) => {
    const { lowest, watched } = lostShareOf(run, baselineTwin, curve);
    return watched === 0 ? none : valueOf(lowest);
  }),
};
