import type { Effect } from "#study/experiment/effect";
import { statisticOf, valueOf } from "#study/experiment/measure-lines";
import { measureNoun } from "#study/experiment/measure-title";
import { placeInSentence } from "#study/experiment/place-names";
import type { Plan } from "#study/experiment/plan";
import { numberText, withUnit } from "#study/experiment/quantity-text";

/** What a variant does to a measure, in words that follow its name. */
export interface Phrase {
  /** `clears the backlog`: the same for all variants that do it. */
  readonly does: string;
  /** `4.84 days later`: how far this one does; empty where the other words hold that too. */
  readonly far: string;
}

/** Both parts of a phrase as they are read. */
export function phraseText({ does, far }: Phrase): string {
  return far === "" ? does : `${does} ${far}`;
}

/** `clears the backlog 4.84 days later`; of medians both as the table has them, `from 17.0 to 5.2 days`. */
export function effectPhrase(plan: Plan, effect: Effect): Phrase {
  const { line, difference, decimals } = effect;
  if (line.cells[effect.place] !== undefined && statisticOf(line.first) === "median")
    return mediansPhrase(effect);
  const { first, scale } = line;
  const unit = scale.unit === "%" ? "percentage points" : scale.unit;
  const size = withUnit(numberText(Math.abs(difference * scale.factor), decimals), unit);
  const more = difference > 0;
  const sooner = `${size} ${more ? "later" : "sooner"}`;
  switch (first.measure) {
    case "backlog-clear-time":
      return { does: "clears the backlog", far: sooner };
    case "rate-normal-time":
      return { does: "brings traffic back to normal", far: sooner };
    case "time-to-recover":
      return { does: "brings the rate back", far: sooner };
    case "delay":
      return { does: more ? `adds ${size} to the mean delay` : `takes ${size} off the mean delay`, far: "" };
    case "peak-queue":
      return { does: `${more ? "raises" : "lowers"} the peak queue`, far: `by ${size}` };
    default: {
      const isWhole = first.of === "performance" || first.of === "all";
      const place = isWhole ? "" : ` at ${placeInSentence(plan.study, first.of)}`;
      const does = `${more ? "raises" : "lowers"} ${measureNoun(first.measure)}${place}`;
      return { does, far: `by ${size}` };
    }
  }
}

/**
 * `shortens the time to clear the backlog from 17.0 to 5.2 days`: never the difference, which is of means and
 * would not fit. Where the medians do not tell what the means do, that is said.
 */
function mediansPhrase({ line, place, difference }: Effect): Phrase {
  const { first, cells, scale } = line;
  const verb = difference > 0 ? "lengthens" : "shortens";
  const [before, after] = [cells[0], cells[place]].map((cell) => (cell === undefined ? null : valueOf(cell)));
  const print = (value: number | null | undefined): string =>
    value === null || value === undefined
      ? "beyond the end of the run"
      : numberText(value * scale.factor, scale.decimals);
  const [from, to] = [print(before), print(after)];
  const unit = after === null || after === undefined ? "" : ` ${scale.unit}`;
  const fromUnit = unit === "" && before !== null && before !== undefined ? ` ${scale.unit}` : "";
  const noun = measureNoun(first.measure);
  if ((after ?? Infinity) - (before ?? Infinity) > 0 === difference > 0 && from !== to)
    return { does: `${verb} ${noun} from ${from}${fromUnit}`, far: `to ${to}${unit}` };
  const medians =
    from === to ? " but not its median" : ` (its median goes from ${from}${fromUnit} to ${to}${unit})`;
  return { does: `${verb} ${noun} on average${medians}`, far: "" };
}
