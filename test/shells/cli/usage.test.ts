import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { FakeIo } from "./fake-io.ts";
import { fakeWorkshop } from "./fake-workshop.ts";

async function refused(words: string): Promise<string> {
  const io = new FakeIo();
  expect(await main(words.split(" "), io, fakeWorkshop)).toBe(2);
  expect(io.stdout).toBe("");
  expect(io.stderr).not.toMatch(/\n\s+at /);
  return io.stderr;
}

test("wrong usage ends 2 and says what would be right", async () => {
  expect(await refused("rnu fake")).toContain(`nearest is "run"`);
  expect(await refused("run fake --replicaton 3")).toContain(`nearest is "--replication"`);
  expect(await refused("run fake other")).toContain(`"other" is one word too many`);
  expect(await refused("run")).toContain("--help");
  expect(await refused("run fake --replications many")).toContain(
    "--replications takes a whole number, 1 or more",
  );
  expect(await refused("run fake --threads 0")).toContain("--threads takes a whole number, 1 or more");
  expect(await refused("run fake --seed 1 --seed 2")).toContain("--seed is given twice");
  expect(await refused("run fake --trace")).toContain("--replication 0");
  expect(await refused("run fake --replication 0 --trace --variant fats")).toContain(`nearest is "fast"`);
  expect(await refused("run fakee")).toContain(`nearest is "fake"`);
  expect(await refused("report nowhere")).toBe(
    'nowhere is no run folder: it has no manifest.json; "breakwater run <scenario>" writes one\n',
  );
  expect(await refused("run fake --replications 0")).toContain("such as --replications 100");
  expect(await refused("run fake --threads 0")).toContain("left out, all cores work");
  expect(await refused("run fake --json=3")).toContain("--json takes no value");
  expect(await refused("run fake --set")).toContain("--set path=value");
  expect(await refused("validate fake --set --explain")).toContain("--set path=value");
  expect(await refused("run fake --variant fast")).toContain("--replication 0 --trace");
  expect(await refused("run")).toContain("run needs a scenario, such as ever-given-2021");
});

test("a broken scenario ends 2 with the place of each error, whatever the command", async () => {
  for (const words of ["run wrong", "validate wrong"]) {
    expect(await refused(words)).toContain("wrong.yaml:14:12 ID_UNKNOWN network.links.lane.to");
  }
});

test("validate says what is valid, and what is not as JSON", async () => {
  const io = new FakeIo();
  expect(await main(["validate", "fake"], io, fakeWorkshop)).toBe(0);
  expect(io.stdout).toBe("fake.yaml: valid\n");
  const both = new FakeIo();
  expect(await main(["validate", "fake", "wrong", "--json"], both, fakeWorkshop)).toBe(2);
  expect(JSON.parse(both.stdout)).toMatchObject([
    { file: "fake.yaml", valid: true, diagnostics: [] },
    { file: "wrong.yaml", valid: false, diagnostics: [{ code: "ID_UNKNOWN", line: 14, column: 12 }] },
  ]);
});

test("validate --explain prints where every value comes from", async () => {
  const io = new FakeIo();
  expect(await main(["validate", "fake", "--explain"], io, fakeWorkshop)).toBe(0);
  expect(io.stdout).toContain("title: One berth (fake.yaml:2:8)");
});

test("report writes the page of a run folder anew and prints where it is", async () => {
  const io = new FakeIo();
  await main(["run", "fake", "--threads", "1"], io, fakeWorkshop);
  const page = readFileSync(join(io.folder, "runs/fake/report.html"), "utf8");
  io.stdout = "";
  expect(await main(["report", "runs/fake", "--out", "page.html"], io, fakeWorkshop)).toBe(0);
  expect(io.stdout).toBe("page.html\n");
  expect(readFileSync(join(io.folder, "page.html"), "utf8")).toBe(page);
});

test("help and version go to stdout, end 0 and write nothing", async () => {
  for (const [words, shown] of [
    ["--help", "validate <paths...>"],
    ["run --help", "--replication"],
    ["--version", "."],
  ] as const) {
    const io = new FakeIo();
    expect(await main(words.split(" "), io, fakeWorkshop)).toBe(0);
    expect(io.stdout).toContain(shown);
    expect(io.stderr).toBe("");
    expect(existsSync(join(io.folder, "runs"))).toBe(false);
  }
});
