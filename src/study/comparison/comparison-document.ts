import type { Comparison } from "#study/comparison/comparison";
import { comparisonAnswer } from "#study/comparison/comparison-answer";
import type { Contest } from "#study/comparison/contest";
import type { Difference } from "#study/comparison/difference";
import type { FrontierPoint, FrontierStep } from "#study/comparison/frontier";
import type { Rank } from "#study/comparison/ranking";
import type { RecoveryPrice } from "#study/comparison/recovery-price";
import type { Selection } from "#study/comparison/selection";
import type { Result } from "#study/experiment/result";

/** What is compared by. Instants and windows in ISO 8601; null where the scenario names none. */
export interface ComparedSubject {
  readonly measure: string;
  readonly of: string;
  readonly at: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly unit: string;
  /** Times count as this at most; null where nothing is censored. */
  readonly limit: number | null;
}

/** How one variant differs from another: the first less the second. */
export interface ComparedPair extends Omit<Difference, "place" | "against"> {
  readonly variant: string | null;
  readonly against: string | null;
}

/** A variant in its rank, with its price in US dollars beyond what the baseline pays. */
export interface RankedVariant extends Omit<Rank, "place"> {
  readonly variant: string | null;
  readonly price: number | null;
}

/** The best, as far as it is selected. */
export interface SelectedVariant extends Omit<Selection, "best" | "inContention" | "within"> {
  readonly best: string | null;
  readonly inContention: readonly (string | null)[];
  /** The others whose means are nearer to that of the best than the indifference. */
  readonly within: readonly (string | null)[];
}

/** How all variants differ from the baseline by one measure. */
export interface ComparedMeasure extends ComparedSubject {
  readonly differences: readonly ComparedPair[];
}

/** What a day of recovery costs with each variant that has a price. */
export interface PricedRecovery extends ComparedSubject {
  readonly perDaySaved: readonly (RecoveryPrice & { readonly variant: string | null })[];
}

/** Price against loss: who is efficient, and what each step to the next dearer one buys. */
export interface PricedFrontier extends ComparedSubject {
  readonly points: readonly (Omit<FrontierPoint, "place" | "by"> & {
    readonly variant: string | null;
    readonly by: string | null;
  })[];
  readonly steps: readonly (Omit<FrontierStep, "from" | "to"> & {
    readonly from: string | null;
    readonly to: string | null;
  })[];
}

/** What `breakwater compare --json` prints: variants by name; what has no value is null. */
export interface ComparisonDocument {
  readonly scenario: string;
  readonly title: string;
  readonly question: string | null;
  readonly answer: string;
  readonly seed: string;
  readonly replications: number;
  readonly by: ComparedSubject & { readonly better: "more" | "less" };
  /** In the unit of what ranks: a difference below this does not matter. */
  readonly indifference: number;
  readonly ranking: readonly RankedVariant[];
  /** Of each pair of variants, adjusted for their number. */
  readonly pairs: readonly ComparedPair[];
  readonly selection: SelectedVariant | null;
  readonly measures: readonly ComparedMeasure[];
  readonly recovery: PricedRecovery | null;
  readonly frontier: PricedFrontier | null;
}

/** The document of a comparison, and of the first result that was compared. */
export function comparisonDocument(comparison: Comparison, { study, summary }: Result): ComparisonDocument {
  const { contenders, ranking, selection, measures, recovery, frontier, indifference } = comparison;
  const name = (place: number | undefined): string | null => contenders[place ?? -1]?.name ?? null;
  const told = ({ place, against, ...difference }: Difference): ComparedPair => ({
    variant: name(place),
    against: name(against),
    ...difference,
  });
  return {
    scenario: summary.scenario,
    title: summary.title,
    question: summary.question,
    answer: comparisonAnswer(comparison, study),
    seed: summary.seed,
    replications: summary.replications,
    by: { ...subjectOf(ranking.contest), better: ranking.contest.better > 0 ? "more" : "less" },
    indifference,
    ranking: ranking.ranks.map(({ place, ...rank }) => ({
      variant: name(place),
      ...rank,
      price: contenders[place]?.price.mean ?? null,
    })),
    pairs: ranking.differences.map(told),
    selection:
      selection === undefined
        ? null
        : {
            ...selection,
            best: name(selection.best),
            inContention: selection.inContention.map(name),
            within: selection.within.map(name),
          },
    measures: measures.map(({ contest, differences }) => ({
      ...subjectOf(contest),
      differences: differences.map(told),
    })),
    recovery:
      recovery === undefined
        ? null
        : {
            ...subjectOf(recovery.contest),
            perDaySaved: recovery.prices.map(({ days, ...price }) => ({
              variant: name(days.place),
              ...price,
            })),
          },
    frontier:
      frontier === undefined
        ? null
        : {
            ...subjectOf(frontier.contest),
            points: frontier.points.map(({ place, by, ...point }) => ({
              variant: name(place),
              ...point,
              by: name(by),
            })),
            steps: frontier.steps.map(({ from, to, ...step }) => ({
              from: name(from),
              to: name(to),
              ...step,
            })),
          },
  };
}

function subjectOf({ line: { first }, limit }: Contest): ComparedSubject {
  const { measure, of, at = null, from = null, until = null, unit } = first;
  return { measure, of, at, from, until, unit, limit: limit === Infinity ? null : limit };
}
