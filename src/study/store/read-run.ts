import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawColumns } from "#study/experiment/draw-rows";
import type { Batch } from "#study/experiment/batch";
import type { Figures } from "#study/experiment/curves";
import type { DrawRow, Result, TidyRow } from "#study/experiment/result";
import { digestOf, rowColumns } from "#study/experiment/rows-text";
import { fileHash, resumableFileNames, runFileNames } from "#study/store/run-files";
import type { RunRequest } from "#study/store/run-request";
import { sweepFileNames } from "#study/store/sweep-files";
import { readShard, ShardUnreadable } from "#study/store/shard";
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
  if (existsSync(join(folder, sweepFileNames.summary)))
    throw new RunUnreadable(
      `${folder} holds a sweep, not a run: its findings are in ${sweepFileNames.summary} and report.html`,
    );
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

/**
 * What a finished run folder can be run on from; throws a `RunUnreadable` where it was written without that,
 * or where a file is not what its manifest says.
 */
export function readResumable(folder: string): { readonly request: RunRequest; readonly batch: Batch } {
  const manifest = parsed(folder, manifestName, textOf(folder, manifestName)) as Partial<Manifest>; // its own
  const { files } = manifest;
  if (files === undefined) throw damaged(folder, manifestName);
  const { request: requestName, batch: batchName } = resumableFileNames;
  if (files[requestName] === undefined || files[batchName] === undefined)
    throw new RunUnreadable(`${folder} holds no run that can go on; run the scenario again`);
  const readJson = (name: string): unknown => parsed(folder, name, whole(folder, name, files));
  const request = readJson(requestName) as Omit<RunRequest, "study">; // as runFiles wrote it
  const study = readJson(runFileNames.scenario) as RunRequest["study"]; // as runFiles wrote it
  const bytes = bytesOf(folder, batchName);
  if (fileHash(bytes) !== files[batchName]) throw damaged(folder, batchName);
  try {
    return { request: { ...request, study }, batch: readShard(bytes) };
  } catch (error) {
    if (error instanceof ShardUnreadable) throw foreign(folder);
    throw error;
  }
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
  return bytesOf(folder, name).toString("utf8");
}

function bytesOf(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
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
