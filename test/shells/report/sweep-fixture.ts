import { Streams } from "#engine/random/stream";
import { latinHypercube } from "#engine/stats/latin-hypercube";
import { sobolDesign } from "#engine/stats/sobol-indices";
import type { Cube } from "#study/sweep/cube";
import { findingsOf } from "#study/sweep/sweep-findings";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { usualSweepIndifference } from "#study/sweep/sweep-question";
import { fakeCube } from "../../study/sweep/fake-cube.ts";

const axes = ["disruptions.grounding.duration", "vessels.box-ship.speed", "disruptions.grounding.inside"];
const start = Date.UTC(2021, 2, 1);

/** A closure of a canal: its length, the speed of ships, what closure does, and from when. */
function cubeOf(columns: readonly Float64Array[], design: Cube["design"]): Cube {
  const [days = new Float64Array(), speed = [], inside = [], from = []] = columns;
  const length = Array.from(days, (share) => 1 + 29 * share);
  const knots = Array.from(speed, (share) => 10 + 6 * share);
  const words = Array.from(inside, (share) => (share < 0.5 ? "finish" : "lose"));
  const share = words.map((word) => (word === "lose" ? 0.2 : 0.26));
  const clear = (future: number, work: number, lag: number): number =>
    Math.max(0, ((length[future] ?? 0) - lag) * work * (1 + (16 - (knots[future] ?? 0)) / 8));
  return fakeCube({
    design,
    paths: [
      { path: axes[0] ?? "", unit: "d", at: length },
      { path: axes[1] ?? "", unit: "kn", at: knots },
      { path: axes[2] ?? "", levels: 2, at: words },
      {
        path: "disruptions.grounding.start",
        unit: "instant",
        at: Array.from(from, (share) => start + Math.round(share * 3e9)),
      },
    ],
    values: {
      baseline: length.map((_, future) => clear(future, 0.5, 0)),
      "third-more": length.map((_, future) => clear(future, 0.35, 0)),
      "divert-early": length.map((_, future) => 2.2 + clear(future, share[future] ?? 0, 1)),
    },
  });
}

/** Findings over a Latin hypercube of 200 futures. */
export function hypercubeFindings(): SweepFindings {
  return findings(cubeOf(latinHypercube(200, [...axes, "start"], new Streams("page", 0)), "latin-hypercube"));
}

/** Findings over a Sobol design of 64 rows. */
export function sobolFindings(): SweepFindings {
  const { a, b, mixed } = sobolDesign(64, [...axes, "start"], new Streams("page", 0));
  const points = [a, b, ...mixed];
  const columns = a.map((_, axis) =>
    Float64Array.from({ length: 64 * points.length }, (_one, future) => {
      const point = points[future % points.length]?.[axis];
      return point?.[Math.floor(future / points.length)] ?? NaN;
    }),
  );
  return findings(cubeOf(columns, "sobol"));
}

/** Findings over a grid of 5 by 4 by 2 by 1. */
export function gridFindings(): SweepFindings {
  const sizes = [5, 4, 2, 1];
  const columns = sizes.map((size, axis) => {
    const step = sizes.slice(axis + 1).reduce((product, other) => product * other, 1);
    const level = (future: number): number => Math.floor(future / step) % size;
    return Float64Array.from({ length: 40 }, (_, future) => (level(future) + 0.5) / size);
  });
  const cube = cubeOf(columns, "grid");
  const paths = cube.paths.map((path, axis) => ({ ...path, levels: sizes[axis] }));
  return findings({ ...cube, paths });
}

function findings(cube: Cube): SweepFindings {
  const [by] = cube.measures;
  if (by === undefined) throw new Error("a cube has a measure");
  return findingsOf(cube, { by, indifference: usualSweepIndifference(by) });
}
