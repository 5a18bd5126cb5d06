import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Levels } from "#engine/record/levels";
import type { Inside, StationClient, StationOptions } from "#engine/station/station-client";
import { Stations } from "#engine/station/stations";

/** Stations with a diary, for tests: who started, was released or lost, and when. */
export class Harbour implements StationClient {
  readonly simulation: Simulation = new Simulation();
  readonly levels: Levels = new Levels();
  readonly stations: Stations = new Stations(this.simulation, this.levels, this);
  readonly lines: string[] = [];
  private readonly deeds: (() => void)[] = [];
  private readonly deedHandler: number = this.simulation.register({
    name: "deed",
    priority: priority.disrupt,
    run: (deed) => this.deeds[deed]?.(),
  });

  /**
   * Opens a station that shows its queue and its occupied servers as levels `<name>.queue` and `<name>.busy`.
   */
  open(options: Partial<StationOptions> = {}): number {
    const name = options.name ?? "berth";
    return this.stations.open({
      name,
      servers: 1,
      discipline: "fifo",
      queueLevel: this.levels.declare(`${name}.queue`),
      busyLevel: this.levels.declare(`${name}.busy`),
      ...options,
    });
  }

  /** Does something at a time. */
  at(time: number, deed: () => void): void {
    this.simulation.schedule(time, this.deedHandler, this.deeds.push(deed) - 1);
  }

  /** Lets a job arrive at a time. */
  arriveAt(time: number, station: number, job: number, serviceMs: number, rank: number = 0): void {
    this.at(time, () => {
      const admission = this.stations.arrive(station, job, serviceMs, rank);
      if (admission === "turned-away") this.note("turned away", job);
    });
  }

  /** Closes a station for a time. */
  closeFor(from: number, to: number, station: number, inside: Inside): void {
    this.at(from, () => this.stations.close(station, inside));
    this.at(to, () => this.stations.reopen(station, inside));
  }

  /** Runs to the end, a recount after every event, and gives back the diary: `time what job`. */
  play(): string[] {
    this.simulation.observe(1, () => {
      const problems = this.stations.recount(0);
      if (problems.length > 0) throw new Error(problems.join("; "));
    });
    this.simulation.run({});
    return this.lines;
  }

  /** A level as pairs of time and value. */
  level(name: string): [number, number][] {
    const level = this.levels.level(name);
    const values = this.levels.values(level);
    return Array.from(this.levels.times(level), (time, index) => [time, values[index] ?? NaN]);
  }

  started(job: number): void {
    this.note("start", job);
  }

  released(job: number): void {
    this.note("release", job);
  }

  lost(job: number): void {
    this.note("lost", job);
  }

  private note(what: string, job: number): void {
    this.lines.push(`${this.simulation.now} ${what} ${job}`);
  }
}
