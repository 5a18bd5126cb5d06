import { createHash } from "node:crypto";
import { digestOf } from "#study/experiment/rows-text";
import { canonicalText } from "#study/experiment/canonical";
import type { Provenance } from "#study/store/run-files";
import { columnFields, json, tableResource } from "#study/store/run-files";
import { manifestName } from "#study/store/whole-folder";
import type { WrittenFile } from "#study/store/whole-folder";
import { futuresText, meanColumns, meansText } from "#study/sweep/cube-rows";
import type { MeanRow } from "#study/sweep/cube-rows";
import type { SweptPath } from "#study/sweep/cube";
import { sweepRowColumns, sweepRowHead } from "#study/sweep/future-rows";
import type { Sweep } from "#study/sweep/sweep";

/** The names of the files of the folder of a sweep. */
export const sweepFileNames = {
  summary: "sweep.json",
  scenario: "scenario.json",
  futures: "futures.csv",
  means: "means.csv",
  rows: "rows.csv",
} as const;

/** What is written of a sweep beside its numbers. */
export interface WrittenSweep {
  /** The rows of all futures in order, without a head; asked twice. */
  readonly rows: () => Iterable<string>;
  /** What was found, as `--json` prints it; the digest is added. */
  readonly document: object;
  /** What to type to get the same again. */
  readonly command: string;
  readonly provenance: Provenance;
}

/** The files of the folder of a sweep, by name; rows are never together in memory. */
export function sweepFiles(
  sweep: Sweep,
  { rows, document, command, provenance }: WrittenSweep,
): Map<string, WrittenFile> {
  const { cube } = sweep;
  const { summary, scenario, futures, means, rows: rowsName } = sweepFileNames;
  const tables = new Map<string, () => Iterable<string>>([
    [futures, () => futuresText(cube)],
    [means, () => meansText(cube)],
    [rowsName, () => withHead(sweepRowHead, rows())],
  ]);
  const digests = new Map([...tables].map(([name, texts]) => [name, digestOfAll(texts())]));
  const digest = digestOf(canonicalText(Object.fromEntries(digests)));
  const texts = new Map([
    [summary, json({ ...document, digest })],
    [scenario, json(cube.study)],
    ["datapackage.json", json(packageOf(cube, digests))],
  ]);
  const lazily = [...tables].map(([name, made]) => [name, made()] as const);
  const hashes = [...digests, ...[...texts].map(([name, text]) => [name, digestOf(text)] as const)];
  const manifest = { ...manifestOf(sweep, provenance), command, digest, files: Object.fromEntries(hashes) };
  return new Map<string, WrittenFile>([...texts, ...lazily, [manifestName, json(manifest)]]);
}

function manifestOf({ cube }: Sweep, { version, node, threads, events, seconds }: Provenance): object {
  return {
    scenario: cube.study.id,
    scenarioHash: digestOf(canonicalText(cube.study)),
    breakwater: version,
    node,
    seed: cube.study.variants[0]?.scenario.seed,
    counts: {
      futures: cube.ids.length,
      variants: cube.variants.length,
      replications: cube.replications,
      events,
    },
    threads,
    seconds,
  };
}

function* withHead(head: string, texts: Iterable<string>): Generator<string> {
  yield head;
  yield* texts;
}

function digestOfAll(texts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex");
}

interface ColumnField {
  readonly type: string;
  readonly format?: string;
  readonly description: string;
}

const futureField: ColumnField = { type: "string", description: "The future, by its id." };

/** The columns of the means, for whoever reads them without Breakwater. */
const meanFields: Readonly<Record<keyof MeanRow, ColumnField>> = {
  scenario: columnFields.scenario,
  future: futureField,
  variant: columnFields.variant,
  measure: columnFields.measure,
  of: columnFields.of,
  time: columnFields.time,
  until: columnFields.until,
  value: {
    type: "number",
    description:
      "The mean over the replications of the future. A time that had not come counts as long as it was " +
      "watched; where a replication was spared, a time counts as the best that it could be.",
  },
  error: { type: "number", description: "The standard error of that mean; empty of one replication." },
  censored: { type: "number", description: "The share of replications whose time had not come by the end." },
  unaffected: { type: "number", description: "The share of replications that never met what is timed." },
  unit: columnFields.unit,
  replications: { type: "integer", description: "How many replications each variant of each future has." },
};

/** After the Data Package standard (https://datapackage.org/standard/data-package/). */
function packageOf(cube: Sweep["cube"], digests: ReadonlyMap<string, string>): object {
  const { futures, means, rows } = sweepFileNames;
  const resource = (name: string, path: string, fields: readonly object[]): object => ({
    ...tableResource(name, path, digests.get(path) ?? ""),
    schema: { fields, missingValues: [""] },
  });
  const rowFields = sweepRowColumns.map((name) => ({
    name,
    ...(name === "future" ? futureField : columnFields[name]),
  }));
  const title = cube.study.variants[0]?.scenario.title ?? cube.study.id;
  return {
    name: `${cube.study.id.toLowerCase()}-sweep`,
    title: `${title}: ${cube.ids.length} futures`,
    resources: [
      resource("futures", futures, [{ name: "future", ...futureField }, ...cube.paths.map(pathField)]),
      resource(
        "means",
        means,
        meanColumns.map((name) => ({ name, ...meanFields[name] })),
      ),
      resource("rows", rows, rowFields),
    ],
  };
}

function pathField({ path, unit, numbers }: SweptPath): object {
  if (numbers.some(Number.isNaN)) return { name: path, type: "string", description: "As it is written." };
  if (unit === "instant") return { name: path, type: "datetime", format: "any", description: "In UTC." };
  return { name: path, type: "number", description: unit === "" ? "A number." : `In ${unit}.` };
}
