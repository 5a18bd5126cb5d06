import { assert } from "#base/assert";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck, Trial, TrialPlan } from "#study/truth/case-check";
import { birthDeath, meanOver } from "#study/truth/theory/birth-death";
import { erlangB, waitingSystem } from "#study/truth/theory/erlang";
import { pollaczekKhinchine } from "#study/truth/theory/pollaczek-khinchine";
import { asked, berth, duration, exponential, harbourScenario } from "#study/truth/trials/harbour";
import { measuresOf, queueFigures } from "#study/truth/trials/queue-figures";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { CaseRun, Figures } from "#study/truth/verification-case";
import { unitMs } from "#study/truth/verification-case";

/** M/M/c: arrivals and services of one server a unit of time, and servers, 1 when left out. */
interface MarkovInputs {
  readonly lambda_: number;
  readonly mu: number;
  readonly c?: number;
}

/** The same with at most K in the system. */
interface FiniteInputs extends MarkovInputs {
  readonly K: number;
}

/** One station as a trial: arrivals a unit, servers, waiting places, and a service as written. */
interface Station {
  readonly rate: number;
  readonly servers: number;
  readonly room: number;
  readonly service: unknown;
}

const names = ["P0", "erlangC", "L", "Lq", "W", "Wq", "Wq_given_wait", "Pblock", "B", "throughput"];

function stationTrial({ rate, servers, room, service }: Station, { run, seed }: TrialPlan): Trial {
  const figures = asked(names, run);
  const harbour = { servers, room, flows: { calls: { rate, service } } };
  const observed = { station: berth, servers, unitMs: unitMs[run.unit] };
  return new ScenarioTrial(harbourScenario(harbour, run, measuresOf(figures)), seed, (rows) =>
    queueFigures(figures, rows, observed),
  );
}

const markov = (id: string): CaseCheck =>
  checkOf<MarkovInputs>({
    id,
    closedForm: ({ lambda_, mu, c = 1 }) => waitingSystem(lambda_, mu, c),
    trial({ lambda_: rate, mu, c: servers = 1 }, plan) {
      return stationTrial({ rate, servers, room: Infinity, service: exponential(1 / mu, plan.run) }, plan);
    },
  });

const finite = (id: string): CaseCheck =>
  checkOf<FiniteInputs>({
    id,
    closedForm: (inputs) => finiteSystem(inputs),
    trial({ lambda_: rate, mu, c: servers = 1, K }, plan) {
      return stationTrial({ rate, servers, room: K - servers, service: exponential(1 / mu, plan.run) }, plan);
    },
  });

/** M/M/c/K in the long run; times are of those admitted, by Little's law. */
function finiteSystem({ lambda_, mu, c = 1, K }: FiniteInputs): Figures {
  const chances = birthDeath(
    K,
    () => lambda_,
    (count) => Math.min(count, c) * mu,
  );
  const [P0 = NaN] = chances;
  const Pblock = chances[K] ?? NaN;
  const throughput = lambda_ * (1 - Pblock);
  const L = meanOver(chances, (count) => count);
  const Lq = meanOver(chances, (count) => Math.max(0, count - c));
  return { P0, Pblock, L, Lq, W: L / throughput, Wq: Lq / throughput, throughput };
}

/** Load in erlang and servers; the mean service is the unit of time. */
const lossSystem = checkOf<{ readonly A: number; readonly c: number }>({
  id: "q-erlangB",
  closedForm: ({ A, c }) => ({ B: erlangB(A, c) }),
  trial: ({ A, c }, plan) =>
    stationTrial({ rate: A, servers: c, room: 0, service: exponential(1, plan.run) }, plan),
});

/** Arrivals a unit of time, and the service, always as long. */
const constantService = checkOf<{ readonly lambda_: number; readonly S: number }>({
  id: "q-md1",
  closedForm: ({ lambda_, S }) => pollaczekKhinchine(lambda_, S, 0),
  trial: ({ lambda_: rate, S }, plan) =>
    stationTrial({ rate, servers: 1, room: Infinity, service: duration(S, plan.run) }, plan),
});

/** Arrivals a unit of time, the mean service, and its squared coefficient of variation. */
const variableService = checkOf<{
  readonly lambda_: number;
  readonly mean_S: number;
  readonly scv: number;
}>({
  id: "q-mg1",
  closedForm: ({ lambda_, mean_S, scv }) => pollaczekKhinchine(lambda_, mean_S, scv),
  trial({ lambda_: rate, mean_S, scv }, plan) {
    const service = hyperexponential(mean_S, scv, plan.run);
    return stationTrial({ rate, servers: 1, room: Infinity, service }, plan);
  },
});

/** One of two exponential services, each of which takes half of the server's time: of a scv of 1 or more. */
function hyperexponential(mean: number, scv: number, run: CaseRun): unknown {
  assert(scv >= 1, "a service of two exponential ones varies at least as much as one of them");
  const often = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
  const part = (weight: number): unknown => ({ weight, value: exponential(mean / (2 * weight), run) });
  return { kind: "mixture", parts: [part(often), part(1 - often)] };
}

/** Queues of one station and one class. */
export const singleQueues: readonly CaseCheck[] = [
  markov("q-mm1-sixto"),
  markov("q-mm1-ciw"),
  markov("q-mm2"),
  markov("q-mm3-cust"),
  finite("q-mm1k"),
  finite("q-mmck"),
  lossSystem,
  constantService,
  variableService,
];
