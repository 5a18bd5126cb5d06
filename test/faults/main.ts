import { caseName } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { Ground } from "./ground.ts";
import { faults } from "./faults.ts";
import { printRows, verdictOf } from "./verdict.ts";
import type { Row } from "./verdict.ts";

/** So many faults are tried at once, each on a ground of its own. */
const GROUNDS = 2;

/** Only cases of `breakwater verify` are run, of the faults that name some. */
const VERIFY = "--verify";

/**
 * Plants each fault of the table, or those named, in a copy of the project, runs the tests and cases that
 * must catch it, and prints what happened. Ends 0 when these are green without a fault and each fault turns
 * them red, else 1; 2 when a name is not in the table.
 */
async function main(words: readonly string[]): Promise<number> {
  const names = words.filter((word) => word !== VERIFY);
  const unknown = names.filter((name) => faults.every((fault) => fault.name !== name));
  if (unknown.length > 0) {
    console.error(
      `no fault is named ${unknown.join(", ")}; there are ${faults.map(({ name }) => name).join(", ")}`,
    );
    return 2;
  }
  const named = names.length === 0 ? faults : faults.filter(({ name }) => names.includes(name));
  const chosen = words.includes(VERIFY) ? named.flatMap(casesOnly) : named;
  const grounds: Ground[] = [];
  const clear = (): void => grounds.forEach((ground) => ground.clear());
  const stop = (): void => {
    clear();
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    while (grounds.length < Math.min(GROUNDS, chosen.length)) grounds.push(new Ground(process.cwd()));
    return report(await tried(chosen, grounds));
  } finally {
    clear();
  }
}

function casesOnly(fault: Fault): readonly Fault[] {
  return fault.cases === undefined ? [] : [{ ...fault, tests: [] }];
}

/** First everything without a fault, then one fault after the other on whichever ground is free. */
async function tried(chosen: readonly Fault[], grounds: readonly Ground[]): Promise<Row[]> {
  const green = await unplanted(chosen, grounds);
  const rows: Row[] = [];
  const waiting = [...chosen.entries()];
  const work = async (ground: Ground): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, fault] = next;
      const row = verdictOf(fault, green, await ground.plant(fault));
      rows[index] = row;
      console.error(`${row.isCaught ? "caught" : "NOT CAUGHT"}: ${fault.name}`);
    }
  };
  await Promise.all(grounds.map((ground) => work(ground)));
  return rows;
}

/** The test files and cases that are green without a fault. */
async function unplanted(chosen: readonly Fault[], grounds: readonly Ground[]): Promise<ReadonlySet<string>> {
  const tests = [...new Set(chosen.flatMap((fault) => fault.tests))].sort();
  const cases = [...new Set(chosen.flatMap((fault) => fault.cases ?? []))].sort();
  const outcomes = await Promise.all(
    grounds.map((ground, share) => {
      const shareOf = (all: readonly string[]): readonly string[] =>
        all.filter((_, index) => index % grounds.length === share);
      return ground.run({ tests: shareOf(tests), cases: shareOf(cases) });
    }),
  );
  const notGreen = new Set(outcomes.flatMap(({ red, broken }) => [...red.keys(), ...broken]));
  for (const judge of notGreen) console.error(`red without any fault: ${judge}`);
  return new Set([...tests, ...cases.map(caseName)].filter((judge) => !notGreen.has(judge)));
}

function report(rows: readonly Row[]): number {
  console.log(printRows(rows));
  const missed = rows.filter(({ isCaught }) => !isCaught).length;
  console.log(`\n${rows.length - missed} of ${rows.length} faults caught`);
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
