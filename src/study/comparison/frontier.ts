import type { Price } from "#study/comparison/price";
import { differenceOf } from "#study/comparison/ranking";
import type { Ranking } from "#study/comparison/ranking";

/** One contender by what it costs and what is lost with it. */
export interface FrontierPoint {
  readonly place: number;
  /** US dollars beyond what the baseline pays. */
  readonly price: number;
  /** Mean of the loss, in its unit. */
  readonly loss: number;
  /**
   * `efficient`: nobody costs as little and loses as little; `dominated`: another costs no more and is told
   * to lose less; `doubtful`: by the means another does, but the two cannot be told apart.
   */
  readonly status: "efficient" | "dominated" | "doubtful";
  /** Place of the cheapest one that is better by the means; undefined for one that is efficient. */
  readonly by: number | undefined;
}

/** A step from one efficient contender to the next dearer one: what the next dollar buys. */
export interface FrontierStep {
  readonly from: number;
  readonly to: number;
  /** US dollars more. */
  readonly price: number;
  /** The paired difference of the losses, below 0 where the step pays. */
  readonly loss: NonNullable<ReturnType<typeof differenceOf>>;
}

/** The Pareto frontier of price and loss. */
export interface Frontier {
  /** The cheapest first; of equal price the one that loses less. */
  readonly points: readonly FrontierPoint[];
  readonly steps: readonly FrontierStep[];
}

/** The frontier over all that have a loss, from the ranking by a loss of which less is better. */
export function frontierOf(ranking: Ranking, prices: readonly Price[]): Frontier {
  const known = ranking.ranks.flatMap(({ place, mean }) => {
    const price = prices[place]?.mean;
    return mean === null || price === undefined ? [] : [{ place, price, loss: mean }];
  });
  const sorted = [...known].sort((left, right) => left.price - right.price || left.loss - right.loss);
  const points = sorted.map((point): FrontierPoint => {
    const better = sorted.filter((other) => isBetter(other, point));
    const [cheapest] = better;
    if (cheapest === undefined) return { ...point, status: "efficient", by: undefined };
    const isTold = better.some(({ place, price }) => {
      const verdict = differenceOf(ranking, place, point.place)?.verdict;
      return verdict === "better" || (price < point.price && isEqual(ranking, place, point.place));
    });
    return { ...point, status: isTold ? "dominated" : "doubtful", by: cheapest.place };
  });
  const efficient = points.filter(({ status }) => status === "efficient");
  const steps = efficient.slice(1).flatMap((to, index): FrontierStep[] => {
    const from = efficient[index];
    const loss = from && differenceOf(ranking, to.place, from.place);
    if (from === undefined || loss === undefined) return [];
    return [{ from: from.place, to: to.place, price: to.price - from.price, loss }];
  });
  return { points, steps };
}

interface Standing {
  readonly price: number;
  readonly loss: number;
}

function isBetter(other: Standing, { price, loss }: Standing): boolean {
  if (other.price > price || other.loss > loss) return false;
  return other.price < price || other.loss < loss;
}

/** Whether two lose the same in every replication: the dearer one is then dominated beyond doubt. */
function isEqual(ranking: Ranking, place: number, against: number): boolean {
  const told = differenceOf(ranking, place, against);
  return told !== undefined && [told.difference, told.low, told.high].every((end) => end === 0);
}
