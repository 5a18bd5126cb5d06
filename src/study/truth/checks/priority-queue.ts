import { assert } from "#base/assert";
import { spanOf, holds } from "#domain/measure/span";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { cobham } from "#study/truth/theory/pollaczek-khinchine";
import { berth, duration, exponential, harbourScenario } from "#study/truth/trials/harbour";
import type { HarbourFlow } from "#study/truth/trials/harbour";
import { ScenarioTrial } from "#study/truth/trials/scenario-trial";
import type { TrialRows } from "#study/truth/trials/scenario-trial";
import type { CaseRun } from "#study/truth/verification-case";
import { unitMs } from "#study/truth/verification-case";

type Service = "exponential" | "constant" | "Erlang-2";

/** By class, the first one first: arrivals a unit, mean services and what they are drawn from. */
interface ClassInputs {
  readonly lambda_: readonly number[];
  readonly mean_S: readonly number[];
  readonly service: readonly Service[];
}

const scv: Readonly<Record<Service, number>> = { exponential: 1, constant: 0, "Erlang-2": 0.5 };

/** One server, three classes by priority. */
export const priorityQueue: CaseCheck = checkOf<ClassInputs>({
  id: "q-priority-np",
  closedForm: (inputs) =>
    cobham(
      eachClass(inputs, (arrivals, meanService, service) => ({ arrivals, meanService, scv: scv[service] })),
    ),
  trial(inputs, { run, seed }) {
    const flows = eachClass(inputs, (rate, mean, service, index): readonly [string, HarbourFlow] => [
      `class-${index + 1}`,
      { rate, service: serviceText(service, mean, run), priority: index + 1 },
    ]);
    const harbour = {
      servers: 1,
      room: Infinity,
      discipline: "priority",
      flows: Object.fromEntries(flows),
    } as const;
    const scenario = harbourScenario(harbour, run, ["mean-wait"]);
    return new ScenarioTrial(scenario, seed, (rows) => waitsByFlow(rows, flows.length, unitMs[run.unit]));
  },
});

function eachClass<Value>(
  { lambda_, mean_S, service }: ClassInputs,
  value: (rate: number, mean: number, service: Service, index: number) => Value,
): readonly Value[] {
  return lambda_.map((rate, index) => value(rate, mean_S[index] ?? NaN, service[index] ?? "constant", index));
}

function serviceText(service: Service, mean: number, run: CaseRun): unknown {
  if (service === "exponential") return exponential(mean, run);
  const text = duration(mean, run);
  return service === "constant" ? text : { kind: "erlang", mean: text, stages: 2 };
}

/** The mean wait of each flow at the station, and of all, of those who came after the warm-up. */
function waitsByFlow(
  trial: TrialRows,
  flows: number,
  unit: number,
): { readonly Wq: readonly number[]; readonly Wq_all: number } {
  const { facts, recorder } = trial.rows;
  const span = spanOf({ of: berth, at: undefined, from: undefined, until: undefined, by: "arrival" }, facts);
  const [counts, sums] = [new Float64Array(flows), new Float64Array(flows)];
  trial.eachWait(berth, (voyage, from, until) => {
    if (Number.isNaN(until) || !holds(span, from, facts)) return;
    const flow = recorder.journeys.flow.at(voyage);
    counts[flow] = (counts[flow] ?? 0) + 1;
    sums[flow] = (sums[flow] ?? 0) + until - from;
  });
  const total = (column: Float64Array): number => column.reduce((sum, part) => sum + part, 0);
  assert(total(counts) > 0, "somebody came");
  return {
    Wq: Array.from(sums, (sum, flow) => sum / (counts[flow] ?? NaN) / unit),
    Wq_all: total(sums) / total(counts) / unit,
  };
}
