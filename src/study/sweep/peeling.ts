import { grouped } from "#base/order";
import type { SweptPath } from "#study/sweep/cube";
import { isNumeric } from "#study/sweep/flip-boundary";

/** One side of a box: a least or a greatest number of a path, or the words of it that are left. */
export type Limit =
  | { readonly path: number; readonly side: "from" | "to"; readonly value: number }
  | { readonly path: number; readonly side: "levels"; readonly levels: readonly string[] };

/** A box over the varied paths: all limits hold at once, at most one of each side of a path. */
export type Box = readonly Limit[];

/** The share that is peeled off at a time. */
const peeledShare = 0.05;
/** A box keeps at least this share of all futures ... */
const keptShare = 0.05;
/** ... and at least so many. */
const keptLeast = 10;

/** Whether a future lies within a limit, ends included. */
export function isWithin(limit: Limit, paths: readonly SweptPath[], future: number): boolean {
  const path = paths[limit.path];
  if (limit.side === "levels") return limit.levels.includes(path?.texts[future] ?? "");
  const number = path?.numbers[future] ?? NaN;
  return limit.side === "from" ? number >= limit.value : number <= limit.value;
}

/** How many futures lie inside a box, and how many of them fail. */
export function countsOf(
  box: Box,
  paths: readonly SweptPath[],
  futures: readonly number[],
  fails: (future: number) => boolean,
): { readonly inside: number; readonly failing: number } {
  const inside = futures.filter((future) => box.every((limit) => isWithin(limit, paths, future)));
  return { inside: inside.length, failing: inside.filter(fails).length };
}

/** One step of the peeling. */
interface Step {
  readonly box: Box;
  readonly inside: readonly number[];
  readonly failing: number;
}

/** Peels the box of all futures down to where failures are. */
export class Peeling {
  readonly #paths: readonly SweptPath[];
  readonly #futures: readonly number[];
  readonly #fails: (future: number) => boolean;
  readonly #isNumeric: readonly boolean[];
  readonly #least: number;

  constructor(paths: readonly SweptPath[], futures: readonly number[], fails: (future: number) => boolean) {
    this.#paths = paths;
    this.#futures = futures;
    this.#fails = fails;
    this.#isNumeric = paths.map((path) => isNumeric(path, futures));
    this.#least = Math.max(keptLeast, keptShare * futures.length);
  }

  /** The box on the way with the greatest harmonic mean of coverage and density, the larger of equal ones. */
  best(): Box {
    let step: Step = this.#stepTo([], this.#futures);
    const all = step.failing;
    // 2 / (1 / coverage + 1 / density), of which the failing inside cancel out.
    const merit = ({ failing, inside }: Step): number => (2 * failing) / (all + inside.length);
    let best = step;
    for (;;) {
      const next = this.#peeled(step);
      if (next === undefined) return best.box;
      step = next;
      if (merit(step) > merit(best)) best = step;
    }
  }

  #stepTo(box: Box, inside: readonly number[]): Step {
    return { box, inside, failing: inside.filter(this.#fails).length };
  }

  /** The next smaller box; undefined where none holds more failures for its size, or enough futures. */
  #peeled(step: Step): Step | undefined {
    const density = step.failing / step.inside.length;
    let [best, most]: [Step | undefined, number] = [undefined, 0];
    for (const limit of this.#paths.flatMap((_, path) => this.#limitsOf(step, path))) {
      const inside = step.inside.filter((future) => isWithin(limit, this.#paths, future));
      if (inside.length < this.#least || inside.length === step.inside.length) continue;
      const box = [...step.box.filter(({ path, side }) => path !== limit.path || side !== limit.side), limit];
      const next = this.#stepTo(box, inside);
      const gain = (next.failing / inside.length - density) / (step.inside.length - inside.length);
      if (gain > most) [best, most] = [next, gain];
    }
    return best;
  }

  /** What may be peeled off next of one path: its least or greatest values, or one of its words. */
  #limitsOf({ inside }: Step, path: number): readonly Limit[] {
    const { numbers, texts } = this.#paths[path] as SweptPath; // one of them
    if (this.#isNumeric[path] !== true) {
      const levels = [...grouped(inside, (future) => texts[future] ?? "").keys()];
      return levels.map((level) => ({ path, side: "levels", levels: levels.filter((one) => one !== level) }));
    }
    const ordered = Float64Array.from(inside, (future) => numbers[future] ?? NaN).sort();
    const count = Math.max(1, Math.floor(peeledShare * ordered.length));
    // Equal values go together: what is peeled ends where a value does.
    const from = ordered.find((value) => value > (ordered[count - 1] ?? NaN));
    const to = ordered.findLast((value) => value < (ordered[ordered.length - count] ?? NaN));
    return [
      ...(from === undefined ? [] : [{ path, side: "from", value: from } as const]),
      ...(to === undefined ? [] : [{ path, side: "to", value: to } as const]),
    ];
  }
}
