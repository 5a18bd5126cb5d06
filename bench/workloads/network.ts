import { fastLog } from "#base/elementary";
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
const jobs = 500;
const stationCount = 100;
const servers = 3;

/** Jobs that go round forever from station to station at random. */
class ClosedNetwork implements StationClient {
  readonly simulation: Simulation = new Simulation();
  private readonly stations: Stations = new Stations(this.simulation, new Levels(), this);
  private readonly services: Stream;
  private readonly routes: Stream;
  services_: number = 0;

  constructor(seed: string) {
    const streams = new Streams(seed, 0);
    this.services = streams.at("services");
    this.routes = streams.at("routes");
    for (let station = 0; station < stationCount; station++) {
      this.stations.open({
        name: `station ${station}`,
        servers,
        discipline: "fifo",
        queueLevel: -1,
        busyLevel: -1,
      });
    }
    for (let job = 0; job < jobs; job++) this.send(job, job % stationCount);
  }

  started(): void {}

  released(job: number): void {
    this.services_++;
    this.send(job, Math.floor(this.routes.uniform() * stationCount));
  }

  lost(): void {
    throw new Error("nobody is lost: no station closes");
  }

  private send(job: number, station: number): void {
    this.stations.arrive(station, job, -mean * logOf(this.services.uniform()), 0);
  }
}

/** 500 jobs over 100 stations of 3 servers until `size` services are done. Events are services. */
export function network(size: number, seed: string): Outcome {
  const model = new ClosedNetwork(seed);
  const seconds = secondsOf(() => model.simulation.run({ events: size }));
  return { events: model.services_, seconds, answer: (model.services_ * mean) / model.simulation.now };
}
