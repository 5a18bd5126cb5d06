// Paired differences of a run folder, by SQL and Breakwater's intervals: node read-duckdb.mjs <run folder>
import { DuckDBInstance } from "@duckdb/node-api";
import { pairedTest } from "breakwater";

// The rows are read where they lie; nothing is fetched.
const database = await DuckDBInstance.create(":memory:", { autoinstall_known_extensions: "false" });
const connection = await database.connect();
const reader = await connection.runAndReadAll(
  `
  -- Measures of the whole run, each replication once: no twins, no windows, no times cut by the end.
  with whole as (
    from read_csv($rows)
    where "time" is null and "until" is null and "by" is null and not twin and status = 'value'
  )
  select ours.variant, measure, "of", list(ours.value - theirs.value order by replication) as differences
  from whole as ours join whole as theirs using (measure, "of", replication)
  where ours.variant <> 'baseline' and theirs.variant = 'baseline'
  group by all having count(*) > 1 order by all
  `,
  { rows: `${process.argv[2]}/rows.csv` },
);

console.log("variant,measure,of,difference,low,high,pairs");
for (const { variant, measure, of, differences } of reader.getRowObjectsJS()) {
  // Skewed values are resampled, here with draws of the host: the interval then differs a little each time.
  const { difference, low, high } = pairedTest(differences, Math.random);
  const told = [difference, low, high].map((number) => Number(number.toPrecision(9)));
  console.log([variant, measure, of, ...told, differences.length].join(","));
}
