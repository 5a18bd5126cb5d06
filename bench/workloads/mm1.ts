import { fastLog } from "#base/elementary";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Streams } from "#engine/random/stream";
import type { Stream } from "#engine/random/stream";
import { Levels } from "#engine/record/levels";
import { Stations } from "#engine/station/stations";
import type { StationClient } from "#engine/station/station-client";
import { meanMs, secondsOf } from "./workload.ts";
import type { Outcome } from "./workload.ts";

/** Constants of this module: what is imported is looked up at each use. */
const logOf = fastLog;
const mean: number = meanMs;
const load = 0.9;

/** So many may be there at once. */
const places = 65_536;

/**
 * Customers come to one server. They leave in the order in which they come, so the number of the one who left
 * longest ago is free for the next.
 */
class SingleServer implements StationClient {
  readonly simulation: Simulation = new Simulation();
  private readonly stations: Stations = new Stations(this.simulation, new Levels(), this);
  private readonly arrivals: Stream;
  private readonly services: Stream;
  private readonly arriveHandler: HandlerId;
  private readonly station: number;
  private readonly arrivedAt: Float64Array = new Float64Array(places);
  private arrived: number = 0;
  private waitMs: number = 0;
  private started_: number = 0;
  left: number = 0;

  constructor(seed: string) {
    const streams = new Streams(seed, 0);
    this.arrivals = streams.at("arrivals");
    this.services = streams.at("services");
    this.arriveHandler = this.simulation.register({
      name: "customer.arrive",
      priority: priority.arrive,
      run: () => this.arrive(),
    });
    this.station = this.stations.open({
      name: "server",
      servers: 1,
      discipline: "fifo",
      queueLevel: -1,
      busyLevel: -1,
    });
    this.scheduleArrival();
  }

  /** The mean time waited of all who started, in units of the mean service. */
  get meanWait(): number {
    return this.waitMs / this.started_ / mean;
  }

  started(job: number): void {
    this.waitMs += this.simulation.now - (this.arrivedAt[job] ?? NaN);
    this.started_++;
  }

  released(): void {
    this.left++;
  }

  lost(): void {
    throw new Error("nobody is lost: the server never closes");
  }

  private arrive(): void {
    this.scheduleArrival();
    const job = this.arrived++ & (places - 1);
    this.arrivedAt[job] = this.simulation.now;
    this.stations.arrive(this.station, job, -mean * logOf(this.services.uniform()), 0);
  }

  private scheduleArrival(): void {
    this.simulation.after((-mean / load) * logOf(this.arrivals.uniform()), this.arriveHandler, 0);
  }
}

/** One server at load 0.9 until `size` customers have left. Events are arrivals and departures. */
export function mm1(size: number, seed: string): Outcome {
  const model = new SingleServer(seed);
  const seconds = secondsOf(() => model.simulation.run({ when: () => model.left >= size }));
  return { events: model.simulation.events, seconds, answer: model.meanWait };
}
