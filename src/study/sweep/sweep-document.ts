import { known } from "#study/sweep/known";
import type { BoxLimit } from "#study/sweep/failure-box";
import { sweepAnswer } from "#study/sweep/sweep-answer";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import type { FutureShare } from "#study/sweep/satisficing";

/**
 * What `breakwater sweep --json` prints and `sweep.json` holds: findings by the names of variants, paths and
 * futures; what has no value is null.
 */
export function sweepDocument(findings: SweepFindings): object {
  const { cube, question, choice, regrets } = findings;
  const { study } = cube;
  const variant = (place: number | undefined): string | null => cube.variants[place ?? -1] ?? null;
  const scenario = study.variants[0]?.scenario;
  const { at = null, from = null, until = null, ...about } = question.by.about;
  return {
    scenario: study.id,
    title: scenario?.title ?? study.id,
    question: scenario?.question ?? null,
    answer: sweepAnswer(findings),
    seed: scenario?.seed ?? null,
    design: cube.design,
    futures: cube.ids.length,
    replications: cube.replications,
    varied: cube.paths.map(({ path, unit, levels = null }) => ({ path, unit, levels })),
    by: { ...about, at, from, until, better: question.by.better > 0 ? "more" : "less" },
    indifference: question.indifference,
    best: variant(choice.best),
    leastLargestRegret: variant(regrets.leastMost),
    leftOut: choice.field.leftOut,
    variants: cube.variants.map((name, place) => variantOf(findings, name, place)),
    flips: choice.flips.map(({ future, place, gain }) => ({
      future: cube.ids[future] ?? null,
      variant: variant(place),
      gain,
      values: Object.fromEntries(cube.paths.map(({ path, texts }) => [path, texts[future] ?? null])),
    })),
    boundaries: choice.boundaries.map(({ path, ...others }) => ({ path: cube.paths[path]?.path, ...others })),
    satisficing: findings.satisficing.rule,
    sensitivity: sensitivityOf(findings),
    failures: failuresOf(findings),
  };
}

function variantOf(
  { cube, choice, regrets, satisficing }: SweepFindings,
  name: string,
  place: number,
): object {
  const share = choice.shares.find((one) => one.place === place);
  const regret = regrets.regrets.find((one) => one.place === place);
  const enough = satisficing.shares.find((one) => one.place === place);
  return {
    name,
    mean: known(share?.mean),
    bestAlone: known(share?.alone),
    amongBest: known(share?.amongBest),
    regret:
      regret === undefined
        ? null
        : { mean: regret.mean, p90: regret.p90, most: regret.most, worst: cube.ids[regret.worst] ?? null },
    enough: enough === undefined ? null : shareOf(enough),
    thresholds: Object.fromEntries(
      cube.thresholds.map(({ id }, index) => {
        const own = enough?.thresholds[index];
        return [id, own === undefined ? null : shareOf(own)];
      }),
    ),
  };
}

function shareOf({ met, of, share, interval: { low, high, method } }: FutureShare): object {
  return { met, of, share, low, high, method };
}

function sensitivityOf({ cube, sensitivities }: SweepFindings): readonly object[] {
  return sensitivities.map(({ place, versus, shares, ...others }) => ({
    variant: cube.variants[place] ?? null,
    versus: versus ? (cube.variants[0] ?? null) : null,
    ...others,
    shares: shares?.map(({ path, ...both }) => ({ path: cube.paths[path]?.path ?? null, ...both })) ?? null,
  }));
}

function failuresOf({ cube, boxes }: SweepFindings): readonly object[] {
  const path = (limit: BoxLimit["limit"]): string | null => cube.paths[limit.path]?.path ?? null;
  return boxes.map(({ place, limits, ...box }) => ({
    variant: cube.variants[place] ?? null,
    ...box,
    limits: limits.map(({ limit, chance }) => ({ ...limit, path: path(limit), chance })),
  }));
}
