import yargs from "yargs";
import { listed } from "#base/listed";
import { nearest, suggest } from "#scenario/read/nearest";
import { argumentsOf } from "#shells/cli/arguments";
import { commonOptions, options } from "#shells/cli/command";
import type { Command, OptionSpec } from "#shells/cli/command";
import { commands } from "#shells/cli/commands";
import { runDefault } from "#shells/cli/default-run";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import { failed } from "#shells/cli/failed";
import type { Io } from "#shells/cli/io";
import type { Workshop } from "#shells/cli/workshop";
import { version } from "#shells/cli/version";

/**
 * The command line: runs what the words say and gives the exit code. Without a word it runs the shipped
 * scenario.
 */
export async function main(argv: readonly string[], io: Io, workshop: Workshop): Promise<number> {
  try {
    const [first] = argv;
    if (first === undefined) return await runDefault(io, workshop);
    if (first === "help" || first === "version")
      return await main([...argv.slice(1), `--${first}`], io, workshop);
    if (!first.startsWith("-")) refuseUnknownCommand(first);
    refuseValuedFlag(argv);
    refuseBareSet(argv);
    return await dispatch(argv, io, workshop);
  } catch (error) {
    return failed(error, io);
  }
}

async function dispatch(argv: readonly string[], io: Io, workshop: Workshop): Promise<number> {
  let outcome: Promise<number> = Promise.resolve(exitCodes.done);
  const parser = yargs()
    .scriptName(io.program)
    .usage(
      "$0 <command>\n\nSimulates disruptions of supply chains and compares what could be done about them.",
    )
    .parserConfiguration({
      "greedy-arrays": false,
      "boolean-negation": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "dot-notation": false,
      "camel-case-expansion": false,
    })
    .options(commonOptions)
    .strict()
    .demandCommand(1, "the command comes first, such as run or validate")
    .epilogue("Without a command it runs scenarios/ever-given-2021 and writes a report.")
    .exitProcess(false)
    .wrap(Math.min(io.width, 110))
    .alias("h", "help")
    .version(version())
    .fail((message, error) => {
      throw usageError(message, error, { argv, program: io.program });
    });
  for (const command of commands) {
    parser.command(
      command.usage,
      command.summary,
      (inner) => inner.options(Object.fromEntries(command.takes.map((name) => [name, options[name]]))),
      (read) => {
        const given = argumentsOf(read);
        if (given.seed !== undefined && command.draws !== true && !given.quiet)
          io.err(`--seed changes nothing here: ${nameOf(command)} draws nothing\n`);
        outcome = command.run(given, io, workshop);
      },
    );
  }
  await parser.parseAsync([...argv], {}, (_error: unknown, _read: unknown, output: string) => {
    if (output !== "") io.out(`${output}\n`);
  });
  return outcome;
}

function refuseUnknownCommand(word: string): void {
  const names = commands.map(nameOf);
  if (names.includes(word)) return;
  throw new UsageError(`there is no command "${word}"; ${suggest(word, names)}`);
}

/** A flag is there or not: yargs would read `--json=3` as a flag that is not there. */
function refuseValuedFlag(argv: readonly string[]): void {
  for (const word of argv) {
    const [, name = "", value] = /^--([a-z-]+)=(.*)$/.exec(word) ?? [];
    const all: Readonly<Record<string, OptionSpec>> = { ...commonOptions, ...options };
    const spec = all[name];
    if (spec?.type !== "boolean") continue;
    throw new UsageError(`--${name} takes no value; write --${name} alone, not "${value ?? ""}" after it`);
  }
}

/** Without a value yargs would read `--set` as no change at all. */
function refuseBareSet(argv: readonly string[]): void {
  const isBare = argv.some((word, index) => word === "--set" && /^(--.*)?$/.test(argv[index + 1] ?? ""));
  if (isBare)
    throw new UsageError("--set gets no value; write --set path=value, such as --set replications=30");
}

function nameOf(command: Command): string {
  return command.usage.split(" ")[0] ?? command.usage;
}

/** The words that were typed, and what to type for help. */
interface Typed {
  readonly argv: readonly string[];
  readonly program: string;
}

function usageError(message: string | null, error: unknown, typed: Typed): Error {
  if (error instanceof UsageError) return error;
  const unknown = /^Unknown arguments?: ([^,]+)/.exec(message ?? "")?.[1];
  if (unknown !== undefined) return unknownOption(unknown, typed);
  if (message === null) return error instanceof Error ? error : new Error(String(error));
  const told = /^Not enough non-option arguments/.test(message) ? missingText(typed.argv) : message;
  return new UsageError(`${told}; "${typed.program} --help" lists what may be written`);
}

function missingText([word = ""]: readonly string[]): string {
  const needs = commands.find((command) => nameOf(command) === word)?.needs;
  return `${word} needs ${needs ?? "a scenario, such as ever-given-2021"}`;
}

function unknownOption(name: string, { argv, program }: Typed): UsageError {
  if (!argv.some((word) => word.startsWith(`-${name}`) || word.startsWith(`--${name}`))) {
    return new UsageError(`"${name}" is one word too many; "${program} --help" lists what may be written`);
  }
  const takers = commands.filter(({ takes }) => takes.some((option) => option === name)).map(nameOf);
  if (takers.length > 0) {
    const others = `${listed(takers)} ${takers.length === 1 ? "does" : "do"}`;
    return new UsageError(`${argv[0]} takes no --${name}, which ${others}; leave it out`);
  }
  const names = [...Object.keys(commonOptions), ...Object.keys(options), "help", "version"];
  const [initial] = names.filter((full) => name.length === 1 && full.startsWith(name));
  const near = nearest(name, names) ?? initial;
  const remedy = near === undefined ? `"${program} --help" lists the options` : `nearest is "--${near}"`;
  const typed = argv.some((word) => word.startsWith(`--${name}`)) ? `--${name}` : `-${name}`;
  return new UsageError(`there is no option "${typed}"; ${remedy}`);
}
