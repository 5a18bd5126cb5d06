import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import type { QueueCase } from "./queue-cases.ts";

/** One figure of a case beside what a run gave. */
export interface Figure {
  readonly name: string;
  readonly expected: number;
  /** Mean over replications, and its standard error. */
  readonly mean: number;
  readonly error: number;
}

/** How many standard errors lie between mean and expected value. */
export function deviation({ mean, expected, error }: Figure): number {
  return (mean - expected) / error;
}

/** The standard error as a share of the expected value. */
export function relativeError({ expected, error }: Figure): number {
  return error / expected;
}

/**
 * `run.accept` of the cases: mean within 3 standard errors, and those at most 0.4 % of what is
 * expected.
 */
export function isAccepted(figure: Figure): boolean {
  return isNear(figure) && relativeError(figure) <= 0.004;
}

/** Mean within 3 standard errors: for runs shorter than those of the cases. */
export function isNear(figure: Figure): boolean {
  return Math.abs(deviation(figure)) <= 3;
}

/** A figure in one line, for people. */
export function figureText(id: string, figure: Figure): string {
  const { name, expected, mean } = figure;
  const z = deviation(figure).toFixed(2).padStart(6);
  const share = (100 * relativeError(figure)).toFixed(3);
  return (
    `${id.padEnd(12)} ${name.padEnd(11)} ${mean.toPrecision(7).padEnd(11)} ` +
    `expected ${expected.toPrecision(7).padEnd(11)} z ${z}, standard error ${share} %`
  );
}

/** The figures of a case, from one column of readings a measure. */
export function figuresOf(queue: QueueCase, columns: ReadonlyMap<string, Float64Array>): readonly Figure[] {
  return Object.entries(queue.expected).map(([name, expected]) => {
    const values = valuesOf(queue, name, columns);
    assert(values.every(Number.isFinite), `every replication gives ${name}`);
    return { name, expected, ...meanOf(values) };
  });
}

function valuesOf(queue: QueueCase, name: string, columns: ReadonlyMap<string, Float64Array>): Float64Array {
  const column = (measure: string): Float64Array => {
    const found = columns.get(measure);
    assert(found !== undefined, `the scenario measures ${measure}`);
    return found;
  };
  const units = dayMs / queue.unit;
  switch (name) {
    case "Wq":
      return column("mean-wait").map((days) => days * units);
    case "W":
      return column("dwell").map((days) => days * units);
    case "Lq":
      return column("mean-queue");
    case "L":
      return column("mean-queue").map(
        (waiting, row) => waiting + queue.servers * (column("utilisation")[row] ?? NaN),
      );
    case "rho":
      return column("utilisation");
    case "P0":
      return column("utilisation").map((share) => 1 - share);
    case "throughput":
      return column("throughput").map((perDay) => perDay / units);
    case "Pblock":
    case "B":
      return column("turned-away-share");
  }
  throw new Error(`no measure gives ${name}`);
}

/** Mean and its standard error. */
export function meanOf(values: Float64Array): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
