import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { digestOf } from "#study/experiment/rows-text";
import { readRun } from "#study/store/read-run";
import type { TidyRow } from "#study/experiment/result";
import { FakeIo } from "./fake-io.ts";

interface Told {
  readonly replication: number;
  readonly medianBy: { readonly measure: string; readonly among: number } | null;
  readonly asWritten: boolean;
  readonly withoutLegalRoute: readonly { place: string; rules: string | null; voyages: number }[];
  readonly timeline: readonly {
    readonly time: string;
    readonly what: string;
    readonly id: string;
    readonly queue?: {
      readonly until: string;
      readonly before: number;
      readonly after: number;
      readonly run: { readonly came: number; readonly entered: number; readonly gaveUp: number };
    };
  }[];
  readonly delay: {
    readonly voyages: number;
    readonly totalDays: number;
    readonly causes: readonly { how: string; place: string | null; cause: string | null; days: number }[];
  };
}

/** A run of the template with two ways, in a folder of its own. */
class RunAtHand {
  readonly io: FakeIo = new FakeIo();

  static async made(): Promise<RunAtHand> {
    const run = new RunAtHand();
    const text = readFileSync("scenarios/templates/network.yaml", "utf8");
    writeFileSync(join(run.io.folder, "two.yaml"), text);
    const words = ["run", "two.yaml", "--replications", "7", "--threads", "1", "--out", "run"];
    expect(await main(words, run.io, shippedWorkshop)).toBe(0);
    return run;
  }

  async type(words: string): Promise<string> {
    this.io.stdout = "";
    expect(await main(words.split(" "), this.io, shippedWorkshop)).toBe(0);
    return this.io.stdout;
  }

  async tell(words: string): Promise<Told> {
    return JSON.parse(await this.type(`explain run ${words} --json`)) as Told;
  }

  rows(variant: string, measure: string): readonly TidyRow[] {
    return readRun(join(this.io.folder, "run")).rows.filter(
      (row) => row.variant === variant && row.measure === measure && !row.twin,
    );
  }
}

test("the causes of each variant add up to the delay that its run wrote", async () => {
  const run = await RunAtHand.made();
  for (const variant of ["baseline", "all-wait", "all-go-round", "faster-unloading"]) {
    const told = await run.tell(`${variant} --replication 3`);
    const { voyages, totalDays, causes } = told.delay;
    const sum = causes.reduce((total, { days }) => total + days, 0);
    expect(sum).toBeCloseTo(totalDays, 6);
    expect(totalDays / voyages).toBeCloseTo(run.rows(variant, "delay")[3]?.value ?? NaN, 9);
    expect(told.asWritten).toBe(true);
  }
});

test("the median replication is chosen when none is named, and it is said by what", async () => {
  const run = await RunAtHand.made();
  const delays = run.rows("all-wait", "delay");
  const ordered = [...delays].sort((one, other) => (one.value ?? 0) - (other.value ?? 0));
  const told = await run.tell("all-wait");
  expect(told.replication).toBe(ordered[3]?.replication);
  expect(told.medianBy).toMatchObject({ measure: "delay", among: 7 });
  expect((await run.tell("all-wait --replication 5")).medianBy).toBeNull();
  expect(await run.type("explain run")).toContain("It is the median of 7 replications by delay (");
  expect(await run.type("explain run faster-unloading")).toContain(
    "\nA fourth unloading place (price 2 million USD)\nIt is the median",
  );
});

test("no line is longer than the terminal, whatever it tells", async () => {
  const run = await RunAtHand.made();
  run.io.width = 44;
  const lines = (await run.type("explain run all-go-round --replication 0")).split("\n");
  expect(lines.filter((line) => line.length > 44)).toEqual([]);
});

test("who waits is told for the closure, and who goes round for it too", async () => {
  const run = await RunAtHand.made();
  const waiting = await run.tell("all-wait --replication 0");
  const [first] = waiting.delay.causes;
  expect(first).toMatchObject({ how: "waiting", place: "strait.transit", cause: "closure" });
  const round = await run.tell("all-go-round --replication 0");
  const another = round.delay.causes.find(({ how }) => how === "another-way");
  expect(another).toMatchObject({ place: "strait.transit", cause: "closure" });
  expect(another?.days).toBeGreaterThan(0);
});

test("the timeline is in order and has the closure, the peak and the return", async () => {
  const run = await RunAtHand.made();
  const { timeline } = await run.tell("all-wait --replication 0");
  const times = timeline.map(({ time }) => time);
  expect([...times].sort()).toEqual(times);
  const whats = timeline.filter(({ what }) => !what.startsWith("policy")).map(({ what }) => what);
  for (const what of ["disruption-start", "disruption-end", "queue-peak", "backlog-cleared"])
    expect(whats).toContain(what);
  const told = await run.type("explain run all-wait --replication 0");
  expect(told).toMatch(
    /15 Mar 2024 00:00 UTC {2}closure begins at strait \(dispute\), drawn duration [\d.]+ days; /,
  );
  expect(told).toMatch(/waiting at strait for closure \(\d+ voyages\)/);
  expect(told).toMatch(/days {2}in all, of which -?[\d.,]+ days have no cause that is known/);
});

test("a queue that grows or shrinks has its sentence, with its flow and its bar", async () => {
  const run = await RunAtHand.made();
  const { timeline } = await run.tell("all-wait --replication 0");
  const stretches = timeline.flatMap(({ what, id, time, queue }) =>
    queue === undefined || id !== "strait.transit" ? [] : [{ what, from: Date.parse(time), ...queue }],
  );
  expect(stretches.map(({ what }) => what).slice(0, 2)).toEqual(["queue-grows", "queue-shrinks"]);
  for (const { what, from, until, before, after, run: flow } of stretches) {
    expect(after > before).toBe(what === "queue-grows");
    const days = (Date.parse(until) - from) / 86_400_000;
    expect((flow.came - flow.entered - flow.gaveUp) * days).toBeCloseTo(after - before, 6);
  }
  const told = (await run.type("explain run all-wait --replication 0")).replace(/\s+/g, " ");
  expect(told).toMatch(
    /until \d+ Mar 2024 [\d:]+ UTC the queue at strait grows from \d+ to \d+: a day [\d.]+ come, [\d.]+ are/,
  );
  expect(told).toMatch(
    /the queue at strait shrinks from \d+ to \d, what it does not exceed in 95 % of the time/,
  );
  expect(told).toMatch(
    /the backlog at strait has cleared: at most \d+ waits?, as in 95 % of the time undisrupted/,
  );
  expect(told).toMatch(
    /the rate of ore has recovered: for 7 days from here, each next 7 days bring at least 95 %/,
  );
});

test("who finds no legal route is told with the rule that forbids it", async () => {
  const run = new RunAtHand();
  const text = readFileSync("scenarios/templates/network.yaml", "utf8")
    .replace("admission: { kind: headway, every: 3 h }", "$&, limits: { draft: { 2024-06-01T00:00Z: 9 m } }")
    .replace("capacity: 60 kt", "$&, draft: 12 m")
    .replace("distance: 3200 km", "$&, one-way: true")
    .replace("from: cape, to: works", "from: works, to: cape");
  writeFileSync(join(run.io.folder, "shallow.yaml"), text);
  await run.type("run shallow.yaml --replications 2 --threads 1 --out run");
  const told = await run.tell("baseline --replication 0");
  const [first, ...others] = told.withoutLegalRoute;
  expect(first).toMatchObject({ place: "mine", rules: "strait.transit.limits.draft" });
  expect(first?.voyages).toBeGreaterThan(100);
  expect(others.every(({ rules }) => rules === "strait.transit.limits.draft")).toBe(true);
  expect(await run.type("explain run baseline --replication 0")).toMatch(
    /Without a legal route from mine: \d+, barred by strait\.transit\.limits\.draft\./,
  );
});

test("a run whose numbers are not those of this program says so", async () => {
  const run = await RunAtHand.made();
  const [file, manifest] = ["rows.csv", "manifest.json"].map((name) => join(run.io.folder, "run", name));
  if (file === undefined || manifest === undefined) throw new Error("both are named above");
  const text = readFileSync(file, "utf8");
  const other = text.replace(/^(.*,baseline,0,.*,peak-queue,)\d+/m, "$1999");
  writeFileSync(file, other);
  const written = readFileSync(manifest, "utf8");
  writeFileSync(manifest, written.replaceAll(digestOf(text), digestOf(other)));
  expect((await run.tell("baseline --replication 0")).asWritten).toBe(false);
  expect(await run.type("explain run baseline --replication 0")).toContain("not those of the run folder");
});

test("an unknown variant, replication or folder says what would be right", async () => {
  const { io } = await RunAtHand.made();
  for (const [words, remedy] of [
    ["explain run al-wait", 'the run has no variant "al-wait"; nearest is "all-wait"'],
    ["explain run --replication 7", "the run has the replications 0 to 6, and no 7"],
    ["explain nowhere", "there is no run folder nowhere"],
    ["explain", "explain needs a run folder"],
  ] as const) {
    io.stderr = "";
    expect(await main(words.split(" "), io, shippedWorkshop)).toBe(2);
    expect(io.stderr).toContain(remedy);
  }
});
