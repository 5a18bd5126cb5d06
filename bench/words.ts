import { parseArgs } from "node:util";

/** What was typed after the name of a benchmark. */
export interface Words {
  /** Those of its flags that were given; `one`: a single measurement, in this process. */
  readonly flags: ReadonlySet<string>;
  /** How many rounds are compared; 5 when left out. */
  readonly rounds: number;
  /** What is no flag, in order. */
  readonly others: readonly string[];
}

/** How a benchmark is called. */
export interface Usage {
  /** What is printed beside what went wrong. */
  readonly text: string;
  /** The flags that it takes beside `one` and `rounds`. */
  readonly flags: readonly string[];
}

/**
 * Runs a benchmark with the words of this process. What it throws, and a word that it does not take, is told
 * on stderr beside the usage; the exit code is then 2.
 */
export async function runBench(usage: Usage, bench: (words: Words) => void | Promise<void>): Promise<void> {
  try {
    await bench(read(usage));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage.text}\n`);
    process.exitCode = 2;
  }
}

function read({ flags }: Usage): Words {
  const known = ["one", ...flags];
  const options: Record<string, { type: "boolean" | "string"; default?: string }> = {
    rounds: { type: "string", default: "5" },
  };
  for (const flag of known) options[flag] = { type: "boolean" };
  const args = process.argv.slice(2).filter((word) => word !== "--");
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const given = known.filter((flag) => values[flag] === true);
  return { flags: new Set(given), rounds: Number(values["rounds"]), others: positionals };
}

/** Writes a line to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
