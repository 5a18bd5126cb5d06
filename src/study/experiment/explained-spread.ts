import { byText, grouped } from "#base/order";
import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { rankCorrelation } from "#engine/stats/rank-correlation";
import type { RankCorrelation } from "#engine/stats/rank-correlation";
import type { DrawRow, TidyRow } from "#study/experiment/result";

/** How closely a measure goes with one value that each world drew, over the replications of a variant. */
export interface ExplainingDraw extends RankCorrelation {
  readonly of: string;
  readonly draw: string;
  readonly unit: string;
  /** Replications that have both. */
  readonly replications: number;
  /** What was drawn: its 5th, 50th and 95th percentile. */
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
}

/** What the spread of one measure of one variant goes with, the closest first. */
export interface ExplainedSpread {
  readonly variant: string;
  readonly measure: string;
  readonly of: string;
  readonly draws: readonly ExplainingDraw[];
}

/**
 * For each measure over the whole run, which values that a world drew go with it: rank correlations over the
 * replications that have both. A measure with a replication that has no value is left out, for who is left
 * says nothing of all. What never varies explains nothing. Of disruptions that strike again and again each
 * single draw says little: how often they came and how long they lasted stands for them; of one that comes
 * once at most its own draws say how long.
 */
export function explainedSpread(
  rows: readonly TidyRow[],
  draws: readonly DrawRow[],
): readonly ExplainedSpread[] {
  const again = new Set(draws.flatMap(({ of, draw, value }) => (draw === "times" && value > 1 ? [of] : [])));
  const drawn = grouped(
    draws.filter((row) => isOfTheWhole(row) && (row.draw !== "lasted" || again.has(row.of))),
    ({ variant, of, draw }) => `${variant}\n${of}\n${draw}`,
  );
  const whole = rows.filter(
    ({ twin, time, until, by }) => !twin && time === null && until === null && by === null,
  );
  const measured = grouped(whole, ({ variant, measure, of }) => `${variant}\n${measure}\n${of}`);
  return [...measured.values()].flatMap((column): ExplainedSpread[] => {
    const [first] = column;
    if (first === undefined || column.some(({ status }) => status !== "value")) return [];
    const { variant, measure, of } = first;
    const values = new Map(column.map(({ replication, value }) => [replication, value ?? NaN]));
    const found = [...drawn.values()].flatMap((own) =>
      own[0]?.variant === variant ? explaining(own, values) : [],
    );
    if (found.length === 0) return [];
    const size = ({ correlation }: ExplainingDraw): number => Math.abs(correlation);
    const ordered = found.sort((one, other) => size(other) - size(one) || byText(nameOf(one), nameOf(other)));
    return [{ variant, measure, of, draws: ordered }];
  });
}

const nameOf = ({ of, draw }: ExplainingDraw): string => `${of}/${draw}`;

/** Draws made once for a world, not for one of many occurrences, nor for one of many elements. */
function isOfTheWhole({ of, draw }: DrawRow): boolean {
  if (!of.startsWith("disruption/")) return true;
  return of.split("/").length === 2 && draw !== "between" && draw !== "repair";
}

function explaining(own: readonly DrawRow[], values: ReadonlyMap<number, number>): readonly ExplainingDraw[] {
  const [first] = own;
  const pairs = own.filter(({ replication }) => values.has(replication));
  // A draw that only some worlds made would speak for those alone.
  if (first === undefined || pairs.length < values.size) return [];
  const xs = pairs.map(({ value }) => value);
  const found = rankCorrelation(
    xs,
    pairs.map(({ replication }) => values.get(replication) ?? NaN),
  );
  if (found === undefined) return [];
  const ordered = sorted(xs);
  const at = (p: number): number => sampleQuantile(ordered, p) ?? NaN;
  const { of, draw, unit } = first;
  const spread = { p5: at(0.05), median: at(0.5), p95: at(0.95) };
  return [{ of, draw, unit, replications: pairs.length, ...spread, ...found }];
}
