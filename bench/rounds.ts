import { printedBy } from "./alone.ts";
import { median } from "./median.ts";
import type { Measurement } from "./one.ts";
import { byHand } from "./peers/by-hand.ts";
import { ours } from "./peers/ours.ts";
import type { Peer } from "./peers/peer.ts";
import { simpy } from "./peers/simpy.ts";

/** A row of the table: the median of a peer's rounds on one workload. */
export interface Row extends Measurement {
  /**
   * Median over the rounds of its time an event, divided by that of the faster C++ of the same round; null
   * without.
   */
  readonly ratio: number | null;
}

/** What is measured: a workload and a size. */
export const plan: readonly (readonly [workload: string, size: number])[] = [
  ["mm1", 10_000_000],
  ["network", 2_000_000],
  ["hold", 1_000],
  ["hold", 100_000],
  ["hold", 1_000_000],
  ["processes", 2_000_000],
];

/**
 * Runs every peer on every workload, round after round, so that whatever else the machine does falls on all
 * alike, and takes medians. Who cannot run here is named on stderr and left out.
 */
export function compare(rounds: number): Row[] {
  const peers = [...byHand, ours, simpy].filter(isReady);
  return plan.flatMap(([workload, size]) => {
    const measured = Array.from({ length: rounds }, (_, round) =>
      measureRound(peers, workload, size, round + 1),
    );
    return peers.flatMap((peer) => row(peer.name, measured));
  });
}

function isReady(peer: Peer): boolean {
  const problem = peer.prepare();
  if (problem !== undefined) process.stderr.write(`left out: ${peer.name}: ${problem}\n`);
  return problem === undefined;
}

function measureRound(peers: readonly Peer[], workload: string, size: number, seed: number): Measurement[] {
  process.stderr.write(`${workload} ${size}, round ${seed}\n`);
  return peers.flatMap((peer) => {
    const own = peer.sizeOf(workload, size);
    return own === 0 ? [] : [measure(peer, workload, own, seed)];
  });
}

function measure(peer: Peer, workload: string, size: number, seed: number): Measurement {
  const said = printedBy(peer.command(workload, size, seed)) as Measurement; // what a peer prints
  const { events, seconds, peakRssMb, answer } = said;
  return {
    peer: peer.name,
    workload,
    size,
    events,
    seconds,
    nsPerEvent: (seconds * 1e9) / events,
    peakRssMb,
    answer,
  };
}

function row(peer: string, rounds: readonly (readonly Measurement[])[]): Row[] {
  const own = rounds.flatMap((round) => round.filter((one) => one.peer === peer));
  const first = own[0];
  if (first === undefined) return [];
  const middle = (value: (one: Measurement) => number): number => median(own.map(value));
  const ratios = rounds.flatMap((round) => ratioIn(peer, round));
  return [
    {
      ...first,
      events: middle((one) => one.events),
      seconds: middle((one) => one.seconds),
      nsPerEvent: middle((one) => one.nsPerEvent),
      peakRssMb: middle((one) => one.peakRssMb),
      answer: middle((one) => one.answer),
      ratio: ratios.length > 0 ? median(ratios) : null,
    },
  ];
}

function ratioIn(peer: string, round: readonly Measurement[]): number[] {
  const own = round.find((one) => one.peer === peer);
  const best = Math.min(
    ...round.filter((one) => byHand.some(({ name }) => name === one.peer)).map((one) => one.nsPerEvent),
  );
  return own !== undefined && best < Infinity ? [own.nsPerEvent / best] : [];
}
