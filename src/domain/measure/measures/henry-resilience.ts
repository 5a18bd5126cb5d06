import { optional } from "#base/field";
import { failureMeasure } from "#domain/measure/failure-measure";
import { lostShareIn } from "#domain/measure/lost-share";
import { atField, curveFields } from "#domain/measure/measure-fields";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { none, valueOf } from "#domain/measure/reading";
import { WindowWalk } from "#domain/measure/window-walk";

/**
 * What has come back by an instant of what was lost: (F(t_r) - F(t_d)) ÷ (F(t_0) - F(t_d)), with F the rate
 * as a share of the run's own twin, so that F(t_0) is 1; F(t_d) is its lowest from the onset of the first
 * episode that failed to t_r (Henry and Ramirez-Marquez, Generic metrics and quantitative approaches for
 * system resilience as a function of time, Reliability Engineering and System Safety 99, 2012, 114-122).
 * Above 1 in a surge. Unaffected where nothing failed; none before the failure and where no window is left.
 */
export const henryResilience: MeasureKind = {
  kind: "henry-resilience",
  summary: "How much of the rate that was lost has come back by `at` (Henry and Ramirez-Marquez).",
  naming: { title: "Share of the lost rate that is back", noun: "the share of the lost rate that is back" },
  scale: "mean",
  better: "more",
  ...failureMeasure("share", ({ run, twin, episode, failedAt, watchedUntil }, { window }, { at }) => {
    const instant = at ?? watchedUntil - 1;
    if (instant < failedAt || instant >= watchedUntil) return none;
    const { lowest } = lostShareIn(run, twin, { from: episode.onset, until: instant + 1, window });
    const walk = new WindowWalk(run, twin, { from: instant, until: instant + 1, window });
    walk.advance();
    return valueOf((walk.share - lowest) / (1 - lowest));
  }),
  fields: { ...curveFields, at: optional(atField) },
};
