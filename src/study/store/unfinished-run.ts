import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Batch } from "#study/experiment/batch";
import { gather } from "#study/experiment/gather";
import type { RunRequest } from "#study/store/run-request";
import { readShard, shardBytes, ShardUnreadable } from "#study/store/shard";
import { FolderTaken, writeWholeFile } from "#study/store/whole-folder";

/** So many replications are kept at once: what a run that is killed loses at the most, a thread. */
const keptAtOnce = 32;
const requestName = "request.json";
const shardName = /^shard-\d+\.bin$/;

/** Where the unfinished run of a folder stands: beside it. */
export function unfinishedFolder(folder: string): string {
  return `${folder}.part`;
}

/** Whether a run of a folder was broken off, so that it can go on. */
export function isUnfinished(folder: string): boolean {
  return existsSync(join(unfinishedFolder(folder), requestName));
}

/**
 * What a run has done so far, on disk: what was asked of it, and its batches as shards, each of which appears
 * whole or not at all. It is removed when the run folder stands.
 */
export class UnfinishedRun {
  readonly request: RunRequest;
  /** The batches that stand on disk. */
  readonly kept: readonly Batch[];
  readonly #folder: string;
  #waiting: Batch[] = [];
  /** Number of the next shard. */
  #next: number;

  private constructor(folder: string, request: RunRequest, kept: readonly Batch[]) {
    this.#folder = folder;
    this.request = request;
    this.kept = kept;
    this.#next = 0;
  }

  /**
   * Begins anew, with batches that were run elsewhere: what was left of an earlier run of that folder is
   * removed.
   */
  static begin(runFolder: string, request: RunRequest, kept: readonly Batch[] = []): UnfinishedRun {
    const folder = unfinishedFolder(runFolder);
    if (existsSync(folder) && !isUnfinished(runFolder))
      throw new FolderTaken(`${folder} is in the way, where a run keeps what it has done; move it elsewhere`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeWholeFile(join(folder, requestName), `${JSON.stringify(request)}\n`);
    const run = new UnfinishedRun(folder, request, kept);
    for (const batch of kept) run.keep(batch);
    run.flush();
    return run;
  }

  /** Reads what was left; shards that are damaged are run again. */
  static open(runFolder: string): UnfinishedRun {
    const folder = unfinishedFolder(runFolder);
    const text = readFileSync(join(folder, requestName), "utf8");
    const request = JSON.parse(text) as RunRequest; // as begin wrote it
    const names = readdirSync(folder).filter((name) => shardName.test(name));
    const kept = names.flatMap((name) => {
      const batch = readOrNone(join(folder, name));
      if (batch === undefined) rmSync(join(folder, name));
      return batch === undefined ? [] : [batch];
    });
    const run = new UnfinishedRun(folder, request, kept);
    run.#next = names.reduce((most, name) => Math.max(most, Number(/\d+/.exec(basename(name))?.[0]) + 1), 0);
    return run;
  }

  /** The same with another request, which stands on disk from now on. */
  renewed(request: RunRequest): UnfinishedRun {
    writeWholeFile(join(this.#folder, requestName), `${JSON.stringify(request)}\n`);
    const run = new UnfinishedRun(this.#folder, request, this.kept);
    run.#next = this.#next;
    return run;
  }

  /** Takes a batch; it is on disk once enough are together, or after `flush`. */
  keep(batch: Batch): void {
    this.#waiting.push(batch);
    const count = this.#waiting.reduce((sum, { span }) => sum + span.to - span.from, 0);
    if (count >= keptAtOnce) this.flush();
  }

  /** Puts all that was taken on disk. */
  flush(): void {
    for (const batches of runsOf(this.#waiting)) {
      writeWholeFile(join(this.#folder, `shard-${this.#next}.bin`), shardBytes(gather(batches)));
      this.#next += 1;
    }
    this.#waiting = [];
  }

  /** Removes what was left of an earlier run of a folder, which another run has taken since. */
  static discard(runFolder: string): void {
    if (isUnfinished(runFolder)) rmSync(unfinishedFolder(runFolder), { recursive: true, force: true });
  }

  /** Removes it: the run is finished. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Batches in groups that follow on each other without a gap. */
function runsOf(batches: readonly Batch[]): readonly (readonly Batch[])[] {
  const ordered = [...batches].sort((left, right) => left.span.from - right.span.from);
  const groups: Batch[][] = [];
  for (const batch of ordered) {
    const last = groups.at(-1);
    if (last?.at(-1)?.span.to === batch.span.from) last.push(batch);
    else groups.push([batch]);
  }
  return groups;
}

function readOrNone(path: string): Batch | undefined {
  try {
    return readShard(readFileSync(path));
  } catch (error) {
    if (error instanceof ShardUnreadable) return undefined;
    throw error;
  }
}
