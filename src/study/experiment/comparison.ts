import { listed } from "#base/listed";
import { decisiveLines, effectsOf, otherEffectsOf, tellingShare } from "#study/experiment/effect";
import type { Effect } from "#study/experiment/effect";
import { effectPhrase, phraseText } from "#study/experiment/effect-phrase";
import type { Phrase } from "#study/experiment/effect-phrase";
import { isMostlySpared, isWhole } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { measureNoun, mostlyIn, sparedText } from "#study/experiment/measure-title";
import { scaledText } from "#study/experiment/quantity-text";
import { moneyNote } from "#study/experiment/money-text";
import type { Plan } from "#study/experiment/plan";

/** More variants than this make no sentence: the table has the others. */
const toldMost = 4;

/** Of more variants than this that help, each is told by its first gain alone. */
const gainsApart = 2;

/** How a variant comes out: `helps` only where nothing that matters gets worse; money pays for it. */
interface Finding {
  readonly name: string;
  readonly gains: readonly Effect[];
  readonly losses: readonly Effect[];
  readonly alike: readonly Effect[];
  /** Of a variant that neither gains nor loses by these: the largest effect by any other measure. */
  readonly aside: Effect | undefined;
  /** ` (price 2 million USD)`: what it costs, and what that comes to in all; empty without either. */
  readonly money: string;
  /** That nobody waits for long at the end of the disruption, where no time can be compared; else empty. */
  readonly spared: string;
}

/**
 * One sentence on who helped, who hurt, at what price, and who cannot be told apart. Only differences outside
 * their interval and of 5 % or more of the baseline's value count. Undefined without anything to compare.
 */
export function comparisonSentence(plan: Plan, lines: readonly MeasureLine[]): string | undefined {
  const { variants } = plan;
  if (variants.length > 1 && lines.every(({ cells }) => cells.every((cell) => (cell?.replications ?? 0) < 2)))
    return "One replication cannot tell which variant helps.";
  const groups = decisiveLines(lines);
  const findings = variants
    .map(({ variant }, place) => ({
      ...findingOf(variant.name, place === 0 ? [] : effectsOf(groups, place), () =>
        otherEffectsOf(lines, groups, place),
      ),
      money: moneyNote(variant.cost, lines, place),
      spared: place === 0 ? "" : sparedClause(lines, place),
    }))
    .filter(
      ({ gains, losses, alike, money, spared }, place) =>
        place > 0 && (gains.length + losses.length + alike.length > 0 || money + spared !== ""),
    );
  if (findings.length === 0) return undefined;
  const helping = gathered(plan, findings.filter(helps));
  const ordered = [helping, ...[isMixed, hurts, isAlike].map((fits) => findings.filter(fits))].flat();
  const lead = !findings.some(helps) && findings.some(isMixed) ? "No variant helps all round: " : "";
  const clauses = clausesOf(plan, ordered, lead !== "");
  const told = clauses.slice(0, toldMost).map(({ text }) => text);
  const more = clauses.slice(toldMost).reduce((total, { variants: count }) => total + count, 0);
  if (more > 0) told.push(`${more} more ${more === 1 ? "variant is" : "variants are"} in the table`);
  return `${lead}${told.join("; ")}.`;
}

/** Those that help one beside another where their first gain is of one kind, else as they stand. */
function gathered(plan: Plan, helping: readonly Finding[]): readonly Finding[] {
  const kinds = helping.map((finding) => firstGain(plan, finding)?.does);
  const rank = (finding: Finding): number => kinds.indexOf(firstGain(plan, finding)?.does);
  return [...helping].sort((left, right) => rank(left) - rank(right));
}

function firstGain(plan: Plan, { gains: [first] }: Finding): Phrase | undefined {
  return first && effectPhrase(plan, first);
}

/**
 * One clause for each variant that gains anything, the shorter where it gains what the one before does;
 * several that only hurt share one, and so do several that cannot be told apart: by how much is in the table,
 * and a long answer is not read to its end.
 */
function clausesOf(
  plan: Plan,
  ordered: readonly Finding[],
  isJudged: boolean,
): readonly { readonly text: string; readonly variants: number }[] {
  const hurting = ordered.filter(hurts);
  const even = ordered.filter((finding) => isAlike(finding) && isBare(finding));
  const same = even.filter((finding) => evenText(finding) === even.map(evenText)[0]);
  const most = ordered.filter(helps).length > gainsApart ? 1 : 2;
  const grouped = [hurting, same].filter((group) => group.length > 1);
  return ordered.flatMap((finding, index) => {
    const group = grouped.find((members) => members.includes(finding));
    const before = most === 1 ? ordered[index - 1] : undefined;
    if (group === undefined)
      return [{ text: findingText(plan, finding, { isJudged, most, before }), variants: 1 }];
    if (group[0] !== finding) return [];
    const names = listText(group.map(({ name }) => name));
    const verdict = group === hurting ? "hurt" : evenWords(finding);
    return [{ text: `${names} ${verdict}`, variants: group.length }];
  });
}

/** `a, b and c`; of more than four the first three, and how many more there are. */
function listText(names: readonly string[]): string {
  const told = names.length > toldMost ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return listed(told);
}

function findingOf(
  name: string,
  effects: readonly Effect[],
  others: () => readonly Effect[],
): Omit<Finding, "money" | "spared"> {
  const gains = effects.filter((effect) => isTelling(effect) && effect.verdict === "better");
  const losses = effects.filter((effect) => isTelling(effect) && effect.verdict === "worse");
  const alike = effects.filter((effect) => !isTelling(effect));
  const isEven = gains.length + losses.length === 0;
  const [aside] = isEven && alike.length > 0 ? largest(others().filter(isTelling), 1) : [];
  return { name, gains, losses, alike, aside };
}

const isTelling = ({ verdict, share }: Effect): boolean => verdict !== "alike" && share >= tellingShare;

const helps = ({ gains, losses }: Finding): boolean => gains.length > 0 && losses.length === 0;
const isMixed = ({ gains, losses }: Finding): boolean => gains.length > 0 && losses.length > 0;
const hurts = ({ gains, losses }: Finding): boolean => gains.length === 0 && losses.length > 0;
const isAlike = ({ gains, losses }: Finding): boolean => gains.length === 0 && losses.length === 0;
const isBare = ({ aside, money, spared }: Finding): boolean => aside === undefined && money + spared === "";

/**
 * One clause, with so many gains at most; the verdict is left out where the lead has given it, and the gain
 * where the clause before has named it.
 */
function findingText(
  plan: Plan,
  finding: Finding,
  { isJudged, most, before }: { isJudged: boolean; most: number; before: Finding | undefined },
): string {
  const { name, gains, losses, spared } = finding;
  const say = (effects: readonly Effect[]): string =>
    effects.map((effect) => phraseText(effectPhrase(plan, effect))).join(" and ");
  // Of a variant that hurts, the first screen says it in the row; here it would crowd out what counts.
  const isTold = spared !== "" && losses.length === 0;
  const more = `${isTold ? `, and with it ${spared}` : ""}${finding.money}`;
  const gain = firstGain(plan, finding);
  const isRepeated = before !== undefined && gain?.far !== "" && firstGain(plan, before)?.does === gain?.does;
  if (helps(finding) && isRepeated) return `so does ${name}, ${gain?.far ?? ""}${more}`;
  if (helps(finding)) return `${name} helps: it ${say(gains.slice(0, most))}${more}`;
  if (isMixed(finding)) return `${name} ${say(largest(gains, 1))} but ${say(largest(losses, 1))}${more}`;
  if (hurts(finding)) return `${name} ${isJudged ? "" : "hurts: it "}${say(largest(losses, 1))}${more}`;
  const aside = finding.aside === undefined ? "" : ` but ${say([finding.aside])}`;
  return `${name} ${evenText(finding)}${aside}${more}`;
}

/** What is said of a variant that neither helps nor hurts, without its name and what it does aside. */
function evenText({ alike, aside }: Finding): string {
  const [first] = alike;
  if (first === undefined) return "has no other measure to compare";
  const even = alike.find(({ verdict }) => verdict === "alike");
  if (aside !== undefined) {
    if (even !== undefined) return `cannot be told apart by ${measureNoun(even.line.first.measure)}`;
    return `changes ${measureNoun(first.line.first.measure)} by less than ${tellingShare * 100} %`;
  }
  if (alike.every(({ verdict }) => verdict === "alike")) return "cannot be told apart from the baseline";
  const apart = even === undefined ? "" : " that can be told apart";
  return `changes nothing by ${tellingShare * 100} %${apart}`;
}

/** The same of several at once. */
function evenWords(finding: Finding): string {
  return evenText(finding)
    .replace(/^has /, "have ")
    .replace(/^changes /, "change ");
}

/** The largest by share of the baseline's value, the foremost group first where they are equal. */
function largest(effects: readonly Effect[], most: number): readonly Effect[] {
  return [...effects].sort((left, right) => right.share - left.share).slice(0, most);
}

/**
 * Says of a variant in all of whose replications the number waiting is usual at the end of the disruption
 * that it is so, and that its queue comes at another time where its peak is well above the undisrupted.
 */
function sparedClause(lines: readonly MeasureLine[], place: number): string {
  const lineOf = (measure: string): MeasureLine | undefined =>
    lines.find(({ first }) => first.measure === measure && isWhole(first));
  const backlog = lineOf("backlog-clear-time")?.cells[place];
  if (backlog === undefined || !isMostlySpared(backlog)) return "";
  const line = lineOf("peak-queue");
  const peak = line?.cells[place];
  const usual = peak?.twin?.mean ?? null;
  const isLater = peak?.mean !== null && peak !== undefined && usual !== null && peak.mean > usual * 1.1;
  const other =
    isLater && line !== undefined ? `, as its queue of ${scaledText(peak.mean, line.scale)} ` : "";
  const spared = `${mostlyIn(backlog)}${sparedText("backlog-clear-time")}`;
  return `${spared}${other === "" ? "" : `${other}comes at another time`}`;
}
