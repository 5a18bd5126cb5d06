import { describe, expect, test } from "vitest";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { ProcessModel } from "#engine/process/process-model";
import type { Steps } from "#engine/process/process";
import type { WaitRow } from "#engine/process/resource";
import { samplerOf } from "#engine/process/sampler";
import { Streams } from "#engine/random/stream";
import { Levels } from "#engine/record/levels";
import { Stations } from "#engine/station/stations";

const meanMs = 3_600_000;
const gaps = (load: number): { kind: string; mean: number } => ({ kind: "exponential", mean: meanMs / load });
const services = { kind: "exponential", mean: meanMs };

interface Queue {
  readonly servers: number;
  readonly load: number;
  readonly customers: number;
}

/** The waits of customers of an M/M/c queue as a model of processes, in the order in which they came. */
function byProcesses({ servers, load, customers }: Queue, replication: number): Float64Array {
  const waits = new Float64Array(customers);
  const onWait = ({ number, until, from }: WaitRow): void => {
    waits[number - 2] = until - from; // the source is process 1
  };
  const model = new ProcessModel({ seed: "queue", replication, onWait });
  const { hold, seize, release, spawn } = model;
  const server = model.resource("server", { capacity: servers });
  const gap = model.sampler("arrivals", gaps(load * servers));
  const service = model.sampler("services", services);
  function* customer(serviceMs: number): Steps {
    yield seize(server);
    yield hold(serviceMs);
    release(server);
  }
  function* source(): Steps {
    for (let count = 0; count < customers; count++) {
      yield hold(gap());
      spawn("customer", customer(service()));
    }
  }
  spawn("source", source());
  model.run();
  return waits;
}

/** The same on the station of the engine, with the same draws. */
function byStation({ servers, load, customers }: Queue, replication: number): Float64Array {
  const waits = new Float64Array(customers);
  const came = new Float64Array(customers);
  const simulation = new Simulation();
  const stations = new Stations(simulation, new Levels(), {
    started: (job) => {
      waits[job] = simulation.now - (came[job] ?? NaN);
    },
    released: () => undefined,
    lost: () => undefined,
  });
  const station = stations.open({
    name: "server",
    servers,
    discipline: "fifo",
    queueLevel: -1,
    busyLevel: -1,
  });
  const streams = new Streams("queue", replication);
  const gap = samplerOf("arrivals", gaps(load * servers), streams.at("arrivals"));
  const service = samplerOf("services", services, streams.at("services"));
  const arrive = simulation.register({
    name: "arrive",
    priority: priority.arrive,
    run: (job) => {
      came[job] = simulation.now;
      stations.arrive(station, job, service(), 0);
      if (job + 1 < customers) simulation.after(gap(), arrive, job + 1);
    },
  });
  simulation.after(gap(), arrive, 0);
  simulation.run({});
  return waits;
}

describe("a queue of customers as processes", () => {
  test.each([
    { servers: 1, load: 0.9, customers: 20_000 },
    { servers: 3, load: 0.8, customers: 20_000 },
  ])("waits as at the engine's own station on the same draws, to the millisecond: %o", (queue) => {
    const waits = byProcesses(queue, 0);
    expect(waits).toEqual(byStation(queue, 0));
    expect(waits.some((wait) => wait > 0)).toBe(true);
  });

  test("waits as M/M/1 does in theory: load 0.7, 7/3 mean services", () => {
    const runs = 30;
    const means = Array.from({ length: runs }, (_, replication) => {
      const waits = byProcesses({ servers: 1, load: 0.7, customers: 22_000 }, replication).subarray(2_000);
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length / meanMs;
    });
    const mean = means.reduce((sum, one) => sum + one, 0) / runs;
    const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (runs - 1);
    const halfWidth = 3.659 * Math.sqrt(variance / runs); // Student, 29 degrees of freedom, 99.9 %
    expect(Math.abs(mean - 0.7 / 0.3)).toBeLessThan(halfWidth);
    expect(halfWidth).toBeLessThan(0.15);
  });

  test("gives the same bytes again, and others in another replication", () => {
    const queue = { servers: 2, load: 0.8, customers: 2_000 };
    const [first, again, other] = [0, 0, 1].map((replication) => byProcesses(queue, replication));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});
