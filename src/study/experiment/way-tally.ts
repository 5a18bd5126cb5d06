import { byText } from "#base/order";
import { dayMs } from "#base/time";
import { eachArrivedPair } from "#domain/measure/delayed-voyages";
import type { Evidence } from "#domain/measure/measure-kind";
import { sumsOf } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

/** In each column, of voyages on their own way, then of those on another: number, metres more, ms later. */
const columns = 6;

/**
 * Adds, by flow, the voyages of one replication that the measures `detour` and `delay` are about: how many
 * went their own way and how many another or to another port, how much further than in the baseline's twin
 * they sailed and how much later they came.
 */
export function tallyWays(tally: Sums, evidence: Evidence): void {
  const { run, baselineTwin } = evidence;
  const [ours, theirs] = [run.recorder.journeys, baselineTwin.recorder.journeys];
  const all = { of: "all", at: undefined, from: undefined, until: undefined, by: "arrival" } as const;
  eachArrivedPair(evidence, -1, all, (row, twinRow) => {
    const flow = run.facts.flows[ours.flow.at(row)]?.id ?? "";
    const column = sumsOf(tally, flow, columns);
    const offset = ours.diverted.at(row) === 1 ? 3 : 0;
    const add = (index: number, amount: number): void => {
      column[offset + index] = (column[offset + index] ?? 0) + amount;
    };
    add(0, 1);
    add(1, ours.metres.at(row) - theirs.metres.at(twinRow));
    add(2, ours.end.at(row) - theirs.end.at(twinRow));
  });
}

/** Voyages that went one way, a replication, and what that meant on average; null where none did. */
export interface WayTaken {
  readonly voyages: number;
  readonly kmMore: number | null;
  readonly daysLater: number | null;
}

/** Which way the voyages of a flow went. */
export interface FlowWays {
  readonly flow: string;
  readonly own: WayTaken;
  readonly other: WayTaken;
}

/** The flows of a variant, in order of id. */
export function flowWays(tally: Sums, replications: number): readonly FlowWays[] {
  const taken = (column: Float64Array, offset: number): WayTaken => {
    const [voyages = 0, metres = 0, ms = 0] = column.subarray(offset, offset + 3);
    if (voyages === 0) return { voyages: 0, kmMore: null, daysLater: null };
    return {
      voyages: voyages / replications,
      kmMore: metres / voyages / 1000,
      daysLater: ms / voyages / dayMs,
    };
  };
  return [...tally]
    .sort(([one], [other]) => byText(one, other))
    .map(([flow, column]) => ({ flow, own: taken(column, 0), other: taken(column, 3) }));
}
