import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Batch } from "#study/experiment/batch";
import { contiguous } from "#study/experiment/contiguous";
import { gather } from "#study/experiment/gather";
import type { RunRequest } from "#study/store/run-request";
import { ShardFolder } from "#study/store/shard-folder";
import {
  clearUnfinished,
  isUnfinished,
  requestNames,
  unfinishedFolder,
} from "#study/store/unfinished-folder";
import { writeWholeFile } from "#study/store/whole-folder";

/** So many replications are kept at once: what a run that is killed loses at the most, a thread. */
const keptAtOnce = 32;

/**
 * What a run has done so far, on disk: what was asked of it, and its batches as shards, each of which appears
 * whole or not at all. It is removed when the run folder stands.
 */
export class UnfinishedRun {
  readonly request: RunRequest;
  /** The batches that stand on disk. */
  readonly kept: readonly Batch[];
  readonly #folder: string;
  readonly #shards: ShardFolder<Batch>;
  #waiting: Batch[] = [];

  private constructor(folder: string, request: RunRequest, kept?: readonly Batch[]) {
    this.#folder = folder;
    this.#shards = new ShardFolder(folder);
    this.request = request;
    this.kept = kept ?? Array.from(this.#shards.parts(), ({ part }) => part);
  }

  /**
   * Begins anew, with batches that were run elsewhere: what was left of an earlier run of that folder is
   * removed.
   */
  static begin(runFolder: string, request: RunRequest, kept: readonly Batch[] = []): UnfinishedRun {
    const folder = unfinishedFolder(runFolder);
    clearUnfinished(runFolder);
    mkdirSync(folder, { recursive: true });
    writeRequest(folder, request);
    const run = new UnfinishedRun(folder, request, kept);
    for (const batch of kept) run.keep(batch);
    run.flush();
    return run;
  }

  /** Reads what was left; shards that are damaged are run again. */
  static open(runFolder: string): UnfinishedRun {
    const folder = unfinishedFolder(runFolder);
    const text = readFileSync(join(folder, requestNames.run), "utf8");
    return new UnfinishedRun(folder, JSON.parse(text) as RunRequest); // as begin wrote it
  }

  /** The same with another request, which stands on disk from now on. */
  renewed(request: RunRequest): UnfinishedRun {
    writeRequest(this.#folder, request);
    return new UnfinishedRun(this.#folder, request, this.kept);
  }

  /** Takes a batch; it is on disk once enough are together, or after `flush`. */
  keep(batch: Batch): void {
    this.#waiting.push(batch);
    const count = this.#waiting.reduce((sum, { span }) => sum + span.to - span.from, 0);
    if (count >= keptAtOnce) this.flush();
  }

  /** Puts all that was taken on disk. */
  flush(): void {
    for (const batches of contiguous(this.#waiting)) this.#shards.write(gather(batches));
    this.#waiting = [];
  }

  /** Removes what was left of an earlier run of a folder, which another run has taken since. */
  static discard(runFolder: string): void {
    if (isUnfinished(runFolder, "run")) rmSync(unfinishedFolder(runFolder), { recursive: true, force: true });
  }

  /** Removes it: the run is finished. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function writeRequest(folder: string, request: RunRequest): void {
  writeWholeFile(join(folder, requestNames.run), `${JSON.stringify(request)}\n`);
}
