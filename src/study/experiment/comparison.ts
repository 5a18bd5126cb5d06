import { decisiveLines, effectsOf, slightShare } from "#study/experiment/effect";
import type { Effect } from "#study/experiment/effect";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { measureNoun } from "#study/experiment/measure-title";
import { numberText, quantityText, withUnit } from "#study/experiment/quantity-text";
import type { Plan } from "#study/experiment/plan";
import { placeInSentence } from "#study/experiment/place-names";
import type { VariantSummary } from "#study/experiment/summary";

/** More variants than this make no sentence: the table has the others. */
const toldMost = 4;

/** How a variant comes out: `helps` only where nothing that matters gets worse. */
interface Finding {
  readonly name: string;
  readonly gains: readonly Effect[];
  readonly losses: readonly Effect[];
  readonly alike: readonly Effect[];
  /** What the scenario says that it costs, where no measure counts it; else empty. */
  readonly price: string;
}

/**
 * One sentence on who helped, who hurt, at what price, and who cannot be told apart. Only differences outside
 * their interval and of 5 % or more of the baseline's value count. Undefined without anything to compare.
 */
export function comparisonSentence(
  plan: Plan,
  variants: readonly VariantSummary[],
  lines: readonly MeasureLine[],
): string | undefined {
  const groups = decisiveLines(lines);
  const findings = variants
    .map(({ name }, place) => ({
      ...findingOf(name, place === 0 ? [] : effectsOf(groups, place)),
      price: lines.some(({ first }) => first.measure === "cost") ? "" : priceText(plan, place),
    }))
    .filter(
      ({ gains, losses, alike }, place) => place > 0 && gains.length + losses.length + alike.length > 0,
    );
  if (findings.length === 0) return undefined;
  const ordered = [helps, isMixed, hurts, isAlike].flatMap((fits) => findings.filter(fits));
  const lead = !findings.some(helps) && findings.some(isMixed) ? "No variant helps all round: " : "";
  const told = ordered.slice(0, toldMost).map((finding) => findingText(plan, finding, lead !== ""));
  const more = ordered.length - toldMost;
  if (more > 0) told.push(`${more} more ${more === 1 ? "variant is" : "variants are"} in the table`);
  return `${lead}${told.join("; ")}.`;
}

function findingOf(name: string, effects: readonly Effect[]): Omit<Finding, "price"> {
  const counting = effects.filter(({ share }) => share >= slightShare);
  return {
    name,
    gains: counting.filter(({ verdict }) => verdict === "better"),
    losses: counting.filter(({ verdict }) => verdict === "worse"),
    alike: effects.filter((effect) => effect.verdict === "alike" || !counting.includes(effect)),
  };
}

const helps = ({ gains, losses }: Finding): boolean => gains.length > 0 && losses.length === 0;
const isMixed = ({ gains, losses }: Finding): boolean => gains.length > 0 && losses.length > 0;
const hurts = ({ gains, losses }: Finding): boolean => gains.length === 0 && losses.length > 0;
const isAlike = ({ gains, losses }: Finding): boolean => gains.length === 0 && losses.length === 0;

/** One clause; the verdict is left out where the lead of the sentence has given it. */
function findingText(plan: Plan, finding: Finding, isJudged: boolean): string {
  const { name, gains, losses, alike, price } = finding;
  const say = (effects: readonly Effect[]): string =>
    effects.map((effect) => effectText(plan, effect)).join(" and ");
  if (helps(finding)) return `${name} helps: it ${say(gains.slice(0, 2))}${price}`;
  if (isMixed(finding)) return `${name} ${say(largest(gains, 1))} but ${say(largest(losses, 2))}${price}`;
  if (hurts(finding)) return `${name} ${isJudged ? "" : "hurts: it "}${say(losses.slice(0, 1))}`;
  const even = alike.find(({ verdict }) => verdict === "alike");
  if (even === undefined) return `${name} changes nothing by ${slightShare * 100} %`;
  if (alike.every(({ verdict }) => verdict === "alike"))
    return `${name} cannot be told apart from the baseline`;
  return `${name} cannot be told apart by ${measureNoun(even.line.first.measure)}`;
}

/** `, for 2 million USD and 500 USD a day`: what the variant itself costs, as the scenario says. */
function priceText(plan: Plan, place: number): string {
  const { once, perDay } = plan.variants[place]?.variant.cost ?? { once: 0, perDay: 0 };
  const parts = [
    ...(once > 0 ? [quantityText(once, "USD")] : []),
    ...(perDay > 0 ? [`${quantityText(perDay, "USD")} a day`] : []),
  ];
  return parts.length === 0 ? "" : `, for ${parts.join(" and ")}`;
}

/** The largest by share of the baseline's value, the foremost group first where they are equal. */
function largest(effects: readonly Effect[], most: number): readonly Effect[] {
  return [...effects].sort((left, right) => right.share - left.share).slice(0, most);
}

/** `clears the backlog 4.84 days later`, `costs 123 million USD more`. */
function effectText(plan: Plan, { line, difference, decimals }: Effect): string {
  const { first, scale } = line;
  const unit = scale.unit === "%" ? "percentage points" : scale.unit;
  const size = withUnit(numberText(Math.abs(difference * scale.factor), decimals), unit);
  const more = difference > 0;
  switch (first.measure) {
    case "backlog-clear-time":
      return `clears the backlog ${size} ${more ? "later" : "sooner"}`;
    case "rate-normal-time":
      return `brings traffic back to normal ${size} ${more ? "later" : "sooner"}`;
    case "time-to-recover":
      return `brings the rate back ${size} ${more ? "later" : "sooner"}`;
    case "cost":
      return `costs ${size} ${more ? "more" : "less"}`;
    case "delay":
      return more ? `adds ${size} to the mean delay` : `takes ${size} off the mean delay`;
    case "peak-queue":
      return `${more ? "raises" : "lowers"} the peak queue by ${size}`;
    default: {
      const place =
        first.of === "performance" || first.of === "all"
          ? ""
          : ` at ${placeInSentence(plan.study, first.of)}`;
      return `${more ? "raises" : "lowers"} ${measureNoun(first.measure)}${place} by ${size}`;
    }
  }
}
