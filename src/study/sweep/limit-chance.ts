import { binomialAtMost } from "#engine/stats/binomial";
import type { SweptPath } from "#study/sweep/cube";
import { countsOf } from "#study/sweep/peeling";
import type { Box, Limit } from "#study/sweep/peeling";

/**
 * The quasi-p value of one limit of a box: the chance of at least as many failures inside, if each future
 * there failed as often as those of the box without the limit do. 1 where the limit leaves nothing out.
 */
export function limitChance(
  box: Box,
  limit: Limit,
  ground: {
    readonly paths: readonly SweptPath[];
    readonly futures: readonly number[];
    readonly fails: (future: number) => boolean;
  },
): number {
  const { paths, futures, fails } = ground;
  const own = countsOf(box, paths, futures, fails);
  const wider = countsOf(
    box.filter((one) => one !== limit),
    paths,
    futures,
    fails,
  );
  return 1 - binomialAtMost(own.failing - 1, own.inside, wider.failing / wider.inside);
}
