import { assert } from "#base/assert";
import { exp } from "#base/elementary";
import { dayMs } from "#base/time";
import { levelAt, stepsOf } from "#domain/measure/steps";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { meanOver } from "#study/truth/theory/birth-death";
import { stationary } from "#study/truth/theory/markov-chain";
import { timeOf } from "#study/truth/trials/harbour";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { TrialRows, TrialScenario } from "#study/truth/trials/scenario-trial";
import type { CaseRun } from "#study/truth/verification-case";

/** Arrivals a day, and places in the one convoy of each day. */
interface ConvoyInputs {
  readonly lambda_: number;
  readonly c: number;
}

/** Of the chain of those left behind: more than these are as good as never. */
const MOST = 200;

const transit = "canal.transit";

/** A canal with a convoy a day. */
export const canalSlots: CaseCheck = checkOf<ConvoyInputs>({
  id: "canal-slots",
  closedForm: (inputs) => bulkService(inputs),
  trial: (inputs, { run, seed }) => new ScenarioTrial(canal(inputs, run), seed, convoyFigures),
});

/**
 * Those left behind are a chain: with Poisson arrivals A between departures, X' = max(0, X + A - c). Who
 * comes waits half a day on average until the next departure, and after it among those left behind, by
 * Little's law.
 */
function bulkService({ lambda_, c }: ConvoyInputs): unknown {
  const arrivals = poisson(lambda_, MOST + c);
  const chance = (count: number): number => arrivals[count] ?? 0;
  const cleared = (from: number): number => {
    let sum = 0;
    for (let count = 0; count <= c - from; count += 1) sum += chance(count);
    return sum;
  };
  const left = stationary(MOST, (from, to) => (to === 0 ? cleared(from) : chance(to - from + c)));
  const leftBehind = meanOver([...left], (count) => count);
  const W = leftBehind / lambda_ + 0.5;
  const most = { left_behind_mean: leftBehind, P_left_behind: 1 - (left[0] ?? NaN) };
  return { W, L: lambda_ * W, ...most, mean_convoy: lambda_ };
}

/** Chances of 0 to `most`. */
function poisson(mean: number, most: number): readonly number[] {
  const chances = [exp(-mean)];
  for (let count = 1; count <= most; count += 1) chances.push(((chances[count - 1] ?? 0) * mean) / count);
  return chances;
}

function canal({ lambda_, c }: ConvoyInputs, run: CaseRun): TrialScenario {
  const admission = { kind: "convoy", departures: "00:00", size: c };
  return {
    time: timeOf(run),
    network: {
      sites: {
        sea: { type: "junction", at: [51, 1] },
        canal: { type: "passage", at: [51.01, 1], transit: { time: "6 h", admission } },
        harbour: { type: "port", at: [51.02, 1] },
      },
      links: {
        approach: { from: "sea", to: "canal", mode: "sea" },
        beyond: { from: "canal", to: "harbour", mode: "sea" },
      },
    },
    vessels: { ship: { mode: "sea", speed: "20 kn", capacity: "1000 TEU" } },
    flows: {
      calls: {
        from: "sea",
        to: "harbour",
        vessel: "ship",
        arrivals: { kind: "poisson", rate: `${lambda_} /d` },
      },
    },
    measures: { "mean-wait": transit, "mean-queue": transit },
  };
}

function convoyFigures(rows: TrialRows): unknown {
  const { facts, recorder } = rows.rows;
  const waiting = stepsOf(recorder.levels, [`queue/${transit}`]);
  assert(waiting !== undefined, "the queue is recorded");
  let [convoys, behind, leaving, gone] = [0, 0, 0, 0];
  for (let at = facts.warmUpEnd + dayMs; at <= facts.end; at += dayMs) {
    const left = levelAt(waiting, at);
    convoys += 1;
    behind += left;
    leaving += Number(left > 0);
  }
  rows.eachWait(transit, (_voyage, _from, until) => {
    if (until > facts.warmUpEnd) gone += 1;
  });
  return {
    W: rows.measure("mean-wait", transit),
    L: rows.measure("mean-queue", transit),
    left_behind_mean: behind / convoys,
    P_left_behind: leaving / convoys,
    mean_convoy: gone / convoys,
  };
}
