import { pow } from "#base/elementary";
import { Accumulator } from "#engine/stats/accumulator";
import { foldBlockSize, foldInBlocks, wholeBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { placeOfBest, posedQuestion, presentPart } from "#engine/stats/selection";
import type { MeasuredVariants, PosedQuestion, SelectionQuestion } from "#engine/stats/selection";

/** A variant that is out of contention. */
export interface Elimination {
  readonly variant: number;
  /** The one in contention that beat it most clearly. */
  readonly by: number;
  /** After how many replications: no later one of it is read. */
  readonly after: number;
}

/** Where a selection by Kim and Nelson stands. Variants are numbered as they were given. */
export interface KimNelsonSelection {
  /** The best mean of those in contention, the first of equal ones; null where nothing was run. */
  readonly best: number | null;
  /** Whether `best` is the selection, which later replications do not change. */
  readonly isDecided: boolean;
  /** Rising. Where it is decided, those beside `best` have exactly its mean. */
  readonly inContention: readonly number[];
  /** In the order in which they were eliminated. */
  readonly eliminated: readonly Elimination[];
  /** Replications that were looked at: whole blocks of 32, up to the decision. */
  readonly looked: number;
  /** Replications in all after which it is decided at the latest; null before the end of the first stage. */
  readonly latest: number | null;
}

/**
 * Procedure KN of Kim and Nelson (ACM Transactions on Modeling and Computer Simulation 11, 2001), fully
 * sequential selection of the best with an indifference zone: a variant is eliminated when its mean over r
 * replications lies more than max(0, δ (h² S² / δ² - r) / 2r) behind another's, S² being the variance of the
 * difference of the two in the first stage of n and h² = (n - 1) ((2 α / (k - 1))^(-2 / (n - 1)) - 1). Each
 * pair has a variance of its own, so any dependence between variants is allowed, such as by common random
 * numbers; of values it assumes that they are normal, which means over blocks come close to.
 *
 * It is looked at after the first stage and then after each block of 32 by index, so that more replications
 * later go on where fewer ended. The promise is that of looking after each one: fewer looks at the difference
 * of two means, at instants that do not depend on it, leave it less often on the wrong side of its triangle
 * (Jennison, Johnstone and Turnbull 1982, on whom the proof of KN rests); it only takes up to a block longer.
 *
 * Of a variant that was eliminated later values may be missing.
 */
export function kimNelson(values: MeasuredVariants, question: SelectionQuestion): KimNelsonSelection {
  const posed = posedQuestion(question, values.length);
  const replications = values.reduce((most, { length }) => Math.max(most, length), 0);
  const race = new Race(values, posed);
  if (replications < posed.firstStage) {
    race.run(replications);
    return { ...race.standing(replications === 0), isDecided: false, looked: 0, latest: null };
  }
  race.run(posed.firstStage);
  race.measureSpread();
  race.screen();
  while (!race.isDecided && race.ran + foldBlockSize <= replications) {
    race.run(race.ran + foldBlockSize);
    race.screen();
  }
  const { isDecided, ran, latest } = race;
  return { ...race.standing(false), isDecided, looked: ran, latest };
}

class Race {
  readonly #values: MeasuredVariants;
  readonly #question: PosedQuestion;
  readonly #totals: readonly Accumulator[];
  readonly #eliminated: Elimination[] = [];
  #inContention: readonly number[];
  /** h² S² / δ² of two variants: as many replications end their race against each other. */
  #reaches: readonly Float64Array[] = [];
  /** Replications so far. */
  ran: number = 0;

  constructor(values: MeasuredVariants, question: PosedQuestion) {
    this.#values = values;
    this.#question = question;
    this.#totals = values.map(() => new Accumulator());
    this.#inContention = values.map((_, variant) => variant);
  }

  /** Goes on to so many replications in all, with those that are in contention. */
  run(to: number): void {
    for (const variant of this.#inContention) {
      this.#total(variant).merge(foldInBlocks(this.#part(variant, this.ran, to)));
    }
    this.ran = to;
  }

  /** Once, at the end of the first stage. */
  measureSpread(): void {
    const { delta, level, firstStage } = this.#question;
    const freedom = firstStage - 1;
    const wrong = (2 * (1 - level)) / (this.#values.length - 1);
    const square = freedom * (pow(wrong, -2 / freedom) - 1);
    const parts = this.#inContention.map((variant) => this.#part(variant, 0, firstStage));
    this.#reaches = parts.map((part) =>
      Float64Array.from(
        parts,
        (other) => (square * foldInBlocks(pairedDifferences(part, other)).variance) / (delta * delta),
      ),
    );
  }

  /** Eliminates whoever lies too far behind another, all at once. */
  screen(): void {
    const before = this.#inContention;
    const out = before.flatMap((variant): Elimination[] => {
      const leads = before.map((other) => this.#lead(other, variant));
      const by = placeOfBest(leads, 1);
      const isOut = (leads[by] as number) > 0; // one of the leads
      return isOut ? [{ variant, by: before[by] as number, after: this.ran }] : []; // of one length
    });
    this.#eliminated.push(...out);
    this.#inContention = before.filter((variant) =>
      out.every((elimination) => elimination.variant !== variant),
    );
  }

  /** By how much the mean of one is ahead of that of another, beyond what may still be chance. */
  #lead(one: number, other: number): number {
    const { sign, delta } = this.#question;
    const ahead = sign * (this.#total(one).mean - this.#total(other).mean);
    const open = this.#reach(one, other) - this.ran;
    return ahead - Math.max(0, (delta * open) / (2 * this.ran));
  }

  get isDecided(): boolean {
    return this.#inContention.length === 1 || this.ran > Math.floor(this.#longest());
  }

  /** The checkpoint by which nobody can be in contention beside the best. */
  get latest(): number {
    if (this.isDecided) return this.ran;
    return wholeBlocks(Math.floor(this.#longest()) + 1);
  }

  /** The longest race between two that are in contention. */
  #longest(): number {
    const all = this.#inContention;
    return all.reduce(
      (most, one) => all.reduce((far, other) => Math.max(far, this.#reach(one, other)), most),
      0,
    );
  }

  standing(isEmpty: boolean): Pick<KimNelsonSelection, "best" | "inContention" | "eliminated"> {
    const means = this.#inContention.map((variant) => this.#total(variant).mean);
    const best = this.#inContention[placeOfBest(means, this.#question.sign)] ?? null;
    return { best: isEmpty ? null : best, inContention: this.#inContention, eliminated: this.#eliminated };
  }

  #part(variant: number, from: number, to: number): Float64Array {
    return presentPart(this.#values[variant] ?? [], from, to);
  }

  #total(variant: number): Accumulator {
    return this.#totals[variant] as Accumulator; // one for each variant
  }

  #reach(one: number, other: number): number {
    return this.#reaches[one]?.[other] as number; // one for each pair of variants
  }
}
