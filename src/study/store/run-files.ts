import { digestOf, rowColumns, rowsText } from "#study/experiment/rows-text";
import { canonicalText } from "#study/experiment/canonical";
import type { Result, TidyRow } from "#study/experiment/result";
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

/** The names of the files of a run folder that `readRun` reads. */
export const runFileNames = {
  summary: "summary.json",
  scenario: "scenario.json",
  rows: "rows.csv",
  figures: "result.json",
} as const;

/** The files of a run folder, by name. */
export function runFiles(result: Result, provenance: Provenance): Map<string, string> {
  const rows = rowsText(result.rows);
  const files = new Map<string, string>([
    [runFileNames.summary, json(result.summary)],
    [runFileNames.scenario, json(result.study)],
    [runFileNames.rows, rows],
    [runFileNames.figures, json({ command: result.command, figures: result.figures })],
  ]);
  files.set("datapackage.json", json(datapackageOf(result, rows)));
  files.set(manifestName, json(manifestOf(result, provenance, files)));
  return files;
}

function manifestOf(result: Result, provenance: Provenance, files: ReadonlyMap<string, string>): object {
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
    files: Object.fromEntries([...files].map(([name, text]) => [name, digestOf(text)])),
  };
}

const columnTypes: Readonly<Record<keyof TidyRow, string>> = {
  scenario: "string",
  variant: "string",
  replication: "integer",
  seed: "string",
  time: "datetime",
  of: "string",
  measure: "string",
  value: "number",
  unit: "string",
  status: "string",
  twin: "boolean",
};

/** After the Data Package standard (https://datapackage.org/standard/data-package/). */
function datapackageOf(result: Result, rows: string): object {
  return {
    name: result.study.id.toLowerCase(),
    title: result.summary.title,
    resources: [
      {
        name: "rows",
        path: runFileNames.rows,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        hash: `sha256:${digestOf(rows)}`,
        schema: {
          fields: rowColumns.map((name) => ({ name, type: columnTypes[name] })),
          missingValues: [""],
        },
      },
    ],
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
