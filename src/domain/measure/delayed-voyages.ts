import { lossSpans } from "#domain/measure/episode";
import type { Evidence, MeasureValues, Rows } from "#domain/measure/measure-kind";
import { holds, spanOf } from "#domain/measure/span";
import { pairsOf } from "#domain/measure/voyage-pairs";
import { outcome } from "#engine/record/journeys";

/**
 * The pairs of a run's voyages with those of the baseline's twin that delay and detour are means of: of the
 * flow with index `flow` (-1: of any), arrived in both, in the twin after the first onset, as delay runs from
 * there. With a window in the row: only those whose voyage began (by arrival) or ended (by completion) in it.
 */
export function eachArrivedPair(
  { run, baselineTwin }: Evidence,
  flow: number,
  values: MeasureValues,
  visit: (runRow: number, twinRow: number) => void,
): void {
  const since = firstOnset(run);
  const ours = run.recorder.journeys;
  const theirs = baselineTwin.recorder.journeys;
  const isWindowed = values.from !== undefined || values.until !== undefined;
  const span = isWindowed ? spanOf(values, run.facts) : undefined;
  const counted = values.by === "arrival" ? ours.start : ours.end;
  const [flows, outcomes] = [ours.flow.view(), ours.outcome.view()];
  const [twinOutcomes, twinEnds] = [theirs.outcome.view(), theirs.end.view()];
  const twinRows = pairsOf(run, baselineTwin);
  for (let row = 0; row < twinRows.length; row += 1) {
    const twinRow = twinRows[row] as number; // one by row
    if (twinRow < 0 || (flow >= 0 && flows[row] !== flow)) continue;
    if (outcomes[row] !== outcome.arrived || twinOutcomes[twinRow] !== outcome.arrived) continue;
    if ((twinEnds[twinRow] as number) <= since) continue; // a row of the twin
    if (span !== undefined && !holds(span, counted.at(row), run.facts)) continue;
    visit(row, twinRow);
  }
}

/** The mean over those pairs of what a column has more in the run than in the twin; NaN without a pair. */
export function meanExcess(
  evidence: Evidence,
  column: "end" | "metres",
  flow: number,
  values: MeasureValues,
): number {
  const ours = evidence.run.recorder.journeys[column];
  const theirs = evidence.baselineTwin.recorder.journeys[column];
  let [count, sum] = [0, 0];
  eachArrivedPair(evidence, flow, values, (row, twinRow) => {
    count += 1;
    sum += ours.at(row) - theirs.at(twinRow);
  });
  return sum / count;
}

/** The first onset; the end of the warm-up in a run without one. */
export function firstOnset(rows: Rows): number {
  return lossSpans(rows)[0]?.from ?? rows.facts.warmUpEnd;
}
