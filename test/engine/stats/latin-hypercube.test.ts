import { describe, expect, it } from "vitest";
import { Streams } from "#engine/random/stream";
import { Accumulator } from "#engine/stats/accumulator";
import { latinHypercube } from "#engine/stats/latin-hypercube";

const streams = new Streams("latin", 0);
const names = ["rate", "length", "share"];

/** The mean of the sum of all coordinates over a design. */
function meanSum(design: readonly Float64Array[]): number {
  return design.reduce(
    (sum, column) => sum + column.reduce((all, value) => all + value, 0) / column.length,
    0,
  );
}

describe("a Latin hypercube", () => {
  it("hits each stratum of each dimension once, off its ends", () => {
    for (const samples of [1, 2, 7, 100, 999]) {
      for (const column of latinHypercube(samples, names, streams)) {
        const strata = Array.from(column, (value) => Math.floor(value * samples));
        expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: samples }, (_, index) => index));
        expect(column.every((value) => value > 0 && value < 1)).toBe(true);
      }
    }
  });

  it("lies anywhere within a stratum, and in any order of them", () => {
    const [places, firsts] = [new Accumulator(), new Accumulator()];
    for (let seed = 0; seed < 400; seed += 1) {
      const [column = new Float64Array()] = latinHypercube(10, ["x"], new Streams(`within ${seed}`, 0));
      column.forEach((value) => places.add(value * 10 - Math.floor(value * 10)));
      firsts.add(column[0] ?? NaN);
    }
    // Uniform: mean 1/2 and variance 1/12, of 4,000 places and of 400 first points.
    expect(Math.abs(places.mean - 0.5)).toBeLessThan(3.3 * Math.sqrt(1 / 12 / 4000));
    expect(Math.abs(places.variance * 12 - 1)).toBeLessThan(0.07);
    expect(Math.abs(firsts.mean - 0.5)).toBeLessThan(3.3 * Math.sqrt(1 / 12 / 400));
  });

  it("is what its seed, its names and its number of points say, whatever other dimensions there are", () => {
    const [rate, length, share] = latinHypercube(50, names, streams);
    expect(latinHypercube(50, names, new Streams("latin", 0))).toEqual([rate, length, share]);
    expect(latinHypercube(50, ["share", "more", "rate"], streams)).toEqual([share, expect.anything(), rate]);
    expect(latinHypercube(50, names, new Streams("other", 0))[0]).not.toEqual(rate);
    expect(latinHypercube(50, names, streams, "another")[0]).not.toEqual(rate);
    expect(rate).not.toEqual(length);
  });

  it("gives means of what is added up that vary far less than those of chance alone", () => {
    const means = new Accumulator();
    for (let seed = 0; seed < 200; seed += 1) {
      means.add(meanSum(latinHypercube(20, names, new Streams(`means ${seed}`, 0))));
    }
    // Points at random: 3 ÷ 12 ÷ 20; of strata only the places within them vary: 1 / 20² of it.
    expect(means.variance).toBeLessThan((2 * (3 / 12 / 20)) / 400);
    expect(means.mean).toBeCloseTo(1.5, 2);
  });

  it("has no points of nothing, and refuses parts of points and names used twice", () => {
    expect(latinHypercube(0, ["x"], streams)).toEqual([new Float64Array()]);
    expect(latinHypercube(5, [], streams)).toEqual([]);
    expect(() => latinHypercube(2.5, ["x"], streams)).toThrow(/whole number of points/);
    expect(() => latinHypercube(2, ["x", "x"], streams)).toThrow(/names of their own/);
  });
});
