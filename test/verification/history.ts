import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { tableOf } from "./history-table.ts";
import { resultOf, studyOf } from "./scenario-run.ts";

/*
 * Prints the table of the blockage beside history; with `--write` also into the README of the scenario.
 */
const { values } = parseArgs({
  options: {
    replications: { type: "string" },
    threads: { type: "string", default: String(availableParallelism()) },
    write: { type: "boolean", default: false },
  },
});
const sets = values.replications === undefined ? [] : [`replications=${values.replications}`];
const study = studyOf("../../scenarios/ever-given-2021/history.yaml", sets);
const table = tableOf(await resultOf(study, Number(values.threads)));
process.stdout.write(table);
if (values.write) {
  const readme = new URL("../../scenarios/ever-given-2021/README.md", import.meta.url);
  const [before = "", , after = ""] = readFileSync(readme, "utf8").split(
    /(?<=<!-- table -->\n)|(?=<!-- \/table -->)/,
  );
  writeFileSync(readme, `${before}${table}${after}`);
}
