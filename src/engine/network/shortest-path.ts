import { assert } from "#base/assert";
import type { Adjacency } from "#engine/network/adjacency";

/** `PathTree.metres` where there is no path. */
export const UNREACHED: number = 0x7fffffff;

/** The shortest paths between every vertex and one root. */
export interface PathTree {
  readonly root: number;
  /** By vertex: whole metres to the root, or `UNREACHED`. */
  readonly metres: Int32Array;
  /** By vertex: the next vertex on the way to the root; -1 at the root and where there is no path. */
  readonly towards: Int32Array;
}

/**
 * Dijkstra's search with a 4-ary heap of plain numbers: each entry is `metres * size + vertex` in one
 * number, so entries compare in one step and ties fall to the lower vertex; `size` is a power of two. Of
 * paths of equal length the one whose next vertex is lower is taken, whatever the order of edges.
 */
export class ShortestPaths {
  readonly #adjacency: Adjacency;
  #size: number;
  readonly #open: Uint8Array;
  #heap: Float64Array = new Float64Array(1024);

  constructor(adjacency: Adjacency) {
    this.#adjacency = adjacency;
    this.#size = 1;
    while (this.#size < adjacency.vertexCount) this.#size *= 2;
    this.#open = new Uint8Array(adjacency.edgeCount);
    assert(this.#size <= 0x400000, "a network has at most 4,194,304 vertices, so that heap keys stay exact");
  }

  /** All shortest paths to `root` along edges `e` with `cut[e]` 0; along all edges when `cut` is left out. */
  tree(root: number, cut: Uint8Array = this.#open): PathTree {
    const { vertexCount } = this.#adjacency;
    const isVertex = root >= 0 && root < vertexCount;
    assert(isVertex, `a search starts at a vertex, 0 to ${vertexCount - 1}, not ${root}`);
    const tree = {
      root,
      metres: new Int32Array(vertexCount).fill(UNREACHED),
      towards: new Int32Array(vertexCount).fill(-1),
    };
    tree.metres[root] = 0;
    this.#heap = grow(this.#adjacency, this.#heap, this.#size, tree, cut);
    return tree;
  }
}

/**
 * The search itself: a function of its own, called once per root, so that the compiler specialises its
 * loop.
 */
function grow(
  { first, to, edge, metres }: Adjacency,
  scratch: Float64Array,
  size: number,
  tree: PathTree,
  cut: Uint8Array,
): Float64Array {
  const { metres: best, towards } = tree;
  const share = 1 / size;
  let heap = scratch;
  let count = 1;
  heap[0] = tree.root;
  while (count > 0) {
    const key: number = heap[0]!;
    count--;
    if (count > 0) sink(heap, count, heap[count]!);
    const here = Math.floor(key * share);
    const vertex: number = key - here * size;
    if (here > best[vertex]!) continue;
    for (let k: number = first[vertex]!, end: number = first[vertex + 1]!; k < end; k++) {
      if (cut[edge[k]!] !== 0) continue;
      const neighbour = to[k]!;
      const there = here + metres[k]!;
      const known = best[neighbour]!;
      if (there > known) continue;
      if (there === known) {
        if (vertex < towards[neighbour]! && metres[k]! > 0) towards[neighbour] = vertex;
        continue;
      }
      best[neighbour] = there;
      towards[neighbour] = vertex;
      if (count === heap.length) heap = doubled(heap);
      rise(heap, count++, there * size + neighbour);
    }
  }
  return heap;
}

function doubled(heap: Float64Array): Float64Array {
  const larger = new Float64Array(2 * heap.length);
  larger.set(heap);
  return larger;
}

function rise(heap: Float64Array, from: number, key: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 2;
    const above = heap[parent]!;
    if (above <= key) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = key;
}

function sink(heap: Float64Array, count: number, key: number): void {
  let at = 0;
  for (;;) {
    let child = 4 * at + 1;
    if (child >= count) break;
    let least = heap[child]!;
    const last = Math.min(child + 4, count);
    for (let other = child + 1; other < last; other++) {
      if (heap[other]! < least) {
        least = heap[other]!;
        child = other;
      }
    }
    if (least >= key) break;
    heap[at] = least;
    at = child;
  }
  heap[at] = key;
}

/** The vertices from `vertex` to the root, both included; empty where there is no path. */
export function pathTo(tree: PathTree, vertex: number): Int32Array {
  if (tree.metres[vertex] === UNREACHED) return new Int32Array(0);
  const path: number[] = [];
  for (let at = vertex; at >= 0; at = tree.towards[at]!) path.push(at);
  return Int32Array.from(path);
}
