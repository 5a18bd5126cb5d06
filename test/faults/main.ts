import { Ground } from "./ground.ts";
import type { Outcome } from "./ground.ts";
import type { Fault } from "./fault.ts";
import { faults } from "./faults.ts";
import { printRows, verdictOf } from "./verdict.ts";
import type { Row } from "./verdict.ts";

/** So many faults are tried at once, each on a ground of its own. */
const GROUNDS = 2;

/**
 * Plants each fault of the table, or those named, in a copy of the project, runs the tests that must catch
 * it, and prints what happened. Ends 0 when the tests are green without a fault and each fault turns them
 * red, else 1; 2 when a name is not in the table.
 */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => faults.every((fault) => fault.name !== name));
  if (unknown.length > 0) {
    console.error(
      `no fault is named ${unknown.join(", ")}; there are ${faults.map(({ name }) => name).join(", ")}`,
    );
    return 2;
  }
  const chosen = names.length === 0 ? faults : faults.filter(({ name }) => names.includes(name));
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

const nothing: Outcome = { red: new Map(), broken: [] };

/** First every test without a fault, then one fault after the other on whichever ground is free. */
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

/** The test files that are green without a fault. */
async function unplanted(chosen: readonly Fault[], grounds: readonly Ground[]): Promise<ReadonlySet<string>> {
  const files = [...new Set(chosen.flatMap(({ tests }) => tests))].sort();
  const shares = grounds.map((_, ground) =>
    files.filter((_file, index) => index % grounds.length === ground),
  );
  const outcomes = await Promise.all(
    grounds.map(async (ground, index) => {
      const share = shares[index] ?? [];
      return share.length === 0 ? nothing : await ground.run(share);
    }),
  );
  const notGreen = new Set(outcomes.flatMap(({ red, broken }) => [...red.keys(), ...broken]));
  for (const file of notGreen) console.error(`red without any fault: ${file}`);
  return new Set(files.filter((file) => !notGreen.has(file)));
}

function report(rows: readonly Row[]): number {
  console.log(printRows(rows));
  const missed = rows.filter(({ isCaught }) => !isCaught).length;
  console.log(`\n${rows.length - missed} of ${rows.length} faults caught`);
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
