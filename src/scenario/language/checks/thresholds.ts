import { measureKind } from "#domain/measure/measure-kinds";
import { tailLeast } from "#engine/stats/tail-values";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { checkMeasured } from "#scenario/language/checks/measuring";
import { statisticWords } from "#scenario/language/resolved";
import type { ThresholdValues } from "#scenario/language/scenario-fields";
import { nearest } from "#scenario/read/nearest";

/** Thresholds name what is measured, a statistic, a variant and what it is held to, and a limit. */
export const checkThresholds: Check = (ground) => {
  for (const [id, threshold] of Object.entries(ground.draft.thresholds ?? {})) {
    checkStatistic(ground, id, threshold);
    checkVersus(ground, id, threshold);
    if (threshold["at-most"] === undefined && threshold["at-least"] === undefined) {
      at(ground, "thresholds", id).report("LIMIT_MISSING", "it limits nothing", "write at-most or at-least");
    }
    checkBetween(ground, id, threshold);
    checkMeasured(ground, ["thresholds", id], threshold);
  }
};

/** Words that people have for a statistic that grows with the number of replications. */
const extremes: readonly string[] = ["max", "min", "maximum", "minimum", "worst", "best"];

function checkStatistic(ground: CheckGround, id: string, { statistic, measure }: ThresholdValues): void {
  const doubtful = at(ground, "thresholds", id, "statistic");
  const isPercentile = /^p([1-9]|[1-9]\d)$/.test(statistic);
  if (!isPercentile && !statisticWords.some((word) => word === statistic)) {
    if (extremes.includes(statistic)) {
      const wrong = `"${statistic}" goes further the more replications there are`;
      doubtful.report("WORD_UNKNOWN", wrong, "write a percentile such as p99 or p1, or cvar");
      return;
    }
    const near = nearest(statistic, statisticWords);
    const all = `write ${statisticWords.join(", ")}, or a percentile from p1 to p99`;
    doubtful.report(
      "WORD_UNKNOWN",
      `"${statistic}" is no statistic`,
      near === undefined ? all : `nearest is "${near}"`,
    );
    return;
  }
  if (statistic === "censored" || statistic === "unaffected") {
    const scale = measureKind(measure)?.scale;
    if (scale === undefined || scale === "time-to-event") return;
    const wrong = `${measure} is no time until something happens: it is never ${statistic}`;
    doubtful.report("VALUES_WRONG", wrong, "write another statistic, or name such a time");
  }
  const { replications } = ground.draft;
  if (statistic === "cvar" && typeof replications === "number" && replications < tailLeast) {
    const wrong = `the worst 5 % of ${replications} replications have no interval: nothing is decided`;
    doubtful.warn("REPLICATIONS_FEW", wrong, `write replications: ${tailLeast} or more`);
  }
}

/** A variant differs from the baseline; the baseline from nothing. */
function checkVersus(ground: CheckGround, id: string, { variant, versus }: ThresholdValues): void {
  if (versus === undefined) return;
  const others = ground.reading.names.ids("variant").filter((name) => name !== "baseline");
  if (variant === "baseline") {
    const wrong = "the baseline has no difference from itself";
    const right = others.length === 0 ? "leave `versus` out" : `write variant: ${others[0]}, or all`;
    at(ground, "thresholds", id, "versus").report("VALUES_WRONG", wrong, right);
  } else if (variant === "all" && others.length === 0) {
    const wrong = "no variant could differ from the baseline";
    at(ground, "thresholds", id, "versus").report("VALUES_WRONG", wrong, "write variants, or leave it out");
  }
}

/** What is both at most and at least something has room for a value. */
function checkBetween(
  ground: CheckGround,
  id: string,
  { "at-most": most, "at-least": least }: ThresholdValues,
): void {
  if (most === undefined || least === undefined || least <= most) return;
  const wrong = "nothing is above `at-least` and below `at-most` at once";
  at(ground, "thresholds", id, "at-least").report("VALUES_WRONG", wrong, "write two thresholds, or lower it");
}
