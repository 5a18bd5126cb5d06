import { Streams } from "#engine/random/stream";
import { correlationRatio, equalCountGroups } from "#engine/stats/correlation-ratio";
import { sobolIndices } from "#engine/stats/sobol-indices";
import type { Cube, SweptPath } from "#study/sweep/cube";
import { gridShares } from "#study/sweep/grid-shares";
import { valueAt } from "#study/sweep/sweep-question";
import type { SweepQuestion } from "#study/sweep/sweep-question";

/** A share of the spread; without an interval where nothing was sampled. */
export interface SpreadShare {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How much of the spread one path explains. */
export interface PathShare {
  /** Of the path, in the order of the cube. */
  readonly path: number;
  /** Alone: the Sobol index of first order. */
  readonly alone: SpreadShare;
  /** With all it does together with others: the index of total order. Null where it cannot be told apart. */
  readonly withOthers: SpreadShare | null;
}

/**
 * How shares were found. `sobol`: Sobol indices of a Sobol design. `grid`: of a whole grid, exactly, by its
 * means. `correlation-ratio`: the corrected correlation ratio, which tells nothing of interactions.
 */
export type SensitivityMethod = "sobol" | "grid" | "correlation-ratio";

/** What explains the spread over the futures of a variant, or of its difference from the baseline. */
export interface Sensitivity {
  /** Of the variant. */
  readonly place: number;
  /** Whether it is the difference from the baseline that is explained. */
  readonly versus: boolean;
  readonly method: SensitivityMethod;
  /** Futures with a number, and how many are left out without. */
  readonly futures: number;
  readonly leftOut: number;
  /** In the unit of the measure: the standard deviation over these futures; 0 below two. */
  readonly spread: number;
  /** What explains most first; null where nothing varies or too few futures have a number. */
  readonly shares: readonly PathShare[] | null;
}

/**
 * How much of the spread of a measure over the futures each path explains, for each variant and for its
 * difference from the baseline. A Sobol design gives Sobol indices of both orders with bootstrap intervals,
 * from the rows of which every point has a number. A whole grid gives both orders without an interval, for it
 * is all there is. Else the share alone is told, by the corrected correlation ratio over the values of a list
 * or over groups of equal count, with a bootstrap interval. What chance makes of the means of a future is
 * part of the spread and lowers all shares. Draws come from streams of their own, by variant and path.
 */
export function sensitivitiesOf(cube: Cube, { by }: SweepQuestion): readonly Sensitivity[] {
  const places = [...cube.variants.keys()].filter((place) => by.cells[place] !== undefined);
  const values = (place: number): Float64Array =>
    Float64Array.from(cube.ids, (_, future) => valueAt(by, place, future));
  const base = values(0);
  return places.flatMap((place) => {
    const own = values(place);
    const one = sensitivityOf(cube, own, { place, versus: false });
    if (place === 0) return [one];
    const difference = own.map((value, future) => value - (base[future] ?? NaN));
    return [one, sensitivityOf(cube, difference, { place, versus: true })];
  });
}

function sensitivityOf(
  cube: Cube,
  values: Float64Array,
  subject: Pick<Sensitivity, "place" | "versus">,
): Sensitivity {
  const name = cube.variants[subject.place] ?? "";
  const seed = cube.study.variants[0]?.scenario.seed ?? "";
  const stream = (path: string): (() => number) => {
    const about = subject.versus ? `${name}/versus` : name;
    const own = new Streams(seed, 0).at(`statistics/sweep/sensitivity/${about}/${path}`);
    return () => own.uniform();
  };
  const finite = cube.ids
    .map((_, future) => future)
    .filter((future) => Number.isFinite(values[future] ?? NaN));
  const whole = cube.design === "grid" ? gridShares(cube.paths, values) : undefined;
  if (cube.design === "sobol") return { ...subject, ...sobolShares(cube, values, stream("rows")) };
  const shares = whole ?? ratioShares(cube.paths, finite, values, stream);
  return {
    ...subject,
    method: whole === undefined ? "correlation-ratio" : "grid",
    futures: finite.length,
    leftOut: values.length - finite.length,
    spread: spreadOf(finite.map((future) => values[future] ?? NaN)),
    shares: shares === null ? null : ordered(shares),
  };
}

/** Rows of a Sobol design: each is its points a and b, then one for each path. */
function sobolShares(
  { paths }: Cube,
  values: Float64Array,
  uniform: () => number,
): Omit<Sensitivity, "place" | "versus"> {
  const width = paths.length + 2;
  const rows = Array.from({ length: Math.floor(values.length / width) }, (_, row) => row * width).filter(
    (first) => values.subarray(first, first + width).every(Number.isFinite),
  );
  const column = (point: number): Float64Array =>
    Float64Array.from(rows, (first) => values[first + point] ?? NaN);
  const [a, b] = [column(0), column(1)];
  const indices =
    rows.length < 2 ? null : sobolIndices({ a, b, mixed: paths.map((_, path) => column(path + 2)) }, uniform);
  return {
    method: "sobol",
    futures: rows.length * width,
    leftOut: values.length - rows.length * width,
    spread: spreadOf([...a, ...b]),
    shares: indices && ordered(indices.map((index, path): PathShare => ({ path, ...index }))),
  };
}

function ratioShares(
  paths: readonly SweptPath[],
  futures: readonly number[],
  values: Float64Array,
  stream: (path: string) => () => number,
): readonly PathShare[] | null {
  const own = futures.map((future) => values[future] ?? NaN);
  const shares = paths.map((path, index): PathShare | null => {
    const alone = correlationRatio(own, groupsOf(path, futures), stream(path.path));
    return alone && { path: index, alone, withOthers: null };
  });
  const told = shares.filter((share) => share !== null);
  return told.length === 0 ? null : told;
}

/** The values of a list, or groups of equal count. */
function groupsOf({ levels, texts, numbers }: SweptPath, futures: readonly number[]): ArrayLike<number> {
  if (levels === undefined) return equalCountGroups(futures.map((future) => numbers[future] ?? NaN));
  const known = new Map<string, number>();
  return futures.map((future) => {
    const text = texts[future] ?? "";
    const group = known.get(text) ?? known.size;
    known.set(text, group);
    return group;
  });
}

/** By what a path explains with others, else alone. */
function ordered(shares: readonly PathShare[]): readonly PathShare[] {
  const size = ({ alone, withOthers }: PathShare): number => (withOthers ?? alone).share;
  return [...shares].sort((one, other) => size(other) - size(one) || one.path - other.path);
}

function spreadOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / (values.length - 1));
}
