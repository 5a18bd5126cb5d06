import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { readTable } from "#study/store/table";
import { FakeIo } from "./fake-io.ts";

async function type(words: string): Promise<{ code: number; io: FakeIo }> {
  const io = new FakeIo();
  return { code: await main(words.split(" "), io, shippedWorkshop), io };
}

const part = "bench-strategies --networks corridor --disruptions strike,feeder-slow";
const committed = "notebooks-data/benchmark";

function linesOf(folder: string, name = "results.csv"): readonly string[] {
  return readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
}

test("a part that is run again gives the committed lines to the byte; else: bench-strategies", async () => {
  const { code, io } = await type(`${part} --threads 1 --quiet`);
  expect(code).toBe(0);
  const [head, ...lines] = linesOf(join(io.folder, "runs/benchmark"));
  const [shippedHead, ...shipped] = linesOf(committed);
  expect(head).toBe(shippedHead);
  const isOfPart = (line: string): boolean => /,corridor,\d+,(strike|feeder-slow|quiet),/.test(line);
  expect(lines.length).toBe(3 * 6 * 6);
  expect(lines).toEqual(shipped.filter(isOfPart));
}, 60_000);

test("the committed data are whole, and every disruption is felt on every network", () => {
  const text = readFileSync(join(committed, "results.csv"), "utf8");
  const [head = [], ...rows] = readTable(text);
  const at = (name: string): number => head.indexOf(name);
  const { resources } = JSON.parse(readFileSync(join(committed, "datapackage.json"), "utf8")) as {
    resources: { path: string; hash: string; schema: { fields: { name: string }[] } }[];
  };
  for (const { path, hash, schema } of resources) {
    const bytes = readFileSync(join(committed, path));
    expect(hash).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
    expect(linesOf(committed, path)[0]).toBe(schema.fields.map(({ name }) => name).join(","));
  }
  const none = rows.filter((row) => row[at("policy")] === "none" && row[at("disruption")] !== "quiet");
  const late = none.filter((row) => row[at("measure")] === "delay" && row[at("of")] === "all");
  expect(late).toHaveLength(6 * 12);
  for (const row of late) expect(Number(row[at("low")]), row.join()).toBeGreaterThan(0);
});

test("the difference from none is of the means, and the same on two threads", async () => {
  const few = `${part} --policies other-port --replications 3 --json`;
  const one = await type(`${few} --threads 1`);
  const two = await type(`${few} --threads 2`);
  expect(two.io.stdout).toBe(one.io.stdout);
  const { cells, ranks } = JSON.parse(one.io.stdout) as {
    cells: { policy: string; measure: string; of: string; value: number; difference_from_none: number }[];
    ranks: { policy: string; cells: number }[];
  };
  const [none, other] = cells.filter(({ measure, of }) => measure === "delay" && of === "all");
  expect([none?.policy, other?.policy]).toEqual(["none", "other-port"]);
  expect(other?.difference_from_none).toBeCloseTo((other?.value ?? 0) - (none?.value ?? 0), 12);
  expect(none?.difference_from_none).toBeNull();
  expect(ranks.map(({ policy, cells: count }) => [policy, count]).slice(0, 2)).toEqual([
    ["none", 2],
    ["other-port", 2],
  ]);
}, 60_000);

test("a name that is none is refused with the nearest, before anything is run", async () => {
  for (const [words, wanted] of [
    ["--networks corider", 'there is no network "corider"; nearest is "corridor"'],
    ["--networks corridor --policies go-rond", 'there is no policy "go-rond"; nearest is "go-round"'],
    ["--networks corridor --disruptions stroke", 'there is no disruption "stroke"; nearest is "strike"'],
  ] as const) {
    const { code, io } = await type(`bench-strategies ${words}`);
    expect([code, io.stdout]).toEqual([2, ""]);
    expect(io.stderr).toContain(wanted);
  }
});

test("the table fits, counts its runs first, and says where the data are", async () => {
  const { io } = await type(`${part} --policies go-round --replications 2 --threads 1`);
  const [words = ""] = io.stdout.split("\n\n");
  expect(words.replaceAll("\n", " ")).toMatch(
    /^Runs 1 network, 2 disruptions, 1 policy and none, .*: 12 runs/,
  );
  expect(io.stdout).toMatch(/corridor, 6 sites\n {2}strike +lost, % +\d/);
  expect(io.stdout).toContain("Results  runs/benchmark: results.csv");
  expect(Math.max(...io.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
}, 60_000);
