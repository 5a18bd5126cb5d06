import { correlationRatio, equalCountGroups } from "#engine/stats/correlation-ratio";
import { sobolIndices } from "#engine/stats/sobol-indices";
import type { SobolFunction } from "../sobol-functions.ts";
import { sobolFunctions } from "../sobol-functions.ts";
import type { CoverageCase, Told, Uniform } from "./coverage-case.ts";

const asks = "Share of the spread";

/** What a method says that finds nothing that varies. */
const open = { low: null, high: null };

const lineCase: CoverageCase = {
  asks,
  system: "straight line and as much noise",
  methods: ["corrected correlation ratio"],
  sizes: [30, 100, 600],
  told: (count, uniform, resampling) => {
    const at = Float64Array.from({ length: count }, uniform);
    const values = at.map((x) => x + uniform());
    return [{ ...(correlationRatio(values, equalCountGroups(at), resampling) ?? open), truth: 0.5 }];
  },
};

const functionCases = sobolFunctions.flatMap((known): CoverageCase[] => [
  {
    asks,
    system: `${known.name}, first dimension alone`,
    methods: ["corrected correlation ratio", "Sobol index of first order"],
    sizes: [100, 600],
    told: (count, uniform, resampling) => {
      const points = pointsOf(known, count, uniform);
      const first = Float64Array.from(points, ([x = NaN]) => x);
      const groups = equalCountGroups(first);
      const truth = known.exact[0]?.[0] ?? NaN;
      const ratio = correlationRatio(points.map(known.of), groups, resampling) ?? open;
      return [
        { ...ratio, truth },
        { ...indexOf(known, count, uniform, resampling).alone, truth },
      ];
    },
  },
  {
    asks,
    system: `${known.name}, first dimension with others`,
    methods: ["Sobol index of total order"],
    sizes: [100, 600],
    told: (count, uniform, resampling) => [
      {
        ...indexOf(known, count, uniform, resampling).withOthers,
        truth: known.exact[0]?.[1] ?? NaN,
      },
    ],
  },
]);

function pointsOf({ exact }: SobolFunction, count: number, uniform: Uniform): readonly number[][] {
  return Array.from({ length: count }, () => exact.map(() => uniform()));
}

/** What indices say of the first dimension from so many rows of plain random points. */
function indexOf(
  known: SobolFunction,
  rows: number,
  uniform: Uniform,
  resampling: Uniform,
): Readonly<Record<"alone" | "withOthers", Omit<Told, "truth">>> {
  const [a, b] = [pointsOf(known, rows, uniform), pointsOf(known, rows, uniform)];
  const mixed = a.map(([_first, ...others], row) => [b[row]?.[0] ?? NaN, ...others]);
  const outputs = { a: a.map(known.of), b: b.map(known.of), mixed: [mixed.map(known.of)] };
  const [found] = sobolIndices(outputs, resampling) ?? [];
  return found ?? { alone: open, withOthers: open };
}

/** How much of the spread of a result one input explains. Sobol indices: `n` rows, not points. */
export const spreadCases: readonly CoverageCase[] = [lineCase, ...functionCases];
