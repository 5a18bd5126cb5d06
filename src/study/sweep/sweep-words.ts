import { listed } from "#base/listed";
import { printInstant } from "#base/time";
import { measureNoun, sparedNote } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";
import { quantityScale } from "#study/experiment/quantity-scale";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import { counted, numberText, threeDigits, withUnit } from "#study/experiment/quantity-text";
import type { Cube, CubeMeasure, SweptPath } from "#study/sweep/cube";
import type { FlipBoundary } from "#study/sweep/flip-boundary";
import type { FailureBox } from "#study/sweep/failure-box";
import type { Limit } from "#study/sweep/peeling";
import type { FutureShare } from "#study/sweep/satisficing";
import type { SweepQuestion } from "#study/sweep/sweep-question";
import type { SpreadShare } from "#study/sweep/sensitivity";

/** `throughput loss, Rotterdam`, with the instants that it is read at. */
export function sweptTitle({ about }: CubeMeasure, { study }: Cube): string {
  const when = [about.at, about.from, about.until].filter((instant) => instant !== undefined);
  return [measureNoun(about.measure), placeName(study, about.of), ...when].join(", ");
}

/** One scale for all means of a measure, so that they can be compared by eye. */
export function sweptScale({ about, cells }: CubeMeasure): QuantityScale {
  const known = cells.flatMap((cell) => Array.from(cell?.values ?? []).filter(Number.isFinite));
  return quantityScale(about.unit, known.length === 0 ? [] : [Math.max(...known), Math.min(...known)]);
}

/**
 * `no backlog in 48 of 50 futures`: in how many of some futures most replications never met what is timed;
 * empty where that is in half of them or fewer.
 */
export function sparedText({ about, cells }: CubeMeasure, place: number, futures: readonly number[]): string {
  const isSpared = (future: number): boolean => (cells[place]?.spared[future] ?? 0) > 0.5;
  const unaffected = futures.filter(isSpared).length;
  if (2 * unaffected <= futures.length) return "";
  return `${sparedNote({ measure: about.measure, unaffected, replications: futures.length })} futures`;
}

/** The difference that does not matter, in the unit of the means. */
export function zoneText({ by, indifference }: SweepQuestion): string {
  const { factor, unit } = sweptScale(by);
  return withUnit(threeDigits(indifference * factor), unit);
}

/** `f012 (disruptions.stop.duration 12.4 d, flows.calls.arrivals.rate 3 /d)`. */
export function futureText({ ids, paths }: Cube, future: number): string {
  const values = paths.map((path) => `${path.path} ${valueText(path, future)}`);
  return `${ids[future] ?? ""} (${values.join(", ")})`;
}

/** The value at a path in a future as people read it: three digits, with its unit. */
export function valueText(path: SweptPath, future: number): string {
  const number = path.numbers[future] ?? NaN;
  return Number.isNaN(number) ? (path.texts[future] ?? "") : pathNumberText(path, number);
}

/** A number in the unit of a path. */
export function pathNumberText({ unit }: SweptPath, number: number): string {
  return unit === "instant" ? printInstant(Math.round(number)) : withUnit(threeDigits(number), unit);
}

/** `disruptions.stop.duration is 12.4 d or more`. */
export function limitText(limit: Limit, paths: readonly SweptPath[]): string {
  const path = paths[limit.path];
  if (path === undefined) return "";
  if (limit.side === "levels") return `${path.path} is ${limit.levels.join(" or ")}`;
  return sideText(path, limit.value, limit.side === "from");
}

function sideText(path: SweptPath, number: number, isFrom: boolean): string {
  const [more, less] = path.unit === "instant" ? ["later", "earlier"] : ["more", "less"];
  return `${path.path} is ${pathNumberText(path, number)} or ${isFrom ? more : less}`;
}

/** `disruptions.stop.duration is 14 d or more`: where the choice flips, told by one path. */
export function boundaryText({ path: place, flips }: FlipBoundary, paths: readonly SweptPath[]): string {
  const path = paths[place];
  if (path === undefined) return "";
  if (flips.side === "levels") return `${path.path} is ${flips.levels.join(" or ")}`;
  const [low, high] = flips.between;
  // Between the two nobody has looked.
  return sideText(path, flips.side === "above" ? high : low, flips.side === "above");
}

/** `82 % (75 to 88)`: a share with its interval, where it has one. */
export function shareText({ share, low, high }: SpreadShare): string {
  const percent = (value: number): string => numberText(Math.min(1, Math.max(0, value)) * 100, 0);
  const interval = low === null || high === null ? "" : ` (${percent(low)} to ${percent(high)})`;
  return `${percent(share)} %${interval}`;
}

/** `45 % (38 to 52)`: a share of futures with its interval; a dash where it is known in none. */
export function futureShareText({ share, interval }: FutureShare): string {
  return share === null ? "-" : shareText({ share, low: interval.low, high: interval.high });
}

/** Where a variant fails, in a sentence without its name. */
export function failureText(box: FailureBox, { paths }: Cube): string {
  const many = `${counted(box.failing, "future")} of ${numberText(box.of, 0)}`;
  if (box.found === "never") return `fails in none of ${counted(box.of, "future")}`;
  if (box.found === "always") return `fails in all ${counted(box.of, "future")}`;
  if (box.found === "nowhere") return `fails in ${many}, and no value tells where better than chance`;
  const where = listed(box.limits.map(({ limit }) => limitText(limit, paths)));
  const inside = `${numberText(box.failingInside, 0)} of the ${numberText(box.inside, 0)} futures there`;
  const covers = `${numberText((box.coverage ?? 0) * 100, 0)} % of all that fail`;
  return `fails in ${many}, mostly where ${where}: ${inside} fail, ${covers}`;
}
