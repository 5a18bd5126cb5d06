import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import type { Workshop } from "#shells/cli/workshop";
import { FakeIo } from "./fake-io.ts";
import { fiveLengths } from "../../study/sweep/small-sweep.ts";
import { smallText } from "../../study/session/small-scenario.ts";

async function type(
  words: readonly string[],
  { io = new FakeIo(), text = smallText + fiveLengths, workshop = shippedWorkshop } = {},
): Promise<{ readonly code: number; readonly io: FakeIo }> {
  writeFileSync(join(io.folder, "small.yaml"), text);
  io.stdout = "";
  io.stderr = "";
  return { code: await main([...words, "--threads", "1"], io, workshop), io };
}

/** The files of a folder by name, but for the manifest, which says how long it took. */
function filesIn(io: FakeIo, folder = "runs/small-sweep"): ReadonlyMap<string, string> {
  const path = join(io.folder, folder);
  const names = readdirSync(path).filter((name) => name !== "manifest.json");
  return new Map(names.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

/** A workshop whose user interrupts once so many replications of futures have begun. */
function interrupting(io: FakeIo, after: number): Workshop {
  let runs = 0;
  const { open, worker } = shippedWorkshop.futures;
  return {
    ...shippedWorkshop,
    futures: {
      worker,
      open: async (scenario) => {
        const opened = await open(scenario);
        const { laboratory } = opened;
        const makeWorld: typeof laboratory.makeWorld = (resolved, over) => {
          runs += 1;
          if (runs === after) io.interrupt.abort(new Error("interrupted"));
          return laboratory.makeWorld(resolved, over);
        };
        return { ...opened, laboratory: { ...laboratory, makeWorld } };
      },
    },
  };
}

test("a sweep says first how much it runs, and writes what each future gave", async () => {
  const { code, io } = await type(["sweep", "small.yaml", "--replications", "2"]);
  expect(io.stderr).not.toContain("fault");
  expect(code).toBe(0);
  expect(io.stdout).toContain("disruptions.strike.duration: 1 d, 2 d, 3 d, 4 d, 5 d");
  expect(io.stdout).toContain(
    "Runs 5 futures × 3 variants × 2 replications: with twins up to 50 runs, on 1 thread, seed small.",
  );
  const files = filesIn(io);
  expect(files.get("futures.csv")).toBe(
    "future,disruptions.strike.duration\nf001,1\nf002,2\nf003,3\nf004,4\nf005,5\n",
  );
  const rows = files.get("rows.csv")?.trimEnd().split("\n") ?? [];
  expect(rows[0]).toBe("scenario,future,variant,replication,seed,time,of,measure,value,unit,until,by,status");
  expect(rows).toHaveLength(1 + 5 * 3 * 2 * 2);
  expect(rows[1]).toMatch(/^small,f001,baseline,0,small,,performance,throughput-loss,\d+,vessels,,,value$/);
  expect(files.get("means.csv")?.trimEnd().split("\n")).toHaveLength(1 + 5 * 3 * 2);
  expect(existsSync(join(io.folder, "runs/small-sweep.part"))).toBe(false);
});

test("the package of a sweep names every column of its tables, and their hashes", async () => {
  const { io } = await type(["sweep", "small.yaml", "--replications", "1", "--quiet"]);
  const files = filesIn(io);
  const described = JSON.parse(files.get("datapackage.json") ?? "") as {
    readonly resources: readonly {
      readonly path: string;
      readonly hash: string;
      readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
    }[];
  };
  const manifest = JSON.parse(readFileSync(join(io.folder, "runs/small-sweep/manifest.json"), "utf8")) as {
    readonly files: Readonly<Record<string, string>>;
  };
  expect(described.resources.map(({ path }) => path)).toEqual(["futures.csv", "means.csv", "rows.csv"]);
  for (const { path, hash, schema } of described.resources) {
    expect(files.get(path)?.split("\n")[0]?.split(",")).toEqual(schema.fields.map(({ name }) => name));
    expect(hash).toBe(`sha256:${manifest.files[path]}`);
  }
});

test("a sweep that is interrupted goes on to the bytes of one that was not", async () => {
  const words = ["sweep", "small.yaml", "--replications", "3"];
  const { io: whole } = await type(words);
  const io = new FakeIo();
  const broken = await type(words, { io, workshop: interrupting(io, 12) });
  expect(broken.code).toBe(130);
  expect(io.stderr).toContain(
    "Interrupted; what was run is kept: breakwater resume runs/small-sweep goes on.",
  );
  expect(existsSync(join(io.folder, "runs/small-sweep"))).toBe(false);
  const next = new FakeIo();
  const from = join(io.folder, "runs/small-sweep.part");
  expect(readdirSync(from).filter((name) => name.startsWith("shard-")).length).toBeGreaterThan(0);
  const moved = await resumed(from, next);
  expect(moved).toBe(0);
  expect(filesIn(next)).toEqual(filesIn(whole));
});

/** Goes on elsewhere, where no scenario lies: all that it reads is in what was kept. */
async function resumed(from: string, io: FakeIo): Promise<number> {
  const { cpSync } = await import("node:fs");
  cpSync(from, join(io.folder, "runs/small-sweep.part"), { recursive: true });
  return main(["resume", "runs/small-sweep", "--threads", "1"], io, shippedWorkshop);
}

test("what futures vary can be typed, in place of what the scenario says", async () => {
  const typed = await type([
    ...["sweep", "small.yaml", "--replications", "1"],
    ...["--vary", "flows.calls.arrivals.rate={ kind: uniform, min: 1 /d, max: 3 /d }"],
    ...["--count", "4"],
  ]);
  expect(typed.io.stderr).not.toContain("ERROR");
  expect(typed.code).toBe(0);
  const lines = filesIn(typed.io).get("futures.csv")?.trimEnd().split("\n") ?? [];
  expect(lines[0]).toBe("future,flows.calls.arrivals.rate");
  expect(lines).toHaveLength(5);
  const grid = await type([
    ...["sweep", "small.yaml", "--replications", "1"],
    ...[
      "--vary",
      "flows.calls.arrivals.rate=[1 /d, 2 /d]",
      "--vary",
      "disruptions.strike.duration=[1 d, 2 d]",
    ],
  ]);
  expect(grid.code).toBe(0);
  expect(filesIn(grid.io).get("futures.csv")).toBe(
    "future,flows.calls.arrivals.rate,disruptions.strike.duration\n" +
      "f001,1,1\nf002,1,2\nf003,2,1\nf004,2,2\n",
  );
});

test.each([
  [["--vary", "disruptions.strike.duration"], "--vary takes path=values"],
  [["--vary", "disruptions.strik.duration=[1 d]"], 'nearest is "strike"'],
  [["--vary", "disruptions.strike.duration=[1 d, -2 d]"], "in future f002"],
  [["--by", "nonsense"], 'nothing can be ranked by "nonsense"; choose from throughput-loss, mean-wait'],
  [["--by", "mean-wait", "--indifference", "3 km"], "--indifference is of mean-wait"],
  [["--replications", "0"], "--replications takes a whole number, 1 or more"],
] as const)("%s is refused before anything is run", async (words, message) => {
  const { code, io } = await type(["sweep", "small.yaml", ...words]);
  expect(code).toBe(2);
  expect(io.stderr).toContain(message);
  expect(existsSync(join(io.folder, "runs"))).toBe(false);
});

test("a scenario without futures says what to write", async () => {
  const { code, io } = await type(["sweep", "small.yaml"], { text: smallText });
  expect(code).toBe(2);
  expect(io.stderr).toContain('--vary "disruptions.strike.duration=[5 d, 10 d, 20 d]"');
});

test("a run says that futures are left out, and a folder of a sweep says that it is no run", async () => {
  const { io, code } = await type(["run", "small.yaml"]);
  expect(code).toBe(0);
  expect(io.stderr).toContain("Its 5 futures are left out: sweep runs them");
  await type(["sweep", "small.yaml", "--replications", "1"], { io });
  expect(await main(["report", "runs/small-sweep"], io, shippedWorkshop)).toBe(2);
  expect(io.stderr).toContain("holds a sweep, not a run");
});
