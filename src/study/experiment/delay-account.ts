import type { KindValue } from "#base/field";
import { eachArrivedPair } from "#domain/measure/delayed-voyages";
import type { Evidence, Rows } from "#domain/measure/measure-kind";
import type { Span } from "#domain/measure/span";
import { lengthOf, passingOf, servedIn, VoyageTimes } from "#study/experiment/voyage-times";
import type { TimeSpent } from "#study/experiment/voyage-times";

/** Time that voyages lost or gained in one way, at one place, for one cause. */
export interface DelayCause {
  /**
   * Waiting for an element, being served there, staying in a server that is done because the next station has
   * no room, passing a passage, going another way, turning off and back to the own way, calling at another
   * port and going on overland (its sailing and services too), or sailing.
   */
  readonly how:
    | "waiting"
    | "service"
    | "blocked"
    | "passing"
    | "another-way"
    | "turning-back"
    | "another-port"
    | "sailing";
  /**
   * Where it waited, was served, passed or called, or which passages it left out or turned off from; null for
   * what has no one place.
   */
  readonly place: string | null;
  /** The disruption that is to blame; null where no row names one. */
  readonly cause: string | null;
  /** Against the same voyages of the baseline's twin; below 0 where they lost less time than there. */
  readonly ms: number;
  readonly voyages: number;
}

/** What the voyages of one replication came later by, and through what. */
export interface DelayAccount {
  /** Voyages that arrived in both runs, after the first onset: those that the measure `delay` is about. */
  readonly voyages: number;
  readonly totalMs: number;
  /** They add up to the total. By size, the largest first. */
  readonly causes: readonly DelayCause[];
}

/**
 * Splits the delay of a run against the baseline's twin by what the rows of the same voyages tell. A wait is
 * blamed as its row says; what the voyage waits there in the twin too is taken off the ordinary queue first.
 */
export function delayAccount(
  evidence: Evidence,
  disruptions: Readonly<Record<string, KindValue>>,
): DelayAccount {
  const tally = new Tally(disruptions, evidence.run);
  const ours = new VoyageTimes(evidence.run);
  const theirs = new VoyageTimes(evidence.baselineTwin);
  const { end: ended } = evidence.run.recorder.journeys;
  const { end: usual } = evidence.baselineTwin.recorder.journeys;
  let [voyages, totalMs] = [0, 0];
  const all = { of: "all", at: undefined, from: undefined, until: undefined, by: "arrival" as const };
  eachArrivedPair(evidence, -1, all, (row, twinRow) => {
    const later = ended.at(row) - usual.at(twinRow);
    voyages += 1;
    totalMs += later;
    tally.voyage(ours.of(row), theirs.of(twinRow));
  });
  return { voyages, totalMs, causes: tally.causes() };
}

/** Adds up what voyages came later by, by how, place and cause. */
class Tally {
  readonly #closed: ReadonlyMap<string, readonly string[]>;
  readonly #rows: Rows;
  readonly #causes = new Map<
    string,
    { how: DelayCause["how"]; place: string | null; cause: string | null; ms: number; voyages: number }
  >();

  constructor(disruptions: Readonly<Record<string, KindValue>>, rows: Rows) {
    this.#rows = rows;
    const closed = new Map<string, string[]>();
    for (const [id, { of }] of Object.entries(disruptions)) {
      for (const place of Array.isArray(of) ? of.map(String) : [])
        closed.set(place, [...(closed.get(place) ?? []), id]);
    }
    this.#closed = closed;
  }

  voyage(run: TimeSpent, twin: TimeSpent): void {
    this.#waits("waiting", run.waits, twin.waits);
    this.#waits("blocked", run.stays, twin.stays);
    const sailing = run.sailing - twin.sailing;
    if (run.port !== undefined) {
      const { place, reason } = run.port;
      const others = servedIn(run) - servedIn(twin) + passingOf(run) - passingOf(twin);
      return this.#add("another-port", place, reason === "none" ? null : reason, sailing + others);
    }
    for (const place of union(run.services, twin.services)) {
      const [ours, theirs] = [run.services.get(place), twin.services.get(place)];
      const cause = ours === undefined ? null : this.#acting(place, ours);
      this.#add("service", place, cause, (ours?.ms ?? 0) - (theirs?.ms ?? 0));
    }
    const kept = [...run.passed].filter(([place]) => twin.passed.has(place));
    for (const [place, span] of kept)
      this.#add(
        "passing",
        place,
        this.#acting(place, span),
        lengthOf(span) - lengthOf(twin.passed.get(place)),
      );
    const others = passingOf(run, twin.passed) - passingOf(twin, run.passed);
    const skipped = [...twin.passed.keys()].filter((place) => !run.passed.has(place)).sort();
    const own = kept.map(([place]) => place).filter((place) => this.#closed.has(place));
    if (skipped.length > 0)
      this.#add("another-way", skipped.join(", "), this.#closing(skipped), sailing + others);
    else if (run.metres > twin.metres && own.length > 0)
      this.#add("turning-back", own.sort().join(", "), this.#closing(own), sailing + others);
    else this.#add("sailing", null, run.slowedBy === "none" ? null : run.slowedBy, sailing + others);
  }

  causes(): readonly DelayCause[] {
    return [...this.#causes.entries()]
      .sort(([one, left], [other, right]) => Math.abs(right.ms) - Math.abs(left.ms) || (one < other ? -1 : 1))
      .map(([, cause]) => cause);
  }

  #waits(how: "waiting" | "blocked", run: TimeSpent["waits"], twin: TimeSpent["waits"]): void {
    for (const place of union(run, twin)) {
      for (const [reason, ms] of waitDifferences(run.get(place), twin.get(place)))
        this.#add(how, place, reason === "none" ? null : reason, ms);
    }
  }

  /** The disruptions that acted on a passage or a station in a span; null where there is none. */
  #acting(place: string, { from, until }: Span): string | null {
    const ids = new Set<string>();
    for (const { what, id, of, time } of this.#rows.recorder.timeline.rows) {
      if (!of.includes(place) || time >= until) continue;
      if (what === "disruption-start") ids.add(id);
      if (what === "disruption-end" && time <= from) ids.delete(id);
    }
    return ids.size === 0 ? null : [...ids].sort().join(", ");
  }

  /** The disruptions of the passages that were left out; null where there is none. */
  #closing(skipped: readonly string[]): string | null {
    const ids = new Set(skipped.flatMap((place) => this.#closed.get(place) ?? []));
    return ids.size === 0 ? null : [...ids].sort().join(", ");
  }

  #add(how: DelayCause["how"], place: string | null, cause: string | null, ms: number): void {
    if (ms === 0) return;
    const key = `${how}|${place ?? ""}|${cause ?? ""}`;
    const known = this.#causes.get(key) ?? { how, place, cause, ms: 0, voyages: 0 };
    known.ms += ms;
    known.voyages += 1;
    this.#causes.set(key, known);
  }
}

/** What a voyage waited at one place beyond what it waits there in the twin, by reason; sums are kept. */
function waitDifferences(
  run: ReadonlyMap<string, number> = new Map(),
  twin: ReadonlyMap<string, number> = new Map(),
): readonly (readonly [string, number])[] {
  const usual = sumOf(twin);
  const ordinary = run.get("none") ?? 0;
  const blamed = [...run].filter(([reason]) => reason !== "none");
  const blamedMs = blamed.reduce((sum, [, ms]) => sum + ms, 0);
  const off = Math.min(blamedMs, Math.max(0, usual - ordinary));
  const kept = blamed.map(([reason, ms]) => [reason, ms - (off * ms) / Math.max(1, blamedMs)] as const);
  return [...kept, ["none", ordinary - (usual - off)] as const];
}

const sumOf = (parts: ReadonlyMap<string, number>): number =>
  [...parts.values()].reduce((sum, ms) => sum + ms, 0);

const union = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): ReadonlySet<string> =>
  new Set([...one.keys(), ...other.keys()]);
