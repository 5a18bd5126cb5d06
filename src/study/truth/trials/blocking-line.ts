import { assert } from "#base/assert";
import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream, Streams } from "#engine/random/stream";
import type { KernelModel, KernelStage } from "#study/truth/trials/kernel-trial";

/** Two servers in a line, rates a unit. */
export interface LineSpec {
  readonly first: number;
  readonly second: number;
  /** The most at the second server, the one that it serves included. */
  readonly places: number;
  /** Poisson arrivals, of which those who find the most at the first server are refused; else always work. */
  readonly arrivals?: { readonly rate: number; readonly most: number };
}

/** What one replication of a line gives; times in units. */
export interface LineFigures {
  readonly throughput: number;
  readonly refused: number;
  /** Shares of time in which the first server is held by a job that is done, and in which it serves. */
  readonly blocked: number;
  readonly working: number;
  /** How many are at either server on average, and how long they stay. */
  readonly atFirst: number;
  readonly atSecond: number;
  readonly stayFirst: number;
  readonly staySecond: number;
}

const FIRST = "first";
const SECOND = "second";

/**
 * Blocking after service: a job that is done at the first server while no place is free at the second keeps
 * the first one until a place is. As long as it does the first station stands still; whoever was begun there
 * in the instant of the release has not got any service yet.
 */
export class BlockingLine implements KernelModel {
  readonly #stage: KernelStage;
  readonly #spec: LineSpec;
  readonly #first: number;
  readonly #second: number;
  readonly #arrival: number;
  readonly #atFirst: number;
  readonly #blocked: number;
  #streams: { readonly between: Stream; readonly first: Stream; readonly second: Stream } | undefined;
  /** The job that is done and holds the first server; -1 when none does. */
  #held: number = -1;
  #present: number = 0;
  /** By job, when it came to the server where it is. */
  #since: number[] = [];
  #free: number[] = [];
  #came = 0;
  #refused = 0;
  #left: [number, number] = [0, 0];
  #stayedMs: [number, number] = [0, 0];

  constructor(stage: KernelStage, spec: LineSpec, name: string = "") {
    this.#stage = stage;
    this.#spec = spec;
    this.#first = stage.open(`${name}${FIRST}`, 1);
    this.#second = stage.open(`${name}${SECOND}`, 1, spec.places - 1);
    this.#arrival = stage.handler("arrival", () => this.#arrive());
    this.#atFirst = stage.levels.declare(`${name}present`);
    this.#blocked = stage.levels.declare(`${name}blocked`);
  }

  begin(streams: Streams): void {
    this.#streams = {
      between: streams.at("between"),
      first: streams.at(FIRST),
      second: streams.at(SECOND),
    };
    this.#held = -1;
    this.#present = 0;
    this.#since = [];
    this.#free = [];
    this.#came = this.#refused = 0;
    this.#left = [0, 0];
    this.#stayedMs = [0, 0];
    if (this.#spec.arrivals === undefined) this.#send();
    else this.#scheduleNext(this.#spec.arrivals.rate);
  }

  started(_job: number, station: number): void {
    // One who always has work takes the next job in hand: there is one who waits at any time.
    if (station === this.#first && this.#spec.arrivals === undefined) this.#send();
  }

  released(job: number, station: number): void {
    if (station === this.#first) {
      if (this.#atSecond() < this.#spec.places) return this.#enterSecond(job);
      assert(this.#held < 0, "one job at most is held");
      this.#held = job;
      this.#show(this.#blocked, 1);
      return this.#stage.stations.close(this.#first, "resume");
    }
    this.#note(job, 1);
    this.#free.push(job);
    if (this.#held < 0) return;
    const held = this.#held;
    this.#held = -1;
    this.#show(this.#blocked, 0);
    this.#enterSecond(held);
    this.#stage.stations.reopen(this.#first, "resume");
  }

  read(): LineFigures {
    const stage = this.#stage;
    const { names } = stage.levels;
    const named = (level: number): string => names[level] ?? "";
    const second = [
      `queue/${stage.stations.nameOf(this.#second)}`,
      `busy/${stage.stations.nameOf(this.#second)}`,
    ];
    const blocked = stage.share(1, named(this.#blocked));
    const units = (stage.end - stage.warmUpEnd) / stage.unitMs;
    const [stayFirst, staySecond] = this.#left.map(
      (count, server) => (this.#stayedMs[server] ?? NaN) / count / stage.unitMs,
    ) as [number, number]; // both servers
    return {
      throughput: this.#left[1] / units,
      refused: this.#refused / this.#came,
      blocked,
      working: 1 - blocked - stage.share(0, named(this.#atFirst)),
      atFirst: stage.mean(named(this.#atFirst)),
      atSecond: stage.mean(...second),
      stayFirst,
      staySecond,
    };
  }

  #scheduleNext(rate: number): void {
    this.#stage.simulation.after(this.#drawn(this.#streams?.between, rate), this.#arrival, 0);
  }

  #arrive(): void {
    const { rate, most } = this.#spec.arrivals ?? { rate: NaN, most: NaN };
    this.#scheduleNext(rate);
    if (this.#stage.counts) this.#came += 1;
    if (this.#present < most) return this.#send();
    if (this.#stage.counts) this.#refused += 1;
  }

  /** One more comes to the first server. */
  #send(): void {
    const job = this.#free.pop() ?? this.#since.length;
    this.#since[job] = this.#stage.simulation.now;
    this.#show(this.#atFirst, (this.#present += 1));
    const service = this.#drawn(this.#streams?.first, this.#spec.first);
    this.#stage.stations.arrive(this.#first, job, service, 0);
  }

  #enterSecond(job: number): void {
    this.#note(job, 0);
    this.#show(this.#atFirst, (this.#present -= 1));
    this.#since[job] = this.#stage.simulation.now;
    const service = this.#drawn(this.#streams?.second, this.#spec.second);
    this.#stage.stations.arrive(this.#second, job, service, 0);
  }

  #atSecond(): number {
    const { stations } = this.#stage;
    return stations.waiting(this.#second) + stations.inside(this.#second);
  }

  /** A job leaves a server. Stays count by their end, as a throughput does. */
  #note(job: number, server: 0 | 1): void {
    if (!this.#stage.counts) return;
    this.#left[server] += 1;
    this.#stayedMs[server] += this.#stage.simulation.now - (this.#since[job] ?? NaN);
  }

  #show(level: number, value: number): void {
    this.#stage.levels.set(level, this.#stage.simulation.now, value);
  }

  #drawn(stream: Stream | undefined, rate: number): number {
    return (this.#stage.unitMs / rate) * standardExponential(stream?.uniform() ?? NaN);
  }
}
