import { formatDiagnostic } from "#base/diagnostic";
import { dayMs } from "#base/time";
import { createWorld } from "#scenario/build/create-world";
import type { World } from "#scenario/build/world";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolved } from "#scenario/language/resolved";
import { WorldSource } from "#scenario/source/world-source";
import { tuneCompiler } from "#study/runners/compiler";
import { shippedFiles } from "#study/runners/shipped-files";
import { worldText } from "./scenario-text.ts";
import type { WorldVariant } from "./scenario-text.ts";

/** One measurement of a world, in a process of its own. */
export interface WorldMeasurement {
  readonly peer: "Breakwater";
  readonly workload: `world ${WorldVariant}`;
  /** Vessels in the system that were asked for. */
  readonly size: number;
  readonly events: number;
  /** Of `run` alone, after one run to warm up. */
  readonly seconds: number;
  /** Of the processor, by this process alone: what counts on a machine that others use too. */
  readonly processorSeconds: number;
  readonly nsPerEvent: number;
  /** Of the whole process. */
  readonly peakRssMb: number;
  /** Time average of the vessels in the system over the year after the warm-up, counted from the rows. */
  readonly answer: number;
  readonly eventsPerVesselYear: number;
  /** Rows that the recorder wrote: of journeys, counts and levels. */
  readonly rows: number;
  /** Transfers that the ledger checked. */
  readonly checked: number;
}

/**
 * Makes a world and runs it `repetitions` times after one run to warm up, as `breakwater` does; figures are
 * of the median run.
 */
export function measureWorld(size: number, variant: WorldVariant, repetitions: number): WorldMeasurement {
  tuneCompiler();
  const scenario = resolved(size, variant);
  const world = createWorld(scenario, { source });
  world.run(0);
  const runs = Array.from({ length: repetitions }, () => timed(world));
  runs.sort((a, b) => a.processorSeconds - b.processorSeconds);
  const middle = runs[(runs.length - 1) >> 1];
  if (middle === undefined) throw new Error("a world is measured once or more");
  const { start, warmUp, end } = scenario.time;
  const year = vesselDays(world, start + warmUp, end) / ((end - start - warmUp) / dayMs);
  return {
    peer: "Breakwater",
    workload: `world ${variant}`,
    size,
    ...middle,
    nsPerEvent: (middle.processorSeconds * 1e9) / middle.events,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    answer: year,
    eventsPerVesselYear: middle.events / (vesselDays(world, start, end) / 365),
    rows: rowsOf(world),
  };
}

const source = new WorldSource(shippedFiles);

function resolved(size: number, variant: WorldVariant): Resolved {
  const text = worldText(size, variant);
  const { study, diagnostics } = resolveStudy({
    id: "world",
    file: "world.yaml",
    text,
    library: shippedFiles,
    source,
  });
  const baseline = study?.variants.find(({ name }) => name === "baseline");
  if (baseline === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return baseline.scenario;
}

type Timed = Pick<WorldMeasurement, "events" | "seconds" | "processorSeconds" | "checked">;

function timed(world: World): Timed {
  const wall = process.hrtime.bigint();
  const processor = process.cpuUsage();
  const { events, conservation, limits } = world.run(0);
  const { user, system } = process.cpuUsage(processor);
  const seconds = Number(process.hrtime.bigint() - wall) / 1e9;
  const problems = [...conservation.violations, ...limits];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return { events, seconds, processorSeconds: (user + system) / 1e6, checked: conservation.checked };
}

/** Days that all vessels together spent in the system between two instants. */
function vesselDays({ recorder }: World, from: number, until: number): number {
  const begun = recorder.journeys.start.view();
  const ended = recorder.journeys.end.view();
  const total = begun.reduce((sum, start, row) => {
    const end = Number.isNaN(ended[row]) ? until : (ended[row] ?? until);
    return sum + Math.max(0, Math.min(until, end) - Math.max(from, start));
  }, 0);
  return total / dayMs;
}

function rowsOf({ recorder: { journeys, counts, levels, sails } }: World): number {
  const counted = counts.names.reduce((sum, name) => sum + counts.times(counts.series(name)).length, 0);
  const changes = levels.names.reduce((sum, name) => sum + levels.times(levels.level(name)).length, 0);
  return journeys.flow.length + journeys.stageKind.length + sails.length + counted + changes;
}
