import fc from "fast-check";
import { dijkstra } from "graphology-shortest-path";
import { describe, expect, it } from "vitest";
import { adjacencyOf, edgesOf, graphOf } from "#engine/network/adjacency";
import { pathTo, ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import { at, edgesFrom, randomMesh } from "./networks.ts";

type Edge = readonly [from: number, to: number, metres: number];

/** Bellman and Ford's way: relax every edge until nothing changes. Slow and plain. */
function relaxed(count: number, edges: readonly Edge[], root: number): number[] {
  const metres = new Array<number>(count).fill(Infinity);
  metres[root] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b, m] of edges) {
      for (const [u, v] of [
        [a, b],
        [b, a],
      ] as const) {
        if (at(metres, u) + m < at(metres, v)) {
          metres[v] = at(metres, u) + m;
          changed = true;
        }
      }
    }
  }
  return metres;
}

describe("shortest paths", () => {
  it("are as long as those found by relaxing every edge", () => {
    fc.assert(
      fc.property(randomMesh, ({ vertexCount, edges }) => {
        const search = new ShortestPaths(adjacencyOf(vertexCount, edgesFrom(edges)));
        const found = Array.from(search.tree(0).metres, (m) => (m === UNREACHED ? Infinity : m));
        expect(found).toEqual(relaxed(vertexCount, edges, 0));
      }),
      { seed: 11 },
    );
  });

  it("leave out the edges that are cut", () => {
    fc.assert(
      fc.property(randomMesh, fc.infiniteStream(fc.boolean()), (mesh, coins) => {
        const cut = Uint8Array.from(mesh.edges, () => (coins.next().value ? 1 : 0));
        const kept = mesh.edges.filter((_edge, e) => cut[e] === 0);
        const search = new ShortestPaths(adjacencyOf(mesh.vertexCount, edgesFrom(mesh.edges)));
        const found = Array.from(search.tree(0, cut).metres, (m) => (m === UNREACHED ? Infinity : m));
        expect(found).toEqual(relaxed(mesh.vertexCount, kept, 0));
      }),
      { seed: 12 },
    );
  });

  it("do not depend on the order of edges, also where several are equally short", () => {
    fc.assert(
      fc.property(randomMesh, ({ vertexCount, edges }) => {
        const forth = new ShortestPaths(adjacencyOf(vertexCount, edgesFrom(edges)));
        const back = new ShortestPaths(adjacencyOf(vertexCount, edgesFrom([...edges].reverse())));
        const positive = edges.every(([, , m]) => m > 0);
        expect(back.tree(1).metres).toEqual(forth.tree(1).metres);
        if (positive) expect(back.tree(1).towards).toEqual(forth.tree(1).towards);
      }),
      { seed: 13 },
    );
  });

  it("take the lower of two vertices that lead equally far", () => {
    const square = edgesFrom([
      [0, 2, 5],
      [2, 3, 5],
      [0, 1, 5],
      [1, 3, 5],
    ]);
    const search = new ShortestPaths(adjacencyOf(4, square));
    expect([...pathTo(search.tree(0), 3)]).toEqual([3, 1, 0]);
  });

  it("add up along the path that is given for them", () => {
    fc.assert(
      fc.property(randomMesh, ({ vertexCount, edges }) => {
        const tree = new ShortestPaths(adjacencyOf(vertexCount, edgesFrom(edges))).tree(0);
        for (let v = 0; v < vertexCount; v++) {
          const path = pathTo(tree, v);
          let sum = 0;
          for (let i = 1; i < path.length; i++) {
            const [a, b] = [at(path, i - 1), at(path, i)];
            const between = edges.filter(([x, y]) => (x === a && y === b) || (x === b && y === a));
            sum += Math.min(...between.map(([, , m]) => m));
          }
          if (tree.metres[v] === UNREACHED) expect(path).toHaveLength(0);
          else expect(sum).toBe(tree.metres[v]);
        }
      }),
      { seed: 14 },
    );
  });

  it("grow their heap past its first size", () => {
    const star = Array.from({ length: 5000 }, (_, i) => [0, i + 1, 5000 - i] as const);
    const tree = new ShortestPaths(adjacencyOf(5001, edgesFrom(star))).tree(0);
    expect(tree.metres[1]).toBe(5000);
    expect(tree.metres[5000]).toBe(1);
  });

  it("are those of graphology, to and from whose graphs edges go without loss", () => {
    const edges = edgesFrom([
      [0, 1, 4],
      [1, 2, 3],
      [0, 2, 9],
      [2, 3, 1],
      [0, 2, 8],
    ]);
    const graph = graphOf(5, edges);
    const found = pathTo(new ShortestPaths(adjacencyOf(5, edgesOf(graph))).tree(0), 3);
    expect(dijkstra.bidirectional(graph, 3, 0, "metres").map(Number)).toEqual([...found]);
    expect(dijkstra.bidirectional(graph, 4, 0, "metres")).toBeNull();
  });
});
