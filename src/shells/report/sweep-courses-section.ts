import { courseFigure } from "#shells/figure/course-figure";
import type { CourseFigure } from "#shells/figure/course-figure";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { captioned, section, variantName } from "#shells/report/section";
import { isNumericBin } from "#shells/report/sweep-bin-text";
import type { PathCourse } from "#study/sweep/path-course";
import { pathCourses } from "#study/sweep/path-course";
import type { SweptPath } from "#study/sweep/cube";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { sweptScale, sweptTitle } from "#study/sweep/sweep-words";

/** How the measure goes along each path that is varied, what matters most first. */
export function sweepCoursesSection(findings: SweepFindings): Markup | undefined {
  const { cube, question } = findings;
  const courses = pathCourses(cube, question);
  const told = pathsByWeight(findings)
    .flatMap((path) => courses.find((course) => course.path === path) ?? [])
    .filter(({ points }) => points.length > 1);
  if (told.length === 0) return undefined;
  const key = (told[0]?.places ?? []).map((place) => variantName(place, cube.variants[place] ?? ""));
  return section(
    "courses",
    "What it turns on",
    "Each variant along each path that is varied, in the mean over the futures that are alike in it. What " +
      "explains most of the difference that the best choice makes stands first.",
    element("p", { class: "legend" }, key),
    told.map((course) => figure(course, findings)),
  );
}

/** The paths in the order of what they explain of the difference that matters most, then of the rest. */
export function pathsByWeight({ cube, sensitivities, choice }: SweepFindings): readonly number[] {
  const subject = choice.best === 0 ? choice.shares[1]?.place : choice.best;
  const versus = sensitivities.find((one) => one.versus && one.place === subject && one.shares !== null);
  const any = sensitivities.find(({ shares }) => shares !== null);
  const first = ((versus ?? any)?.shares ?? []).map(({ path }) => path);
  return [...new Set([...first, ...cube.paths.keys()])];
}

function figure(course: PathCourse, findings: SweepFindings): Markup {
  const { cube } = findings;
  const path = cube.paths[course.path] as SweptPath; // courses are of its paths
  const scale = sweptScale(findings.question.by);
  const title = `${sweptTitle(findings.question.by, findings.cube)} along ${path.path}`;
  const series = course.places.map((place, index): CourseFigure["series"][number] => {
    const means = course.points.map((point) => point.means[index]);
    const onScale = (value: number | null | undefined): number | null =>
      value === null || value === undefined ? null : value * scale.factor;
    return {
      place,
      name: cube.variants[place] ?? "",
      mean: means.map((mean) => onScale(mean?.mean) ?? 0), // every point has one
      low: means.map((mean) => onScale(mean?.low)),
      high: means.map((mean) => onScale(mean?.high)),
    };
  });
  const numeric = course.points.every(({ bin }) => isNumericBin(bin));
  const at: CourseFigure["at"] = numeric
    ? {
        scale: path.unit === "instant" ? "instant" : "number",
        values: course.points.map(({ bin }) => bin.centre),
      }
    : { scale: "words", words: course.points.map(({ bin }) => bin.text) };
  const unit = path.unit === "" || path.unit === "instant" ? "" : `, ${path.unit}`;
  const hasBands = series.some(({ low }) => low.some((value) => value !== null));
  const each = path.levels === undefined ? "groups of futures of equal count" : "the values of its list";
  return captioned(
    (width, narrow) =>
      courseFigure({
        title,
        description:
          `Means of ${String(course.places.length)} variants at ` + `${String(course.points.length)} places.`,
        width,
        height: narrow ? 280 : 340,
        axis: scale.unit,
        along: `${path.path}${unit}`,
        at,
        series,
      }),
    `Along ${path.path}: means over ${each}${hasBands ? ", with 95 % intervals over the futures" : ""}.`,
    {
      name: `course-${path.path}`,
      columns: ["variant", "from", "to", "value", "futures", "mean", "low", "high", "unit"],
      rows: course.points.flatMap(({ bin, means }) =>
        means.map(({ mean, low, high }, index) => [
          cube.variants[course.places[index] ?? 0] ?? null,
          Number.isNaN(bin.from) ? null : bin.from,
          Number.isNaN(bin.to) ? null : bin.to,
          bin.text,
          bin.futures.length,
          ...[mean, low, high, findings.question.by.about.unit],
        ]),
      ),
    },
  );
}
