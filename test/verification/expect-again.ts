import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { shippedNames } from "#study/store/scenario-place";
import { expectedFile } from "./expected.ts";
import type { Expected } from "./expected.ts";
import { resultOf, studyOf } from "./scenario-run.ts";

/** So many replications are checked in every run of all tests. */
const brief = 8;

const asked = process.argv.slice(2);
for (const name of asked.length === 0 ? shippedNames() : asked) {
  const place = `../../scenarios/${name}`;
  const digestOf = async (set: readonly string[]): Promise<string> =>
    (await resultOf(studyOf(place, set), availableParallelism())).summary.digest;
  const expected: Expected = {
    digest: await digestOf([]),
    brief: { replications: brief, digest: await digestOf([`replications=${brief}`]) },
  };
  writeFileSync(expectedFile(place), `${JSON.stringify(expected, undefined, 2)}\n`);
  process.stdout.write(`${name} ${expected.digest}\n`);
}
