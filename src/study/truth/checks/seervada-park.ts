import { assert } from "#base/assert";
import { adjacencyOf } from "#engine/network/adjacency";
import type { Edges } from "#engine/network/adjacency";
import { ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";

/** Links both ways, by the names of their ends and their lengths; from where to where. */
interface ParkInputs {
  readonly lengths: readonly (readonly [string, string, number])[];
  readonly source: string;
  readonly sink: string;
}

/** Shortest paths, and the longest of those that are left when one or two links are cut. */
export const seervadaPark: CaseCheck = checkOf<ParkInputs>({
  id: "net-seervada",
  closedForm: (inputs) => interdictions(inputs, relaxed(inputs)),
  trial: (inputs) => ({ replicate: () => interdictions(inputs, searched(inputs)) }),
});

/** The length of the shortest path without the links of those numbers; Infinity where there is none. */
type ShortestWithout = (cut: readonly number[]) => number;

function interdictions({ lengths }: ParkInputs, shortest: ShortestWithout): unknown {
  const links = lengths.map((_, link) => link);
  const ones = links.map((link) => shortest([link]));
  const twos = links.flatMap((one) => links.slice(one + 1).map((other) => shortest([one, other])));
  const finite = (found: readonly number[]): number =>
    Math.max(...found.filter((length) => length < Infinity));
  const worst = Math.max(...ones);
  return {
    shortest_path: shortest([]),
    sp_interdict_1: worst,
    sp_interdict_1_arcs: lengths.filter((_, link) => ones[link] === worst).map(([from, to]) => from + to),
    sp_interdict_2_finite_max: finite(twos),
  };
}

/** Every length is offered to its neighbours until nothing changes. */
function relaxed({ lengths, source, sink }: ParkInputs): ShortestWithout {
  return (cut) => {
    const best = new Map([[source, 0]]);
    for (let round = 0; round < lengths.length; round += 1) {
      lengths.forEach(([one, other, length], link) => {
        if (cut.includes(link)) return;
        for (const [from, to] of [
          [one, other],
          [other, one],
        ] as const) {
          const there = (best.get(from) ?? Infinity) + length;
          if (there < (best.get(to) ?? Infinity)) best.set(to, there);
        }
      });
    }
    return best.get(sink) ?? Infinity;
  };
}

/** The search that sea routes are found with. */
function searched({ lengths, source, sink }: ParkInputs): ShortestWithout {
  const names = [...new Set(lengths.flatMap(([from, to]) => [from, to]))];
  const numberOf = (name: string): number => names.indexOf(name);
  const edges: Edges = {
    from: Int32Array.from(lengths, ([from]) => numberOf(from)),
    to: Int32Array.from(lengths, ([, to]) => numberOf(to)),
    metres: Int32Array.from(lengths, ([, , length]) => length),
  };
  const paths = new ShortestPaths(adjacencyOf(names.length, edges));
  return (cut) => {
    const closed = Uint8Array.from(lengths, (_, link) => Number(cut.includes(link)));
    const metres = paths.tree(numberOf(sink), closed).metres[numberOf(source)];
    assert(metres !== undefined, "the source is a vertex");
    return metres === UNREACHED ? Infinity : metres;
  };
}
