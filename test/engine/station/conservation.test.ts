import fc from "fast-check";
import { expect, test } from "vitest";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Levels } from "#engine/record/levels";
import type { Inside, StationClient } from "#engine/station/station-client";
import { Stations } from "#engine/station/stations";

type Deed =
  | { readonly do: "arrive"; readonly serviceMs: number; readonly rank: number }
  | { readonly do: "servers"; readonly servers: number }
  | { readonly do: "factor"; readonly factor: number }
  | { readonly do: "close" | "reopen"; readonly inside: Inside }
  | { readonly do: "leave"; readonly job: number };

interface Turn {
  readonly after: number;
  readonly deed: Deed;
}

/** What the auditor knows of a job. */
interface Account {
  readonly serviceMs: number;
  /** Work that the rules gave it, ms at factor 1. */
  given: number;
  /** Changes that it met inside: each may round by a millisecond. */
  changes: number;
}

const room = 6;

/**
 * An auditor beside one station. It hears what the station's client hears, knows what was asked of the
 * station, and from the rules alone says who should move; so it measures the work that each job was given.
 */
class Auditor implements StationClient {
  readonly simulation: Simulation = new Simulation();
  readonly stations: Stations = new Stations(this.simulation, new Levels(), this);
  readonly station: number;
  private gone = 0;
  private readonly accounts: Account[] = [];
  private inside: number[] = [];
  private waiting: { job: number; rank: number }[] = [];
  private servers = 2;
  private factor = 1;
  private readonly closures: Inside[] = [];
  private clock = 0;
  private readonly ranked: boolean;

  constructor(turns: readonly Turn[], ranked: boolean) {
    this.ranked = ranked;
    const discipline = ranked ? "ranked" : "fifo";
    this.station = this.stations.open({
      name: "berth",
      servers: 2,
      room,
      discipline,
      queueLevel: -1,
      busyLevel: -1,
    });
    const deeds = this.simulation.register({
      name: "deed",
      priority: priority.disrupt,
      run: (number) => this.perform((turns[number] as Turn).deed),
    });
    let time = 0;
    for (const [number, turn] of turns.entries())
      this.simulation.schedule((time += turn.after), deeds, number);
    this.simulation.observe(1, () => this.audit());
  }

  started(job: number): void {
    this.work();
    expect(this.closures).toEqual([]);
    expect(this.inside.length).toBeLessThan(this.servers);
    const first = this.waiting[0];
    if (first !== undefined) expect(this.waiting.shift()).toEqual(expect.objectContaining({ job }));
    this.inside.push(job);
  }

  released(job: number): void {
    this.work();
    this.gone++;
    const { given, serviceMs, changes } = this.account(job);
    expect(Math.abs(given - serviceMs)).toBeLessThanOrEqual(1 + changes);
  }

  lost(job: number): void {
    this.gone++;
    this.inside = this.inside.filter((other) => other !== job);
  }

  /** Credits everybody who moved since the last look. Called before anything changes. */
  private work(): void {
    const elapsed = this.simulation.now - this.clock;
    this.clock = this.simulation.now;
    const stands = this.closures.some((inside) => inside === "resume" || inside === "restart");
    for (const job of this.inside.slice(0, stands ? 0 : this.servers)) {
      this.account(job).given += elapsed * this.factor;
    }
    // Whoever has left the station leaves here too: a release is heard after the start in its place.
    this.inside = this.inside.filter((job) => this.stations.stationOf(job) === this.station);
  }

  private perform(deed: Deed): void {
    this.work();
    if (deed.do === "arrive") return this.arrive(deed.serviceMs, deed.rank);
    if (deed.do === "leave") return this.leave(deed.job);
    for (const job of this.inside) this.account(job).changes++;
    if (deed.do === "servers") this.stations.setServers(this.station, (this.servers = deed.servers));
    if (deed.do === "factor") this.stations.setFactor(this.station, (this.factor = deed.factor));
    if (deed.do === "close") this.close(deed.inside);
    if (deed.do === "reopen") this.reopen(deed.inside);
  }

  private arrive(serviceMs: number, rank: number): void {
    const job = this.accounts.push({ serviceMs, given: 0, changes: 0 }) - 1;
    const admission = this.stations.arrive(this.station, job, serviceMs, rank);
    if (admission === "turned-away") {
      expect(this.waiting.length).toBe(room);
      this.gone++;
    }
    if (admission !== "queued") return;
    const behind = this.waiting.findIndex((other) => this.ranked && other.rank > rank);
    this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, { job, rank });
  }

  private leave(job: number): void {
    const waits = this.waiting.some((other) => other.job === job);
    expect(this.stations.leave(this.station, job)).toBe(waits);
    if (!waits) return;
    this.gone++;
    this.waiting = this.waiting.filter((other) => other.job !== job);
  }

  private close(inside: Inside): void {
    this.closures.push(inside);
    if (inside === "restart") for (const job of this.inside) this.account(job).given = 0;
    this.stations.close(this.station, inside);
  }

  private reopen(inside: Inside): void {
    const place = this.closures.indexOf(inside);
    if (place < 0) return;
    this.closures.splice(place, 1);
    this.stations.reopen(this.station, inside);
  }

  /** After every event: the station's own recount, and its numbers against the auditor's. */
  private audit(): void {
    this.work();
    expect(this.stations.recount(this.station)).toEqual([]);
    expect(this.stations.waiting(this.station)).toBe(this.waiting.length);
    expect(this.stations.inside(this.station)).toBe(this.inside.length);
    expect(this.stations.isOpen(this.station)).toBe(this.closures.length === 0);
    expect(this.accounts.length).toBe(this.gone + this.waiting.length + this.inside.length);
  }

  private account(job: number): Account {
    const account = this.accounts[job];
    if (account === undefined) throw new Error(`job ${job} never arrived`);
    return account;
  }
}

const inside = fc.constantFrom<Inside>("finish", "resume", "restart", "lose");
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant("arrive" as const),
      serviceMs: fc.integer({ min: 0, max: 400 }),
      rank: fc.nat(2),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("servers" as const), servers: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("factor" as const),
      factor: fc.constantFrom(0, 0.3, 0.5, 0.7, 1, 1.5, 2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("close" as const), inside }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("reopen" as const), inside }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), job: fc.nat(30) }) },
);
const turns = fc.array(fc.record({ after: fc.integer({ min: 0, max: 120 }), deed }), {
  maxLength: 80,
  size: "max",
});

test("whatever happens to a station, no job vanishes and each is given the work that it needs", () => {
  fc.assert(
    fc.property(turns, fc.boolean(), (script, ranked) => {
      const auditor = new Auditor(script, ranked);
      auditor.simulation.run({});
    }),
    { seed: 0x5eed03, numRuns: 400 },
  );
});
