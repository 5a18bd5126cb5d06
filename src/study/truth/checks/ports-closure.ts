import type { Streams } from "#engine/random/stream";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck, TrialPlan } from "#study/truth/case-check";
import { KernelStage } from "#study/truth/trials/kernel-trial";
import type { KernelModel } from "#study/truth/trials/kernel-trial";

/** Arrivals and services of both ports a day, how long A is closed, and the sail from A to B, in days. */
interface PortInputs {
  readonly lambdaA: number;
  readonly muA: number;
  readonly lambdaB: number;
  readonly muB: number;
  readonly D: number;
  readonly sail: number;
}

/** Who came to a berth: when, for how many days it waited, and whether it came from the other port. */
interface Stay {
  readonly arrived: number;
  readonly wait: number;
  readonly moved: boolean;
}

/** Waits above this count, in days. */
const LEAST_WAIT = 1e-9;

/** Two ports, of which A is closed at first: everybody waits, or sails on to B while it is closed. */
export const portsClosure: CaseCheck = checkOf<PortInputs>({
  id: "ports-parallel-closure",
  closedForm(inputs) {
    const stays = (moves: boolean): Ports => recursion(inputs, moves);
    return figuresOf(stays(false), stays(true), inputs);
  },
  trial(inputs, plan) {
    const [wait, divert] = [false, true].map((moves) => portsTrial(inputs, moves, plan)) as [Run, Run]; // two
    return { replicate: (replication) => figuresOf(wait(replication), divert(replication), inputs) };
  },
});

/** By port, who came, in order of coming. */
interface Ports {
  readonly a: readonly Stay[];
  readonly b: readonly Stay[];
}

type Run = (replication: number) => Ports;

function figuresOf(wait: Ports, divert: Ports, { sail }: PortInputs): unknown {
  const moved = divert.b.filter((stay) => stay.moved);
  const own = divert.b.filter((stay) => !stay.moved);
  const [waitsA, waitsB] = [total(divert.a), total(divert.b)];
  return {
    wait: {
      total_wait_A: total(wait.a),
      max_wait_A: longest(wait.a),
      delayed_A: delayed(wait.a).length,
      last_delayed_start_A: lastStart(wait.a),
      total_wait_B: total(wait.b),
    },
    divert: {
      moved: moved.length,
      total_wait_A: waitsA,
      total_wait_B: waitsB,
      total_wait_B_moved: total(moved),
      total_wait_B_own: total(own),
      max_wait_B: longest(divert.b),
      delayed_B: delayed(divert.b).length,
      last_delayed_start_B: lastStart(divert.b),
      total_extra: waitsA + waitsB + sail * moved.length,
    },
  };
}

const total = (stays: readonly Stay[]): number => stays.reduce((sum, { wait }) => sum + wait, 0);
const longest = (stays: readonly Stay[]): number => Math.max(0, ...stays.map(({ wait }) => wait));
const delayed = (stays: readonly Stay[]): readonly Stay[] => stays.filter(({ wait }) => wait > LEAST_WAIT);
const lastStart = (stays: readonly Stay[]): number =>
  Math.max(0, ...delayed(stays).map(({ arrived, wait }) => arrived + wait));

/** Each berth takes the next one when it comes, when the port is open, or when the one before is done. */
function recursion({ lambdaA, muA, lambdaB, muB, D, sail }: PortInputs, moves: boolean): Ports {
  const horizon = 40;
  const calls = (rate: number): number[] =>
    Array.from({ length: horizon * rate }, (_, index) => (index + 0.5) / rate);
  const berth = (arrivals: readonly (readonly [number, boolean])[], rate: number, opens: number): Stay[] => {
    let free = opens;
    return [...arrivals]
      .sort(([one], [other]) => one - other)
      .map(([arrived, moved]) => {
        const start = Math.max(arrived, free);
        free = start + 1 / rate;
        return { arrived, wait: start - arrived, moved };
      });
  };
  const forA = calls(lambdaA);
  const sailOn = forA.filter((time) => moves && time < D);
  const atB: (readonly [number, boolean])[] = [
    ...calls(lambdaB).map((time) => [time, false] as const),
    ...sailOn.map((time) => [time + sail, true] as const),
  ];
  const stayed = forA.filter((time) => !sailOn.includes(time)).map((time) => [time, false] as const);
  return { a: berth(stayed, muA, D), b: berth(atB, muB, 0) };
}

function portsTrial(inputs: PortInputs, moves: boolean, plan: TrialPlan): Run {
  const stage = new KernelStage(plan);
  const trial = stage.trial(new TwoPorts(stage, inputs, moves), plan.seed);
  return (replication) => trial.replicate(replication) as Ports; // as its model reads it
}

const CALL_A = 0;
const CALL_B = 1;

class TwoPorts implements KernelModel {
  readonly #stage: KernelStage;
  readonly #inputs: PortInputs;
  readonly #moves: boolean;
  readonly #a: number;
  readonly #b: number;
  readonly #call: number;
  readonly #reach: number;
  readonly #reopening: number;
  /** By job: when it came to its berth, and whether from the other port. */
  #arrived: number[] = [];
  #moved: boolean[] = [];
  #stays: { readonly station: number; readonly stay: Stay }[] = [];
  #calls: [number, number] = [0, 0];

  constructor(stage: KernelStage, inputs: PortInputs, moves: boolean) {
    this.#stage = stage;
    this.#inputs = inputs;
    this.#moves = moves;
    this.#a = stage.open("a", 1);
    this.#b = stage.open("b", 1);
    this.#call = stage.handler("call", (flow) => this.#arrive(flow));
    this.#reach = stage.handler("reach b", (job) => this.#berth(job, this.#b, true));
    this.#reopening = stage.handler("reopening", () => stage.stations.reopen(this.#a, "finish"));
  }

  begin(_streams: Streams): void {
    this.#arrived = [];
    this.#moved = [];
    this.#stays = [];
    this.#calls = [0, 0];
    this.#stage.stations.close(this.#a, "finish");
    const { simulation, unitMs } = this.#stage;
    simulation.schedule(this.#inputs.D * unitMs, this.#reopening, 0);
    this.#scheduleCall(CALL_A);
    this.#scheduleCall(CALL_B);
  }

  started(job: number, station: number): void {
    const { unitMs, simulation } = this.#stage;
    const came = this.#arrived[job] ?? NaN;
    const wait = (simulation.now - came) / unitMs;
    const stay = { arrived: came / unitMs, wait, moved: this.#moved[job] ?? false };
    this.#stays.push({ station, stay });
  }

  released(): void {}

  read(): Ports {
    const at = (wanted: number): readonly Stay[] =>
      this.#stays.filter(({ station }) => station === wanted).map(({ stay }) => stay);
    return { a: at(this.#a), b: at(this.#b) };
  }

  #scheduleCall(flow: 0 | 1): void {
    const rate = flow === CALL_A ? this.#inputs.lambdaA : this.#inputs.lambdaB;
    const time = Math.round(((this.#calls[flow]++ + 0.5) / rate) * this.#stage.unitMs);
    this.#stage.simulation.schedule(time, this.#call, flow);
  }

  #arrive(flow: number): void {
    this.#scheduleCall(flow === CALL_A ? CALL_A : CALL_B);
    const job = this.#arrived.push(NaN) - 1;
    if (flow === CALL_B) return this.#berth(job, this.#b, false);
    const { simulation, stations, unitMs } = this.#stage;
    if (!this.#moves || stations.isOpen(this.#a)) return this.#berth(job, this.#a, false);
    simulation.after(this.#inputs.sail * unitMs, this.#reach, job);
  }

  #berth(job: number, station: number, moved: boolean): void {
    const { simulation, stations, unitMs } = this.#stage;
    this.#arrived[job] = simulation.now;
    this.#moved[job] = moved;
    stations.arrive(station, job, unitMs / (station === this.#a ? this.#inputs.muA : this.#inputs.muB), 0);
  }
}
