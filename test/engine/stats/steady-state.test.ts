import { describe, expect, it } from "vitest";
import { log } from "#base/elementary";
import { standardNormal } from "#engine/random/standard-normal";
import { Stream } from "#engine/random/stream";
import { batchMeans } from "#engine/stats/batch-means";
import { mser5 } from "#engine/stats/mser-5";

/** X = φ X + e around 0, from `start` on. */
function autoregressive(
  name: string,
  { length, phi, start }: { length: number; phi: number; start?: number },
): Float64Array {
  const stream = new Stream(name);
  let state = start ?? standardNormal(stream.uniform()) / Math.sqrt(1 - phi * phi);
  return Float64Array.from({ length }, () => {
    const now = state;
    state = phi * state + standardNormal(stream.uniform());
    return now;
  });
}

/** Waits in an M/M/1 of service 1, the first customer coming to an empty queue. */
function waitsFromEmpty(name: string, length: number, load: number): Float64Array {
  const stream = new Stream(name);
  const exponential = (): number => -log(stream.uniform());
  let wait = 0;
  return Float64Array.from({ length }, () => {
    const now = wait;
    wait = Math.max(0, wait + exponential() - exponential() / load);
    return now;
  });
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("MSER-5", () => {
  it("cuts where the squared standard error of the batch means is least, worked out by hand", () => {
    // Batch means 9, 5, then 2 and 0 by turns: twelve in all. Without the first two the rest has 10 squared
    // deviations of 1 over 10²; with the 5, more.
    const means = [9, 5, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0];
    const series = means.flatMap((value) => Array.from({ length: 5 }, () => value));
    expect(mser5(series)).toEqual({ dropped: 10 });
    expect(mser5([...series, 99, 99])).toEqual({ dropped: 10 });
  });

  it("finds where a start far away has faded, and cuts little of a series without one", () => {
    const faded: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const far = mser5(autoregressive(`far ${round}`, { length: 1000, phi: 0.9, start: 50 }));
      faded.push(far.dropped ?? Infinity);
      whole.push(mser5(autoregressive(`steady ${round}`, { length: 1000, phi: 0.9 })).dropped ?? Infinity);
    }
    const middle = (values: number[]): number => values.sort((left, right) => left - right)[50] ?? NaN;
    // 50 · 0.9^t has come down to the spread of the series, 2.3, after 29 steps, and to a tenth after 51.
    expect(faded.every((dropped) => dropped >= 20)).toBe(true);
    expect(middle(faded)).toBeLessThanOrEqual(60);
    expect(middle(whole)).toBeLessThanOrEqual(20);
  });

  it("brings the mean wait of an M/M/1 that starts empty nearer to theory", () => {
    const load = 0.8;
    const errors = Array.from({ length: 60 }, (_, round) => {
      // The mean over 40 replications, so that the start stands out from the noise.
      const waits = Array.from({ length: 40 }, (__, one) =>
        waitsFromEmpty(`empty ${round} ${one}`, 300, load),
      );
      const series = Float64Array.from({ length: 300 }, (__, index) =>
        mean(Float64Array.from(waits, (wait) => wait[index] ?? NaN)),
      );
      const cut = mser5(series).dropped ?? 150;
      return [mean(series) - 4, mean(series.subarray(cut)) - 4, cut] as const; // λ ÷ (μ (μ - λ)) = 4
    });
    const average = (place: 0 | 1 | 2): number => mean(Float64Array.from(errors, (error) => error[place]));
    expect(average(0)).toBeLessThan(-0.3);
    expect(Math.abs(average(1))).toBeLessThan(0.1);
    expect(average(2)).toBeGreaterThan(20);
  });

  it("cannot tell of a series that is still on its way, nor of one that is too short", () => {
    const rising = Float64Array.from({ length: 200 }, (_, index) => index * index);
    expect(mser5(rising)).toEqual({ dropped: null });
    expect(mser5(rising.subarray(0, 49))).toEqual({ dropped: null });
    expect(mser5(new Float64Array(50).fill(3))).toEqual({ dropped: 0 });
  });
});

describe("batch means", () => {
  it("of independent numbers are thirty, with Student's interval of their means", () => {
    const series = Float64Array.from({ length: 65 }, (_, index) => ((index * 37) % 101) / 10);
    const got = batchMeans(series);
    expect(got).toMatchObject({ batches: 30, size: 2, isIndependent: true, method: "student" });
    // The first five numbers are left over.
    expect(got.mean).toBeCloseTo(mean(series.subarray(5)), 12);
    expect(batchMeans([1, 2, 3])).toMatchObject({ mean: null, low: null, batches: 0, isIndependent: false });
  });

  it("hold the mean of an autoregressive series about as often as they say, where Student's does not", () => {
    let [held, naive, trusted] = [0, 0, 0];
    const rounds = 400;
    for (let round = 0; round < rounds; round += 1) {
      const series = autoregressive(`batches ${round}`, { length: 3000, phi: 0.8 });
      const { low, high, isIndependent } = batchMeans(series);
      if ((low ?? 1) <= 0 && 0 <= (high ?? -1)) held += 1;
      if (isIndependent) trusted += 1;
      const error = Math.sqrt(series.reduce((sum, value) => sum + value * value, 0)) / series.length;
      if (Math.abs(mean(series)) <= 1.96 * error) naive += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.92);
    expect(held / rounds).toBeLessThan(0.98);
    expect(naive / rounds).toBeLessThan(0.6);
    expect(trusted / rounds).toBeGreaterThan(0.9);
  });

  it("say of a series that is too short for its memory that they cannot be trusted", () => {
    const told = Array.from({ length: 100 }, (_, round) =>
      batchMeans(autoregressive(`memory ${round}`, { length: 300, phi: 0.99 })),
    );
    expect(told.filter(({ isIndependent }) => !isIndependent).length).toBeGreaterThan(60);
    expect(told.every(({ batches, isIndependent }) => isIndependent || batches === 10)).toBe(true);
  });
});
