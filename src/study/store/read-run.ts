import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawColumns } from "#study/experiment/draw-rows";
import type { Figures } from "#study/experiment/curves";
import type { DrawRow, Result, TidyRow } from "#study/experiment/result";
import { digestOf, rowColumns } from "#study/experiment/rows-text";
import { runFileNames } from "#study/store/run-files";
import { readTable } from "#study/store/table";
import { manifestName } from "#study/store/whole-folder";

/**
 * A folder that is not a run folder, or one that is damaged. The message says which file, and what would be
 * right.
 */
export class RunUnreadable extends Error {
  override readonly name: string = "RunUnreadable";
}

/** Whether a folder holds a run, or what is left of one. */
export function holdsRun(folder: string): boolean {
  const { summary, rows, figures } = runFileNames;
  return [manifestName, summary, rows, figures].some((name) => existsSync(join(folder, name)));
}

/** Reads a run folder back as the result that was written: each file must be what its manifest says. */
export function readRun(folder: string): Result {
  const manifest = parsed(folder, manifestName, textOf(folder, manifestName));
  const { files } = manifest as Partial<Manifest>; // as runFiles wrote it
  if (files === undefined) throw damaged(folder, manifestName);
  const read = (name: string): string => whole(folder, name, files);
  const readJson = (name: string): unknown => parsed(folder, name, read(name));
  const summary = readJson(runFileNames.summary) as Result["summary"]; // as runFiles wrote it
  const study = readJson(runFileNames.scenario) as Result["study"]; // as runFiles wrote it
  const drawn = readJson(runFileNames.figures);
  const { command, figures } = drawn as Pick<Result, "command" | "figures">; // as runFiles wrote it
  if (!isWhole(figures)) throw foreign(folder);
  const [head, ...lines] = readTable(read(runFileNames.rows));
  if (head?.join() !== rowColumns.join()) throw foreign(folder);
  const [drawHead, ...drawLines] = readTable(read(runFileNames.draws));
  if (drawHead?.join() !== drawColumns.join()) throw foreign(folder);
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
  warmUps: true,
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

/** What is read of a manifest: the hash of each file by its name. */
interface Manifest {
  readonly files: Readonly<Record<string, string>>;
}

function parsed(folder: string, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(folder, name);
  }
}

/** The text of a file that is as it was written. */
function whole(folder: string, name: string, files: Manifest["files"]): string {
  const text = textOf(folder, name);
  if (digestOf(text) !== files[name]) throw damaged(folder, name);
  return text;
}

function textOf(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    if (holdsRun(folder)) {
      const what = `${folder} is not a whole run folder: its ${name} is missing`;
      throw new RunUnreadable(`${what}; run the scenario again to write it anew`);
    }
    throw new RunUnreadable(
      `${folder} is no run folder: it has no ${name}; "breakwater run <scenario>" writes one`,
    );
  }
}

function damaged(folder: string, name: string): RunUnreadable {
  return new RunUnreadable(
    `${join(folder, name)} is damaged, or was changed after the run; run the scenario again to write it anew`,
  );
}
