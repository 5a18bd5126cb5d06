import { assert } from "#base/assert";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck, TrialPlan } from "#study/truth/case-check";
import { numberAt } from "#study/truth/figures";
import { stationary } from "#study/truth/theory/markov-chain";
import { berth, exponential, harbourScenario, yard } from "#study/truth/trials/harbour";
import { measuresOf, queueFigures } from "#study/truth/trials/queue-figures";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { TrialRows } from "#study/truth/trials/scenario-trial";
import type { Figures } from "#study/truth/verification-case";
import { unitMs } from "#study/truth/verification-case";

/** Services of both stations a unit, and the waiting places between them. */
interface TandemInputs {
  readonly mu1: number;
  readonly mu2: number;
  readonly b: number;
}

/** Two stations in series of which the first always has work; a list of sets. */
const tandem = checkOf<readonly TandemInputs[]>({
  id: "q-tandem-block",
  closedForm: (sets) => sets.map(tandemThroughput),
  trial(sets, plan) {
    const trials = sets.map((set, index) => saturated(set, { ...plan, seed: `${plan.seed}/${index}` }));
    return { replicate: (replication) => trials.map((trial) => trial.replicate(replication)) };
  },
});

/** Ships come twice as often as the berth could serve, so that after the warm-up some always wait. */
function saturated({ mu1, mu2, b }: TandemInputs, { run, seed }: TrialPlan): ScenarioTrial {
  const harbour = {
    servers: 1,
    room: Infinity,
    yard: { room: b, service: exponential(1 / mu2, run) },
    flows: { calls: { rate: 2 * mu1, service: exponential(1 / mu1, run) } },
  };
  const scenario = harbourScenario(harbour, run, ["utilisation", "throughput"]);
  return new ScenarioTrial(scenario, seed, (rows) => {
    assert(rows.measure("utilisation", berth) === 1, "the berth always has work");
    return numberAt(figuresAt(yard, ["throughput"], { rows, run }), "throughput");
  });
}

/**
 * Jobs that are done at the first station and not at the second are 0 to b + 2: one more each 1/mu1, one less
 * each 1/mu2. So the second station is idle with probability 1 ÷ (1 + r + ... + r^(b + 2)), r = mu1 ÷ mu2.
 */
function tandemThroughput({ mu1, mu2, b }: TandemInputs): number {
  let [sum, term] = [1, 1];
  for (let jobs = 1; jobs <= b + 2; jobs += 1) sum += term *= mu1 / mu2;
  return mu2 * (1 - 1 / sum);
}

/** Arrivals, unloadings and trucks an hour; the most ships at the port, and containers in the yard. */
interface YardInputs {
  readonly lambda_: number;
  readonly mu_berth: number;
  readonly mu_gate: number;
  readonly K: number;
  readonly Y: number;
}

/** A berth that a full yard holds up: a ship is its one container, once it has left the berth. */
const yardBehindBerth = checkOf<YardInputs>({
  id: "q-yard-blocking",
  closedForm: (inputs) => yardFigures(inputs),
  trial({ lambda_, mu_berth, mu_gate, K, Y }, { run, seed }) {
    const harbour = {
      servers: 1,
      room: K - 1,
      yard: { room: Y - 1, service: exponential(1 / mu_gate, run) },
      flows: { calls: { rate: lambda_, service: exponential(1 / mu_berth, run) } },
    };
    const scenario = harbourScenario(harbour, run, [...measuresOf(queueNames), "blocked-share"]);
    return new ScenarioTrial(scenario, seed, (rows) => {
      const ships = figuresAt(berth, queueNames, { rows, run });
      const boxes = figuresAt(yard, queueNames, { rows, run });
      const blocked = rows.measure("blocked-share", berth);
      return {
        throughput: boxes["throughput"],
        P_refused: ships["Pblock"],
        P_berth_blocked: blocked,
        P_berth_working: rows.measure("utilisation", berth) - blocked,
        mean_ships: ships["L"],
        mean_yard: boxes["L"],
        W_ship: ships["W"],
        W_yard: boxes["W"],
      };
    });
  },
});

const queueNames = ["throughput", "Pblock", "L", "W"];

function figuresAt(
  station: string,
  names: readonly string[],
  { rows, run }: { readonly rows: TrialRows; readonly run: TrialPlan["run"] },
): Figures {
  return queueFigures(names, rows, { station, servers: 1, unitMs: unitMs[run.unit] });
}

/** Ships at the port, containers in the yard, and whether the ship at the berth is done and held. */
interface YardState {
  readonly ships: number;
  readonly boxes: number;
  readonly held: boolean;
}

function yardFigures(inputs: YardInputs): unknown {
  const { lambda_, mu_gate, K } = inputs;
  const states = yardStates(inputs);
  const keyOf = ({ ships, boxes, held }: YardState): string => `${ships} ${boxes} ${held}`;
  const rates = states.map(
    (state) => new Map(yardMoves(state, inputs).map(([to, rate]) => [keyOf(to), rate])),
  );
  const chances = stationary(states.length, (from, to) => {
    const target = states[to];
    return target === undefined ? 0 : (rates[from]?.get(keyOf(target)) ?? 0);
  });
  const over = (value: (state: YardState) => number): number =>
    states.reduce((sum, state, index) => sum + (chances[index] ?? NaN) * value(state), 0);
  const refused = over(({ ships }) => Number(ships === K));
  const throughput = mu_gate * over(({ boxes }) => Number(boxes > 0));
  const [ships, boxes] = [over((state) => state.ships), over((state) => state.boxes)];
  return {
    throughput,
    P_refused: refused,
    P_berth_blocked: over(({ held }) => Number(held)),
    P_berth_working: over((state) => Number(state.ships > 0 && !state.held)),
    mean_ships: ships,
    mean_yard: boxes,
    W_ship: ships / (lambda_ * (1 - refused)),
    W_yard: boxes / throughput,
  };
}

function yardStates({ K, Y }: YardInputs): readonly YardState[] {
  const states: YardState[] = [];
  for (let ships = 0; ships <= K; ships += 1) {
    for (let boxes = 0; boxes <= Y; boxes += 1) states.push({ ships, boxes, held: false });
    if (ships > 0) states.push({ ships, boxes: Y, held: true });
  }
  return states;
}

function yardMoves(
  { ships, boxes, held }: YardState,
  { lambda_, mu_berth, mu_gate, K, Y }: YardInputs,
): readonly (readonly [YardState, number])[] {
  const moves: [YardState, number][] = [];
  if (ships < K) moves.push([{ ships: ships + 1, boxes, held }, lambda_]);
  // The held container takes the place that becomes free, and its ship leaves.
  if (held) moves.push([{ ships: ships - 1, boxes, held: false }, mu_gate]);
  else if (boxes > 0) moves.push([{ ships, boxes: boxes - 1, held }, mu_gate]);
  if (ships > 0 && !held) {
    const done = boxes < Y ? { ships: ships - 1, boxes: boxes + 1, held } : { ships, boxes, held: true };
    moves.push([done, mu_berth]);
  }
  return moves;
}

/** Lines in which whoever is done may hold up those behind. */
export const blocking: readonly CaseCheck[] = [tandem, yardBehindBerth];
