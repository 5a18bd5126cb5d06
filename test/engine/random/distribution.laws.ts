import { describe, expect, test } from "vitest";
import type { DistributionValue } from "#base/field";
import { createDistribution, distributions } from "#engine/random/distribution-kinds";
import type { Distribution } from "#engine/random/distribution-kind";
import { Stream } from "#engine/random/stream";

/** One distribution as written, with what is known of it from elsewhere. */
export interface DistributionCase {
  readonly written: DistributionValue;
  /** The least and largest value that may be drawn. */
  readonly support: readonly [least: number, most: number];
  /** Shares at which the quantile jumps or bends. */
  readonly breaks?: readonly number[];
  /** Published quantiles: share, value. */
  readonly quantiles: readonly (readonly [u: number, value: number])[];
  /** The first three draws of the stream `frozen`. */
  readonly frozen: readonly number[];
}

const draws = 20_000;
const z999 = 3.2905; // the 99.9 % interval of a normal

/** The mean of f(quantile) by double-exponential integration between the breaks. */
function integral(of: Distribution, breaks: readonly number[], f: (x: number) => number): number {
  const ends = [0, ...breaks, 1];
  let sum = 0;
  for (let part = 0; part + 1 < ends.length; part++) {
    const from = ends[part] ?? 0;
    const width = (ends[part + 1] ?? 1) - from;
    for (let i = -800; i <= 800; i++) {
      const t = i / 200;
      const below = 1 / (1 + Math.exp(-Math.PI * Math.sinh(t)));
      const above = 1 / (1 + Math.exp(Math.PI * Math.sinh(t)));
      const u = from + width * below;
      const weight = (width * below * above * Math.PI * Math.cosh(t)) / 200;
      if (u > from && u < from + width && u < 1) sum += weight * f(of.quantile(u));
    }
  }
  return sum;
}

/** What every distribution of the language promises. */
export function distributionLaws(name: string, one: DistributionCase): void {
  describe(`${one.written.kind}: ${name}`, () => {
    const law = createDistribution(one.written);
    const moment = (power: number): number => integral(law, one.breaks ?? [], (x) => (x - law.mean) ** power);

    test("has parameters without a problem, and a kind that is listed", () => {
      const kind = distributions.kinds.find((listed) => listed.kind === one.written.kind);
      const { kind: _kind, ...parameters } = one.written;
      const unknown = Object.keys(parameters).filter((key) => !(key in (kind?.fields ?? {})));
      expect(kind?.problem?.(one.written)).toBeUndefined();
      expect(unknown).toEqual([]);
    });

    test("has the mean and variance that it states, by integration of its quantile", () => {
      expect(Math.abs(moment(1))).toBeLessThanOrEqual(1e-8 * law.mean);
      expect(Math.abs(moment(2) - law.variance)).toBeLessThanOrEqual(1e-6 * law.variance + 1e-18);
    });

    test("has them by simulation, inside the 99.9 % interval", () => {
      const stream = new Stream(`simulation of ${one.written.kind}: ${name}`);
      const drawn = Float64Array.from({ length: draws }, () => law.quantile(stream.uniform()));
      const mean = drawn.reduce((sum, x) => sum + x, 0) / draws;
      const variance = drawn.reduce((sum, x) => sum + (x - law.mean) ** 2, 0) / draws;
      const rounding = 1e-12 * law.mean;
      const meanError = Math.sqrt(law.variance / draws);
      expect(Math.abs(mean - law.mean)).toBeLessThanOrEqual(z999 * meanError + rounding);
      const spread = Math.sqrt(Math.max(0, moment(4) - law.variance ** 2) / draws);
      expect(Math.abs(variance - law.variance)).toBeLessThanOrEqual(z999 * spread + rounding);
    });

    test("has a quantile that never decreases, is finite, and stays inside its support", () => {
      const tails = Array.from({ length: 50 }, (_, i) => 2 ** (i - 54));
      const inner = Array.from({ length: 1999 }, (_, i) => (i + 1) / 2000);
      const shares = [...tails, ...inner, ...tails.map((u) => 1 - u)].filter((u) => u < 1);
      const values = shares.sort((a, b) => a - b).map((u) => law.quantile(u));
      const [least, most] = one.support;
      expect(values.filter((x) => !(Number.isFinite(x) && x >= least && x <= most))).toEqual([]);
      expect(values.findIndex((x, i) => x < (values[i - 1] ?? -Infinity))).toBe(-1);
    });

    test.each(one.quantiles)("has the published quantile at %d", (u, value) => {
      expect(Math.abs(law.quantile(u) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    });

    test("has frozen draws", () => {
      const stream = new Stream("frozen");
      expect(one.frozen.map(() => law.quantile(stream.uniform()))).toEqual(one.frozen);
    });
  });
}

/** The remedy that a distribution gives for parameters that do not fit together. */
export function problemOf(written: DistributionValue): string | undefined {
  return distributions.kinds.find((kind) => kind.kind === written.kind)?.problem?.(written);
}
