import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import type { Workshop } from "#shells/cli/workshop";
import { digestOf } from "#study/experiment/rows-text";
import { readResumable } from "#study/store/read-run";
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
          makeWorld: (scenario, twin) => {
            const world = laboratory.makeWorld(scenario, twin);
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
