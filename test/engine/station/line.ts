import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Levels } from "#engine/record/levels";
import type { Onward, StationClient, StationOptions } from "#engine/station/station-client";
import { Stations } from "#engine/station/stations";

/** Where a job goes, station by station, and how long it is served there, ms. */
export type Path = readonly (readonly [station: number, serviceMs: number])[];

/** Stations in a line with a diary, for tests: jobs go along a path, and a recount follows every event. */
export class Line implements StationClient {
  readonly simulation: Simulation = new Simulation();
  readonly levels: Levels = new Levels();
  readonly stations: Stations = new Stations(this.simulation, this.levels, this);
  readonly lines: string[] = [];
  readonly problems: string[] = [];
  readonly onward: Onward = {
    next: (job) => this.paths[job]?.[this.steps(job) + 1]?.[0] ?? -1,
    blocked: (job, station, next) =>
      this.note(`blocked at ${this.stations.nameOf(station)} for ${this.stations.nameOf(next)}`, job),
    nameOf: (job) => `ship-${job}`,
  };
  private opened = 0;
  private readonly paths: Path[] = [];
  private readonly done: number[] = [];
  private readonly deeds: (() => void)[] = [];
  private readonly deedHandler: number = this.simulation.register({
    name: "deed",
    priority: priority.disrupt,
    run: (deed) => this.deeds[deed]?.(),
  });

  constructor() {
    this.simulation.observe(1, () => {
      for (let station = 0; station < this.opened; station++)
        this.problems.push(...this.stations.recount(station));
    });
  }

  /** Opens a station of one server that shows those it keeps blocked as a level of its own name. */
  open(name: string, options: Partial<StationOptions> = {}): number {
    this.opened++;
    return this.stations.open({
      name,
      servers: 1,
      discipline: "fifo",
      queueLevel: -1,
      busyLevel: -1,
      blockedLevel: this.levels.declare(name),
      ...options,
    });
  }

  /** Does something at a time. */
  at(time: number, deed: () => void): void {
    this.simulation.schedule(time, this.deedHandler, this.deeds.push(deed) - 1);
  }

  /** Lets a job begin its path at a time. */
  begin(time: number, job: number, path: Path): void {
    this.paths[job] = path;
    this.done[job] = 0;
    this.at(time, () => this.arrive(job));
  }

  started(job: number, station: number): void {
    this.note(`at ${this.stations.nameOf(station)}`, job);
  }

  released(job: number): void {
    this.done[job] = this.steps(job) + 1;
    if (this.steps(job) < (this.paths[job]?.length ?? 0)) this.arrive(job);
    else this.note("gone", job);
  }

  lost(job: number): void {
    this.note("lost", job);
  }

  /** A level as pairs of time and value. */
  level(name: string): [number, number][] {
    const level = this.levels.level(name);
    const values = this.levels.values(level);
    return Array.from(this.levels.times(level), (time, index) => [time, values[index] ?? NaN]);
  }

  /** What the diary says of one job: `time what`. */
  diary(job: number): string[] {
    return this.lines.filter((line) => line.endsWith(` #${job}`)).map((line) => line.split(" #")[0] ?? "");
  }

  private steps(job: number): number {
    return this.done[job] ?? 0;
  }

  private arrive(job: number): void {
    const [station, serviceMs] = this.paths[job]?.[this.steps(job)] ?? [-1, NaN];
    if (this.stations.arrive(station, job, serviceMs, 0) === "turned-away") this.note("turned away", job);
  }

  private note(what: string, job: number): void {
    this.lines.push(`${this.simulation.now} ${what} #${job}`);
  }
}
