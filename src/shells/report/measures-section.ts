import type { FigureData } from "#shells/figure/data-file";
import { distributionFigure } from "#shells/figure/distribution-figure";
import type { DistributionRow } from "#shells/figure/distribution-figure";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { scaled } from "#shells/figure/numeral";
import { folded } from "#shells/report/fold";
import { isAlike, isWithoutSpread, likeTable } from "#shells/report/measure-likeness";
import { countsNote, headlineOf } from "#shells/report/measure-reading";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Report } from "#shells/report/report";
import { fileLinks, section } from "#shells/report/section";

const howToRead =
  "Bars: how many replications came out so. Thin line: from the 5th to the 95th percentile. " +
  "Dot: the mean (of times that may not have come, the median); thick line: its 95 % interval.";

/**
 * One small picture for each measure: its spread over the replications in every variant. Left out without
 * measures.
 */
export function measuresSection(report: Report): Markup | undefined {
  if (report.rows.length === 0) return undefined;
  // What is the same in every variant has its line in the comparison of variants.
  const told = report.rows.filter((row) => !isAlike(row));
  const panels = told.filter((row) => !isWithoutSpread(row)).map((row) => panel(row, report));
  const twin = report.focus.disrupted.length > 0 ? " The twin is the same run without disruption." : "";
  return section(
    "measures",
    "Each measure, replication by replication",
    "An interval says how well the mean is known; the spread says what one future may bring.",
    panels.length > 0 &&
      element(
        "figure",
        {},
        folded(panels, (part) => element("div", { class: "panels" }, part)),
        element("figcaption", {}, howToRead, twin),
      ),
    likeTable(told.filter(isWithoutSpread), report, "Without any spread"),
  );
}

function panel(row: MeasureRow, report: Report): Markup {
  const rows = row.cells.flatMap((cell, place): readonly DistributionRow[] => {
    if (cell === undefined) return [];
    const headline = headlineOf(cell);
    const scale = (value: number | null): number | null => (value === null ? null : value * row.scale.factor);
    return [
      {
        place,
        name: report.variants[place]?.name ?? "",
        values: (row.values[place] ?? []).map((value) => value * row.scale.factor),
        p5: scale(cell.p5),
        p95: scale(cell.p95),
        middle: scale(headline.value),
        low: scale(headline.low),
        high: scale(headline.high),
        note: headline.value === null ? headline.reason : scaled(headline.value, row.scale),
        counts: headline.value === null ? "" : countsNote(cell),
      },
    ];
  });
  const name = row.about === "" ? row.title : `${row.title}, ${row.about}`;
  const drawing = distributionFigure({
    title: `Spread over replications: ${name}`,
    description: `In ${row.scale.unit}: ${rows.map(wordsOf).join("; ")}`,
    width: 340,
    axis: row.scale.unit,
    rows,
  });
  return element(
    "div",
    { class: "panel" },
    element("h3", {}, row.title, row.about !== "" && element("span", { class: "of" }, row.about)),
    drawing,
    fileLinks(replicationData(name, row, report), [{ figure: drawing }]),
    report.focus.disrupted.length > 0 && twinNote(row),
  );
}

const wordsOf = ({ name, note, counts }: DistributionRow): string =>
  counts === "" ? `${name} ${note}` : `${name} ${note} (${counts})`;

/** What each replication gave, on the scale of the drawing. */
function replicationData(name: string, row: MeasureRow, report: Report): FigureData {
  return {
    name: `spread-of-${name}`,
    columns: ["variant", "value", "unit"],
    rows: report.variants.flatMap(({ place, name: variant }) =>
      (row.values[place] ?? []).map((value) => [variant, value * row.scale.factor, row.scale.unit]),
    ),
  };
}

function twinNote(row: MeasureRow): Markup | undefined {
  const twin = row.cells[0]?.twin?.mean;
  if (twin === undefined || twin === null) return undefined;
  const words = `Baseline's twin: ${scaled(twin, row.scale)} ${row.scale.unit}`;
  return element("p", { class: "twin-note" }, words);
}
