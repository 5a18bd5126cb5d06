import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { Result } from "#study/experiment/result";
import { readRun, RunUnreadable } from "#study/store/read-run";
import { runFiles } from "#study/store/run-files";
import { readTable } from "#study/store/table";
import { assertReplaceable, FolderTaken, writeWholeFolder } from "#study/store/whole-folder";
import { scratchFolder } from "../../house/scratch.ts";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

const provenance = { version: "0.1.0", node: "v20", threads: 1, events: 7, seconds: 1 };

async function fakeResult(): Promise<Result> {
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  return (await runExperiment(fakeStudy(5), new InlineRunner(openLaboratory), options)).result;
}

test("a run that is written is read back the same", async () => {
  const folder = join(scratchFolder(), "run");
  const result = await fakeResult();
  writeWholeFolder(folder, runFiles(result, provenance));
  const read = readRun(folder);
  expect(read.rows).toEqual(result.rows);
  expect(read).toEqual(JSON.parse(JSON.stringify(result)));
});

test("the manifest names the hash of every other file, and the digest is the hash of the rows", async () => {
  const folder = join(scratchFolder(), "run");
  const result = await fakeResult();
  writeWholeFolder(folder, runFiles(result, provenance));
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
    files: Record<string, string>;
  };
  const names = readdirSync(folder).filter((name) => name !== "manifest.json");
  expect(Object.keys(manifest.files).sort()).toEqual(names.sort());
  for (const name of names) {
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ).toBe(manifest.files[name]);
  }
  expect(manifest.files["rows.csv"]).toBe(result.summary.digest);
});

test("the data package describes every column of the rows, in their order", async () => {
  const files = runFiles(await fakeResult(), provenance);
  const { resources } = JSON.parse(String(files.get("datapackage.json"))) as {
    resources: [{ schema: { fields: { name: string; type: string; description: string }[] } }];
  };
  const { fields } = resources[0].schema;
  const [head] = String(files.get("rows.csv")).split("\n");
  expect(fields.map(({ name }) => name).join()).toBe(head);
  expect(fields.filter(({ type, description }) => type === "" || description.length < 10)).toEqual([]);
  expect(head).toContain(",time,of,measure,value,unit,until,by,");
});

test("a folder is written whole or not at all, and what stood there stays", () => {
  const parent = scratchFolder();
  const folder = join(parent, "run");
  writeWholeFolder(
    folder,
    new Map([
      ["manifest.json", "{}"],
      ["old", "kept"],
    ]),
  );
  const broken = new Map([
    ["manifest.json", "{}"],
    ["no/such/folder", "fails"],
  ]);
  expect(() => writeWholeFolder(folder, broken)).toThrow("ENOENT");
  expect(readdirSync(parent)).toEqual(["run"]);
  expect(readFileSync(join(folder, "old"), "utf8")).toBe("kept");
});

test("a run folder is replaced with nothing of the old one left", () => {
  const parent = scratchFolder();
  const folder = join(parent, "run");
  writeWholeFolder(
    folder,
    new Map([
      ["manifest.json", "{}"],
      ["old", ""],
    ]),
  );
  writeWholeFolder(
    folder,
    new Map([
      ["manifest.json", "{}"],
      ["new", ""],
    ]),
  );
  expect(readdirSync(folder).sort()).toEqual(["manifest.json", "new"]);
  expect(readdirSync(parent)).toEqual(["run"]);
});

test("a folder that holds something else than a run is never replaced", () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, "letter.txt"), "dear");
  expect(() => writeWholeFolder(folder, new Map([["manifest.json", "{}"]]))).toThrow(FolderTaken);
  expect(readdirSync(folder)).toEqual(["letter.txt"]);
});

test("a file in the place of the folder, or above it, is named before anything is run", () => {
  const taken = join(scratchFolder(), "taken");
  writeFileSync(taken, "mine");
  expect(() => assertReplaceable(taken)).toThrow(FolderTaken);
  expect(() => assertReplaceable(join(taken, "below"))).toThrow(FolderTaken);
  expect(readFileSync(taken, "utf8")).toBe("mine");
  expect(() => assertReplaceable(join(taken, "..", "free", "run"))).not.toThrow();
  expect(readdirSync(join(taken, ".."))).toEqual(["taken"]);
});

test("what is no run folder, or a damaged one, is said to be so", async () => {
  const folder = join(scratchFolder(), "run");
  expect(() => readRun(folder)).toThrow(RunUnreadable);
  mkdirSync(folder);
  expect(() => readRun(folder)).toThrow("manifest.json");
  writeWholeFolder(folder, runFiles(await fakeResult(), provenance));
  writeFileSync(join(folder, "rows.csv"), "not,rows\n");
  expect(() => readRun(folder)).toThrow("rows.csv is damaged");
  writeFileSync(join(folder, "summary.json"), "{");
  expect(() => readRun(folder)).toThrow("summary.json is damaged");
});

test("a table is read as RFC 4180 writes it", () => {
  expect(readTable('a,b\n"x, ""y""\nz",\r\n,1')).toEqual([
    ["a", "b"],
    ['x, "y"\nz', ""],
    ["", "1"],
  ]);
  expect(readTable("")).toEqual([]);
  expect(readTable("a,\n")).toEqual([["a", ""]]);
});

test("a run of another version, whose figures lack something, is told to be run again", async () => {
  const folder = join(scratchFolder(), "run");
  const result = await fakeResult();
  const { costs: _costs, ...older } = result.figures;
  const figures = older as Result["figures"]; // which an older version wrote
  writeWholeFolder(folder, runFiles({ ...result, figures }, provenance));
  expect(() => readRun(folder)).toThrow("was written by another version; run the scenario again");
});
