import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { findScenario, shippedNames } from "#study/store/scenario-place";
import type { TidyRow } from "#study/experiment/result";
import type { Summary } from "#study/experiment/summary";
import { readRun } from "#study/store/read-run";
import { FakeIo } from "./fake-io.ts";

async function type(words: string, io: FakeIo = new FakeIo()): Promise<{ code: number; io: FakeIo }> {
  return { code: await main(words.split(" "), io, shippedWorkshop), io };
}

const short = "--replications 9 --set time.end=2025-06-01T00:00Z";

test("a shipped scenario runs by its bare name, with equal bytes on one thread and on two", async () => {
  const one = await type(`run one-berth --json --threads 1 ${short}`);
  const two = await type(`run one-berth --json --threads 2 ${short}`);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(two.io.stdout).toBe(one.io.stdout);
  const summary = JSON.parse(one.io.stdout) as Summary;
  expect(summary.conservation.violations).toBe(0);
  expect(summary.conservation.checked).toBeGreaterThan(1000);
  expect(readRun(join(two.io.folder, "runs/one-berth"))).toEqual(
    readRun(join(one.io.folder, "runs/one-berth")),
  );
});

test("without a word about threads all cores work", async () => {
  const io = new FakeIo();
  io.cores = 2;
  await type("run one-berth --replications 2 --set time.end=2025-06-01T00:00Z", io);
  expect(io.stdout + io.stderr).toContain("on 2 threads");
});

test("one replication of a shipped scenario alone gives its rows in the full run", async () => {
  const all = await type(`run one-berth --json --threads 2 ${short}`);
  const alone = await type(`run one-berth --json --replication 7 ${short}`);
  const { rows } = JSON.parse(alone.io.stdout) as { rows: readonly TidyRow[] };
  const among = readRun(join(all.io.folder, "runs/one-berth")).rows;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).toEqual(among.filter(({ replication }) => replication === 7));
});

test("a broken file ends 2 with file, line and column of every error", async () => {
  const io = new FakeIo();
  const text = ["breakwater: 1", "title: Broken", "time: { start: 2024-01-01T00:00Z, end: 30 }", "sed: 7"];
  writeFileSync(join(io.folder, "broken.yaml"), `${text.join("\n")}\n`);
  const { code } = await type("run broken.yaml", io);
  expect(code).toBe(2);
  expect(io.stdout).toBe("");
  expect(io.stderr).toMatch(/^broken\.yaml:3:\d+ /m);
  expect(io.stderr).toMatch(/^broken\.yaml:4:1 /m);
  expect(io.stderr).not.toMatch(/\n\s+at /);
  expect(readdirSync(io.folder)).toEqual(["broken.yaml"]);
});

test("schema prints JSON, and every shipped scenario is valid", async () => {
  const { code, io } = await type("schema");
  expect(code).toBe(0);
  expect(JSON.parse(io.stdout)).toHaveProperty("$schema");
  const checked = await type(`validate ${shippedNames().join(" ")} --json`);
  expect(checked.code).toBe(0);
});

test("a scenario reads files of its folder tree only", () => {
  const { folder } = new FakeIo();
  mkdirSync(join(folder, "tree/one"), { recursive: true });
  mkdirSync(join(folder, "tree/two"));
  for (const name of ["tree/one/scenario.yaml", "tree/two/scenario.yaml", "secret.yaml"]) {
    writeFileSync(join(folder, name), "x: 1\n");
  }
  const { library, file, id } = findScenario("tree/one", folder);
  expect([file, id]).toEqual(["tree/one/scenario.yaml", "one"]);
  expect(library("tree/two/scenario.yaml")).toBeDefined();
  expect(library("secret.yaml")).toBeUndefined();
  expect(library("tree/one/../../secret.yaml")).toBeUndefined();
  expect(library("tree/two")).toBeUndefined();
  expect(library("/etc/hostname")).toBeUndefined();
});

test("a lone baseline is called neither each nor twice, and what is counted is printed whole", async () => {
  const { io } = await type(`run one-berth --threads 1 ${short}`);
  expect(`${io.stdout}${io.stderr}`.replaceAll("\n", " ")).toContain(
    "Runs the baseline, 9 replications, on 1 thread",
  );
  const counted = new FakeIo();
  const window = "measures.throughput={ of: calls, from: 2025-01-01T00:00Z, until: 2031-06-01T00:00Z }";
  await main(["run", "one-berth", "--replication", "7", "--set", window], counted, shippedWorkshop);
  expect(counted.stdout).toMatch(/Throughput, calls, .* 5,497 vessels\n/);
});
