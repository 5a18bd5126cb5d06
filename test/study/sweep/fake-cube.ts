import { printInstant } from "#base/time";
import type { Cube, CubeMeasure, SweptPath } from "#study/sweep/cube";
import type { SweepQuestion } from "#study/sweep/sweep-question";
import { fakeScenario, fakeVariant } from "../fake-study.ts";

/** A path: its numbers, or words, by future. */
export type FakePath = Pick<SweptPath, "path"> &
  Partial<Pick<SweptPath, "levels" | "unit">> & {
    readonly at: readonly (number | string)[];
  };

/** By variant, the baseline first: what it comes to by future. */
export type FakeValues = Readonly<Record<string, readonly number[]>>;

/** What a cube is made of. */
export interface FakeCube {
  readonly paths: readonly FakePath[];
  readonly values: FakeValues;
  readonly design?: Cube["design"];
  readonly better?: -1 | 1;
  /** By threshold and variant, by future. */
  readonly met?: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly unit?: string;
}

/** A cube of one measure, of which less is better unless it is said otherwise. */
export function fakeCube({ paths, values, ...more }: FakeCube): Cube {
  const { design = "latin-hypercube", better = -1, met = {}, unit = "d" } = more;
  const variants = Object.keys(values);
  const columns = Object.values(values).map((column) => Float64Array.from(column));
  const count = columns[0]?.length ?? 0;
  const none = new Float64Array(count);
  const by: CubeMeasure = {
    key: "backlog-clear-time harbour",
    about: { measure: "backlog-clear-time", of: "harbour", unit },
    better,
    cells: columns.map((own) => ({
      values: own,
      errors: own.map(() => 0),
      censored: none,
      spared: none,
    })),
  };
  return {
    study: { id: "fake", variants: variants.map((name) => fakeVariant(name, fakeScenario())) },
    design,
    ids: Array.from({ length: count }, (_, index) => `f${String(index + 1).padStart(3, "0")}`),
    paths: paths.map(({ path, at, unit: own = "", levels }) => ({
      path,
      levels,
      texts: at.map((value) =>
        typeof value === "string"
          ? value
          : own === "instant"
            ? printInstant(value)
            : `${value} ${own}`.trim(),
      ),
      numbers: Float64Array.from(at, (value) => (typeof value === "string" ? NaN : value)),
      unit: own,
    })),
    variants,
    replications: 32,
    measures: [by],
    thresholds: Object.entries(met).map(([id, columns]) => ({
      id,
      met: columns.map((column) => Float64Array.from(column)),
    })),
  };
}

/** The question of its only measure. */
export function fakeQuestion(cube: Cube, indifference: number = 0): SweepQuestion {
  const [by] = cube.measures;
  if (by === undefined) throw new Error("a cube has a measure");
  return { by, indifference };
}

/** The numbers from 0 to before a count, each turned into a value. */
export function numbered(count: number, value: (index: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, index) => value(index));
}
