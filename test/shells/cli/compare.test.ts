import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { readRun } from "#study/store/read-run";
import { FakeIo } from "./fake-io.ts";
import { fakeWorkshop } from "./fake-workshop.ts";

async function type(words: string, io: FakeIo): Promise<number> {
  io.stdout = "";
  io.stderr = "";
  return main([...words.split(" "), "--threads", "1"], io, fakeWorkshop);
}

test("a scenario is run, ranked, and its run folder written", async () => {
  const io = new FakeIo();
  expect(await type("compare fake", io)).toBe(0);
  expect(io.stdout).toContain("fast is best by");
  expect(io.stdout).toMatch(/Ranked by .*: mean of \d+ replications/);
  expect(io.stdout).toMatch(/\n {2}fast +1 /);
  expect(io.stdout).toContain("All variants meet the same draws.");
  expect(existsSync(join(io.folder, "runs", "fake", "report.html"))).toBe(true);
});

test("a run folder gives the comparison that its scenario gave", async () => {
  const io = new FakeIo();
  await type("compare fake --json", io);
  const document: unknown = JSON.parse(io.stdout);
  expect(await type("compare runs/fake --json", io)).toBe(0);
  expect(JSON.parse(io.stdout)).toEqual(document);
  expect(document).toMatchObject({
    scenario: "fake",
    replications: 70,
    selection: { procedure: "kim-nelson", best: "fast", isDecided: true },
    ranking: [{ variant: "fast", from: 1, to: 1 }, {}, {}],
  });
});

test("until it can tell, more replications are run, and the run says how many give it again", async () => {
  const io = new FakeIo();
  await type("compare fake --replications 40", io);
  expect(io.stdout).toContain("cannot select the best by");
  expect(await type("compare fake --replications 40 --until-it-can", io)).toBe(0);
  expect(io.stdout).toContain("fast is best by");
  const { summary, command, rows } = readRun(join(io.folder, "runs", "fake"));
  expect(summary.replications).toBe(64);
  expect(command).toBe("breakwater run fake --replications 64");
  await type("run fake --replications 64 --out again", io);
  expect(readRun(join(io.folder, "again")).rows).toEqual(rows);
});

test("what cannot be meant is refused with what would be right", async () => {
  const io = new FakeIo();
  await type("run fake --out one", io);
  const refused = async (words: string): Promise<string> => {
    expect(await type(words, io)).toBe(2);
    return io.stderr;
  };
  expect(await refused("compare one --by mean-weight")).toContain('nearest is "mean-wait"');
  expect(await refused("compare one --by mean-wait --of harbor.berth")).toContain(
    'nearest is "harbour.berth"',
  );
  expect(await refused("compare one --replications 50")).toContain("a run folder is a run that is over");
  expect(await refused("compare one fake")).toContain("run each scenario first");
  expect(await refused("compare one --indifference soon")).toContain("--indifference is a quantity");
  expect(await refused("compare one --by mean-wait --indifference 3")).toContain("which is a time");
  expect(await refused("compare one --indifference -1")).toContain("is above 0");
});

test.each([
  ["--by mean-weight", 'nearest is "mean-wait"'],
  ["--by mean-wait --of harbor.berth --until-it-can", 'nearest is "harbour.berth"'],
  ["--by mean-wait --indifference 3", "which is a time"],
  ["--indifference 3km", "--indifference is of"],
  ["--indifference soon", "--indifference is a quantity"],
])("of a scenario %s is refused before anything is run", async (words, message) => {
  const io = new FakeIo();
  expect(await type(`compare fake ${words}`, io)).toBe(2);
  expect(io.stderr).toContain(message);
  expect(existsSync(join(io.folder, "runs"))).toBe(false);
});
