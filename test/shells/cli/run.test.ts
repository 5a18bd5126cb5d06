import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import type { Summary } from "#study/experiment/summary";
import type { TidyRow } from "#study/experiment/result";
import { readRun } from "#study/store/read-run";
import { FakeIo } from "./fake-io.ts";
import { fakeWorkshop } from "./fake-workshop.ts";

async function type(words: string, io: FakeIo = new FakeIo()): Promise<{ code: number; io: FakeIo }> {
  return { code: await main(words === "" ? [] : words.split(" "), io, fakeWorkshop), io };
}

test("run prints title, work, answer, table and what to type next, and ends 0", async () => {
  const { code, io } = await type("run fake --threads 1");
  expect(code).toBe(0);
  expect(io.stderr).toBe("Reading fake\n");
  const order = [
    "One berth",
    "How long do ships wait?",
    "350 runs",
    "The backlog clears",
    "Mean wait, berth of harbour",
    "Report  runs/fake/report.html",
  ];
  const places = order.map((word) => io.stdout.indexOf(word));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect([...places].sort((left, right) => left - right)).toEqual(places);
});

test("what to type next is what works where it was typed", async () => {
  const { io } = await type("run fake --threads 1 --out here --replications 40");
  expect(io.stdout).toContain("Report  here/report.html\n");
  expect(io.stdout).toContain(
    "Next    breakwater run fake --replications 40 --replication 0 --trace --variant idle\n",
  );
  expect(io.stdout).toContain("        breakwater validate fake --explain\n");
});

test("run writes a whole run folder, and nothing else", async () => {
  const { io } = await type("run fake --threads 1");
  expect(readdirSync(join(io.folder, "runs"))).toEqual(["fake"]);
  expect(readdirSync(join(io.folder, "runs", "fake")).sort()).toEqual([
    "batch.bin",
    "datapackage.json",
    "draws.csv",
    "manifest.json",
    "report.html",
    "request.json",
    "result.json",
    "rows.csv",
    "scenario.json",
    "summary.json",
  ]);
});

test("run --json prints the summary alone on stdout, the same that is written", async () => {
  const { code, io } = await type("run fake --json --threads 1");
  expect(code).toBe(0);
  const summary = JSON.parse(io.stdout) as Summary;
  expect(Object.keys(summary)).toEqual([
    "scenario",
    "title",
    "question",
    "answer",
    "seed",
    "replications",
    "warmUpDays",
    "digest",
    "variants",
    "thresholds",
    "conservation",
    "limits",
  ]);
  expect(io.stderr).toContain("One berth");
  expect(readRun(join(io.folder, "runs/fake")).summary).toEqual(summary);
});

test("one thread and two give the same digest and the same rows", async () => {
  const one = await type("run fake --json --threads 1");
  const two = await type("run fake --json --threads 2");
  expect(two.io.stdout).toBe(one.io.stdout);
  const rows = ({ io }: typeof one): string => readFileSync(join(io.folder, "runs/fake/rows.csv"), "utf8");
  expect(rows(two)).toBe(rows(one));
});

test("another seed gives other numbers, and the command that repeats them", async () => {
  const io = (await type("run fake --json --threads 1")).io;
  const other = (await type("run fake --json --threads 1 --seed 8")).io;
  expect((JSON.parse(other.stdout) as Summary).digest).not.toBe((JSON.parse(io.stdout) as Summary).digest);
  expect(readRun(join(other.folder, "runs/fake")).command).toBe("breakwater run fake --seed 8");
});

test("one replication alone gives the rows that it gives among all", async () => {
  const all = (await type("run fake --json --threads 2")).io;
  const alone = (await type("run fake --json --replication 43")).io;
  const among = readRun(join(all.folder, "runs/fake")).rows.filter(({ replication }) => replication === 43);
  const { rows } = JSON.parse(alone.stdout) as { rows: readonly TidyRow[] };
  expect(rows.length).toBe(15);
  expect(rows).toEqual(among);
});

test("one replication tells its measures, its timeline and every event, and writes nothing", async () => {
  const { code, io } = await type("run fake --replication 731 --trace --variant fast");
  expect(code).toBe(0);
  expect(io.stdout).toContain("replication 731 of seed fake");
  expect(io.stdout).toContain("2024-02-10T00:00Z     disruption start storm (berth of harbour)");
  expect(io.stdout).toContain("Every event of fast");
  expect(io.stdout).toMatch(/Backlog cleared, berth of harbour +[\d.]+ [a-z]+ after the disruption/);
  expect(io.stdout).not.toMatch(/\d [a-z]+ after the disruption after/);
  expect(io.stdout).toMatch(/arrive {3,}berths ship 1\n/);
  expect(readdirSync(io.folder)).toEqual([]);
});

test("a threshold that passes ends 0, one that fails 1, one that is undecided 1", async () => {
  const passing = await type("run fake --threads 1 --set limit=9");
  expect([passing.code, passing.io.stdout.includes("Threshold soon passes")]).toEqual([0, true]);
  const failing = await type("run fake --threads 1 --set limit=0.1");
  expect([failing.code, failing.io.stdout.includes("Threshold soon fails")]).toEqual([1, true]);
  const mean = (JSON.parse((await type("run fake --json --threads 1")).io.stdout) as Summary).variants[0]
    ?.measures[0]?.mean;
  const between = await type(`run fake --threads 1 --set limit=${mean}`);
  expect([between.code, between.io.stdout.includes("Threshold soon is undecided")]).toEqual([1, true]);
});

test("without a word the shipped scenario runs and ends 0 whatever a threshold says", async () => {
  const { code, io } = await type("");
  expect(code).toBe(0);
  expect(io.stdout).toContain("runs/fake/report.html");
});

test("an interrupted run writes no run folder, says how it goes on, and ends 130", async () => {
  for (const threads of [1, 2]) {
    const io = new FakeIo();
    const running = type(`run fake --threads ${threads} --replications 900`, io);
    setTimeout(() => io.interrupt.abort(new Error("interrupted")), 30);
    expect((await running).code).toBe(130);
    expect(io.stderr).toContain("breakwater resume runs/fake goes on");
    expect(readdirSync(join(io.folder, "runs"))).toEqual(["fake.part"]);
  }
});

test("a folder that holds something else is refused before anything runs", async () => {
  const io = new FakeIo();
  mkdirSync(join(io.folder, "mine"));
  writeFileSync(join(io.folder, "mine/letter.txt"), "dear");
  const { code } = await type("run fake --out mine", io);
  expect(code).toBe(2);
  expect(io.stdout).toBe("");
  expect(io.stderr).toContain("--out");
  expect(readdirSync(join(io.folder, "mine"))).toEqual(["letter.txt"]);
});

test("a run folder is replaced by the next run", async () => {
  const io = new FakeIo();
  await type("run fake --threads 1 --out here", io);
  expect(io.stdout).not.toContain("Replaces");
  await type("run fake --threads 1 --out here --seed other", io);
  expect(io.stdout).toMatch(/^Replaces the run of \d{4}-\d\d-\d\d \d\d:\d\d UTC in here\.$/m);
  expect(readRun(join(io.folder, "here")).summary.seed).toBe("other");
  expect(readdirSync(io.folder)).toEqual(["here"]);
});

test("--quiet prints the answer alone", async () => {
  const { io } = await type("run fake --threads 1 --quiet");
  expect(io.stdout).toBe(`${readRun(join(io.folder, "runs/fake")).summary.answer}\n`);
  expect(io.stderr).toBe("");
});
