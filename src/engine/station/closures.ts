import { assert } from "#base/assert";
import { grown } from "#engine/station/grown";
import type { Inside } from "#engine/station/station-client";

const modes: readonly Inside[] = ["finish", "resume", "restart", "lose"];

/** The closures in force at each station, counted by mode, because closures overlap. */
export class Closures {
  private counts: Int32Array = new Int32Array(0);
  /** Closures of all modes, by station. */
  private totals: Int32Array = new Int32Array(0);

  /** Makes room for stations below `count`. */
  grow(count: number): void {
    this.counts = grown(this.counts, count * modes.length, 0);
    this.totals = grown(this.totals, count, 0);
  }

  /** Counts one more. */
  add(station: number, inside: Inside): void {
    this.counts[this.place(station, inside)]!++;
    this.totals[station]!++;
  }

  /** Counts one less, which must have been added. */
  remove(station: number, inside: Inside): void {
    const place = this.place(station, inside);
    assert(
      this.counts[place]! > 0,
      `a station is reopened from a closure in force; none of mode ${inside} is`,
    );
    this.counts[place]!--;
    this.totals[station]!--;
  }

  /** Whether nobody is admitted. */
  closed(station: number): boolean {
    return this.totals[station]! > 0;
  }

  /** Whether those inside stand still. */
  standstill(station: number): boolean {
    return (
      this.counts[this.place(station, "resume")]! > 0 || this.counts[this.place(station, "restart")]! > 0
    );
  }

  /** Opens all. */
  clear(): void {
    this.counts.fill(0);
    this.totals.fill(0);
  }

  private place(station: number, inside: Inside): number {
    return station * modes.length + modes.indexOf(inside);
  }
}
