// Paired differences of a run folder, with d3 and Breakwater's own intervals: node read.mjs <run folder>
import { readFileSync } from "node:fs";
import { pairedTest } from "breakwater";
import { csvParse, rollup } from "d3";

const rows = csvParse(readFileSync(`${process.argv[2]}/rows.csv`, "utf8"));
// Measures of the whole run, each replication once: no twins, no windows, no times cut by the end.
const whole = rows.filter(
  ({ time, until, by, twin, status }) => time + until + by === "" && twin === "false" && status === "value",
);
const values = rollup(
  whole,
  ([row]) => Number(row.value),
  ({ variant }) => variant,
  ({ measure, of }) => `${measure},${of}`,
  ({ replication }) => replication,
);

console.log("variant,measure,of,difference,low,high,pairs");
for (const [variant, measures] of values) {
  if (variant === "baseline") continue;
  for (const [key, ours] of measures) {
    const theirs = values.get("baseline").get(key) ?? new Map();
    const differences = [...ours].flatMap(([index, value]) =>
      theirs.has(index) ? [value - theirs.get(index)] : [],
    );
    if (differences.length < 2) continue;
    // Skewed values are resampled, here with draws of the host: the interval then differs a little each time.
    const { difference, low, high } = pairedTest(differences, Math.random);
    const told = [difference, low, high].map((number) => Number(number.toPrecision(9)));
    console.log([variant, key, ...told, differences.length].join(","));
  }
}
