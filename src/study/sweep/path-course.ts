import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";
import type { Cube } from "#study/sweep/cube";
import { pathBins } from "#study/sweep/path-bins";
import type { PathBin } from "#study/sweep/path-bins";
import { fieldOf, meanOf, valueAt } from "#study/sweep/sweep-question";
import type { SweepQuestion } from "#study/sweep/sweep-question";

/** What variants come to, in the mean over the futures that are alike in a path. */
export interface CoursePoint {
  readonly bin: PathBin;
  /** In the order of the variants of the course. */
  readonly means: readonly CourseMean[];
}

/** A mean over futures; without an interval where these are too few, or all there are. */
export interface CourseMean {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How a measure goes along one path. */
export interface PathCourse {
  /** Of the path, in the order of the cube. */
  readonly path: number;
  /** The places of the variants. */
  readonly places: readonly number[];
  readonly points: readonly CoursePoint[];
}

/** At most so many groups, and at least so many futures in each, where numbers are not of a list. */
const binsMost = 10;
const futuresLeast = 10;

/**
 * How a measure goes along each path: means over the futures that all variants have, at the values of a list,
 * or else in groups of equal count of ten futures or more, ten groups at most. Intervals of 95 % are
 * Student's, as of a sample of futures: a bootstrap of ten values of which most are alike reaches anywhere. A
 * grid, which is all there is, has none.
 */
export function pathCourses(cube: Cube, { by }: SweepQuestion): readonly PathCourse[] {
  const { places, futures } = fieldOf(by);
  if (futures.length === 0) return [];
  const bins = Math.max(1, Math.min(binsMost, Math.floor(futures.length / futuresLeast)));
  return cube.paths.map((path, index): PathCourse => {
    const points = pathBins(path, futures, bins).map((bin): CoursePoint => {
      const means = places.map((place): CourseMean => {
        const values = bin.futures.map((future) => valueAt(by, place, future));
        const mean = meanOf(values) ?? NaN; // of one future at least
        if (cube.design === "grid") return { mean, low: null, high: null };
        const { low, high } = studentInterval(foldInBlocks(values));
        return { mean, low, high };
      });
      return { bin, means };
    });
    return { path: index, places, points };
  });
}
