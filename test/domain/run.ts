import { createHash } from "node:crypto";
import { formatDiagnostic } from "#base/diagnostic";
import { dayMs } from "#base/time";
import type { Recorder } from "#engine/record/recorder";
import { expense } from "#engine/record/expenses";
import { outcome, stage } from "#engine/record/journeys";
import { createWorld } from "#scenario/build/create-world";
import type { RunOptions, RunReport, World } from "#scenario/build/world";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolved, Study } from "#scenario/language/resolved";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";

/** One source for all tests of a file: its networks are laid once. */
export const source: WorldSource = new WorldSource(shippedFiles);

/** Resolves a text that has no errors. */
export function studyOf(text: string): Study {
  const { study, diagnostics } = resolveStudy({
    id: "test",
    file: "test.yaml",
    text,
    library: shippedFiles,
    source,
  });
  if (study === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return study;
}

/** The scenario of one variant; of the baseline when none is named. */
export function scenarioOf(text: string, variant: string = "baseline"): Resolved {
  const found = studyOf(text).variants.find(({ name }) => name === variant);
  if (found === undefined) throw new Error(`there is no variant ${variant}`);
  return found.scenario;
}

/** One audited replication and what it left. */
export interface Run {
  readonly scenario: Resolved;
  readonly world: World;
  readonly report: RunReport;
  readonly recorder: Recorder;
}

/** Runs one replication of a text or of a resolved scenario, audited after every event. */
export function run(
  of: string | Resolved,
  replication: number = 0,
  options: RunOptions = { audit: true },
): Run {
  const scenario = typeof of === "string" ? scenarioOf(of) : of;
  const world = createWorld(scenario, { source });
  const report = world.run(replication, options);
  const { violations } = report.conservation;
  if (violations.length > 0) throw new Error(violations.join("\n"));
  return { scenario, world, report, recorder: world.recorder };
}

/** Hours from the start of the run to an instant. */
export function hoursOf({ scenario }: Run, time: number): number {
  return (time - scenario.time.start) / (dayMs / 24);
}

/** The instants of a count in hours: deliveries of a flow, completions of a station. */
export function hours(of: Run, series: string): number[] {
  const { counts } = of.recorder;
  return [...counts.times(counts.series(series))].map((time) => hoursOf(of, time));
}

/** A voyage for reading: `calls/3`. Instants in hours. */
export interface Voyage {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly how: string;
  readonly diverted: boolean;
  readonly kilometres: number;
  readonly planned: number;
}

/** A stage of a voyage for reading. Instants in hours. */
export interface StageRow {
  readonly voyage: string;
  readonly kind: string;
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

function keyOf(names: Readonly<Record<string, number>>, number: number): string {
  return Object.keys(names).find((name) => names[name] === number) ?? "unknown";
}

/** All voyages, in order of birth. */
export function voyages(of: Run): Voyage[] {
  const { journeys } = of.recorder;
  const flows = Object.keys(of.scenario.flows);
  return [...journeys.flow.view()].map((flow, row) => ({
    name: `${flows[flow]}/${journeys.ordinal.at(row)}`,
    start: hoursOf(of, journeys.start.at(row)),
    end: hoursOf(of, journeys.end.at(row)),
    how: keyOf(outcome, journeys.outcome.at(row)),
    diverted: journeys.diverted.at(row) === 1,
    kilometres: journeys.metres.at(row) / 1000,
    planned: journeys.metresPlanned.at(row) / 1000,
  }));
}

/** All stages, in order of their ends. */
export function stages(of: Run): StageRow[] {
  const { journeys } = of.recorder;
  const names = voyages(of).map(({ name }) => name);
  return [...journeys.stageVoyage.view()].map((voyage, row) => ({
    voyage: names[voyage] ?? "unknown",
    kind: keyOf(stage, journeys.stageKind.at(row)),
    place: journeys.places[journeys.stagePlace.at(row)] ?? "unknown",
    from: hoursOf(of, journeys.stageFrom.at(row)),
    to: hoursOf(of, journeys.stageTo.at(row)),
    reason: journeys.reasons[journeys.stageReason.at(row)] ?? "unknown",
  }));
}

/** Waits at a place, as `[from, to, reason]`, in order of their ends. */
export function waits(of: Run, place: string): [number, number, string][] {
  const rows = stages(of).filter((row) => row.kind === "wait" && row.place === place);
  return rows.map(({ from, to, reason }) => [from, to, reason]);
}

/** A level as steps `[hour, value]`. */
export function level(of: Run, name: string): [number, number][] {
  const { levels } = of.recorder;
  const number = levels.level(name);
  const values = levels.values(number);
  return [...levels.times(number)].map((time, index) => [hoursOf(of, time), values[index] as number]);
}

/** What was paid for a voyage, as `[kind, dollars, kilometres, dollars of these at full speed]`. */
export function expenses(of: Run, voyage: string): [string, number, number, number][] {
  const { expenses: rows } = of.recorder;
  const number = voyages(of).findIndex(({ name }) => name === voyage);
  return [...rows.voyage.view()].flatMap((paidFor, row): [string, number, number, number][] =>
    paidFor === number
      ? [
          [
            keyOf(expense, rows.kind.at(row)),
            rows.dollars.at(row),
            rows.metres.at(row) / 1000,
            rows.sailing.at(row),
          ],
        ]
      : [],
  );
}

/** Happenings as `[hour, what, id]`. */
export function happenings(of: Run): [number, string, string][] {
  return of.recorder.timeline.rows.map(({ time, what, id }) => [hoursOf(of, time), what, id]);
}

/** Announcements as `[hour, id, believed end in hours, null or undefined]`. */
export function announcements(of: Run): [number, string, number | null | undefined][] {
  return of.recorder.timeline.rows
    .filter(({ what }) => what === "announcement")
    .map(({ time, id, believedEnd: end }) => [
      hoursOf(of, time),
      id,
      typeof end === "number" ? hoursOf(of, end) : end,
    ]);
}

/** The digest of every row that a replication left: equal digests are equal runs. */
export function digest(recorder: Recorder): string {
  return createHash("sha256").update(rowsText(recorder)).digest("hex");
}

function rowsText(recorder: Recorder): string {
  const { counts, levels, journeys, timeline } = recorder;
  const columns = (of: object): unknown[] =>
    Object.values(of).flatMap((value: unknown) =>
      typeof value === "object" && value !== null && "view" in value
        ? [[...(value as { view(): Float64Array }).view()]]
        : [],
    );
  return JSON.stringify(
    [
      [...counts.names]
        .sort()
        .map((name) => [
          name,
          [...counts.times(counts.series(name))],
          [...counts.amounts(counts.series(name))],
        ]),
      [...levels.names]
        .sort()
        .map((name) => [name, [...levels.times(levels.level(name))], [...levels.values(levels.level(name))]]),
      columns(journeys),
      columns(recorder.expenses),
      journeys.places,
      journeys.reasons,
      timeline.rows,
    ],
    (_, value: unknown) => (Number.isNaN(value) ? "NaN" : value),
  );
}
