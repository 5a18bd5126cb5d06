import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "#study/experiment/batch";
import { readShard, shardBytes, ShardUnreadable } from "#study/store/shard";
import { writeWholeFile } from "#study/store/whole-folder";

const shardName = /^shard-(\d+)\.bin$/;

/** Parts of a work on disk, each whole or not at all; none is held in memory. */
export class ShardFolder<Part extends { readonly span: Span }> {
  readonly #folder: string;
  /** Number of the next shard. */
  #next: number;

  /** A folder that is made where there is none; shards that lie in it stay. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#next = this.#names().reduce((most, name) => Math.max(most, numberOf(name) + 1), 0);
  }

  /** Puts a part on disk, and gives the name by which `read` finds it. */
  write(part: Part): string {
    const name = `shard-${this.#next}.bin`;
    writeWholeFile(join(this.#folder, name), shardBytes(part));
    this.#next += 1;
    return name;
  }

  /** Every part that stands, one after another; those that are damaged are removed. */
  *parts(): Generator<{ readonly name: string; readonly part: Part }> {
    for (const name of this.#names()) {
      const part = this.#readOrNone(name);
      if (part === undefined) rmSync(join(this.#folder, name));
      else yield { name, part };
    }
  }

  /** One that `parts` gave. */
  read(name: string): Part {
    return readShard<Part>(readFileSync(join(this.#folder, name)));
  }

  #readOrNone(name: string): Part | undefined {
    try {
      return this.read(name);
    } catch (error) {
      if (error instanceof ShardUnreadable) return undefined;
      throw error;
    }
  }

  #names(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => shardName.test(name))
      .sort((one, other) => numberOf(one) - numberOf(other));
  }
}

function numberOf(name: string): number {
  return Number(shardName.exec(name)?.[1]);
}
