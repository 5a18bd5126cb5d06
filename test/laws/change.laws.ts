import { describe, expect, test } from "vitest";
import { byText } from "#base/order";
import { foldInBlocks } from "#engine/stats/fold";
import { level, run, voyages, stages } from "../domain/run.ts";
import type { Resolved } from "#scenario/language/resolved";
import type { Run } from "../domain/run.ts";

/** A world with less and with more capacity, each as a text. */
export interface Capacity {
  readonly less: string;
  readonly more: string;
}

/** Something that may be set in a small world, with what it must do there. */
export interface Change {
  /** Of what, and where: `closure of a passage`. */
  readonly name: string;
  /** The world with this set in it; as it is without. */
  readonly world: (setting?: string) => string;
  /** Settings that change nothing. */
  readonly neutral: readonly string[];
  /** Settings that change something, and are taken back. */
  readonly passing: readonly string[];
  /** The hour by which they are forgotten: who begins later does as ever. */
  readonly overAt: number;
  /** Where one class is served as it comes, and nobody goes another way: on each path. */
  readonly onEveryPath: readonly Capacity[];
  /** Elsewhere. */
  readonly inTheMean: readonly Capacity[];
}

/** Registered once for each change: what is neutral changes nothing, what is taken back leaves no trace. */
export function changeLaws(change: Partial<Change> & Pick<Change, "name" | "world">): void {
  const { name, world, neutral = [], passing = [], overAt = Infinity } = change;
  const { onEveryPath = [], inTheMean = [] } = change;
  describe(name, () => {
    test.each(neutral)("%s: changes nothing", (setting) => {
      expect(told(run(world(setting)))).toBe(told(run(world())));
    });

    test.each(passing)("%s: acts, and leaves the world as it was", (setting) => {
      const [calm, disturbed] = [run(world()), run(world(setting))];
      expect(told(disturbed)).not.toBe(told(calm));
      expect(begunAfter(calm, overAt).voyages.length).toBeGreaterThan(10);
      expect(begunAfter(disturbed, overAt)).toEqual(begunAfter(calm, overAt));
    });

    test.each(onEveryPath)("with more capacity the n-th to arrive arrives no later (%#)", (of) => {
      expectNoLater(arrivals(of.less, 5), arrivals(of.more, 5));
    });

    test.each(inTheMean)("with more capacity the mean falls by less than 3 standard errors (%#)", (of) => {
      expectMeanNotLower(arrivals(of.less, 30), arrivals(of.more, 30));
    });
  });
}

/** The hours at which voyages of all or of some flows arrive, by replication; audited in the first. */
export function arrivals(
  text: string | Resolved,
  replications: number,
  flows?: readonly string[],
): number[][] {
  const first = run(text);
  return Array.from({ length: replications }, (_, replication) => {
    if (replication > 0) first.world.run(replication);
    return voyages(first)
      .filter(({ how, name }) => how === "arrived" && flows?.includes(name.split("/")[0] ?? "") !== false)
      .map(({ end }) => end)
      .sort((a, b) => a - b);
  });
}

/** On each path the n-th arrives no later with more, and somebody arrives sooner. */
export function expectNoLater(less: readonly number[][], more: readonly number[][]): void {
  let sooner = 0;
  less.forEach((before, replication) => {
    const after = more[replication] ?? [];
    expect(after.length).toBeGreaterThanOrEqual(before.length);
    expect(before.findIndex((hour, place) => (after[place] ?? Infinity) > hour)).toBe(-1);
    sooner += before.filter((hour, place) => (after[place] ?? Infinity) < hour).length;
  });
  expect(sooner).toBeGreaterThan(0);
}

/** At the end of each day the mean number that has arrived is not lower by three standard errors. */
export function expectMeanNotLower(less: readonly number[][], more: readonly number[][]): void {
  const before = (all: readonly number[] = [], hour: number): number => all.filter((at) => at <= hour).length;
  const last = Math.max(...less.flat());
  const differences: number[] = [];
  for (let hour = 24; hour < last + 24; hour += 24) {
    const gains = less.map((few, replication) => before(more[replication], hour) - before(few, hour));
    const { mean, standardError } = foldInBlocks(gains);
    expect(mean, `by ${hour} h`).toBeGreaterThanOrEqual(-3 * standardError);
    differences.push(...gains);
  }
  expect(differences.some((gain) => gain !== 0)).toBe(true);
}

/** All that befell voyages and was counted, without the timeline, which tells of the change itself. */
export function told(of: Run): string {
  const { names } = of.recorder.levels;
  return JSON.stringify([voyages(of), stages(of), [...names].sort().map((name) => [name, level(of, name)])]);
}

function begunAfter(of: Run, hour: number): Readonly<Record<"voyages" | "stages", readonly unknown[]>> {
  const late = voyages(of).filter(({ start }) => start >= hour);
  const names = new Set(late.map(({ name }) => name));
  const own = stages(of).filter(({ voyage }) => names.has(voyage));
  // what is not over at the end of the run is told in the order of the numbers of vessels, which are no law
  const byVoyage = own.sort((a, b) => byText(a.voyage, b.voyage) || a.from - b.from);
  return { voyages: late, stages: byVoyage };
}
