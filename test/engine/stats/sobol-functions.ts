import { pow, sin } from "#base/elementary";
import { Streams } from "#engine/random/stream";
import { sobolDesign, sobolIndices } from "#engine/stats/sobol-indices";
import type { SobolIndices } from "#engine/stats/sobol-indices";

/** A function of a unit cube with its indices, of first and of total order by dimension. */
export interface SobolFunction {
  readonly name: string;
  readonly of: (point: readonly number[]) => number;
  readonly exact: readonly (readonly [alone: number, withOthers: number])[];
}

/** Ishigami and Homma 1990 with a = 7 and b = 0.1: sin x + 7 sin² y + 0.1 z⁴ sin x, from -π to π. */
const ishigami: SobolFunction = {
  name: "Ishigami",
  of: (point) => {
    const [x = NaN, y = NaN, z = NaN] = point.map((share) => Math.PI * (2 * share - 1));
    return sin(x) + 7 * sin(y) * sin(y) + 0.1 * pow(z, 4) * sin(x);
  },
  exact: [
    [0.3139, 0.5576],
    [0.4424, 0.4424],
    [0, 0.2437],
  ],
};

/** Sobol's g: the product of (|4 x - 2| + a) ÷ (1 + a), of which the factors vary by 1 ÷ 3 (1 + a)². */
function gOf(as: readonly number[]): SobolFunction {
  const parts = as.map((a) => 1 / (3 * (1 + a) * (1 + a)));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    name: "Sobol's g",
    of: (point) =>
      point.reduce(
        (product, x, index) => product * ((Math.abs(4 * x - 2) + at(as, index)) / (1 + at(as, index))),
        1,
      ),
    exact: parts.map((part) => [part / (all - 1), (part * all) / (1 + part) / (all - 1)]),
  };
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? NaN;
}

/** Functions whose indices are published. */
export const sobolFunctions: readonly SobolFunction[] = [ishigami, gOf([0, 0.5, 3, 9, 99, 99])];

/** The indices of one of them by a design of `rows`. */
export function estimated(
  { of, exact }: SobolFunction,
  rows: number,
  { seed, level }: { readonly seed: string; readonly level: number },
): readonly SobolIndices[] {
  const streams = new Streams(seed, 0);
  const names = exact.map((_, index) => `x${index}`);
  const { a, b, mixed } = sobolDesign(rows, names, streams);
  const outputs = (points: readonly Float64Array[]): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => of(points.map((column) => column[row] ?? NaN)));
  const stream = streams.at("bootstrap");
  const given = { a: outputs(a), b: outputs(b), mixed: mixed.map(outputs) };
  return sobolIndices(given, () => stream.uniform(), level) ?? [];
}
