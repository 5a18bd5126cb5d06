import { canonicalText } from "#study/experiment/canonical";
import { digestOf, tableText } from "#study/experiment/rows-text";
import { benchmark } from "#study/benchmark/cells";
import type { Cell, NetworkResult } from "#study/benchmark/cells";
import { noPolicy, noDisruption } from "#study/benchmark/design";
import type { MeanRank } from "#study/benchmark/ranks";

/** All that a run of the benchmark found. */
export interface BenchmarkResult {
  readonly networks: readonly NetworkResult[];
  readonly cells: readonly Cell[];
  readonly ranks: readonly MeanRank[];
  /** What to type to get the same again. */
  readonly command: string;
  /** Of Breakwater. */
  readonly made: string;
}

/** A column in words, as the Data Package standard has it. */
interface Column {
  readonly type: "string" | "number" | "integer";
  readonly description: string;
}

const cellFields: Readonly<Record<keyof Cell, Column>> = {
  benchmark: { type: "string", description: "The name of the benchmark." },
  version: { type: "string", description: "Its version; numbers of one version compare." },
  network: { type: "string", description: "The network." },
  sites: { type: "integer", description: "How many sites it has." },
  disruption: { type: "string", description: `The disruption; ${noDisruption}: none.` },
  policy: { type: "string", description: `The policy; ${noPolicy}: none.` },
  measure: { type: "string", description: "The measure." },
  of: { type: "string", description: "What it is of: performance, a flow, or all." },
  unit: { type: "string", description: "The unit of value, low, high and the differences." },
  statistic: { type: "string", description: "What value is over the replications: mean or median." },
  value: { type: "number", description: "The statistic; empty where it does not exist." },
  low: { type: "number", description: "Lower end of its 95 % interval." },
  high: { type: "number", description: "Upper end of its 95 % interval." },
  method: { type: "string", description: "How the interval was made." },
  replications: { type: "integer", description: "Replications that gave a value, censored or unaffected." },
  censored: { type: "integer", description: "Of them, those whose time had not come by the end." },
  unaffected: { type: "integer", description: "Of them, those that never met what is timed." },
  difference_from_none: {
    type: "number",
    description: "Policy less none in pairs of equal replications: of means, of times of restricted means.",
  },
  difference_low: { type: "number", description: "Lower end of the 95 % interval of the difference." },
  difference_high: { type: "number", description: "Upper end of the 95 % interval of the difference." },
  difference_method: { type: "string", description: "How that interval was made." },
  adjusted_p: {
    type: "number",
    description: "Chance of such a difference where there is none, by Holm for all policies of the cell.",
  },
  verdict: {
    type: "string",
    description:
      "better or worse than none with adjusted_p below 0.05; alike: not told apart; unknown: most were " +
      "unaffected; none: nothing is compared.",
  },
  seed: { type: "string", description: "The seed of the network." },
};

const rankFields: Readonly<Record<keyof MeanRank, Column>> = {
  benchmark: cellFields.benchmark,
  version: cellFields.version,
  measure: cellFields.measure,
  of: cellFields.of,
  policy: cellFields.policy,
  mean_rank: {
    type: "number",
    description: "Mean over all networks and disruptions of the rank in each, 1 the best.",
  },
  low: { type: "number", description: "Lower end of its 95 % interval over the replications (Student)." },
  high: { type: "number", description: "Upper end of it." },
  cells: { type: "integer", description: "Networks times disruptions." },
  replications: { type: "integer", description: "Replications of each." },
};

/** Keys of a table of columns, in order. */
function columnsOf<Row>(fields: Readonly<Record<keyof Row & string, Column>>): (keyof Row & string)[] {
  return Object.keys(fields) as (keyof Row & string)[]; // its own keys, all of them
}

/** The lines of `results.csv`, its head first. */
export function cellsText(cells: readonly Cell[]): string {
  return tableText(columnsOf<Cell>(cellFields), cells);
}

/**
 * The data of a run of the benchmark by the name of their file: the same bytes on every machine and any
 * number of threads.
 */
export function benchmarkFiles(found: BenchmarkResult): ReadonlyMap<string, string> {
  const results = cellsText(found.cells);
  const ranks = tableText(columnsOf<MeanRank>(rankFields), found.ranks);
  const files = new Map([
    ["results.csv", results],
    ["ranks.csv", ranks],
    ["datapackage.json", json(packageOf(results, ranks))],
  ]);
  return files.set("manifest.json", json(manifestOf(found, files)));
}

function packageOf(results: string, ranks: string): object {
  return {
    name: benchmark.name,
    title: "Strategies against disruption: loss and recovery on six networks",
    version: benchmark.version,
    licenses: [{ name: "MIT", title: "MIT Licence" }],
    resources: [resource("results", results, cellFields), resource("ranks", ranks, rankFields)],
  };
}

function resource(name: string, text: string, fields: Readonly<Record<string, Column>>): object {
  const table = { name, path: `${name}.csv`, format: "csv", mediatype: "text/csv", encoding: "utf-8" };
  return {
    ...table,
    hash: `sha256:${digestOf(text)}`,
    schema: {
      fields: Object.entries(fields).map(([column, about]) => ({ name: column, ...about })),
      missingValues: [""],
    },
  };
}

function manifestOf(found: BenchmarkResult, files: ReadonlyMap<string, string>): object {
  const { networks, command, made } = found;
  return {
    benchmark: benchmark.name,
    version: benchmark.version,
    breakwater: made,
    command,
    networks: networks.map(({ result: { study, summary } }) => ({
      network: study.id,
      seed: summary.seed,
      replications: summary.replications,
      scenarioHash: digestOf(canonicalText(study)),
      digest: summary.digest,
    })),
    files: Object.fromEntries([...files].map(([name, text]) => [name, digestOf(text)])),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
