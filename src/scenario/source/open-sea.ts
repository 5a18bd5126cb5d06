import { adjacencyOf } from "#engine/network/adjacency";
import { pathTo, ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import type { PathTree } from "#engine/network/shortest-path";
import type { Mooring, Sea } from "#scenario/source/sea";

/** Ways while some passages are closed: which edges those are, and the searches so far. */
interface Regime {
  readonly cut: Uint8Array;
  readonly trees: Map<number, PathTree>;
}

/** The sea with its doors open, save those of the passages that are closed. */
export class OpenSea {
  /** The passages that are closed by default. */
  readonly closed: ReadonlySet<string>;
  readonly #search: ShortestPaths;
  readonly #regimes = new Map<string, Regime>();
  /** The passage that an edge crosses, by edge; undefined: open water. */
  readonly #passageOf: readonly (string | undefined)[];
  /** The passage that the step from vertex to vertex crosses, by both. */
  readonly #passageBy = new Map<string, string>();

  constructor(sea: Sea) {
    const edges = [...sea.edges];
    const passageOf = edges.map((): string | undefined => undefined);
    for (const { id, doors } of sea.passages) {
      for (const { near, far, metres } of doors) {
        edges.push({ from: near, to: far, metres });
        passageOf.push(id);
        this.#passageBy.set(`${near} ${far}`, id);
        this.#passageBy.set(`${far} ${near}`, id);
      }
    }
    const columns = {
      from: Int32Array.from(edges, ({ from }) => from),
      to: Int32Array.from(edges, ({ to }) => to),
      metres: Int32Array.from(edges, ({ metres }) => metres),
    };
    this.closed = new Set(sea.passages.filter(({ closed }) => closed).map(({ id }) => id));
    this.#passageOf = passageOf;
    this.#search = new ShortestPaths(adjacencyOf(sea.points.length, columns));
  }

  /** The shortest way from any of some anchors to any of others; undefined when there is none. */
  way(
    from: readonly Mooring[],
    to: readonly Mooring[],
    closed: ReadonlySet<string> = this.closed,
  ): { readonly metres: number; readonly passages: readonly string[] } | undefined {
    const regime = this.#regime(closed);
    let best: { metres: number; tree: PathTree; start: number } | undefined;
    for (const end of to) {
      const tree = this.#treeTo(end.vertex, regime);
      for (const start of from) {
        const sailed = tree.metres[start.vertex] ?? UNREACHED;
        const metres = sailed === UNREACHED ? Infinity : start.metres + sailed + end.metres;
        if (metres < (best?.metres ?? Infinity)) best = { metres, tree, start: start.vertex };
      }
    }
    return best && { metres: best.metres, passages: this.#passagesOn(pathTo(best.tree, best.start)) };
  }

  #regime(closed: ReadonlySet<string>): Regime {
    const key = [...closed].sort().join(" ");
    const known = this.#regimes.get(key) ?? {
      cut: Uint8Array.from(this.#passageOf, (id) => (id !== undefined && closed.has(id) ? 1 : 0)),
      trees: new Map<number, PathTree>(),
    };
    this.#regimes.set(key, known);
    return known;
  }

  #passagesOn(path: Int32Array): readonly string[] {
    const passages: string[] = [];
    path.forEach((vertex, step) => {
      const passage = this.#passageBy.get(`${path[step - 1]} ${vertex}`);
      if (passage !== undefined) passages.push(passage);
    });
    return passages;
  }

  #treeTo(vertex: number, { cut, trees }: Regime): PathTree {
    const known = trees.get(vertex) ?? this.#search.tree(vertex, cut);
    trees.set(vertex, known);
    return known;
  }
}
