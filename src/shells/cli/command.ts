import type { Io } from "#shells/cli/io";
import type { Workshop } from "#shells/cli/workshop";

/** What every command takes, normalised. */
export interface CommonOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly out: string | undefined;
  readonly seed: string | undefined;
  readonly threads: number | undefined;
}

/** All that may be written after a command, normalised; what a command has no use for is at its default. */
export interface Arguments extends CommonOptions {
  /** Scenario files, folders, names, or a run folder. */
  readonly paths: readonly string[];
  readonly set: readonly string[];
  readonly replications: number | undefined;
  readonly replication: number | undefined;
  readonly variant: string;
  readonly audit: boolean;
  readonly trace: boolean;
  readonly explain: boolean;
  /** Print every measure, not the foremost only. */
  readonly full: boolean;
  /** Say what there is and run nothing. */
  readonly list: boolean;
  /** The measure that ranks, and what it is of. */
  readonly by: string | undefined;
  readonly of: string | undefined;
  /** The difference that does not matter, as it is typed. */
  readonly indifference: string | undefined;
  /** Run more replications until the best is selected. */
  readonly untilItCan: boolean;
  /** The most that this runs. */
  readonly most: number | undefined;
  /** A file for the verdicts, as builds read them. */
  readonly junit: string | undefined;
  /** What futures vary, as `path=values`; instead of what the scenario says. */
  readonly vary: readonly string[];
  /** How futures are chosen, as it is typed. */
  readonly sample: string | undefined;
  /** How many futures there are, as `futures.count`. */
  readonly count: number | undefined;
  /** Parts of the benchmark, each a list with commas. */
  readonly networks: string | undefined;
  readonly disruptions: string | undefined;
  readonly policies: string | undefined;
}

/** One command. `run` gives the exit code; wrong input is thrown as a `UsageError`. */
export interface Command {
  /** As yargs reads it: the name, then what must follow. */
  readonly usage: string;
  readonly summary: string;
  /** What must follow the name, in words and with an example; a scenario when left out. */
  readonly needs?: string;
  /** Names, in `options`, of what it takes beside the common ones. */
  readonly takes: readonly OptionName[];
  /** True when it draws something, so that a seed matters. False when left out. */
  readonly draws?: true;
  run(given: Arguments, io: Io, workshop: Workshop): Promise<number>;
}

/** The options that only some commands take. */
export type OptionName =
  | "set"
  | "replications"
  | "replication"
  | "variant"
  | "audit"
  | "trace"
  | "explain"
  | "full"
  | "list"
  | "by"
  | "of"
  | "indifference"
  | "until-it-can"
  | "most"
  | "junit"
  | "vary"
  | "sample"
  | "count"
  | "networks"
  | "disruptions"
  | "policies";

/** An option as yargs reads it. */
export interface OptionSpec {
  readonly type: "boolean" | "string";
  readonly describe: string;
  readonly array?: boolean;
  readonly default?: string;
}

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { type: "boolean", describe: "Print one JSON document on stdout; progress and logs go to stderr" },
  out: {
    type: "string",
    describe: "Where to write: a folder for run, sweep and bench-strategies, a file for the others",
  },
  seed: { type: "string", describe: "Another seed than the scenario's" },
  threads: { type: "string", describe: "Threads to run on; all cores when left out" },
  quiet: { type: "boolean", describe: "Print the answer only" },
};

/** Options of single commands. */
export const options: Readonly<Record<OptionName, OptionSpec>> = {
  set: { type: "string", array: true, describe: "path=value: patch the scenario, as often as needed" },
  replications: { type: "string", describe: "How many replications, instead of the scenario's number" },
  replication: {
    type: "string",
    describe: "One replication by its number, from 0: run it alone, or explain it",
  },
  variant: { type: "string", default: "baseline", describe: "The variant that --trace shows" },
  audit: { type: "boolean", describe: "Recount all cargo while running and compare with the ledger" },
  trace: { type: "boolean", describe: "With --replication: print every event" },
  explain: { type: "boolean", describe: "Print every value with where it comes from" },
  full: { type: "boolean", describe: "Print every measure, not a dozen at most" },
  junit: { type: "string", describe: "Write the verdicts as JUnit XML, which builds read, to this file" },
  list: { type: "boolean", describe: "Print which cases there are, and run none" },
  by: { type: "string", describe: "The measure that ranks; what answers turn on when left out" },
  of: { type: "string", describe: "What that measure is of, where it is measured of several" },
  indifference: {
    type: "string",
    describe: "The difference that does not matter, such as 12 h or 5 %: of the baseline's value if a share",
  },
  "until-it-can": { type: "boolean", describe: "Run more replications until it can tell which is best" },
  vary: {
    type: "string",
    array: true,
    describe: "path=values: what futures differ in, a list or a distribution, as often as needed",
  },
  sample: { type: "string", describe: "How futures are chosen: grid, latin-hypercube or sobol" },
  count: { type: "string", describe: "How many futures; 200 when left out and --vary draws them" },
  most: { type: "string", describe: "With --until-it-can: the most replications; 10000 when left out" },
  networks: { type: "string", describe: "These networks only, with commas: corridor,world" },
  disruptions: { type: "string", describe: "These disruptions only, with commas" },
  policies: { type: "string", describe: "These policies only, with commas" },
};
