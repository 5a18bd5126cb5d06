import { isNamed } from "#study/truth/verification-case";
import type { CaseRun } from "#study/truth/verification-case";
import type { TrialScenario } from "#study/truth/trials/scenario-trial";

/** Units of time as the language writes them. */
const unitText: Readonly<Record<CaseRun["unit"], string>> = {
  second: "s",
  minute: "min",
  hour: "h",
  day: "d",
};

/** The berths of a harbour, and the yard behind them where there is one; in units of the case. */
export interface Harbour {
  readonly servers: number;
  /** Waiting places; Infinity without a limit. */
  readonly room: number;
  readonly discipline?: "fifo" | "priority";
  /** Where ships go on from a berth, which they keep until there is room; of one server. */
  readonly yard?: { readonly room: number; readonly service: unknown };
  /** By flow, its Poisson arrivals a unit, its services as the language writes them, and its priority. */
  readonly flows: Readonly<Record<string, HarbourFlow>>;
}

/** Who comes to the station. */
export interface HarbourFlow {
  readonly rate: number;
  readonly service: unknown;
  readonly priority?: number;
}

/** The id of the berths. */
export const berth = "harbour.berth";
/** The id of the yard. */
export const yard = "harbour.yard";

/** A duration of so many units of a case, as the language writes it. */
export function duration(units: number, { unit }: CaseRun): string {
  return `${units} ${unitText[unit]}`;
}

/** An exponential service of that mean, in units of the case. */
export function exponential(mean: number, run: CaseRun): unknown {
  return { kind: "exponential", mean: duration(mean, run) };
}

/** The time of a run of a case. */
export function timeOf(run: CaseRun): TrialScenario {
  const { horizon, warmUp } = run;
  const [end, begun] = [duration(horizon, run), duration(warmUp, run)];
  return { start: "2024-01-01T00:00Z", end, "warm-up": begun };
}

/** Ships from the sea into a harbour, of whose stations only what is measured is recorded. */
export function harbourScenario(
  { servers, room, discipline = "fifo", yard: behind, flows }: Harbour,
  run: CaseRun,
  measured: readonly string[],
): TrialScenario {
  const names = Object.keys(flows);
  const each = <Value>(value: (flow: HarbourFlow) => Value): Record<string, Value> =>
    Object.fromEntries(Object.entries(flows).map(([name, flow]) => [`${name}-ship`, value(flow)]));
  const places = room === Infinity ? {} : { room };
  const berths = { servers, ...places, discipline, service: each(({ service }) => service) };
  const path = behind === undefined ? { berth: berths } : { berth: berths, yard: blocking(behind) };
  return {
    time: timeOf(run),
    network: {
      sites: {
        sea: { type: "junction", at: [51, 1] },
        harbour: { type: "port", at: [51.01, 1], stations: path, "vessel-path": Object.keys(path) },
      },
      links: { approach: { from: "sea", to: "harbour", mode: "sea" } },
    },
    vessels: each(() => ({ mode: "sea", speed: "20 kn", capacity: "1000 TEU" })),
    flows: Object.fromEntries(
      names.map((name) => {
        const { rate, priority } = flows[name] as HarbourFlow; // a name of the flows
        const arrivals = { kind: "poisson", rate: `${rate} /${unitText[run.unit]}` };
        const first = priority === undefined ? {} : { priority };
        return [name, { from: "sea", to: "harbour", vessel: `${name}-ship`, arrivals, ...first }];
      }),
    ),
    measures: Object.fromEntries(
      measured.map((measure) => [measure, behind === undefined ? berth : [berth, yard]]),
    ),
  };
}

function blocking({ room, service }: NonNullable<Harbour["yard"]>): TrialScenario {
  return { servers: 1, service, room, "when-full": "block" };
}

/** Which of these figures a run is asked for, so that nothing else need be recorded. */
export function asked(names: readonly string[], { figures, looser = [] }: CaseRun): readonly string[] {
  return names.filter((name) => isNamed(name, figures) || isNamed(name, looser));
}
