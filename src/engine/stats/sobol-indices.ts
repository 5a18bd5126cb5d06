import { assert } from "#base/assert";
import type { Streams } from "#engine/random/stream";
import { usualLevel } from "#engine/stats/interval";
import { latinHypercube } from "#engine/stats/latin-hypercube";

/** Resamples of the rows: the bounds of 95 % are then the 25th from either end. */
const resamples = 999;

/** Where a model is asked, or what it gave there: something for each dimension, or row, of three matrices. */
export interface SobolMatrices<Points> {
  readonly a: Points;
  readonly b: Points;
  /** For each dimension: `a` with that dimension taken from `b`. */
  readonly mixed: readonly Points[];
}

/** A share of the variance of the output. By chance it may lie a little below 0 or above 1. */
export interface SobolIndex {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What one dimension accounts for. */
export interface SobolIndices {
  /** Of first order: by how much the variance falls, in the mean, when this dimension alone is known. */
  readonly alone: SobolIndex;
  /** Of total order: how much of it is left, in the mean, when all other dimensions are known. */
  readonly withOthers: SobolIndex;
}

/**
 * The points of a study of Sobol indices: two independent designs of `rows` points, and for each dimension
 * the first with that dimension taken from the second. The model is asked at rows × (dimensions + 2) points.
 * Points are values by dimension and row, in 0 to 1; a dimension is moved by no other.
 */
export function sobolDesign(
  rows: number,
  dimensions: readonly string[],
  streams: Streams,
): SobolMatrices<readonly Float64Array[]> {
  const a = latinHypercube(rows, dimensions, streams, "sobol/a");
  const b = latinHypercube(rows, dimensions, streams, "sobol/b");
  const mixed = dimensions.map((_, dimension) =>
    a.map((own, other) => (other === dimension ? (b[other] ?? own) : own)),
  );
  return { a, b, mixed };
}

/**
 * The Sobol indices of each dimension from what a model gave at a `sobolDesign`, by row: of first order by
 * the mean of b (m - a) (Saltelli and others, Computer Physics Communications 181, 2010, table 2 b), of total
 * order by half the mean of (a - m)² (Jansen; table 2 f there), outputs less their mean and both by the
 * variance of all of `a` and `b`. Intervals are percentiles of a bootstrap of the rows, all three matrices
 * together; `uniform` is a stream of this statistic's own. All outputs are finite. Null where those of `a`
 * and `b` never vary, for then there is nothing to explain.
 */
export function sobolIndices(
  outputs: SobolMatrices<ArrayLike<number>>,
  uniform: () => number,
  level: number = usualLevel,
): readonly SobolIndices[] | null {
  const rows = outputs.a.length;
  const terms = new RowTerms(outputs);
  const found = terms.shares((index) => index);
  if (found === undefined) return null;
  const drawn = found.map(() => new Float64Array(resamples));
  let kept = 0;
  // A resample that never varies has no indices and is drawn again.
  for (let round = 0; kept < resamples && round < 2 * resamples; round += 1) {
    const shares = terms.shares(() => Math.floor(uniform() * rows));
    if (shares === undefined) continue;
    drawn.forEach((column, index) => (column[kept] = shares[index] as number)); // as many as were found
    kept += 1;
  }
  assert(kept > 0, "outputs that vary give resamples that vary");
  const tail = Math.max(0, Math.floor(((1 - level) / 2) * (kept + 1)) - 1);
  const indices = drawn.map((column, index): SobolIndex => {
    const ordered = column.subarray(0, kept).sort();
    // The places of the bounds are below the length.
    const [low, high] = [ordered[tail] ?? NaN, ordered[kept - 1 - tail] ?? NaN];
    return { share: found[index] as number, low, high }; // as many as were found
  });
  return outputs.mixed.map((_, dimension) => ({
    alone: indices[2 * dimension] as SobolIndex, // two for each dimension
    withOthers: indices[2 * dimension + 1] as SobolIndex, // the second of them
  }));
}

/** What each row adds to the sums of which indices are made, row after row. */
class RowTerms {
  readonly #rows: number;
  /** Two sums for the variance, then two for each dimension. */
  readonly #width: number;
  readonly #terms: Float64Array;

  constructor({ a, b, mixed }: SobolMatrices<ArrayLike<number>>) {
    this.#rows = a.length;
    this.#width = 2 + 2 * mixed.length;
    this.#terms = new Float64Array(this.#rows * this.#width);
    const [ours, theirs] = [this.#outputs(a), this.#outputs(b)];
    const others = mixed.map((column) => this.#outputs(column));
    const mean = [...ours, ...theirs].reduce((sum, value) => sum + value / (2 * this.#rows), 0);
    for (let row = 0; row < this.#rows; row += 1) {
      const [own, their] = [(ours[row] ?? NaN) - mean, (theirs[row] ?? NaN) - mean];
      const terms = [own + their, own * own + their * their];
      for (const column of others) {
        const step = (column[row] ?? NaN) - mean - own;
        terms.push(their * step, (step * step) / 2);
      }
      this.#terms.set(terms, row * this.#width);
    }
  }

  #outputs(column: ArrayLike<number>): Float64Array {
    const outputs = Float64Array.from(column);
    assert(outputs.length === this.#rows, `a Sobol study has ${this.#rows} outputs of each matrix`);
    assert(outputs.every(Number.isFinite), "outputs of a Sobol study are finite");
    return outputs;
  }

  /** Both indices of each dimension over as many rows, which `pick` names; undefined where nothing varies. */
  shares(pick: (index: number) => number): readonly number[] | undefined {
    const sums = new Float64Array(this.#width);
    for (let index = 0; index < this.#rows; index += 1) {
      const from = pick(index) * this.#width;
      for (let term = 0; term < this.#width; term += 1) {
        sums[term] = (sums[term] as number) + (this.#terms[from + term] as number); // below both lengths
      }
    }
    const [sum = NaN, squares = NaN, ...parts] = sums;
    const mean = sum / (2 * this.#rows);
    const square = squares / (2 * this.#rows);
    const variance = square - mean * mean;
    // Equal outputs leave what rounding leaves.
    if (!(variance > 1e-12 * square)) return undefined;
    return parts.map((part) => part / this.#rows / variance);
  }
}
