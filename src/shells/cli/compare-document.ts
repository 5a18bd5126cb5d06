import type { Comparison } from "#study/comparison/comparison";
import { comparisonAnswer } from "#study/comparison/comparison-answer";
import type { Contest } from "#study/comparison/contest";
import type { Difference } from "#study/comparison/difference";
import type { Result } from "#study/experiment/result";

/** The one document of `compare --json`; what has no value is null. */
export function compareDocument(comparison: Comparison, { study, summary }: Result): object {
  const { contenders, ranking, selection, measures, recovery, frontier, indifference } = comparison;
  const name = (place: number | undefined): string | null => contenders[place ?? -1]?.name ?? null;
  const told = ({ place, against, ...difference }: Difference): object => ({
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

function subjectOf({ line: { first }, limit }: Contest): object {
  const { measure, of, at = null, from = null, until = null, unit } = first;
  return { measure, of, at, from, until, unit, limit: limit === Infinity ? null : limit };
}
