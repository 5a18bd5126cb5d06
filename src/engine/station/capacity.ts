import { Closures } from "#engine/station/closures";
import { grown } from "#engine/station/grown";
import type { Inside } from "#engine/station/station-client";

/** What each station can do as things act on it: its servers, their speed, and the closures in force. */
export class Capacity {
  private readonly closures: Closures = new Closures();
  private serverCounts: Int32Array = new Int32Array(0);
  private serverCountsAtStart: Int32Array = new Int32Array(0);
  private factors: Float64Array = new Float64Array(0);

  /** Makes room for stations below `count`. */
  grow(count: number): void {
    this.closures.grow(count);
    this.serverCounts = grown(this.serverCounts, count, 0);
    this.serverCountsAtStart = grown(this.serverCountsAtStart, count, 0);
    this.factors = grown(this.factors, count, 1);
  }

  /** A station opens with so many servers, at factor 1. */
  open(station: number, servers: number): void {
    this.serverCounts[station] = servers;
    this.serverCountsAtStart[station] = servers;
    this.factors[station] = 1;
  }

  /** Servers as they are now. */
  servers(station: number): number {
    return this.serverCounts[station]!;
  }

  /** Sets the servers from now on. */
  setServers(station: number, servers: number): void {
    this.serverCounts[station] = servers;
  }

  /** The speed of every server as it is now; 1 is the normal one. */
  factor(station: number): number {
    return this.factors[station]!;
  }

  /** Sets the speed from now on. */
  setFactor(station: number, factor: number): void {
    this.factors[station] = factor;
  }

  /** One more closure is in force. */
  close(station: number, inside: Inside): void {
    this.closures.add(station, inside);
  }

  /** One less, which must have been in force. */
  reopen(station: number, inside: Inside): void {
    this.closures.remove(station, inside);
  }

  /** Whether no closure is in force. */
  isOpen(station: number): boolean {
    return !this.closures.closed(station);
  }

  /** How many may be inside before nobody else is let in. */
  limit(station: number): number {
    return this.closures.closed(station) ? 0 : this.serverCounts[station]!;
  }

  /** The same with nothing acting on it, or more where something adds servers. */
  limitAtBest(station: number): number {
    return Math.max(this.serverCounts[station]!, this.serverCountsAtStart[station]!);
  }

  /** Of those inside, the first so many may move. */
  mayMove(station: number): number {
    const stands = this.factors[station] === 0 || this.closures.standstill(station);
    return stands ? 0 : this.serverCounts[station]!;
  }

  /** As opened: nothing acts on any station. */
  reset(): void {
    this.closures.clear();
    this.serverCounts.set(this.serverCountsAtStart);
    this.factors.fill(1);
  }
}
