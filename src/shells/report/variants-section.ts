import type { FigureData } from "#shells/figure/data-file";
import { intervalFigure } from "#shells/figure/interval-figure";
import type { IntervalRow } from "#shells/figure/interval-figure";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { missing, scaled } from "#shells/figure/numeral";
import { toneWords } from "#shells/figure/tone";
import { folded } from "#shells/report/fold";
import { isAlike, likeTable } from "#shells/report/measure-likeness";
import { countsNote, differenceText, headlineOf, toneOf } from "#shells/report/measure-reading";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Report } from "#shells/report/report";
import { fileLinks, section, variantName } from "#shells/report/section";
import { differenceNote } from "#study/experiment/difference-note";
import { directionOf } from "#study/experiment/direction";
import { slightShare } from "#study/experiment/effect";
import { comparisonOf } from "#study/experiment/measure-lines";
import { unitSince } from "#study/experiment/measure-title";
import type { MeasureSummary } from "#study/experiment/summary";

/** Two panels beside each other on a desk or projector, one on a telephone. */
const widePanel = 536;
const narrowPanel = 358;

/** What the measure `cost` counts, and what it leaves out. */
const costNote =
  "Cost: the days by which vessels end later than in the baseline's undisrupted twin, detours included, " +
  "times the daily cost of their class; of all flows together, also what policies cost while they act, " +
  "and what variants cost. Fuel, tolls and cargo are in it only as far as that daily cost holds them.";

/** Variants side by side: the table, and a picture of every paired difference. Left out without measures. */
export function variantsSection(report: Report): Markup | undefined {
  if (report.rows.length === 0) return undefined;
  const alone = report.variants.length < 2;
  const lead = alone
    ? "Each number with its 95 % interval over the replications."
    : "Each number with its 95 % interval; below it the difference from the baseline, " +
      "paired replication by replication on the same draws. " +
      `Only a difference that ${apartText(report)} is coloured, and says so; ` +
      `one below ${slightShare * 100} % of the baseline's value is called slight, without colour.`;
  const same = alone ? [] : report.rows.filter(isAlike);
  const told = report.rows.filter((row) => !same.includes(row));
  const note = differenceNote(told.map(({ cells }) => cells));
  const heading = alone ? "The numbers" : "Variants side by side";
  return section(
    "variants",
    heading,
    lead,
    variantList(report),
    told.length > 0 && folded(told, (rows) => table(report, rows)),
    note !== "" && element("p", { class: "table-note" }, note),
    report.rows.some(({ measure }) => measure === "cost") && element("p", { class: "table-note" }, costNote),
    likeTable(same, report, "The same in every variant"),
    !alone && differencePanels(told, report),
  );
}

/** By what a difference is told apart: the same as where the page says which to choose. */
function apartText({ comparison }: Report): string {
  return comparison === undefined
    ? "has an interval that does not hold 0"
    : "is told apart among those of all variants in its row (Holm; an interval without 0 can be too little)";
}

function variantList(report: Report): Content {
  if (report.variants.length < 2) return undefined;
  const items = report.variants.map(({ place, name, summary }) => [
    element("dt", {}, variantName(place, name)),
    element("dd", {}, summary),
  ]);
  return element("dl", { class: "variant-list" }, items);
}

// Roles are written out because a narrow page lays the table out as blocks, which takes its meaning away.
function table(report: Report, shown: readonly MeasureRow[]): Markup {
  const heads = report.variants.map(({ place, name }) =>
    element("th", { role: "columnheader", scope: "col" }, variantName(place, name)),
  );
  const rows = shown.map((row) =>
    element(
      "tr",
      { role: "row" },
      element("th", { role: "rowheader", scope: "row" }, row.title, rowNote(row)),
      row.cells.map((cell, place) => cellMarkup(cell, row, report, place)),
    ),
  );
  const measureHead = element("th", { role: "columnheader", scope: "col" }, "Measure");
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of measures by variant" },
    element(
      "table",
      { class: report.variants.length > 5 ? "compare many" : "compare", role: "table" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, measureHead, heads)),
      element("tbody", { role: "rowgroup" }, rows),
    ),
  );
}

function rowNote(row: MeasureRow): Markup {
  const parts = [row.about, unitSince(row.measure, row.scale.unit)].filter((part) => part !== "");
  return element(
    "span",
    { class: "of" },
    parts.join(", "),
    " ",
    element("code", { class: "id" }, row.measure),
  );
}

function cellMarkup(
  cell: MeasureSummary | undefined,
  row: MeasureRow,
  report: Report,
  place: number,
): Markup {
  const name = element(
    "span",
    { class: "cell-name" },
    variantName(place, report.variants[place]?.name ?? ""),
  );
  if (cell === undefined) return element("td", { role: "cell" }, name, missing);
  const headline = headlineOf(cell);
  const { low, high, value, reason } = headline;
  const interval =
    low !== null &&
    high !== null &&
    low !== high &&
    `${scaled(low, row.scale)} to ${scaled(high, row.scale)}`;
  const note = countsNote(cell);
  return element(
    "td",
    { role: "cell" },
    name,
    element("span", { class: "value" }, scaled(value, row.scale)),
    headline.statistic === "median" && value !== null && [" ", element("span", { class: "range" }, "median")],
    interval !== false && [" ", element("span", { class: "range" }, interval)],
    reason !== "" && element("span", { class: "counts" }, reason),
    note !== "" && reason === "" && element("span", { class: "counts" }, note),
    differenceMarkup(cell, row, report),
  );
}

function differenceMarkup(cell: MeasureSummary, row: MeasureRow, { findings }: Report): Content {
  const tone = toneOf(cell, row.cells[0], findings.get(cell));
  if (tone === undefined) return undefined;
  if (tone === "unknown") return element("span", { class: "difference tone-unknown" }, toneWords[tone]);
  const { difference, interval } = differenceText(cell, row.scale);
  return element(
    "span",
    { class: `difference tone-${tone}` },
    element("span", { class: "amount" }, difference),
    interval !== "" && [" (", element("span", { class: "amount" }, interval), ")"],
    " ",
    element("span", { class: "mark" }, toneWords[tone]),
  );
}

function differencePanels(rows: readonly MeasureRow[], report: Report): Content {
  // By what ranks, the section above tells how far each is.
  const ranking = report.comparison?.ranking.contest.line.cells;
  const others = rows.filter(({ cells }) => !cells.some((cell) => cell && ranking?.includes(cell)));
  const panels = others.map((row) => panel(row, report)).filter((figure) => figure !== undefined);
  if (panels.length === 0) return undefined;
  const caption =
    "Difference of each variant from the baseline with its 95 % interval (line). " +
    "Left of the line at 0 is less, right of it is more. " +
    "Coloured is what the table colours: " +
    "● better, ◆ worse, ■ different where neither way is better; " +
    "a full grey dot is slight, a hollow one cannot be told apart, = is the same.";
  return [
    element("h3", {}, "How far from the baseline?"),
    element(
      "figure",
      {},
      folded(panels, (part) => element("div", { class: "panels two" }, part)),
      element("figcaption", {}, caption),
    ),
  ];
}

function panel(row: MeasureRow, report: Report): Markup | undefined {
  const rows = row.cells.flatMap((cell, place) => {
    const tone = cell === undefined ? undefined : toneOf(cell, row.cells[0], report.findings.get(cell));
    if (cell === undefined || tone === undefined) return [];
    return [intervalRow(cell, row, { name: report.variants[place]?.name ?? "", tone })];
  });
  if (rows.length === 0 || rows.every((each) => each.value === null)) return undefined;
  const description = rows.map((each) => `${each.name}: ${toneWords[each.tone].slice(2)}`).join("; ");
  const name = row.about === "" ? row.title : `${row.title}, ${row.about}`;
  const draw = (width: number): Markup =>
    intervalFigure({
      title: `Difference from the baseline: ${name}`,
      description,
      width,
      axis: `difference, ${row.differenceUnit}`,
      direction: directionOf(row.measure),
      resolution: 10 ** -row.scale.decimals,
      rows,
    });
  const wide = draw(widePanel);
  return element(
    "div",
    { class: "panel" },
    element("h4", {}, row.title, row.about !== "" && element("span", { class: "of" }, row.about)),
    element("div", { class: "wide" }, wide),
    element("div", { class: "narrow" }, draw(narrowPanel)),
    fileLinks(differenceData(name, row, rows), [{ figure: wide }]),
  );
}

function differenceData(name: string, row: MeasureRow, rows: readonly IntervalRow[]): FigureData {
  return {
    name: `difference-${name}`,
    columns: ["variant", "difference", "low", "high", "unit", "finding"],
    rows: rows.map(({ name: variant, value, low, high, tone }) => [
      variant,
      value,
      low,
      high,
      row.differenceUnit,
      toneWords[tone].slice(2),
    ]),
  };
}

const none = { difference: null, low: null, high: null };

function intervalRow(
  cell: MeasureSummary,
  row: MeasureRow,
  told: Pick<IntervalRow, "name" | "tone">,
): IntervalRow {
  const { difference, low, high } = comparisonOf(cell, row.cells[0]) ?? none;
  const scale = (value: number | null): number | null => (value === null ? null : value * row.scale.factor);
  return { ...told, value: scale(difference), low: scale(low), high: scale(high) };
}
