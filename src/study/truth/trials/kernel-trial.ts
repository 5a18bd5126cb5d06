import { assert } from "#base/assert";
import { stepsOf, timeAverage, timeShare } from "#domain/measure/steps";
import { priority } from "#engine/kernel/priority";
import type { HandlerId } from "#engine/kernel/handler";
import { Simulation } from "#engine/kernel/simulation";
import { Streams } from "#engine/random/stream";
import { Levels } from "#engine/record/levels";
import { Stations } from "#engine/station/stations";
import type { Trial, TrialPlan } from "#study/truth/case-check";
import { unitMs } from "#study/truth/verification-case";

/** What a model of the kernel says of itself. */
export interface KernelModel {
  /** Forgets the last replication and schedules the first events; draws come from these streams alone. */
  begin(streams: Streams): void;
  /** A job is done and gone. */
  released(job: number, station: number): void;
  /** What the replication gave. */
  read(): unknown;
}

/** Where models run that the language of scenarios cannot say: clock, stations and levels of the engine. */
export class KernelStage {
  readonly simulation: Simulation = new Simulation();
  readonly levels: Levels = new Levels();
  readonly stations: Stations;
  /** ms of the case's unit of time. */
  readonly unitMs: number;
  /** ms at which the warm-up is over, and at which the run ends; it starts at 0. */
  readonly warmUpEnd: number;
  readonly end: number;
  #model: KernelModel | undefined = undefined;

  constructor({ run }: TrialPlan) {
    this.unitMs = unitMs[run.unit];
    this.warmUpEnd = Math.round(run.warmUp * this.unitMs);
    this.end = Math.round(run.horizon * this.unitMs);
    this.stations = new Stations(this.simulation, this.levels, {
      started: () => undefined,
      released: (job, station) => this.#model?.released(job, station),
      lost: () => assert(false, "no closure of a case throws anybody out"),
    });
  }

  /** Opens a station, whose levels are `queue/name` and `busy/name`. */
  open(name: string, servers: number): number {
    return this.stations.open({
      name,
      servers,
      discipline: "fifo",
      queueLevel: this.levels.declare(`queue/${name}`),
      busyLevel: this.levels.declare(`busy/${name}`),
    });
  }

  /** A kind of event at which somebody comes, or something else of the world outside happens. */
  handler(name: string, run: (subject: number) => void): HandlerId {
    return this.simulation.register({ name, priority: priority.arrive, run });
  }

  /** Whether statistics count what happens now. */
  get counts(): boolean {
    return this.simulation.now >= this.warmUpEnd;
  }

  /** The time average of the sum of levels after the warm-up. */
  mean(...names: readonly string[]): number {
    const steps = stepsOf(this.levels, names);
    assert(steps !== undefined, `${names.join(", ")} are recorded`);
    return timeAverage(steps, { from: this.warmUpEnd, until: this.end });
  }

  /** The share of the time after the warm-up for which the sum of levels is a number. */
  share(wanted: number, ...names: readonly string[]): number {
    const steps = stepsOf(this.levels, names);
    assert(steps !== undefined, `${names.join(", ")} are recorded`);
    return timeShare(steps, wanted, { from: this.warmUpEnd, until: this.end });
  }

  /** A model on this stage as a trial. */
  trial(model: KernelModel, seed: string): Trial {
    this.#model = model;
    return {
      replicate: (replication) => {
        this.simulation.reset(0);
        this.stations.reset();
        this.levels.clear();
        model.begin(new Streams(seed, replication));
        const { reason } = this.simulation.run({ time: this.end });
        assert(reason === "time", `a case runs to its end, and does not stop for ${reason}`);
        return model.read();
      },
    };
  }
}
