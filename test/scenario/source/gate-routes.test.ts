import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjacencyOf } from "#engine/network/adjacency";
import { ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import { PortGraph, world } from "./shipped-world.ts";

/** Ports that the list knows and that lie at sea; every twentieth. */
const ids = Object.entries(world.sites())
  .filter(([id, { type }]) => type === "port" && world.mooringsOf(id).length > 0)
  .map(([id]) => id)
  .filter((_id, index) => index % 20 === 0);
const ports = new PortGraph(ids);

/** Metres over the whole sea with doors as edges: no gate graph, one plain search. */
function plainMetres(from: string, to: string, isShut: readonly boolean[]): number {
  const { points, edges, passages } = world.sea();
  const doors = passages.flatMap((passage, gate) => (isShut[gate] ? [] : passage.doors));
  const all = [...edges, ...doors.map(({ near, far, metres }) => ({ from: near, to: far, metres }))];
  const piers = [from, to].flatMap((id, pier) =>
    world.mooringsOf(id).map(({ vertex, metres }) => ({ from: points.length + pier, to: vertex, metres })),
  );
  const lanes = [...all, ...piers];
  const columns = {
    from: Int32Array.from(lanes, (lane) => lane.from),
    to: Int32Array.from(lanes, (lane) => lane.to),
    metres: Int32Array.from(lanes, (lane) => lane.metres),
  };
  const tree = new ShortestPaths(adjacencyOf(points.length + 2, columns)).tree(points.length + 1);
  const metres = tree.metres[points.length] ?? UNREACHED;
  return metres === UNREACHED ? Infinity : metres;
}

describe("routes over gates of the world", () => {
  it("are as long as a plain search over all lanes finds, for random ports and closures", () => {
    const count = world.sea().passages.length;
    const port = fc.constantFrom(...ids);
    const closures = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(port, port, closures, (from, to, dice) => {
        const isShut = dice.map((die) => die === 0);
        const closed = world
          .sea()
          .passages.filter((_passage, gate) => isShut[gate])
          .map(({ id }) => id);
        const open = world.sea().passages.filter((_passage, gate) => !isShut[gate]);
        const opened = open.filter((passage) => passage.closed).map(({ id }) => id);
        const expected = from === to ? 0 : plainMetres(from, to, isShut);
        // The plain search knows two ports, the gate graph dozens: they move each other's routes by nothing.
        expect(Math.round(ports.miles(from, to, { closed, opened }) * 1852)).toBe(expected);
      }),
      { seed: 31, numRuns: 60 },
    );
  });

  it("agree with the source's own metres when nothing is closed but the Arctic", () => {
    for (const from of ids.slice(0, 8)) {
      for (const to of ids.slice(8, 24)) {
        expect(Math.round(ports.miles(from, to) * 1852)).toBe(world.metres(from, to) ?? Infinity);
      }
    }
  });
});
