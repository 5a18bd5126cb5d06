/**
 * Counts the tests of vitest's JSON report and prints `N passed, N failed`, alone on a line. Failed are also:
 * a test file that could not be read, each failed check, and a run that ended badly or ran nothing though no
 * test says so.
 *
 * count.mjs <report.json> --exit <vitest's exit code> --failed-checks <count>
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { exit: { type: "string", default: "0" }, "failed-checks": { type: "string", default: "0" } },
});

/** The report, or an empty one when the run ended before it could be written. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const report = readReport(positionals[0]);
const isUnreadable = (file) =>
  file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed");
const unreadable = report.testResults.filter(isUnreadable).length;
let failed = report.numFailedTests + unreadable + Number(values["failed-checks"]);
if (failed === 0 && (values.exit !== "0" || report.numPassedTests === 0)) failed = 1;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
