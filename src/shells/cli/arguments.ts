import type { Arguments } from "#shells/cli/command";
import { UsageError } from "#shells/cli/exit-code";

/** Numbers that make sense, for remedies. */
const examples: Readonly<Record<string, number>> = {
  replications: 100,
  replication: 0,
  most: 2000,
  count: 200,
};

/** The names that commands give to what must follow them, in the order of each. */
const positionals: readonly string[] = [
  ...["path", "paths", "files", "template", "first", "second", "run", "case"],
];

/** Turns what yargs read into arguments, and refuses what cannot be meant. */
export function argumentsOf(read: Readonly<Record<string, unknown>>): Arguments {
  return {
    paths: positionals.flatMap((name) => read[name] ?? []).map(String),
    json: read["json"] === true,
    quiet: read["quiet"] === true,
    out: once(read, "out"),
    seed: once(read, "seed"),
    threads: wholeNumber(read, "threads", 1),
    set: [read["set"] ?? []].flat().map(String),
    replications: wholeNumber(read, "replications", 1),
    replication: wholeNumber(read, "replication", 0),
    variant: once(read, "variant") ?? "baseline",
    audit: read["audit"] === true,
    trace: read["trace"] === true,
    explain: read["explain"] === true,
    full: read["full"] === true,
    list: read["list"] === true,
    by: once(read, "by"),
    of: once(read, "of"),
    indifference: once(read, "indifference"),
    untilItCan: read["until-it-can"] === true,
    most: wholeNumber(read, "most", 1),
    junit: once(read, "junit"),
    vary: [read["vary"] ?? []].flat().map(String),
    sample: once(read, "sample"),
    count: wholeNumber(read, "count", 1),
    networks: once(read, "networks"),
    disruptions: once(read, "disruptions"),
    policies: once(read, "policies"),
  };
}

function once(read: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = read[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new UsageError(`--${name} is given twice; give it once`);
  if (value === "") throw new UsageError(`--${name} gets no value; write --${name} and what it should be`);
  return typeof value === "string" ? value : String(Number(value));
}

function wholeNumber(
  read: Readonly<Record<string, unknown>>,
  name: string,
  least: number,
): number | undefined {
  const text = once(read, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least) return value;
  const such =
    name === "threads"
      ? "; left out, all cores work"
      : `, such as --${name} ${Math.max(least, examples[name] ?? 0)}`;
  throw new UsageError(`--${name} takes a whole number, ${least} or more, not "${text}"${such}`);
}
