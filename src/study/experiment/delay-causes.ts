import { eachArrivedPair } from "#domain/measure/delayed-voyages";
import type { Evidence, Rows } from "#domain/measure/measure-kind";
import { stage } from "#engine/record/journeys";
import type { KindValue } from "#base/field";

/** Time that voyages lost or gained in one way, at one place, for one cause. */
export interface DelayCause {
  /**
   * Waiting for an element, being served there, staying in a server that is done because the next station has
   * no room, going another way, calling at another port and going on
   * overland (its sailing and services too), sailing, or nothing that a row tells.
   */
  readonly how: "waiting" | "service" | "blocked" | "another-way" | "another-port" | "sailing" | "untold";
  /** Where it waited, was served or called, or which passages it left out; null for what has no one place. */
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
  /** They add up to the total: what no row explains is one of them. By size, the largest first. */
  readonly causes: readonly DelayCause[];
}

/** How one voyage spent its time. */
interface Spent {
  /** By place, then by reason ("none" for the ordinary queue), ms. */
  readonly waits: Map<string, Map<string, number>>;
  /** The same of stays in a server that is done. */
  readonly stays: Map<string, Map<string, number>>;
  readonly services: Map<string, number>;
  readonly passed: Set<string>;
  /** The port whence it went overland, and whose fault that was; undefined where it did not. */
  port: { readonly place: string; readonly reason: string } | undefined;
  /** Overland too. */
  moving: number;
  /** Who slowed it for the longest time; "none" for nobody. */
  slowedBy: string;
}

/**
 * Splits the delay of a run against the baseline's twin by what the rows of the same voyages tell. A wait is
 * blamed as its row says; what the voyage waits there in the twin too is taken off the ordinary queue first.
 */
export function delayAccount(
  evidence: Evidence,
  disruptions: Readonly<Record<string, KindValue>>,
): DelayAccount {
  const tally = new Tally(disruptions);
  const ours = new Stages(evidence.run);
  const theirs = new Stages(evidence.baselineTwin);
  const { end: ended } = evidence.run.recorder.journeys;
  const { end: usual } = evidence.baselineTwin.recorder.journeys;
  let [voyages, totalMs] = [0, 0];
  const all = { of: "all", at: undefined, from: undefined, until: undefined, by: "arrival" as const };
  eachArrivedPair(evidence, -1, all, (row, twinRow) => {
    const later = ended.at(row) - usual.at(twinRow);
    voyages += 1;
    totalMs += later;
    tally.voyage(ours.spent(row), theirs.spent(twinRow), later);
  });
  return { voyages, totalMs, causes: tally.causes() };
}

/** The stages of each voyage of a run, found by row. */
class Stages {
  readonly #rows: Rows;
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(rows: Rows) {
    const { journeys } = rows.recorder;
    this.#rows = rows;
    this.#first = new Int32Array(journeys.start.length).fill(-1);
    this.#next = new Int32Array(journeys.stageVoyage.length).fill(-1);
    for (let index = journeys.stageVoyage.length - 1; index >= 0; index -= 1) {
      const voyage = journeys.stageVoyage.at(index);
      this.#next[index] = this.#first[voyage] ?? -1;
      this.#first[voyage] = index;
    }
  }

  spent(row: number): Spent {
    const { journeys } = this.#rows.recorder;
    const spent: Spent = {
      waits: new Map(),
      stays: new Map(),
      services: new Map(),
      passed: new Set(),
      port: undefined,
      moving: 0,
      slowedBy: "none",
    };
    let slowest = 0;
    for (let index = this.#first[row] ?? -1; index >= 0; index = this.#next[index] ?? -1) {
      const place = journeys.places[journeys.stagePlace.at(index)] ?? "";
      const reason = journeys.reasons[journeys.stageReason.at(index)] ?? "none";
      const ms = journeys.stageTo.at(index) - journeys.stageFrom.at(index);
      const kind = journeys.stageKind.at(index);
      if (kind === stage.wait || kind === stage.abandoned || kind === stage.blocked) {
        const places = kind === stage.blocked ? spent.stays : spent.waits;
        const reasons = places.get(place) ?? new Map<string, number>();
        places.set(place, reasons.set(reason, (reasons.get(reason) ?? 0) + ms));
      } else if (kind === stage.service || kind === stage.transfer) {
        spent.services.set(place, (spent.services.get(place) ?? 0) + ms);
      } else {
        spent.moving += ms;
        if (kind === stage.transit) spent.passed.add(place);
        if (kind === stage.inland) spent.port = { place: place.split(">")[0] ?? place, reason };
        else if (reason !== "none" && ms > slowest) [spent.slowedBy, slowest] = [reason, ms];
      }
    }
    return spent;
  }
}

class Tally {
  readonly #closed: ReadonlyMap<string, readonly string[]>;
  readonly #causes = new Map<
    string,
    { how: DelayCause["how"]; place: string | null; cause: string | null; ms: number; voyages: number }
  >();

  constructor(disruptions: Readonly<Record<string, KindValue>>) {
    const closed = new Map<string, string[]>();
    for (const [id, { of }] of Object.entries(disruptions)) {
      for (const place of Array.isArray(of) ? of.map(String) : [])
        closed.set(place, [...(closed.get(place) ?? []), id]);
    }
    this.#closed = closed;
  }

  voyage(run: Spent, twin: Spent, later: number): void {
    let told = 0;
    const add = (how: DelayCause["how"], place: string | null, cause: string | null, ms: number): void => {
      told += ms;
      this.#add(how, place, cause, ms);
    };
    const addWaits = (how: "waiting" | "blocked", ours: Spent["waits"], theirs: Spent["waits"]): void => {
      for (const place of union(ours, theirs)) {
        for (const [reason, ms] of waitDifferences(ours.get(place), theirs.get(place)))
          add(how, place, reason === "none" ? null : reason, ms);
      }
    };
    addWaits("waiting", run.waits, twin.waits);
    addWaits("blocked", run.stays, twin.stays);
    const moving = run.moving - twin.moving;
    if (run.port !== undefined) {
      const { place, reason } = run.port;
      const serving = sumOf(run.services) - sumOf(twin.services);
      add("another-port", place, reason === "none" ? null : reason, moving + serving);
      return this.#untold(later - told);
    }
    for (const place of union(run.services, twin.services))
      add("service", place, null, (run.services.get(place) ?? 0) - (twin.services.get(place) ?? 0));
    const skipped = [...twin.passed].filter((place) => !run.passed.has(place)).sort();
    if (skipped.length === 0) add("sailing", null, run.slowedBy === "none" ? null : run.slowedBy, moving);
    else add("another-way", skipped.join(", "), this.#closing(skipped), moving);
    this.#untold(later - told);
  }

  causes(): readonly DelayCause[] {
    return [...this.#causes.entries()]
      .sort(([one, left], [other, right]) => Math.abs(right.ms) - Math.abs(left.ms) || (one < other ? -1 : 1))
      .map(([, cause]) => cause);
  }

  #untold(rest: number): void {
    if (Math.abs(rest) >= 1) this.#add("untold", null, null, rest);
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
