import type { Experiment } from "#study/experiment/experiment";
import { counted } from "#study/experiment/quantity-text";
import type { ThresholdSummary } from "#study/experiment/summary";
import { thresholdClause } from "#study/experiment/threshold-words";

/** How a run came about, for those who read its checks. */
export interface JunitRun {
  /** Seconds that it took. */
  readonly seconds: number;
  /** The instant at which it ended, ms since the epoch. */
  readonly endedAt: number;
  /** Version of Breakwater. */
  readonly version: string;
}

/** One check as a test: what is wrong with it, if anything. */
interface TestCase {
  readonly name: string;
  readonly problem?: { readonly type: string; readonly message: string };
}

/**
 * The checks of a run as JUnit XML, which builds read: a test for each threshold, one that cargo was
 * conserved and one that no run hit a limit. What is undecided fails, as it does in the exit code, since a
 * build that takes it for a pass takes a guess for a fact; its type tells it apart. Valid against the schema
 * of Ant's JUnit reports (JUnit.xsd of Windy Road), so that every element and attribute that it wants is
 * there.
 */
export function junitText({ result, batch }: Experiment, { seconds, endedAt, version }: JunitRun): string {
  const { summary } = result;
  const cases = [
    ...summary.thresholds.map((threshold) => thresholdCase(threshold, result)),
    conservationCase(summary.conservation.violations),
    limitCase(batch.limits.map(({ text }) => text)),
  ];
  const failures = cases.filter(({ problem }) => problem !== undefined).length;
  const properties = { breakwater: version, seed: summary.seed, digest: summary.digest };
  const classname = `breakwater.${summary.scenario}`;
  const suite = {
    ...{ name: summary.scenario, package: "breakwater", id: "0", hostname: "localhost" },
    timestamp: new Date(endedAt).toISOString().slice(0, 19),
    ...{ tests: String(cases.length), failures: String(failures), errors: "0", time: seconds.toFixed(3) },
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite${attributes(suite)}>`,
    "    <properties>",
    ...Object.entries({ ...properties, replications: String(summary.replications) }).map(
      ([name, value]) => `      <property${attributes({ name, value })}/>`,
    ),
    "    </properties>",
    ...cases.flatMap((test) => caseLines(test, classname)),
    `    <system-out>${escaped(summary.answer)}</system-out>`,
    "    <system-err></system-err>",
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function thresholdCase(threshold: ThresholdSummary, result: Experiment["result"]): TestCase {
  const { id, variant, verdict } = threshold;
  const isOfMany = result.summary.thresholds.filter((other) => other.id === id).length > 1;
  const name = isOfMany ? `${id} (${variant})` : id;
  if (verdict === "pass") return { name };
  const words = verdict === "fail" ? "fails" : "is undecided";
  const message = `Threshold ${id} ${words}: ${thresholdClause(threshold, result)}.`;
  return { name, problem: { type: verdict === "fail" ? "threshold" : "undecided", message } };
}

function conservationCase(violations: number): TestCase {
  const name = "cargo is conserved";
  if (violations === 0) return { name };
  const message = `${counted(violations, "violation")} of conservation: do not use these numbers.`;
  return { name, problem: { type: "conservation", message } };
}

function limitCase(limits: readonly string[]): TestCase {
  const name = "no run hit a limit";
  const [first] = limits;
  if (first === undefined) return { name };
  return {
    name,
    problem: { type: "limit", message: `${counted(limits.length, "notice")}, such as: ${first}` },
  };
}

function caseLines({ name, problem }: TestCase, classname: string): readonly string[] {
  const head = `    <testcase${attributes({ name, classname, time: "0" })}`;
  if (problem === undefined) return [`${head}/>`];
  const { type, message } = problem;
  return [
    `${head}>`,
    `      <failure${attributes({ type, message })}>${escaped(message)}</failure>`,
    "    </testcase>",
  ];
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** A text as XML 1.0 may hold it: what it may not, such as other control characters, becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"\n\t]/g, (mark) => entities[mark] ?? mark);
}
