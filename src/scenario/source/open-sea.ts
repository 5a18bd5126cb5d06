import { adjacencyOf } from "#engine/network/adjacency";
import { pathTo, ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import type { PathTree } from "#engine/network/shortest-path";
import type { Mooring, Sea } from "#scenario/source/sea";

/** The sea with its doors open, save those closed by default. */
export class OpenSea {
  readonly #search: ShortestPaths;
  readonly #trees = new Map<number, PathTree>();
  /** The passage that the step from vertex to vertex crosses, by both. */
  readonly #passageBy = new Map<string, string>();

  constructor(sea: Sea) {
    const edges = [...sea.edges];
    for (const { id, doors, closed } of sea.passages) {
      if (closed) continue;
      for (const { near, far, metres } of doors) {
        edges.push({ from: near, to: far, metres });
        this.#passageBy.set(`${near} ${far}`, id);
        this.#passageBy.set(`${far} ${near}`, id);
      }
    }
    const columns = {
      from: Int32Array.from(edges, ({ from }) => from),
      to: Int32Array.from(edges, ({ to }) => to),
      metres: Int32Array.from(edges, ({ metres }) => metres),
    };
    this.#search = new ShortestPaths(adjacencyOf(sea.points.length, columns));
  }

  /** The shortest way from any of some anchors to any of others; undefined when there is none. */
  way(
    from: readonly Mooring[],
    to: readonly Mooring[],
  ): { readonly metres: number; readonly passages: readonly string[] } | undefined {
    let best: { metres: number; tree: PathTree; start: number } | undefined;
    for (const end of to) {
      const tree = this.#treeTo(end.vertex);
      for (const start of from) {
        const sailed = tree.metres[start.vertex] ?? UNREACHED;
        const metres = sailed === UNREACHED ? Infinity : start.metres + sailed + end.metres;
        if (metres < (best?.metres ?? Infinity)) best = { metres, tree, start: start.vertex };
      }
    }
    return best && { metres: best.metres, passages: this.#passagesOn(pathTo(best.tree, best.start)) };
  }

  #passagesOn(path: Int32Array): readonly string[] {
    const passages: string[] = [];
    path.forEach((vertex, step) => {
      const passage = this.#passageBy.get(`${path[step - 1]} ${vertex}`);
      if (passage !== undefined) passages.push(passage);
    });
    return passages;
  }

  #treeTo(vertex: number): PathTree {
    const known = this.#trees.get(vertex) ?? this.#search.tree(vertex);
    this.#trees.set(vertex, known);
    return known;
  }
}
