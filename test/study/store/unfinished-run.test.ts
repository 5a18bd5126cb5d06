import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Batch } from "#study/experiment/batch";
import { Campaign } from "#study/experiment/campaign";
import { InlineRunner } from "#study/experiment/inline-runner";
import type { RunRequest } from "#study/store/run-request";
import { readShard, shardBytes, ShardUnreadable } from "#study/store/shard";
import { UnfinishedRun } from "#study/store/unfinished-run";
import { scratchFolder } from "../../house/scratch.ts";
import { openLaboratory } from "../fake-laboratory.ts";
import { fakeStudy } from "../fake-study.ts";

const request: RunRequest = {
  version: "0.1.0",
  study: fakeStudy(70),
  audit: false,
  warnings: [],
  typed: { paths: ["fake"], set: [], seed: null, replications: null },
};

/** The batch of replications up to `count`: what was kept is not run again, and each that is run is kept. */
async function grown(count: number, unfinished?: UnfinishedRun): Promise<Batch> {
  const options = unfinished && { kept: unfinished.kept, keep: (batch: Batch) => unfinished.keep(batch) };
  const campaign = await Campaign.open(request.study, new InlineRunner(openLaboratory), {
    audit: false,
    ...options,
  });
  return campaign.growTo(count);
}

test("a shard gives back its batch, and the same batch gives the same bytes", async () => {
  const batch = await grown(9);
  expect(readShard(shardBytes(batch))).toEqual(batch);
  expect(shardBytes(await grown(9))).toEqual(shardBytes(batch));
});

test("a shard that was changed, or cut off, is not read", async () => {
  const bytes = shardBytes(await grown(4));
  const other = shardBytes(await grown(5));
  const swapped = Buffer.concat([bytes.subarray(0, 32), other.subarray(32)]);
  const changed = Uint8Array.from(bytes, (byte, index) => (index === 40 ? byte ^ 1 : byte));
  for (const broken of [changed, swapped, bytes.subarray(0, bytes.length - 5), new Uint8Array()])
    expect(() => readShard(broken)).toThrow(ShardUnreadable);
});

test("what was kept of a run that broke off is not run again, and the whole is the same", async () => {
  const folder = join(scratchFolder(), "run");
  const first = UnfinishedRun.begin(folder, request);
  await grown(40, first);
  first.flush();
  const again = UnfinishedRun.open(folder);
  expect(again.request).toEqual(JSON.parse(JSON.stringify(request)));
  const run: number[] = [];
  const campaign = await Campaign.open(request.study, new InlineRunner(openLaboratory), {
    audit: false,
    kept: again.kept,
    keep: ({ span }) => run.push(span.from),
  });
  expect(await campaign.growTo(70)).toEqual(await grown(70));
  expect(Math.min(...run)).toBe(40);
});

test("a shard that is damaged is run again, and others with it not", async () => {
  const folder = join(scratchFolder(), "run");
  const first = UnfinishedRun.begin(folder, request);
  await grown(70, first);
  first.flush();
  const shards = readdirSync(`${folder}.part`).filter((name) => name.endsWith(".bin"));
  expect(shards.length).toBeGreaterThan(2);
  writeFileSync(join(`${folder}.part`, shards[1] ?? ""), "not what was written");
  const again = UnfinishedRun.open(folder);
  expect(again.kept).toHaveLength(shards.length - 1);
  expect(await grown(70, again)).toEqual(await grown(70));
  again.remove();
  expect(existsSync(`${folder}.part`)).toBe(false);
});

test("what begins anew is not mixed with what was left, and nothing of a user's goes", async () => {
  const folder = join(scratchFolder(), "run");
  const first = UnfinishedRun.begin(folder, request);
  await grown(40, first);
  expect(UnfinishedRun.begin(folder, request).kept).toEqual([]);
  expect(UnfinishedRun.open(folder).kept).toEqual([]);
  const other = join(scratchFolder(), "run");
  mkdirSync(`${other}.part`);
  writeFileSync(join(`${other}.part`, "thesis.txt"), "mine");
  expect(() => UnfinishedRun.begin(other, request)).toThrow("is in the way");
  expect(readFileSync(join(`${other}.part`, "thesis.txt"), "utf8")).toBe("mine");
});
