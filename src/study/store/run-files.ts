import { createHash } from "node:crypto";
import { digestOf, rowColumns, rowsText } from "#study/experiment/rows-text";
import { drawColumns, drawsText } from "#study/experiment/draw-rows";
import { canonicalText } from "#study/experiment/canonical";
import type { Batch } from "#study/experiment/batch";
import type { RunRequest } from "#study/store/run-request";
import { shardBytes } from "#study/store/shard";
import type { DrawRow, Result, TidyRow } from "#study/experiment/result";
import { manifestName } from "#study/store/whole-folder";

/** How a result came about: outside the digest, for it differs between machines. */
export interface Provenance {
  /** Version of Breakwater. */
  readonly version: string;
  readonly node: string;
  readonly threads: number;
  /** Events of all replications, and how long they took. */
  readonly events: number;
  readonly seconds: number;
}

/** What a finished run can be run on from: all replications from 0 on, and how they were run. */
export interface Resumable {
  readonly batch: Batch;
  readonly request: Omit<RunRequest, "study">;
}

/** The names of the files of a run folder that `readRun` reads. */
export const runFileNames = {
  summary: "summary.json",
  scenario: "scenario.json",
  rows: "rows.csv",
  draws: "draws.csv",
  figures: "result.json",
} as const;

/** The names of the files that `readResumable` reads beside the scenario. */
export const resumableFileNames = { request: "request.json", batch: "batch.bin" } as const;

/** A file of a run folder: a text, or bytes. */
export type RunFile = string | Uint8Array;

/** The files of a run folder, by name; without `resumable` it cannot be run on. */
export function runFiles(
  result: Result,
  provenance: Provenance,
  resumable?: Resumable,
): Map<string, RunFile> {
  const rows = rowsText(result.rows);
  const draws = drawsText(result.draws);
  const files = new Map<string, RunFile>([
    [runFileNames.summary, json(result.summary)],
    [runFileNames.scenario, json(result.study)],
    [runFileNames.rows, rows],
    [runFileNames.draws, draws],
    [runFileNames.figures, json({ command: result.command, figures: result.figures })],
  ]);
  files.set("datapackage.json", json(datapackageOf(result, rows, draws)));
  if (resumable !== undefined) {
    files.set(resumableFileNames.request, json(resumable.request));
    files.set(resumableFileNames.batch, shardBytes(resumable.batch));
  }
  files.set(manifestName, json(manifestOf(result, provenance, files)));
  return files;
}

function manifestOf(result: Result, provenance: Provenance, files: ReadonlyMap<string, RunFile>): object {
  const { version, node, threads, events, seconds } = provenance;
  const { summary, study } = result;
  return {
    scenario: study.id,
    scenarioHash: digestOf(canonicalText(study)),
    command: result.command,
    digest: summary.digest,
    breakwater: version,
    node,
    seeds: Object.fromEntries(study.variants.map(({ name, scenario }) => [name, scenario.seed])),
    counts: {
      variants: study.variants.length,
      replications: summary.replications,
      rows: result.rows.length,
      events,
    },
    threads,
    seconds,
    files: Object.fromEntries([...files].map(([name, text]) => [name, fileHash(text)])),
  };
}

/** SHA-256 of a file, in hex. */
export function fileHash(file: RunFile): string {
  return typeof file === "string" ? digestOf(file) : createHash("sha256").update(file).digest("hex");
}

/** The columns of the rows, for whoever reads them without Breakwater. */
export const columnFields: Readonly<
  Record<keyof TidyRow, { type: string; format?: string; description: string }>
> = {
  scenario: { type: "string", description: "The id of the scenario." },
  variant: { type: "string", description: "The variant that was run." },
  replication: { type: "integer", description: "The number of the replication, from 0." },
  seed: { type: "string", description: "The seed of the scenario." },
  time: {
    type: "datetime",
    format: "any",
    description: "The instant that was read, or the start of the window; empty: the end of the warm-up.",
  },
  of: { type: "string", description: "What was measured: an id, site.station, performance or all." },
  measure: { type: "string", description: "The measure." },
  value: { type: "number", description: "Its value; empty where there is none, see status." },
  unit: { type: "string", description: "The unit of the value." },
  until: {
    type: "datetime",
    format: "any",
    description: "The end of the window, which is outside it; empty: the end of the run.",
  },
  by: {
    type: "string",
    description: "completion: those who left in the window count; empty: those who came in it.",
  },
  status: {
    type: "string",
    description:
      "value; censored: it had not come when the run ended, and the value is how long it was watched; " +
      "unaffected: what was watched for never failed; none: there is no such number.",
  },
  twin: { type: "boolean", description: "Whether the row is of the twin, the same run undisrupted." },
};

/** The columns of the draws. */
const drawFields: Readonly<Record<keyof DrawRow, { type: string; description: string }>> = {
  scenario: columnFields.scenario,
  variant: columnFields.variant,
  replication: columnFields.replication,
  seed: columnFields.seed,
  of: {
    type: "string",
    description: "Whose draw it is: flow/<id>, disruption/<id>, passage/<id>/admission.",
  },
  draw: {
    type: "string",
    description:
      "Its name: rate, start, end, duration, factor ...; times and lasted tell how often a disruption came " +
      "after the warm-up, and how long it acted.",
  },
  value: { type: "number", description: "What was drawn." },
  unit: {
    type: "string",
    description: "d: days; d since start: an instant, in days from the start of the run; /d: a day.",
  },
};

/** A table of a data package; `digest` is the SHA-256 of its text, in hex. */
export function tableResource(name: string, path: string, digest: string): object {
  return { name, path, format: "csv", mediatype: "text/csv", encoding: "utf-8", hash: `sha256:${digest}` };
}

/** After the Data Package standard (https://datapackage.org/standard/data-package/). */
function datapackageOf(result: Result, rows: string, draws: string): object {
  return {
    name: result.study.id.toLowerCase(),
    title: result.summary.title,
    resources: [
      {
        ...tableResource("rows", runFileNames.rows, digestOf(rows)),
        schema: {
          fields: rowColumns.map((name) => ({ name, ...columnFields[name] })),
          missingValues: [""],
        },
      },
      {
        ...tableResource("draws", runFileNames.draws, digestOf(draws)),
        schema: { fields: drawColumns.map((name) => ({ name, ...drawFields[name] })) },
      },
    ],
  };
}

/** A value as the text of a JSON file. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
