import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Summary } from "#study/experiment/summary";
import { programOf } from "./debian-package.ts";

/** One run for all tests of this file. */
const scratch = mkdtempSync(join(tmpdir(), "breakwater-"));
const folder = join(scratch, "port");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");

beforeAll(() => {
  const words = ["run", "scenarios/templates/port.yaml", "--replications", "30", "--out", folder, "--quiet"];
  const { status, stderr } = spawnSync("node", ["dist/shells/cli/main.js", ...words], { encoding: "utf8" });
  expect(status, stderr).toBe(0);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A line that a reading prints: the numbers by what they are of. */
type Printed = ReadonlyMap<string, readonly number[]>;

function printedBy(program: string, reading: string): Printed {
  const words = [join("notebooks-data/readings", reading), folder];
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const [head, ...lines] = stdout.trim().split("\n");
  expect(head).toBe("variant,measure,of,difference,low,high,pairs");
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      return [cells.slice(0, 3).join(), cells.slice(3).map(Number)];
    }),
  );
}

/** Student's intervals lie around the difference; others lean. */
function isMiddle(difference: number, low: number, high: number): boolean {
  return Math.abs((low + high) / 2 - difference) < 1e-9 * (high - low);
}

function setBeside(printed: Printed): void {
  const { variants } = JSON.parse(read("summary.json")) as Summary; // as the run wrote it
  let intervals = 0;
  for (const { name, measures } of variants)
    for (const { measure, of, at, from, censored, versusBaseline: versus } of measures) {
      const { difference = null, low = null, high = null } = versus ?? {};
      if (difference === null || at !== undefined || from !== undefined || censored > 0) continue;
      const [told = NaN, least = NaN, most = NaN] = printed.get([name, measure, of].join()) ?? [];
      const close = (one: number, other: number): boolean =>
        Math.abs(one - other) <= 1e-7 * Math.max(1e-3, Math.abs(other));
      expect(close(told, difference), `${name} ${measure} ${of}: ${told}, not ${difference}`).toBe(true);
      if (low === null || high === null || !isMiddle(difference, low, high)) continue;
      expect([close(least, low), close(most, high)], `${name} ${measure} ${of}`).toEqual([true, true]);
      intervals += 1;
    }
  expect(intervals, "intervals that are Student's").toBeGreaterThan(5);
}

describe("a run folder says of every variant what summary.json says, read by", () => {
  it("pandas and SciPy", () => {
    programOf("python3-scipy");
    setBeside(printedBy(programOf("python3-pandas"), "read.py"));
  });

  it("R", () => setBeside(printedBy(programOf("r-base-core"), "read.R")));

  it("DuckDB", () => setBeside(printedBy("node", "read-duckdb.mjs")));

  it("JavaScript", () => setBeside(printedBy("node", "read.mjs")));
});

interface Field {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
}

/** What a cell of each type may be (Table Schema, https://datapackage.org/standard/table-schema/). */
const fits: Readonly<Record<string, (cell: string) => boolean>> = {
  string: () => true,
  integer: (cell) => /^[+-]?\d+$/.test(cell),
  number: (cell) => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell),
  boolean: (cell) => ["true", "false", "True", "False", "TRUE", "FALSE", "1", "0"].includes(cell),
  datetime: (cell) => !Number.isNaN(Date.parse(cell)),
};

it("and its data package keeps the rules of the standard: names, hashes, columns and types", () => {
  const data = JSON.parse(read("datapackage.json")) as {
    readonly name: string;
    readonly resources: readonly {
      readonly name: string;
      readonly path: string;
      readonly hash: string;
      readonly schema: { readonly fields: readonly Field[] };
    }[];
  }; // as the run wrote it
  expect(
    [data.name, ...data.resources.map(({ name }) => name)].every((name) => /^[-a-z0-9._]+$/.test(name)),
  ).toBe(true);
  for (const { path, hash, schema } of data.resources) {
    expect(hash).toBe(`sha256:${createHash("sha256").update(read(path)).digest("hex")}`);
    const [head, ...rows] = parse(read(path));
    expect(head).toEqual(schema.fields.map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(0);
    const wrong = rows.flatMap((cells) =>
      schema.fields.filter(({ type }, column) => {
        const cell = cells[column] ?? "";
        return cell !== "" && fits[type]?.(cell) !== true;
      }),
    );
    expect(wrong).toEqual([]);
  }
});
