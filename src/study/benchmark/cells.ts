import { contendersOf } from "#study/comparison/contender";
import type { Contender } from "#study/comparison/contender";
import { contestsOf } from "#study/comparison/contest";
import type { Contest } from "#study/comparison/contest";
import { differencesOf } from "#study/comparison/difference";
import type { Difference, Verdict } from "#study/comparison/difference";
import { noDisruption, noPolicy, variantOf } from "#study/benchmark/design";
import type { Design } from "#study/benchmark/design";
import { statisticOf } from "#study/experiment/measure-lines";
import type { Result } from "#study/experiment/result";
import type { IntervalMethod, MeasureSummary } from "#study/experiment/summary";
import { differenceStream } from "#study/experiment/versus-baseline";

/** One measure of one policy under one disruption on one network: a line of `results.csv`. */
export interface Cell {
  readonly benchmark: string;
  /** Of the benchmark: numbers of one version compare. */
  readonly version: string;
  readonly network: string;
  /** How many sites the network has. */
  readonly sites: number;
  /** `quiet`: none. */
  readonly disruption: string;
  /** `none`: no policy. */
  readonly policy: string;
  readonly measure: string;
  /** What it is of: `performance`, a flow, or `all`. */
  readonly of: string;
  readonly unit: string;
  /** What `value` is over the replications: the mean, or of times the median. */
  readonly statistic: "mean" | "median";
  readonly value: number | null;
  /** The 95 % interval of `value`, and how it was made. */
  readonly low: number | null;
  readonly high: number | null;
  readonly method: IntervalMethod;
  readonly replications: number;
  /** Replications in which a time had not come by the end. */
  readonly censored: number;
  /** Replications that never met what is timed. */
  readonly unaffected: number;
  /** This policy less `none` under the same disruption, in pairs: means, of times restricted means. */
  readonly difference_from_none: number | null;
  readonly difference_low: number | null;
  readonly difference_high: number | null;
  readonly difference_method: string;
  /** Its chance where there is no difference, adjusted by Holm for all policies of this cell's measure. */
  readonly adjusted_p: number | null;
  /** `none` of `none` itself. */
  readonly verdict: Verdict | "none";
  readonly seed: string;
}

/** One network that was run, and what was run of it. */
export interface NetworkResult {
  readonly result: Result;
  readonly design: Design;
}

/** The name of the benchmark, and its version: raised whenever a network, disruption or policy changes. */
export const benchmark: { readonly name: string; readonly version: string } = {
  name: "breakwater-strategies",
  version: "1.0.0",
};

/** The contenders of one disruption: no policy first, then each. */
export interface Field {
  readonly disruption: string;
  readonly contests: readonly Contest[];
}

/** The contests of each disruption of a network, of the quiet days last. */
export function fieldsOf({ result, design }: NetworkResult): readonly Field[] {
  const contenders = contendersOf([{ shown: "", result }]);
  const named = new Map(contenders.map((contender) => [contender.name, contender]));
  return [...design.disruptions, noDisruption].map((disruption) => {
    const own = [noPolicy, ...design.policies].flatMap((policy): Contender[] => {
      const found = named.get(variantOf(disruption, policy));
      return found === undefined ? [] : [found];
    });
    return { disruption, contests: contestsOf(own) };
  });
}

/** All cells of a network: by disruption, then by measure, then by policy. */
export function cellsOf(network: NetworkResult, fields: readonly Field[]): readonly Cell[] {
  const { study, summary } = network.result;
  const scenario = study.variants[0]?.scenario;
  const policies = [noPolicy, ...network.design.policies];
  const common = {
    benchmark: benchmark.name,
    version: benchmark.version,
    network: study.id,
    sites: Object.keys(scenario?.network.sites ?? {}).length,
  };
  return fields.flatMap(({ disruption, contests }) =>
    contests.flatMap((contest) => {
      const differences = versusNone(contest);
      return contest.line.cells.flatMap((measured, place): Cell[] => {
        const policy = policies[place];
        if (measured === undefined || policy === undefined) return [];
        const difference = differences.find((one) => one.place === place);
        return [
          {
            ...common,
            disruption,
            policy,
            ...numbersOf(measured),
            ...differenceCells(difference),
            seed: summary.seed,
          },
        ];
      });
    }),
  );
}

type Numbers = Pick<Cell, "measure" | "of" | "unit" | "statistic" | "value"> &
  Pick<Cell, "low" | "high" | "method" | "replications" | "censored" | "unaffected">;

function numbersOf(measured: MeasureSummary): Numbers {
  const { measure, of, unit, low, high, method, replications, censored, unaffected } = measured;
  const statistic = statisticOf(measured);
  const value = measured[statistic];
  return { measure, of, unit, statistic, value, low, high, method, replications, censored, unaffected };
}

/** What stands where nothing is compared. */
const nowhere = {
  difference_from_none: null,
  difference_low: null,
  difference_high: null,
  difference_method: "none",
  adjusted_p: null,
  verdict: "none",
} as const;

function differenceCells(difference: Difference | undefined): Pick<Cell, keyof typeof nowhere> {
  if (difference === undefined) return nowhere;
  return {
    difference_from_none: difference.difference,
    difference_low: difference.low,
    difference_high: difference.high,
    difference_method: difference.difference === null ? "none" : difference.method,
    adjusted_p: difference.adjusted,
    verdict: difference.verdict,
  };
}

/** How each policy differs from none, all told together. */
function versusNone(contest: Contest): readonly Difference[] {
  const [none, ...others] = contest.entries;
  if (none === undefined) return [];
  return differencesOf(
    contest,
    others.flatMap((entry) =>
      entry === undefined
        ? []
        : [{ entry, against: none, stream: differenceStream(entry.sample, "benchmark") }],
    ),
  );
}
