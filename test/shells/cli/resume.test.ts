import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import type { Workshop } from "#shells/cli/workshop";
import { digestOf } from "#study/experiment/rows-text";
import { readResumable, readRun } from "#study/store/read-run";
import { FakeIo } from "./fake-io.ts";
import { fakeWorkshop } from "./fake-workshop.ts";

async function type(words: string, io: FakeIo, workshop: Workshop = fakeWorkshop): Promise<number> {
  io.stdout = "";
  io.stderr = "";
  return main([...words.split(" "), "--threads", "1"], io, workshop);
}

/** A workshop whose user interrupts once so many runs of a world have begun. */
function interrupting(io: FakeIo, after: number): Workshop {
  let runs = 0;
  const { open } = fakeWorkshop.laboratory;
  return {
    ...fakeWorkshop,
    laboratory: {
      ...fakeWorkshop.laboratory,
      open: async (study) => {
        const laboratory = await open(study);
        return {
          ...laboratory,
          makeWorld: (scenario, over) => {
            const world = laboratory.makeWorld(scenario, over);
            const run = world.run.bind(world);
            world.run = (replication, options) => {
              runs += 1;
              if (runs === after) io.interrupt.abort(new Error("interrupted"));
              return run(replication, options);
            };
            return world;
          },
        };
      },
    },
  };
}

/**
 * What a run folder says: the hash of each file that is for readers, and what the run can go on from. The
 * manifest says how long it took.
 */
function saidBy(io: FakeIo, folder: string): object {
  const path = join(io.folder, folder);
  const names = readdirSync(path).filter((name) => !["manifest.json", "batch.bin"].includes(name));
  const files = names.map((name) => [name, digestOf(readFileSync(join(path, name), "utf8"))]);
  return { files: Object.fromEntries(files) as object, batch: readResumable(path).batch };
}

test("a run that is interrupted goes on where it was, to the bytes of one that was not", async () => {
  const [io, other] = [new FakeIo(), new FakeIo()];
  expect(await type("run fake", io, interrupting(io, 100))).toBe(130);
  expect(io.stderr).toContain("Interrupted; what was run is kept: breakwater resume runs/fake goes on.");
  expect(existsSync(join(io.folder, "runs", "fake"))).toBe(false);
  const next = new FakeIo();
  cpSync(join(io.folder, "runs"), join(next.folder, "runs"), { recursive: true });
  expect(await type("resume runs/fake", next)).toBe(0);
  expect(next.stdout).toMatch(/\n[1-9]\d* of them have been run\./);
  expect(await type("run fake", other)).toBe(0);
  expect(saidBy(next, "runs/fake")).toEqual(saidBy(other, "runs/fake"));
  expect(existsSync(join(next.folder, "runs", "fake.part"))).toBe(false);
});

test("more replications later give the bytes of a run of that many", async () => {
  const [io, other] = [new FakeIo(), new FakeIo()];
  expect(await type("run fake --replications 40", io)).toBe(0);
  expect(await type("resume runs/fake --replications 70", io)).toBe(0);
  expect(io.stdout).toContain("40 of them have been run.");
  expect(await type("run fake --replications 70", other)).toBe(0);
  expect(saidBy(io, "runs/fake")).toEqual(saidBy(other, "runs/fake"));
});

test("what a comparison ran can be run on too", async () => {
  const [io, other] = [new FakeIo(), new FakeIo()];
  expect(await type("compare fake --replications 40", io)).toBe(0);
  expect(await type("resume runs/fake --replications 50", io)).toBe(0);
  expect(await type("run fake --replications 50", other)).toBe(0);
  expect(saidBy(io, "runs/fake")).toEqual(saidBy(other, "runs/fake"));
});

test("what cannot go on is refused with what would be right", async () => {
  const io = new FakeIo();
  await type("run fake --replications 40", io);
  const refused = async (words: string): Promise<string> => {
    expect(await type(words, io)).toBe(2);
    return io.stderr;
  };
  expect(await refused("resume runs/fake")).toContain(
    "is finished and has 40 replications; name more, such as --replications 80",
  );
  expect(await refused("resume runs/fake --replications 30")).toContain("has 40 replications; name more");
  expect(await refused("resume runs/nothing")).toContain("there is no run folder runs/nothing");
  expect(await refused("resume runs/fake --replications 50 --out x")).toContain("a run goes on in its own");
  await type("run fake --replication 3 --out one", io);
  expect(await refused("resume one --replications 9")).toContain("holds no run that can go on");
});

/** What is printed after the progress and the first words: the comparison and where its report is. */
const comparisonIn = (text: string): string => text.slice(text.search(/^.* is best by|^Cannot tell/m));

test("a comparison that is interrupted goes on, and ends as one that was not", async () => {
  const words = "compare fake --by mean-wait --of harbour.berth --indifference 1h";
  const other = new FakeIo();
  expect(await type(words, other)).toBe(0);
  const io = new FakeIo();
  expect(await type(words, io, interrupting(io, 100))).toBe(130);
  expect(io.stderr).toContain("Interrupted; what was run is kept: breakwater resume runs/fake goes on.");
  const next = new FakeIo();
  cpSync(join(io.folder, "runs"), join(next.folder, "runs"), { recursive: true });
  expect(await type("resume runs/fake", next)).toBe(0);
  expect(next.stdout).toMatch(/\n[1-9]\d* of them have been run\./);
  expect(comparisonIn(next.stdout)).toContain("mean wait");
  expect(comparisonIn(next.stdout)).toBe(comparisonIn(other.stdout));
  expect(saidBy(next, "runs/fake")).toEqual(saidBy(other, "runs/fake"));
  expect(existsSync(join(next.folder, "runs", "fake.part"))).toBe(false);
});

test("until it can tell, it goes on beyond what the scenario says, wherever it was interrupted", async () => {
  const words = "compare fake --replications 40 --until-it-can --most 130 --indifference 0.0001h";
  const other = new FakeIo();
  expect(await type(`${words} --out told.txt`, other)).toBe(0);
  const { summary } = readRun(join(other.folder, "runs", "fake"));
  expect(summary.replications).toBe(130);
  for (const after of [90, 230, 360]) {
    const io = new FakeIo();
    expect(await type(`${words} --out told.txt`, io, interrupting(io, after))).toBe(130);
    const next = new FakeIo();
    cpSync(join(io.folder, "runs"), join(next.folder, "runs"), { recursive: true });
    expect(await type("resume runs/fake", next)).toBe(0);
    expect(saidBy(next, "runs/fake")).toEqual(saidBy(other, "runs/fake"));
    const [told, expected] = [next, other].map(({ folder }) =>
      readFileSync(join(folder, "told.txt"), "utf8"),
    );
    expect(told).toBe(expected);
  }
});

test("what was left of an earlier run never replaces a newer one", async () => {
  const [io, other] = [new FakeIo(), new FakeIo()];
  const written = join("runs", "fake");
  for (const words of ["compare fake", "run fake", `run fake --replication 3 --out ${written}`]) {
    const begun = new FakeIo();
    expect(await type("run fake --seed older", begun, interrupting(begun, 100))).toBe(130);
    cpSync(join(begun.folder, "runs"), join(io.folder, "runs"), { recursive: true });
    expect(await type(words, io)).toBe(0);
    expect(await type(words, other)).toBe(0);
    expect(await type("resume runs/fake", io)).toBe(2);
    expect(readRun(join(io.folder, written))).toEqual(readRun(join(other.folder, written)));
  }
});
