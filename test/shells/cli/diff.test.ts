import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { readRun } from "#study/store/read-run";
import { FakeIo } from "./fake-io.ts";

const port = readFileSync("scenarios/templates/port.yaml", "utf8");

/** A folder with the port as `a.yaml` and a changed one as `b.yaml`. */
function folderWith(change: (text: string) => string): FakeIo {
  const io = new FakeIo();
  writeFileSync(join(io.folder, "a.yaml"), port);
  writeFileSync(join(io.folder, "b.yaml"), change(port));
  return io;
}

async function type(words: string, io: FakeIo): Promise<string> {
  io.stdout = "";
  expect(await main(words.split(" "), io, shippedWorkshop)).toBe(0);
  return io.stdout;
}

const lineOf = (text: string): number => port.split("\n").findIndex((line) => line.includes(text)) + 1;

test("a value that differs is told by its path, with both values and where they stand", async () => {
  const io = folderWith((text) =>
    text.replace("factor: 0.5", "factor: 0.25").replace("servers: 4,", "servers: 3,"),
  );
  const told = await type("diff a.yaml b.yaml", io);
  const [servers, factor] = [lineOf("servers: 4,"), lineOf("factor: 0.5")];
  expect(told).toContain(`harbour.stations.berth.servers: 4 → 3   (a.yaml:${servers}; b.yaml:${servers})\n`);
  expect(told).toContain(`disruptions.damage.factor: 0.5 → 0.25   (a.yaml:${factor}; b.yaml:${factor})`);
  expect(told).toContain("From a.yaml to b.yaml: 2 differences.");
});

test("other units, other spelling and another order of keys are no difference", async () => {
  const turned = (text: string): string =>
    text
      .replace("duration: 7 d", "duration: 168 h")
      .replace("{ kind: linear, over: 5 d }", "{ over: 120 h, kind: linear }")
      .replace(/( {2}peak-queue: .*\n)( {2}backlog-clear-time: .*\n)/, "$2$1");
  expect(turned(port)).not.toBe(port);
  expect(await type("diff a.yaml b.yaml", folderWith(turned))).toBe("a.yaml and b.yaml say the same.\n");
});

test("a variant tells what it changes beside the baseline, and that it is missing on one side", async () => {
  const io = folderWith((text) =>
    text
      .replace("warm-up: 30 d", "warm-up: 40 d")
      .replace("servers: 5", "servers: 6")
      .replace("night-shifts", "late-shifts"),
  );
  const told = await type("diff a.yaml b.yaml", io);
  expect(told.match(/time\.warm-up: 30 d → 40 d/g)).toHaveLength(1);
  expect(told).toMatch(/fifth-berth\n {2}network\.sites\.harbour\.stations\.berth\.servers: 5 → 6/);
  expect(told).toContain("night-shifts\n  a variant of a.yaml only");
  expect(told).toContain("late-shifts\n  a variant of b.yaml only");
  expect(JSON.parse(await type("diff a.yaml b.yaml --json", io))).toMatchObject({
    first: "a.yaml",
    scenarios: [
      { variant: "baseline", standing: "in both", differences: [{ path: "time.warm-up" }] },
      { variant: "fifth-berth", differences: [{ before: { text: "5" }, after: { text: "6" } }] },
      { variant: "night-shifts", standing: "only in the first" },
      { variant: "late-shifts", standing: "only in the second" },
    ],
  });
});

test("what only one side writes stands beside the default or beside nothing", async () => {
  const io = folderWith((text) =>
    text.replace("servers: 4,", "servers: 4, room: 9,").replace("window: 7 d", "window: 7 d, held-for: 3 d"),
  );
  const told = await type("diff a.yaml b.yaml", io);
  expect(told).toMatch(/berth\.room: nothing → 9 {3}\(not there; b\.yaml:\d+\)/);
  expect(told).toMatch(/performance\.held-for: 7 d → 3 d {3}\(default; b\.yaml:\d+\)/);
});

test("of two runs the measures are compared in pairs, with the interval of the difference", async () => {
  const io = folderWith((text) => text.replace("factor: 0.5", "factor: 0.25"));
  for (const name of ["a", "b"])
    await main(["run", `${name}.yaml`, "--replications", "12", "--threads", "1"], io, shippedWorkshop);
  const { measures } = JSON.parse(await type("diff runs/a runs/b --json", io)) as {
    measures: {
      variant: string;
      measure: string;
      difference: number;
      low: number;
      high: number;
      pairs: number;
    }[];
  };
  const [a, b] = ["a", "b"].map((name) => readRun(join(io.folder, "runs", name)).rows);
  const peaks = (rows: typeof a): number[] =>
    (rows ?? [])
      .filter((row) => row.variant === "baseline" && row.measure === "peak-queue" && !row.twin)
      .map(({ value }) => value ?? NaN);
  const [before, after] = [peaks(a), peaks(b)];
  const mean = after.reduce((sum, value, index) => sum + value - (before[index] ?? NaN), 0) / 12;
  const peak = measures.find(({ variant, measure }) => variant === "baseline" && measure === "peak-queue");
  expect(peak?.difference).toBeCloseTo(mean, 10);
  expect(peak?.pairs).toBe(12);
  expect(peak?.low).toBeLessThan(mean);
  expect(peak?.high).toBeGreaterThan(mean);
  const told = await type("diff runs/a runs/b", io);
  expect(told).toContain("disruptions.damage.factor: 0.5 → 0.25\n");
  expect(told).toMatch(
    /Peak queue, berth of harbour: \d+ vessels \(.*\) → \d+ vessels \(.*\); \+[\d.]+ vessel.* over 12 pairs/,
  );
  expect(await type("diff runs/a runs/a", io)).toContain("say the same");
  expect(await type("diff a.yaml runs/b", io)).not.toContain("Measures");
  for (const words of ["diff runs/a runs/b --set seed=9", "diff a.yaml runs/b --set seed=9"]) {
    io.stderr = "";
    expect(await main(words.split(" "), io, shippedWorkshop)).toBe(2);
    expect(io.stderr).toMatch(/runs\/[ab] is a run that is over; leave --set out/);
  }
});

/** A folder with a short run of the port in `runs/a`. */
async function folderWithRun(): Promise<FakeIo> {
  const io = folderWith((text) => text.replace("night-shifts", "late-shifts"));
  await main(["run", "a.yaml", "--replications", "3", "--threads", "1"], io, shippedWorkshop);
  return io;
}

const runAlso = (words: string, io: FakeIo): Promise<number> =>
  main(["run", ...words.split(" "), "--threads", "1"], io, shippedWorkshop);

test("runs that say the same are told in a line, and other draws or fewer are named", async () => {
  const io = await folderWithRun();
  const told = await type("diff runs/a runs/a", io);
  expect(told).toContain("baseline: every measure is the same in both\n");
  expect(told).not.toContain("→");
  await runAlso("a.yaml --replications 3 --seed other --out runs/seed", io);
  expect(await type("diff runs/a runs/seed", io)).toMatch(
    /seed: port → other\n[^]* of pairs on different draws\./,
  );
  await runAlso("a.yaml --replications 5 --out runs/five", io);
  const longer = await type("diff runs/a runs/five", io);
  expect(longer).toContain("pairs on common draws, of the 3 replications that both have.");
  expect(longer).toContain("; the same in all 3 pairs\n");
});

test("two scenarios are called two, and only what is of the same thing is compared", async () => {
  const io = await folderWithRun();
  await runAlso("b.yaml --replications 3", io);
  expect(await type("diff runs/a runs/b", io)).toContain("late-shifts\n  a variant of runs/b only");
  writeFileSync(join(io.folder, "c.yaml"), readFileSync("scenarios/templates/network.yaml", "utf8"));
  await runAlso("c.yaml --replications 3", io);
  const told = await type("diff runs/a runs/c", io);
  expect(told).toMatch(
    /^From runs\/a to runs\/c: \d+ differences\.\nThey are two scenarios: "[^"]+" and "Two ways/,
  );
  expect(told).toContain("measures.delay of ore: nothing → asked for\n");
  // The throughput of a port and that of a flow are not set beside each other.
  expect(told).not.toContain("Throughput loss");
});

test.each(["summary.json", "scenario.json", "rows.csv", "draws.csv", "result.json", "manifest.json"])(
  "a run folder without %s, or with half of it, is told as damaged",
  async (name) => {
    const io = await folderWithRun();
    const file = join(io.folder, "runs/a", name);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.slice(0, text.length / 2));
    expect(await main(["diff", "a.yaml", "runs/a"], io, shippedWorkshop)).toBe(2);
    expect(io.stderr).toContain(`${name} is damaged, or was changed after the run; run the scenario again`);
    rmSync(file);
    io.stderr = "";
    expect(await main(["diff", "a.yaml", "runs/a"], io, shippedWorkshop)).toBe(2);
    expect(io.stderr).toContain(`is not a whole run folder: its ${name} is missing; run the scenario again`);
  },
);

test("wrong usage says what would be right", async () => {
  const io = await folderWithRun();
  mkdirSync(join(io.folder, "empty"));
  for (const [words, told] of [
    ["diff a.yaml", "diff needs two scenarios, or two run folders"],
    ["diff a.yaml empty", "empty is no run folder, for it has no manifest.json, and no scenario"],
    ["diff a.yaml runs/nothing", "there is nothing at runs/nothing; name a run folder, or a scenario"],
    ["diff a.yaml runs/a/rows.csv", "runs/a/rows.csv is a file of a run; name its folder, runs/a"],
    ["diff a.yaml ever-given-2022", 'nearest is "ever-given-2021"'],
  ] as const) {
    io.stderr = "";
    expect(await main(words.split(" "), io, shippedWorkshop)).toBe(2);
    expect(io.stderr).toContain(told);
  }
});
