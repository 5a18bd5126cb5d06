import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { contiguous } from "#study/experiment/contiguous";
import { ShardFolder } from "#study/store/shard-folder";
import type { SweepRequest } from "#study/store/sweep-request";
import { readSweepRequest, sweepRequestText } from "#study/store/sweep-request";
import { clearUnfinished, requestNames, unfinishedFolder } from "#study/store/unfinished-folder";
import { writeWholeFile } from "#study/store/whole-folder";
import { joinParts } from "#study/sweep/sweep-part";
import type { SweepPart } from "#study/sweep/sweep-part";

/** So many replications of all variants are kept at once: what a sweep that is killed loses at the most. */
const keptAtOnce = 32;

/**
 * What a sweep has done so far, on disk: what was asked of it, and its parts as shards. Rows wait there until
 * all futures have come, so that memory holds none of them. It is removed when the folder of the sweep
 * stands.
 */
export class UnfinishedSweep {
  readonly request: SweepRequest;
  readonly #folder: string;
  readonly #shards: ShardFolder<SweepPart>;
  #waiting: SweepPart[] = [];
  /** Of each shard that stands, its name and its first future. */
  readonly #standing: { readonly name: string; readonly from: number }[] = [];

  private constructor(folder: string, request: SweepRequest) {
    this.#folder = folder;
    this.request = request;
    this.#shards = new ShardFolder(folder);
  }

  /** Begins anew: what was left of an earlier run or sweep of that folder is removed. */
  static begin(sweepFolder: string, request: SweepRequest): UnfinishedSweep {
    const folder = unfinishedFolder(sweepFolder);
    clearUnfinished(sweepFolder);
    mkdirSync(folder, { recursive: true });
    writeWholeFile(join(folder, requestNames.sweep), sweepRequestText(request));
    return new UnfinishedSweep(folder, request);
  }

  /** Opens what was left. */
  static open(sweepFolder: string): UnfinishedSweep {
    const folder = unfinishedFolder(sweepFolder);
    return new UnfinishedSweep(
      folder,
      readSweepRequest(readFileSync(join(folder, requestNames.sweep), "utf8")),
    );
  }

  /** The parts that stand on disk, one after another; those that are damaged are run again. Asked once. */
  *kept(): Generator<SweepPart> {
    for (const { name, part } of this.#shards.parts()) {
      this.#standing.push({ name, from: part.span.from });
      yield part;
    }
  }

  /** Takes a part; it is on disk once enough are together, or after `flush`. */
  keep(part: SweepPart): void {
    this.#waiting.push(part);
    const futures = this.#waiting.reduce((sum, { span }) => sum + span.to - span.from, 0);
    if (futures * this.request.replications >= keptAtOnce) this.flush();
  }

  /** Puts all that was taken on disk. */
  flush(): void {
    for (const parts of contiguous(this.#waiting)) {
      const part = joinParts(parts);
      this.#standing.push({ name: this.#shards.write(part), from: part.span.from });
    }
    this.#waiting = [];
  }

  /** The rows of all parts that stand on disk, in the order of the futures. */
  *rows(): Generator<string> {
    const ordered = [...this.#standing].sort((one, other) => one.from - other.from);
    for (const { name } of ordered) yield this.#shards.read(name).rows;
  }

  /** Removes it: the sweep is finished. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
