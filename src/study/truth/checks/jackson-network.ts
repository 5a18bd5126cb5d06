import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream, Streams } from "#engine/random/stream";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { numberAt } from "#study/truth/figures";
import { waitingSystem } from "#study/truth/theory/erlang";
import { KernelStage } from "#study/truth/trials/kernel-trial";
import type { KernelModel } from "#study/truth/trials/kernel-trial";

/** By station: arrivals from outside a unit, servers, services of one; and who goes from where to where. */
interface NetworkInputs {
  readonly gamma: readonly number[];
  readonly P: readonly (readonly number[])[];
  readonly c: readonly number[];
  readonly mu: readonly number[];
}

/** An open network in which chance says where a job goes next: on the kernel, for scenarios know none. */
export const jacksonNetwork: CaseCheck = checkOf<NetworkInputs>({
  id: "q-jackson-3",
  closedForm: (inputs) => productForm(inputs),
  trial(inputs, plan) {
    const stage = new KernelStage(plan);
    return stage.trial(new RoutedNetwork(stage, inputs), plan.seed);
  },
});

/** Jackson: every station is an M/M/c of the rate that the traffic equations give, here by repetition. */
function productForm({ gamma, P, c, mu }: NetworkInputs): unknown {
  let rates = gamma;
  for (let round = 0; round < 1000; round += 1) {
    rates = gamma.map((own, to) => rates.reduce((sum, rate, from) => sum + rate * (P[from]?.[to] ?? 0), own));
  }
  const stations = rates.map((rate, at) => waitingSystem(rate, mu[at] ?? NaN, c[at] ?? NaN));
  const inAll = stations.reduce((sum, station) => sum + numberAt(station, "L"), 0);
  const entering = gamma.reduce((sum, rate) => sum + rate, 0);
  const Lq = stations.map((station) => numberAt(station, "Lq"));
  return { lambda_: rates, Lq, L_total: inAll, W_system: inAll / entering };
}

class RoutedNetwork implements KernelModel {
  readonly #stage: KernelStage;
  readonly #inputs: NetworkInputs;
  readonly #stations: readonly number[];
  readonly #arrival: number;
  /** By station: the draws of its arrivals, and of its services; and the one of all ways on. */
  #between: readonly Stream[] = [];
  #services: readonly Stream[] = [];
  #ways: Stream | undefined = undefined;
  /** By job, when it came; and the jobs that are free. */
  #since: number[] = [];
  #free: number[] = [];
  /** By station, who came after the warm-up; and how many left, after how long in all. */
  #came: number[] = [];
  #left = 0;
  #stayedMs = 0;

  constructor(stage: KernelStage, inputs: NetworkInputs) {
    this.#stage = stage;
    this.#inputs = inputs;
    this.#stations = inputs.c.map((servers, index) => stage.open(`station-${index + 1}`, servers));
    this.#arrival = stage.handler("arrival", (station) => this.#arrive(station));
  }

  begin(streams: Streams): void {
    this.#between = this.#stations.map((_, index) => streams.at(`arrivals/${index}`));
    this.#services = this.#stations.map((_, index) => streams.at(`services/${index}`));
    this.#ways = streams.at("ways");
    this.#since = [];
    this.#free = [];
    this.#came = this.#stations.map(() => 0);
    this.#left = 0;
    this.#stayedMs = 0;
    this.#stations.forEach((station) => this.#scheduleNext(station));
  }

  released(job: number, from: number): void {
    let way = this.#ways?.uniform() ?? NaN;
    const to = this.#inputs.P[from]?.findIndex((share) => (way -= share) < 0) ?? -1;
    if (to >= 0) return this.#send(job, to);
    const since = this.#since[job] ?? NaN;
    this.#free.push(job);
    if (since < this.#stage.warmUpEnd) return;
    this.#left += 1;
    this.#stayedMs += this.#stage.simulation.now - since;
  }

  read(): unknown {
    const units = (this.#stage.end - this.#stage.warmUpEnd) / this.#stage.unitMs;
    const names = this.#stations.map((_, index) => `station-${index + 1}`);
    return {
      lambda_: this.#came.map((count) => count / units),
      Lq: names.map((name) => this.#stage.mean(`queue/${name}`)),
      L_total: this.#stage.mean(...names.flatMap((name) => [`queue/${name}`, `busy/${name}`])),
      W_system: this.#stayedMs / this.#left / this.#stage.unitMs,
    };
  }

  #scheduleNext(station: number): void {
    const rate = this.#inputs.gamma[station] ?? 0;
    if (rate === 0) return;
    const gap = standardExponential(this.#between[station]?.uniform() ?? NaN) / rate;
    this.#stage.simulation.after(gap * this.#stage.unitMs, this.#arrival, station);
  }

  #arrive(station: number): void {
    this.#scheduleNext(station);
    const job = this.#free.pop() ?? this.#since.length;
    this.#since[job] = this.#stage.simulation.now;
    this.#send(job, station);
  }

  #send(job: number, station: number): void {
    if (this.#stage.counts) this.#came[station] = (this.#came[station] ?? 0) + 1;
    const mean = this.#stage.unitMs / (this.#inputs.mu[station] ?? NaN);
    const service = mean * standardExponential(this.#services[station]?.uniform() ?? NaN);
    this.#stage.stations.arrive(station, job, service, 0);
  }
}
