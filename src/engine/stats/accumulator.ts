/**
 * Count, mean, spread, skewness and range of numbers that come one by one, or as accumulators of parts. The
 * sums are of deviations from the running mean, so that nothing cancels; the one-pass update is Welford's,
 * the merge that of Chan, Golub and LeVeque, both carried to the third power. The result depends on the order
 * of `add` and `merge` in the last bits: fold by `foldInBlocks` where it must be the same on every machine.
 */
export class Accumulator {
  /** How many numbers so far. */
  count: number = 0;
  /** Their mean; 0 before the first. */
  mean: number = 0;
  /** Sum of squared deviations from the mean. */
  m2: number = 0;
  /** Sum of cubed deviations from the mean. */
  m3: number = 0;
  /** The least so far; Infinity before the first. */
  min: number = Infinity;
  /** The greatest so far; -Infinity before the first. */
  max: number = -Infinity;

  /** Takes one number, which is finite. */
  add(value: number): void {
    const before = this.count;
    this.count = before + 1;
    const delta = value - this.mean;
    const step = delta / this.count;
    const square = delta * step * before;
    this.m3 += square * step * (this.count - 2) - 3 * step * this.m2;
    this.m2 += square;
    this.mean += step;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  /** Takes all numbers of another accumulator, as if they had come after these. */
  merge(other: Accumulator): void {
    if (other.count === 0) return;
    const [mine, theirs] = [this.count, other.count];
    const all = mine + theirs;
    const delta = other.mean - this.mean;
    const square = (delta * delta * mine * theirs) / all;
    const between = square * (mine - theirs) + 3 * (mine * other.m2 - theirs * this.m2);
    this.m3 += other.m3 + (delta * between) / all;
    this.m2 += other.m2 + square;
    this.mean += (delta * theirs) / all;
    this.count = all;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /** Variance of the sample, divisor n - 1. NaN below two numbers. */
  get variance(): number {
    return this.count > 1 ? this.m2 / (this.count - 1) : NaN;
  }

  /** Standard error of the mean. NaN below two numbers. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.count);
  }

  /**
   * Skewness of the sample, adjusted for its size (G1 = g1 √(n(n-1)) / (n-2)). NaN below three numbers; 0
   * when all are equal.
   */
  get skewness(): number {
    const n = this.count;
    if (n < 3) return NaN;
    if (this.m2 === 0) return 0;
    const second = this.m2 / n;
    return (this.m3 / n / (second * Math.sqrt(second)) / (n - 2)) * Math.sqrt(n * (n - 1));
  }
}
