import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drawColumns } from "#study/experiment/draw-rows";
import type { Figures } from "#study/experiment/curves";
import type { DrawRow, Result, TidyRow } from "#study/experiment/result";
import { rowColumns } from "#study/experiment/rows-text";
import { runFileNames } from "#study/store/run-files";
import { readTable } from "#study/store/table";

/**
 * A folder that is not a run folder, or one that is damaged. The message says which file, and what would be
 * right.
 */
export class RunUnreadable extends Error {
  override readonly name: string = "RunUnreadable";
}

/** Reads a run folder back as the result that was written. */
export function readRun(folder: string): Result {
  const summary = readJson(folder, runFileNames.summary) as Result["summary"]; // as runFiles wrote it
  const study = readJson(folder, runFileNames.scenario) as Result["study"]; // as runFiles wrote it
  const drawn = readJson(folder, runFileNames.figures);
  const { command, figures } = drawn as Pick<Result, "command" | "figures">; // as runFiles wrote it
  if (!isWhole(figures)) throw foreign(folder);
  const [head, ...lines] = readTable(read(folder, runFileNames.rows));
  if (head?.join() !== rowColumns.join()) throw damaged(folder, runFileNames.rows);
  const [drawHead, ...drawLines] = readTable(read(folder, runFileNames.draws));
  if (drawHead?.join() !== drawColumns.join()) throw damaged(folder, runFileNames.draws);
  return { study, summary, figures, rows: lines.map(rowOf), draws: drawLines.map(drawRowOf), command };
}

/** All that figures hold, so that those of another version are told. */
const figureParts: Readonly<Record<keyof Figures, true>> = {
  curves: true,
  timelines: true,
  traffic: true,
  waits: true,
  places: true,
  costs: true,
  ways: true,
  lines: true,
  survivals: true,
  explained: true,
  sites: true,
};

function isWhole(figures: Partial<Figures>): boolean {
  return Object.keys(figureParts).every((part) => part in figures);
}

function foreign(folder: string): RunUnreadable {
  return new RunUnreadable(
    `${folder} was written by another version; run the scenario again to write it anew`,
  );
}

function drawRowOf(cells: readonly string[]): DrawRow {
  const [scenario = "", variant = "", replication, seed = "", of = "", draw = "", value, unit = ""] = cells;
  return { scenario, variant, replication: Number(replication), seed, of, draw, value: Number(value), unit };
}

function rowOf(cells: readonly string[]): TidyRow {
  const [scenario, variant, replication, seed, time, of, measure, value, unit, until, by, status, twin] =
    cells;
  return {
    scenario: scenario ?? "",
    variant: variant ?? "",
    replication: Number(replication),
    seed: seed ?? "",
    time: instantOf(time),
    of: of ?? "",
    measure: measure ?? "",
    value: value === undefined || value === "" ? null : Number(value),
    unit: unit ?? "",
    until: instantOf(until),
    by: by === "completion" ? by : null,
    status: status as TidyRow["status"], // rowsText wrote one of its words
    twin: twin === "true",
  };
}

function instantOf(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Date.parse(cell);
}

function readJson(folder: string, name: string): unknown {
  try {
    return JSON.parse(read(folder, name));
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(folder, name);
    throw error;
  }
}

function read(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    throw new RunUnreadable(
      `${folder} is no run folder: it has no ${name}; "breakwater run <scenario>" writes one`,
    );
  }
}

function damaged(folder: string, name: string): RunUnreadable {
  return new RunUnreadable(`${join(folder, name)} is damaged; run the scenario again to write it anew`);
}
