import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { histories } from "./histories/histories.ts";
import { partsOf, readmeOf } from "./history-readme.ts";
import { tableOf } from "./history-table.ts";
import { resultOf, studyOf } from "./scenario-run.ts";

/*
 * Prints the tables of the named scenarios beside history, or of all; with `--write` also into their README.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    replications: { type: "string" },
    threads: { type: "string", default: String(availableParallelism()) },
    write: { type: "boolean", default: false },
  },
});
const sets = values.replications === undefined ? [] : [`replications=${values.replications}`];
for (const history of histories.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
)) {
  const study = studyOf(`../../scenarios/${history.name}/history.yaml`, sets);
  const table = tableOf(await resultOf(study, Number(values.threads)), history);
  process.stdout.write(table);
  if (values.write) {
    const readme = readmeOf(history.name);
    const { before, after } = partsOf(readFileSync(readme, "utf8"));
    writeFileSync(readme, `${before}${table}${after}`);
  }
}
