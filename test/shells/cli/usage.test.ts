import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic } from "#base/diagnostic";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import type { Workshop } from "#shells/cli/workshop";
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
    'there is no run folder nowhere; "breakwater run <scenario>" writes one\n',
  );
  expect(await refused("run fake --replications 0")).toContain("such as --replications 100");
  expect(await refused("run fake --threads 0")).toContain("left out, all cores work");
  expect(await refused("run fake --json=3")).toContain("--json takes no value");
  expect(await refused("run fake --set")).toContain("--set path=value");
  expect(await refused("validate fake --set --explain")).toContain("--set path=value");
  expect(await refused("run fake --variant fast")).toContain("--replication 0 --trace");
  expect(await refused("run")).toContain("run needs a scenario, such as ever-given-2021");
});

test("an option that only other commands take is refused with their names", async () => {
  expect(await refused("validate fake --full")).toBe(
    "validate takes no --full, which run, resume and compare do; leave it out\n",
  );
  const takers = "which run, compare, sweep, validate and diff do; leave it";
  expect(await refused("schema --set a=1")).toContain(takers);
});

test("a document is one JSON document with --json, as all that commands print", async () => {
  for (const [name, text] of [
    ["schema", undefined],
    ["reference", "# Reference of the scenario language"],
  ] as const) {
    const io = new FakeIo();
    expect(await main([name, "--json"], io, fakeWorkshop)).toBe(0);
    const document = JSON.parse(io.stdout) as Record<string, unknown>;
    if (text === undefined) expect(document).toHaveProperty("$schema");
    else expect(document[name]).toContain(text);
  }
});

test("a seed is told to change nothing where nothing is drawn, and the command goes on", async () => {
  const io = new FakeIo();
  expect(await main(["schema", "--seed", "3"], io, fakeWorkshop)).toBe(0);
  expect(io.stderr).toBe("--seed changes nothing here: schema draws nothing\n");
  expect(JSON.parse(io.stdout)).toHaveProperty("$schema");
  const quiet = new FakeIo();
  expect(await main(["schema", "--seed", "3", "--quiet"], quiet, fakeWorkshop)).toBe(0);
  expect(quiet.stderr).toBe("");
  const drawing = new FakeIo();
  expect(await main(["validate", "fake", "--seed", "3"], drawing, fakeWorkshop)).toBe(0);
  expect(drawing.stderr).not.toContain("changes nothing");
});

test("what is wrong with an option is told with its name, and no path is set twice", async () => {
  const io = new FakeIo();
  const words = ["run", "fake", "--set", "limit=3", "--replications", "5", "--threads", "1", "--quiet"];
  const place = { file: "--set", line: 2, column: 1, owner: "--set" };
  const few: Diagnostic = {
    ...{ code: "REPLICATIONS_FEW", severity: "warning", path: "replications" },
    ...{ place, wrong: "5 are few", right: "write 30 or more" },
  };
  const workshop: Workshop = {
    ...fakeWorkshop,
    check: (...typed) => ({ ...fakeWorkshop.check(...typed), diagnostics: [few] }),
  };
  expect(await main(words, io, workshop)).toBe(0);
  expect(io.stderr).toContain("--replications REPLICATIONS_FEW (warning) replications: 5 are few");
  expect(await refused("run fake --set seed=3 --set seed=4")).toContain("--set is given twice for seed");
  expect(await refused("run fake --set seed=3 --seed 4")).toContain("--set and --seed both set seed");
});

test("one letter and a bare word for help are understood, or told as they were typed", async () => {
  for (const words of [["-h"], ["help"], ["help", "run"], ["version"]]) {
    const io = new FakeIo();
    expect(await main(words, io, fakeWorkshop)).toBe(0);
    expect(io.stdout).not.toBe("");
  }
  expect(await refused("run fake -q")).toContain(`there is no option "-q"; nearest is "--quiet"`);
});

test("a place where no file can be written is refused in words, before anything is run", async () => {
  const io = new FakeIo();
  mkdirSync(join(io.folder, "taken"));
  const server = createServer().listen(join(io.folder, "pipe"));
  await once(server, "listening");
  for (const [out, said] of [
    ["taken", "taken is no file; name a file, or leave the option out"],
    ["pipe", "pipe is no file; name a file, or leave the option out"],
    ["none/there.json", "there is no folder"],
  ] as const) {
    for (const command of [["schema"], ["verify"], ["new", "port"]]) {
      io.stderr = "";
      const file = command[0] === "new" ? `${out}.yaml` : out;
      if (command[0] === "new" && !out.includes("/")) continue;
      expect(await main([...command, "--out", file], io, fakeWorkshop)).toBe(2);
      expect(io.stderr).toContain(said);
      expect(io.stderr).not.toContain("ENOENT");
    }
  }
  expect(readdirSync(io.folder).sort()).toEqual(["pipe", "taken"]);
  server.close();
});

test("a run is asked for by its folder, and what is none is told as it was typed", async () => {
  const io = new FakeIo();
  await main(["run", "fake", "--threads", "1"], io, fakeWorkshop);
  writeFileSync(join(io.folder, "own.yaml"), "breakwater: 1\n");
  const told = async (words: string): Promise<string> => {
    io.stderr = "";
    expect(await main(words.split(" "), io, shippedWorkshop)).toBe(2);
    return io.stderr;
  };
  expect(await told("explain own.yaml")).toBe(
    'own.yaml is a file, not a run folder; "breakwater run own.yaml" writes one\n',
  );
  expect(await told("explain runs/none")).toContain("there is no run folder runs/none");
  expect(await told("explain runs")).toContain("runs is no run folder: it has no manifest.json");
  expect(await told("run own.yml")).toContain(`there is no scenario own.yml; nearest is "own.yaml"`);
  expect(await told("run own")).toContain(`nearest is "own.yaml"`);
  expect(await told("run .")).toContain(". is a folder without a scenario.yaml; name a file in it: own.yaml");
  for (const typed of ["runs/fake", "runs/fake/scenario.json"])
    expect(await told(`run ${typed}`)).toContain(
      `${typed} is of a run that "breakwater run fake" made, and no scenario`,
    );
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
