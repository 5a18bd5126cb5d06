import { foldInBlocks } from "#engine/stats/fold";
import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { studentInterval } from "#engine/stats/student-interval";
import type { ResolvedMeasure } from "#scenario/language/resolved";
import type { Result } from "#study/experiment/result";
import type { History, Outcome, ReadOne, Row } from "./histories/history.ts";
import { baselineOf, columnsOf } from "./scenario-run.ts";

/** One outcome over all replications. */
export interface Scored {
  readonly outcome: Outcome;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p5: number;
  readonly p95: number;
  /** Replications without a value. */
  readonly without: number;
}

type Verdict = "inside" | "overlaps" | "MISS";

/** Reads every outcome from the replications of a result. */
export function scoresOf(result: Result, { name, outcomes }: History): readonly Scored[] {
  const { measures } = baselineOf(result.study);
  const columns = columnsOf(result);
  const oneOf =
    (replication: number): ReadOne =>
    (kind, row = {}) => {
      const column = columns[measures.findIndex((measure) => isMeant(measure, kind, row))];
      if (column === undefined) throw new Error(`${name} measures no ${kind} of ${JSON.stringify(row)}`);
      return column[replication] ?? NaN;
    };
  return outcomes.map((outcome) => {
    const values = Array.from({ length: result.summary.replications }, (_, replication) =>
      outcome.read(oneOf(replication)),
    );
    return scoreOf(outcome, values);
  });
}

/** Whether a row of `measures` is the one that an outcome reads; a window that is left out is none. */
function isMeant(measure: ResolvedMeasure, kind: string, row: Row): boolean {
  const instant = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Date.parse(text);
  return (
    measure.kind === kind &&
    (row.of === undefined || row.of === measure.of) &&
    measure.at === instant(row.at) &&
    measure.from === instant(row.from) &&
    measure.until === instant(row.until)
  );
}

function scoreOf(outcome: Outcome, values: readonly number[]): Scored {
  const known = values.filter(Number.isFinite);
  const sample = foldInBlocks(known);
  const { low, high } = studentInterval(sample);
  const ordered = sorted(known);
  const at = (share: number): number => sampleQuantile(ordered, share) ?? NaN;
  return {
    outcome,
    mean: sample.mean,
    low: low ?? NaN,
    high: high ?? NaN,
    p5: at(0.05),
    p95: at(0.95),
    without: values.length - known.length,
  };
}

/**
 * `inside`: the published value lies among 90 % of the replications; `overlaps`: only its range reaches
 * there.
 */
function verdictOf({ outcome, p5, p95 }: Scored): Verdict {
  if (outcome.published >= p5 && outcome.published <= p95) return "inside";
  return outcome.high >= p5 && outcome.low <= p95 ? "overlaps" : "MISS";
}

function lineOf(scored: Scored): string {
  const { outcome, mean, low, high, p5, p95, without } = scored;
  const digits = Math.abs(outcome.published) < 100 ? 1 : 0;
  const text = (value: number): string => value.toFixed(digits);
  const withRange = (value: number, ...[from, to]: readonly [number, number]): string =>
    `${text(value)} [${text(from)}, ${text(to)}]`;
  return (
    `| ${outcome.text} | ${outcome.unit} | ${withRange(outcome.published, outcome.low, outcome.high)} | ` +
    `${withRange(mean, low, high)} | ${text(p5)} to ${text(p95)} | ` +
    `${verdictOf(scored)}${without === 0 ? "" : `; ${without} without a value`} |`
  );
}

/** The points of a group count as one outcome, by their mean error. */
function groupLine(name: string, scores: readonly Scored[]): string {
  const own = scores.filter(({ outcome }) => outcome.group === name);
  const errors = own.map(({ mean, outcome }) => (mean - outcome.published) / outcome.published);
  const average = (values: readonly number[]): string => {
    const share = values.reduce((sum, value) => sum + value, 0) / values.length;
    return `${(100 * share).toFixed(0)} %`;
  };
  return (
    `| ${name}, ${own.length} points as one | | | mean error ${average(errors)} | ` +
    `mean size of error ${average(errors.map(Math.abs))} | ${own.map(verdictOf).join(", ")} |`
  );
}

/** The table of outcomes beside history, as markdown. */
export function tableOf(result: Result, history: History): string {
  const scores = scoresOf(result, history);
  const groups = new Set(history.outcomes.flatMap(({ group }) => group ?? []));
  const alone = scores.filter(({ outcome }) => outcome.group === undefined);
  const count = (verdict: Verdict): number => alone.filter((scored) => verdictOf(scored) === verdict).length;
  const standing =
    `Of ${alone.length} outcomes that stand alone ${count("inside")} are inside, ` +
    `${count("overlaps")} overlap and ${count("MISS")} miss; `;
  return [
    "| outcome | unit | published [low, high] | simulated mean [95 % interval] | 5th to 95th percentile | |",
    "|---|---|---|---|---|---|",
    ...scores.map(lineOf),
    ...[...groups].map((name) => groupLine(name, scores)),
    "",
    `${standing}${result.summary.replications} replications, seed ${result.summary.seed}.`,
    "",
  ].join("\n");
}
