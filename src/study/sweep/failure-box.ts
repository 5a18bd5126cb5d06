import type { Cube, SweptPath } from "#study/sweep/cube";
import { countsOf, Peeling } from "#study/sweep/peeling";
import type { Box, Limit } from "#study/sweep/peeling";
import { limitChance } from "#study/sweep/limit-chance";
import { enoughOf } from "#study/sweep/satisficing";
import type { SweepQuestion } from "#study/sweep/sweep-question";

/** One limit of a box, and how easily chance alone makes one like it. */
export interface BoxLimit {
  readonly limit: Limit;
  /** The quasi-p value; see `failureBoxOf`. */
  readonly chance: number;
}

/** Where one variant fails. */
export interface FailureBox {
  /** Of the variant. */
  readonly place: number;
  /** Futures in which it is known whether it fails, and those in which it does. */
  readonly of: number;
  readonly failing: number;
  /**
   * `box`: the limits hold; `never` and `always`: it fails in none or in all of them, so that there is
   * nothing to tell; `nowhere`: no limit tells where it fails better than chance does.
   */
  readonly found: "box" | "never" | "always" | "nowhere";
  /** The least easily made by chance first; empty unless there is a box. */
  readonly limits: readonly BoxLimit[];
  /** Futures inside, and those of them that fail; 0 unless there is a box. */
  readonly inside: number;
  readonly failingInside: number;
  /** The share of all failing futures that lie inside; null unless there is a box. */
  readonly coverage: number | null;
  /** The share of the futures inside that fail; null unless there is a box. */
  readonly density: number | null;
}

/** A limit that chance makes more often than this is dropped. */
const chanceMost = 0.05;

/**
 * Where a variant fails: the box over the varied paths that best holds the futures in which it does not do
 * well enough (`enoughOf`). By the patient rule induction method, PRIM (Friedman and Fisher 1999), as Bryant
 * and Lempert (2010) use it to tell scenarios of failure: from the box of all futures 5 % are peeled off at a
 * time, on the side on which the density of failures rises most for each future that goes, until fewer than
 * 5 % of all futures, or ten, would be left, or no side raises it. Of the boxes on the way the one with the
 * greatest harmonic mean of coverage and density is taken. No pasting, and one box alone.
 *
 * The quasi-p value of a limit is the chance of as many failures in the box as there are, or more, if each of
 * its futures failed as often as those of the same box without that limit (binomial, Bryant and Lempert).
 * Limits of more than 5 % are dropped, the worst first, and the box is told anew. Quasi, because the limits
 * were sought where failures are.
 */
export function failureBoxOf(cube: Cube, question: SweepQuestion, place: number): FailureBox {
  const enough = enoughOf(cube, question, place);
  const futures = cube.ids
    .map((_, future) => future)
    .filter((future) => !Number.isNaN(enough[future] ?? NaN));
  const fails = (future: number): boolean => enough[future] === 0;
  const failing = futures.filter(fails).length;
  const none = { place, of: futures.length, failing, limits: [], inside: 0, failingInside: 0 };
  const without = { ...none, coverage: null, density: null };
  if (failing === 0) return { ...without, found: "never" };
  if (failing === futures.length) return { ...without, found: "always" };
  const peeled = new Peeling(cube.paths, futures, fails).best();
  const { box, limits } = withoutChance(peeled, cube.paths, futures, fails);
  if (limits.length === 0) return { ...without, found: "nowhere" };
  const counts = countsOf(box, cube.paths, futures, fails);
  return {
    ...none,
    found: "box",
    limits,
    inside: counts.inside,
    failingInside: counts.failing,
    coverage: counts.failing / failing,
    density: counts.failing / counts.inside,
  };
}

/** The boxes of all variants; without thresholds the baseline has none, for it is what is to be beaten. */
export function failureBoxesOf(cube: Cube, question: SweepQuestion): readonly FailureBox[] {
  const places = [...cube.variants.keys()].slice(cube.thresholds.length > 0 ? 0 : 1);
  return places.map((place) => failureBoxOf(cube, question, place)).filter(({ of }) => of > 0);
}

function withoutChance(
  peeled: Box,
  paths: readonly SweptPath[],
  futures: readonly number[],
  fails: (future: number) => boolean,
): { readonly box: Box; readonly limits: readonly BoxLimit[] } {
  let box = peeled;
  for (;;) {
    const limits = box
      .map((limit): BoxLimit => ({ limit, chance: limitChance(box, limit, { paths, futures, fails }) }))
      .sort((one, other) => one.chance - other.chance || one.limit.path - other.limit.path);
    const worst = limits.at(-1);
    if (worst === undefined || worst.chance <= chanceMost) return { box, limits };
    box = box.filter((limit) => limit !== worst.limit);
  }
}
