import { dayMs } from "#base/time";
import type { Rows } from "#domain/measure/measure-kind";
import { stage } from "#engine/record/journeys";
import { phaseBounds, phaseCount } from "#study/experiment/leg-tally";
import { sumsOf } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

const hourMs = dayMs / 24;

/** Waits are counted by length: not at all, then under each of these lengths (ms), then longer. */
export const waitEdges: readonly number[] = [6 * hourMs, dayMs, 3 * dayMs, 7 * dayMs, 14 * dayMs];

/** How many lengths there are: none, one below each edge, and longer. */
const lengths = waitEdges.length + 2;

/**
 * Voyages by class of vessel and by when they came: before, during or after the disruptions, joined by a
 * line feed. A column each: so many of each length of wait, then the sum of all waits, ms. Whole numbers, so
 * that any order adds up alike.
 */
export type WaitTally = Sums;

/**
 * Counts the voyages of one replication that came to a place where waits are recorded after the warm-up, by
 * how long they waited at all of these together, in line or in a server that was done with them; who still
 * waits at the end has waited until then.
 */
export function tallyWaits(tally: WaitTally, { recorder, facts }: Rows, classes: readonly string[]): void {
  const { journeys, timeline } = recorder;
  const bounds = phaseBounds(facts, timeline.rows);
  const [kinds, voyages] = [journeys.stageKind.view(), journeys.stageVoyage.view()];
  const [from, until] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  const came = new Float64Array(journeys.start.length).fill(NaN);
  const waited = new Float64Array(journeys.start.length);
  for (let row = 0; row < kinds.length; row += 1) {
    if (!isWait(kinds[row])) continue;
    const [voyage, begun] = [voyages[row] as number, from[row] as number]; // columns of one length
    const ended = until[row] as number; // the same
    const wait = (Number.isNaN(ended) ? facts.end : ended) - begun;
    const first = came[voyage] as number; // voyages are numbered in order
    if (!(first <= begun)) came[voyage] = begun;
    waited[voyage] = (waited[voyage] as number) + wait; // the same
  }
  const flows = journeys.flow.view();
  const known: Float64Array[] = [];
  came.forEach((time, voyage) => {
    if (!(time >= facts.warmUpEnd)) return;
    const phase = time < (bounds[1] ?? 0) ? 0 : time < (bounds[2] ?? 0) ? 1 : 2;
    const flow = flows[voyage] as number; // one by voyage
    const column = (known[flow * phaseCount + phase] ??= sumsOf(
      tally,
      `${classes[flow] ?? ""}\n${phase}`,
      lengths + 1,
    ));
    add(column, waited[voyage] ?? 0);
  });
}

function isWait(kind: number | undefined): boolean {
  return kind === stage.wait || kind === stage.abandoned || kind === stage.blocked;
}

function add(column: Float64Array, wait: number): void {
  const longer = waitEdges.findIndex((edge) => wait < edge);
  const length = wait <= 0 ? 0 : longer < 0 ? lengths - 1 : longer + 1;
  column[length] = (column[length] ?? 0) + 1;
  column[lengths] = (column[lengths] ?? 0) + wait;
}

/** How long the vessels of one class waited that came in one phase, over all replications. */
export interface ClassWaits {
  readonly vessel: string;
  readonly phase: "before" | "during" | "after";
  /** Voyages a replication, and the mean wait of one, days. */
  readonly voyages: number;
  readonly meanDays: number;
  /** The share of each length: not at all, under 6 hours, a day, 3, 7, 14 days, longer. */
  readonly shares: readonly number[];
}

const phases = ["before", "during", "after"] as const;

/** The tally of a variant in shares, by phase, then in the order of the classes. */
export function classWaits(
  tally: WaitTally,
  replications: number,
  classes: readonly string[],
): readonly ClassWaits[] {
  return phases.flatMap((phase, index) =>
    classes.flatMap((vessel): ClassWaits[] => {
      const column = tally.get(`${vessel}\n${index}`);
      if (column === undefined) return [];
      const counts = [...column.subarray(0, lengths)];
      const voyages = counts.reduce((sum, count) => sum + count, 0);
      const meanDays = (column[lengths] ?? 0) / voyages / dayMs;
      const shares = counts.map((count) => count / voyages);
      return [{ vessel, phase, voyages: voyages / replications, meanDays, shares }];
    }),
  );
}
