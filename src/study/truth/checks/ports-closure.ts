import { dayMs } from "#base/time";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck, TrialPlan } from "#study/truth/case-check";
import { lane, quietMs, timeAfterQuiet } from "#study/truth/trials/quiet-start";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { TrialRows, TrialScenario } from "#study/truth/trials/scenario-trial";

/** Arrivals and services of both ports a day, how long A is closed, and the sail from A to B, in days. */
interface PortInputs {
  readonly lambdaA: number;
  readonly muA: number;
  readonly lambdaB: number;
  readonly muB: number;
  readonly D: number;
  readonly sail: number;
}

/**
 * Who came to a berth: when, for how many days it waited, and how many it had sailed from the other port; 0
 * for who did not come from there.
 */
interface Stay {
  readonly arrived: number;
  readonly wait: number;
  readonly sailed: number;
}

/** Waits above this count, in days. */
const LEAST_WAIT = 1e-9;

/** Two ports, of which A is closed at first: everybody waits, or sails on to B while it is closed. */
export const portsClosure: CaseCheck = checkOf<PortInputs>({
  id: "ports-parallel-closure",
  closedForm(inputs) {
    const stays = (moves: boolean): Ports => recursion(inputs, moves);
    return figuresOf(stays(false), stays(true));
  },
  trial(inputs, plan) {
    const [wait, divert] = [false, true].map((moves) => portsTrial(inputs, moves, plan)) as [Run, Run]; // two
    return { replicate: (replication) => figuresOf(wait(replication), divert(replication)) };
  },
});

/** By port, who came, in order of coming. */
interface Ports {
  readonly a: readonly Stay[];
  readonly b: readonly Stay[];
}

type Run = (replication: number) => Ports;

function figuresOf(wait: Ports, divert: Ports): unknown {
  const moved = divert.b.filter(({ sailed }) => sailed > 0);
  const own = divert.b.filter(({ sailed }) => sailed === 0);
  const [waitsA, waitsB] = [total(divert.a), total(divert.b)];
  const sailedOn = moved.reduce((sum, { sailed }) => sum + sailed, 0);
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
      total_extra: waitsA + waitsB + sailedOn,
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
  const berth = (arrivals: readonly Omit<Stay, "wait">[], rate: number, opens: number): Stay[] => {
    let free = opens;
    return [...arrivals]
      .sort((one, other) => one.arrived - other.arrived)
      .map(({ arrived, sailed }) => {
        const start = Math.max(arrived, free);
        free = start + 1 / rate;
        return { arrived, wait: start - arrived, sailed };
      });
  };
  const forA = calls(lambdaA);
  const isMoved = (time: number): boolean => moves && time < D;
  const own = (times: readonly number[]): Omit<Stay, "wait">[] =>
    times.map((arrived) => ({ arrived, sailed: 0 }));
  const moved = forA.filter(isMoved).map((time) => ({ arrived: time + sail, sailed: sail }));
  const stayed = forA.filter((time) => !isMoved(time));
  return { a: berth(own(stayed), muA, D), b: berth([...own(calls(lambdaB)), ...moved], muB, 0) };
}

/** By policy, whether vessels that find A closed sail on to B. */
function portsTrial(inputs: PortInputs, moves: boolean, { run, seed }: TrialPlan): Run {
  const trial = new ScenarioTrial(portsScenario(inputs, moves, run.horizon), seed, portsOf);
  return (replication) => trial.replicate(replication) as Ports; // as it is read
}

const [berthA, berthB] = ["a.berth", "b.berth"] as const;

/** B lies behind A, so that everybody reaches A first, and nobody comes back. */
function portsScenario(
  { lambdaA, muA, lambdaB, muB, D, sail }: PortInputs,
  moves: boolean,
  days: number,
): TrialScenario {
  const port = (place: readonly number[], rate: number): TrialScenario => ({
    type: "port",
    at: place,
    stations: { berth: { servers: 1, service: `${dayMs / rate} ms` } },
  });
  const calls = (port: "a" | "b", rate: number): TrialScenario => ({
    from: `off-${port}`,
    to: port,
    vessel: "ship",
    arrivals: {
      kind: "regular",
      every: `${dayMs / rate} ms`,
      offset: `${quietMs - lane.sailMs + dayMs / rate / 2} ms`,
    },
  });
  const leg = (from: string, to: string, km: number): readonly [string, TrialScenario] => [
    `${from}-${to}`,
    { from, to, mode: "sea", distance: `${km} km`, "one-way": true },
  ];
  const masters = { kind: "alternate-port", of: "a", alternates: { b: { time: "0 h" } }, rule: "divert" };
  return {
    time: timeAfterQuiet(days),
    network: {
      sites: {
        "off-a": { type: "junction", at: [0, 0] },
        a: port([0, 0.005], muA),
        "off-b": { type: "junction", at: [0.005, 0.01] },
        b: port([0, 0.01], muB),
      },
      links: Object.fromEntries([
        leg("off-a", "a", 1),
        leg("a", "b", (sail * dayMs) / lane.sailMs),
        leg("off-b", "b", 1),
      ]),
    },
    vessels: { ship: { mode: "sea", speed: lane.speed, capacity: "1 TEU" } },
    flows: { "calls-a": calls("a", lambdaA), "calls-b": calls("b", lambdaB) },
    disruptions: { outage: { kind: "closure", of: berthA, start: `${quietMs} ms`, duration: `${D} d` } },
    policies: moves ? { masters } : {},
    measures: { "mean-wait": [berthA, berthB] },
  };
}

/** Who came to the berths within the time of the case, as their waits tell. */
function portsOf(trial: TrialRows): Ports {
  const { facts, recorder } = trial.rows;
  const at = (port: string): readonly Stay[] => {
    const stays: Stay[] = [];
    trial.eachWait(port, (voyage, from, until) => {
      const reached = recorder.journeys.start.at(voyage) + lane.sailMs;
      const [arrived, wait] = [(from - facts.warmUpEnd) / dayMs, (until - from) / dayMs];
      stays.push({ arrived, wait, sailed: (from - reached) / dayMs });
    });
    return stays;
  };
  return { a: at(berthA), b: at(berthB) };
}
