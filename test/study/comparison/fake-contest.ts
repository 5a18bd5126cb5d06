import type { Contest } from "#study/comparison/contest";
import type { MeasureSummary } from "#study/experiment/summary";

/** What is said of one contender's measure where a test does not care. */
function cellOf(values: Float64Array, isSpared: boolean): MeasureSummary {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    ...{ measure: "throughput-loss", of: "harbour", unit: "vessels", mean, low: mean, high: mean },
    ...{ method: "student", median: mean, p5: mean, p95: mean, censored: 0 },
    ...{ unaffected: isSpared ? values.length : 0, replications: values.length },
  };
}

/** A loss of which less is better, with the values of each contender by replication; null: it was spared. */
export function fakeContest(columns: readonly (readonly number[] | null)[]): Contest {
  const length = Math.max(...columns.map((column) => column?.length ?? 0));
  const entries = columns.map((column, place) => {
    const values = Float64Array.from(column ?? Array.from({ length }, () => Number.NaN));
    const form = { unit: "vessels", scale: "mean" } as const;
    const censored = Array.from(values, () => false);
    const sample = { times: values, censored, form, seed: "test", name: `variant-${place}` };
    return { place, sample, isSpared: column === null };
  });
  const cells = entries.map(({ sample, isSpared }) => cellOf(sample.times, isSpared));
  const [first] = cells as [MeasureSummary]; // one for each column, of which there is one
  const line = { first, cells, scale: { factor: 1, unit: "vessels", decimals: 1 } };
  return { line, better: -1, limit: Infinity, entries };
}

/** Values about a mean that share their chance by index: `own` is how much of it is the contender's own. */
export function valuesAbout(mean: number, count: number, own: number = 0): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const shared = ((index * 37) % 19) - 9;
    const apart = ((index * (Math.round(mean) + 11)) % 7) - 3;
    return mean + shared + own * apart;
  });
}
