import { Streams } from "#engine/random/stream";
import { latinHypercube } from "#engine/stats/latin-hypercube";
import { sobolDesign } from "#engine/stats/sobol-indices";
import type { Place } from "#base/diagnostic";
import type { VariedNumber } from "#scenario/language/varied-number";
import type { Entry, MapNode, Node } from "#scenario/read/node";
import { nodeAt, printNode } from "#scenario/read/node";

/** One path that differs between futures, and how its values read as numbers. */
export interface VariedPath extends VariedNumber {
  /** Keys joined by dots, as it is written. */
  readonly path: string;
  /** How many values a list holds; undefined of a distribution. */
  readonly levels: number | undefined;
}

/** One thing that differs between futures. */
export interface VariedValue extends VariedPath {
  readonly place: Place;
  /** The value at a share of its range, 0 to 1 without the end, as one would write it. */
  readonly at: (share: number) => Node;
}

/** How futures are chosen. */
export type FuturesDesign = "latin-hypercube" | "grid" | "sobol";

/** `futures` as it is written. */
export interface WrittenFutures {
  readonly sample: FuturesDesign;
  /** How many futures there are, of a Sobol design with all points of its rows. */
  readonly count: number;
  /** In the order of the file. */
  readonly vary: readonly VariedValue[];
}

/** One value of one future, as one would write it. */
export interface FutureValue {
  readonly path: string;
  readonly text: string;
}

/**
 * The futures of a scenario: each is a patch that lies over every variant. None is kept, so that memory does
 * not grow with what each comes to; a Latin hypercube keeps its points alone, 8 bytes for each value, and a
 * Sobol design those of its two hypercubes. A row of it is as many futures as there are paths and two more,
 * one after another: a point of the first hypercube, of the second, and for each path the first with that
 * path taken from the second (`sobolDesign`).
 */
export class Futures {
  readonly count: number;
  readonly design: FuturesDesign;
  /** What they vary, in the order of the file and of the values of a future. */
  readonly paths: readonly VariedPath[];
  readonly #written: WrittenFutures;
  readonly #seed: string;
  /** For each point of a row, one of a Latin hypercube: shares by path and row. */
  #points: readonly (readonly Float64Array[])[] | undefined;

  /** Points are drawn by `(seed, futures)` and the path, so that no variant and no other path moves them. */
  constructor(written: WrittenFutures, seed: string) {
    this.count = written.count;
    this.design = written.sample;
    this.paths = written.vary.map(({ path, levels, unit, numberOf }) => ({ path, levels, unit, numberOf }));
    this.#written = written;
    this.#seed = seed;
  }

  /** `f001`, `f002` ...: with as many digits as the last one needs, three at least. */
  idOf(index: number): string {
    return `f${String(index + 1).padStart(Math.max(3, String(this.count).length), "0")}`;
  }

  /** What a future says, path by path. */
  valuesOf(index: number): readonly FutureValue[] {
    return this.#nodesOf(index).map(([{ path }, node]) => ({ path, text: printNode(node) }));
  }

  /**
   * What a future writes over a variant: each value whose place stands in its tree, so that what the variant
   * took away is not brought back by a value of it.
   */
  patchOver(tree: MapNode, index: number): MapNode {
    let patch: MapNode = { node: "map", entries: new Map(), place: tree.place };
    for (const [{ path, place }, node] of this.#nodesOf(index)) {
      const keys = path.split(".");
      if (nodeAt(tree, ...keys.slice(0, -1))?.node === "map")
        patch = written(patch, keys, { ...node, place });
    }
    return patch;
  }

  #nodesOf(index: number): readonly (readonly [VariedValue, Node])[] {
    const shares = this.#written.sample === "grid" ? this.#gridShares(index) : this.#drawnShares(index);
    return this.#written.vary.map((varied, axis) => [varied, varied.at(shares[axis] ?? 0)]);
  }

  #drawnShares(index: number): readonly number[] {
    this.#points ??= this.#drawnPoints();
    const row = Math.floor(index / this.#points.length);
    return (this.#points[index % this.#points.length] ?? []).map((shares) => shares[row] ?? 0);
  }

  #drawnPoints(): readonly (readonly Float64Array[])[] {
    const { vary, count, sample } = this.#written;
    const [paths, streams] = [vary.map(({ path }) => path), new Streams(this.#seed, 0)];
    if (sample === "latin-hypercube") return [latinHypercube(count, paths, streams, "futures")];
    const { a, b, mixed } = sobolDesign(count / sobolRow(paths.length), paths, streams);
    return [a, b, ...mixed];
  }

  /** The last path changes fastest; a share in the middle of each level. */
  #gridShares(index: number): readonly number[] {
    const shares: number[] = [];
    let rest = index;
    for (const { levels = 1 } of [...this.#written.vary].reverse()) {
      shares.unshift(((rest % levels) + 0.5) / levels);
      rest = Math.floor(rest / levels);
    }
    return shares;
  }
}

/** How many futures a row of a Sobol design over so many paths is. */
export function sobolRow(paths: number): number {
  return paths + 2;
}

/** A patch with one more value at a path. */
function written(base: MapNode, [key = "", ...rest]: readonly string[], value: Node): MapNode {
  const before = base.entries.get(key)?.value;
  const map: MapNode =
    before?.node === "map" ? before : { node: "map", entries: new Map(), place: value.place };
  const entry: Entry = {
    key,
    keyPlace: value.place,
    value: rest.length === 0 ? value : written(map, rest, value),
  };
  return { ...base, entries: new Map([...base.entries, [key, entry]]) };
}
