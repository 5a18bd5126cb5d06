import { heatMapFigure } from "#shells/figure/heat-map-figure";
import type { HeatCell } from "#shells/figure/heat-map-figure";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { signedNumeral } from "#shells/figure/numeral";
import { folded } from "#shells/report/fold";
import { captioned, section } from "#shells/report/section";
import { binText } from "#shells/report/sweep-bin-text";
import { pathsByWeight } from "#shells/report/sweep-courses-section";
import { pathCells } from "#study/sweep/path-cells";
import type { PathCells } from "#study/sweep/path-cells";
import type { SweptPath } from "#study/sweep/cube";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { sweptScale, sweptTitle } from "#study/sweep/sweep-words";
import { decimalsFor } from "#study/experiment/quantity-scale";

/** More variants than these are folded. */
const mapsMost = 4;

/**
 * How the variants differ from the baseline over the two paths that explain most. Left out where one path is
 * varied only.
 */
export function sweepMapSection(findings: SweepFindings): Markup | undefined {
  const { cube, question, choice } = findings;
  const [across, up] = pathsByWeight(findings);
  if (across === undefined || up === undefined) return undefined;
  const places = choice.shares.map(({ place }) => place).filter((place) => place !== 0);
  const maps = places.flatMap((place) => pathCells(cube, question, { place, across, up }) ?? []);
  if (maps.length === 0) return undefined;
  const first = cube.variants[0] ?? "";
  return section(
    "map",
    "Where it pays",
    `By how much each variant differs from ${first} over the two paths that explain most: ` +
      `${sweptTitle(findings.question.by, findings.cube)}, in the mean.`,
    folded(maps, (part) => part.map((map) => drawn(map, findings)), { most: mapsMost, what: "variant" }),
  );
}

function drawn(map: PathCells, findings: SweepFindings): Content {
  const [first, name] = [findings.cube.variants[0] ?? "", findings.cube.variants[map.place] ?? ""];
  return [element("h3", {}, `${name} less ${first}`), figure(map, findings)];
}

function figure(map: PathCells, findings: SweepFindings): Markup {
  const { cube } = findings;
  const [across, up] = [cube.paths[map.across], cube.paths[map.up]] as [SweptPath, SweptPath]; // of the cube
  const { factor, unit } = sweptScale(findings.question.by);
  const scale = { factor, unit, decimals: decimalsFor(map.cells.map((cell) => cell.difference * factor)) };
  const name = cube.variants[map.place] ?? "";
  const most = Math.max(...map.cells.map(({ difference }) => Math.abs(difference)));
  const cells = map.cells.map((cell): HeatCell => {
    const size = most === 0 ? 0 : Math.abs(cell.difference) / most;
    return {
      column: cell.column,
      row: cell.row,
      words: signedNumeral(cell.difference * scale.factor, scale.decimals),
      tone: cell.verdict,
      strength: size > 2 / 3 ? 3 : size > 1 / 3 ? 2 : 1,
    };
  });
  const columns = map.columns.map((bin) => binText(across, bin));
  const rows = map.rows.map((bin) => binText(up, bin));
  const counts = (tone: HeatCell["tone"]): number => cells.filter((cell) => cell.tone === tone).length;
  const description =
    `Better in ${String(counts("better"))} cells, worse in ${String(counts("worse"))}, ` +
    `not told apart in ${String(counts("alike"))}.`;
  const withUnit = ({ path, unit }: SweptPath): string =>
    unit === "" || unit === "instant" ? path : `${path}, ${unit}`;
  const interval =
    cube.design === "grid" ? "" : " and its 95 % interval over the futures of the cell leaves out 0";
  return captioned(
    (width) =>
      heatMapFigure({
        title: `${name}: difference from ${cube.variants[0] ?? ""} over ${across.path} and ${up.path}`,
        description,
        width,
        columns,
        rows,
        across: withUnit(across),
        up: withUnit(up),
        cells,
      }),
    `Difference in ${scale.unit}, the mean of each cell. ✓ better, ✕ worse: coloured only where it is ` +
      "larger " +
      `than the indifference${interval}; the darker, the larger. Empty cells hold no future.`,
    {
      name: `map-${name}`,
      columns: ["column", "row", "futures", "difference", "unit", "finding"],
      rows: map.cells.map((cell) => [
        ...[columns[cell.column] ?? null, rows[cell.row] ?? null, cell.futures],
        ...[cell.difference, findings.question.by.about.unit, cell.verdict],
      ]),
    },
  );
}
