import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { missing, scaled } from "#shells/figure/numeral";
import { toneWords } from "#shells/figure/tone";
import { differenceText, headlineOf, toneOf } from "#shells/report/measure-reading";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Report, ReportVariant } from "#shells/report/report";
import { differenceNature } from "#study/experiment/difference-note";
import { isWhole } from "#study/experiment/measure-lines";
import { unitSince } from "#study/experiment/measure-title";
import type { MeasureSummary } from "#study/experiment/summary";
import { counted } from "#study/experiment/quantity-text";

/** What planners ask for first, and what a mitigation is paid with: of each group the first that there is. */
const foremost: readonly (readonly string[])[] = [
  ["peak-queue", "mean-queue"],
  ["backlog-clear-time"],
  ["rate-normal-time", "time-to-recover"],
  ["delay", "mean-wait"],
  ["cost"],
  ["throughput-loss"],
];

/** More measures than these do not fit on a first screen. */
const measuresMost = 5;

/** More variants than this do not fit on a first screen: the table below has them all. */
const variantsMost = 6;

/** What a measure is of stands on two lines at the head of a column where it is no longer. */
const aboutMost = 30;

/** The first screen: question, answer in large type, and what each variant gains and costs. */
export function headlineSection(report: Report): Markup {
  const { summary } = report.result;
  const rows = keyRows(report.rows);
  return element(
    "header",
    { class: "headline" },
    element(
      "div",
      { class: "inner" },
      element("p", { class: "title" }, element("span", { class: "brand" }, "Breakwater"), summary.title),
      element("h1", {}, summary.question ?? summary.title),
      answerMarkup(summary.answer, report),
      rows.length > 0 && (report.variants.length > 1 ? board(rows, report) : cards(rows)),
      element("p", { class: "basis" }, basisText(report)),
    ),
  );
}

/**
 * What was found in large type, by its length; what variants do about it in smaller type below. On a narrow
 * page what each of them is stands between, for the first screen ends before the table has come to the last.
 */
function answerMarkup(answer: string, { variants }: Report): Content {
  if (answer === "") return undefined;
  const [finding = "", ...others] = answer.split(/(?<=[.!?])\s+/);
  const { length } = finding;
  const size = length > 200 ? " longer" : length > 90 ? " long" : "";
  return element(
    "div",
    { class: "answer" },
    element("p", { class: `finding${size}` }, finding, others.length > 0 && " "),
    variants.length > 1 && variantList(variants),
    others.length > 0 && remedies(others.join(" "), variants),
  );
}

/** What variants do about it; a long text in smaller type, so that the table stays on the first screen. */
function remedies(words: string, variants: readonly ReportVariant[]): Markup {
  return element(
    "p",
    { class: words.length > 360 ? "remedies long" : "remedies" },
    partedAtNames(words, variants).map((part, index) =>
      index % 2 === 0 ? part : element("span", { class: "id" }, part),
    ),
  );
}

/** A text cut into what stands between names of variants and, at odd places, these names. */
function partedAtNames(words: string, variants: readonly ReportVariant[]): readonly string[] {
  const names = variants.map(({ name }) => name.replace(/[^\w-]/g, "\\$&"));
  return words.split(new RegExp(`(?<![\\w-])(${names.join("|")})(?![\\w-])`));
}

/** What the numbers are, in one line, and how many variants have no room here. */
function basisText(report: Report): string {
  const { replications, variants } = report.result.summary;
  const runs = counted(replications, "replication");
  if (variants.length === 1) return `A simulation: ${runs} of the baseline. Ranges are 95 % intervals.`;
  const more = variants.length - variantsMost;
  const left = more > 0 ? ` ${more} more ${more === 1 ? "variant is" : "variants are"} compared below.` : "";
  return (
    `A simulation: ${runs} each, on the same draws. Ranges are 95 % intervals; ` +
    `a difference is called better or worse only where its own leaves out 0.${left}`
  );
}

/** Five measures at most: the foremost, then the scenario's own order; instants and windows are left out. */
export function keyRows(rows: readonly MeasureRow[]): readonly MeasureRow[] {
  const whole = rows.filter(({ cells: [baseline] }) => baseline !== undefined && isWhole(baseline));
  const first = foremost.flatMap((names) =>
    names.flatMap((name) => whole.find((row) => row.measure === name) ?? []).slice(0, 1),
  );
  const others = whole.filter((row) => !first.some(({ measure }) => measure === row.measure));
  return (first.length > 2 ? first : [...first, ...others]).slice(0, measuresMost);
}

function cards(rows: readonly MeasureRow[]): Markup {
  const shown = rows.slice(0, 4).map((row) => {
    const headline = row.cells[0] && headlineOf(row.cells[0]);
    return element(
      "div",
      { class: "card" },
      element("p", { class: "card-name" }, row.title, row.about !== "" && element("span", {}, row.about)),
      element(
        "p",
        { class: "card-number" },
        scaled(headline?.value ?? null, row.scale),
        headline?.reason === "" && element("small", {}, row.scale.unit),
      ),
      element("p", { class: "card-range" }, rangeText(row)),
    );
  });
  return element("div", { class: "cards" }, shown);
}

/** The interval of the baseline, or why there is none. */
function rangeText({ cells: [baseline], scale }: MeasureRow): string {
  if (baseline === undefined) return "";
  const { low, high, statistic, reason } = headlineOf(baseline);
  if (low === null || high === null) return reason;
  const median = statistic === "median" ? "median, " : "";
  return `${median}${scaled(low, scale)} to ${scaled(high, scale)}`;
}

function variantList(variants: readonly ReportVariant[]): Markup {
  const items = variants
    .slice(1, variantsMost)
    .map(({ name, summary }) => element("div", {}, element("dt", {}, name), " ", element("dd", {}, summary)));
  return element("dl", { class: "board-list narrow" }, items);
}

// Roles are written out because the table is laid out as grids, and on a narrow page as blocks, which takes
// its meaning away.
function board(rows: readonly MeasureRow[], report: Report): Markup {
  const heads = rows.map((row) =>
    element(
      "th",
      { role: "columnheader", scope: "col" },
      row.title,
      element("span", {}, `${unitSince(row.measure, row.scale.unit)}, ${briefAbout(row, report)}`),
      natureOf(row, report),
    ),
  );
  const lines = report.variants.slice(0, variantsMost).map(({ place, name, summary }) =>
    element(
      "tr",
      { role: "row", class: place === 0 ? "own" : "other" },
      element("th", { role: "rowheader", scope: "row" }, name),
      element("td", { role: "cell", class: "board-what" }, place > 0 && summary),
      rows.map((row) => boardCell(row, place, report)),
    ),
  );
  const corner = [
    element("th", { role: "columnheader", scope: "col" }, "Variant"),
    element("th", { role: "columnheader", scope: "col", class: "board-what" }, "and what it changes"),
  ];
  return element(
    "table",
    {
      class: "board",
      role: "table",
      "aria-label": "What each variant gains and costs",
      style: `--measures:${rows.length}`,
    },
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, corner, heads)),
    element("tbody", { role: "rowgroup" }, lines),
  );
}

/** Of several places that are measured together how many: the answer above and the tables below name them. */
function briefAbout({ about, cells }: MeasureRow, { result }: Report): string {
  if (!cells.some((cell) => cell?.of === "performance")) return about;
  const places = result.study.variants[0]?.scenario.performance?.of ?? [];
  return places.length > 1 && about.length > aboutMost ? `${places.length} places` : about;
}

/** Of a row of medians, what its differences are: they do not fit the medians. */
function natureOf({ cells, scale }: MeasureRow, { result }: Report): Content {
  const nature = differenceNature(result.rows, cells, scale);
  return nature !== "" && element("span", {}, nature);
}

function boardCell(row: MeasureRow, place: number, report: Report): Markup {
  const cell = row.cells[place];
  const headline = cell && headlineOf(cell);
  const value = headline?.value ?? null;
  const unit =
    value !== null && headline?.reason === ""
      ? element("span", { class: "board-unit" }, ` ${row.scale.unit}`)
      : "";
  return element(
    "td",
    { role: "cell" },
    element("span", { class: "board-name" }, row.title),
    element(
      "span",
      { class: value === null ? "board-number none" : "board-number" },
      value === null ? missing : scaled(value, row.scale),
      unit,
    ),
    place === 0 ? element("span", { class: "board-note" }, rangeText(row)) : boardNote(cell, row, report),
  );
}

/** How a variant differs: coloured and judged only where it is told apart. */
function boardNote(cell: MeasureSummary | undefined, row: MeasureRow, report: Report): Content {
  if (cell === undefined) return element("span", { class: "board-note" }, "not measured");
  const tone = toneOf(cell, row.cells[0], report.findings.get(cell));
  const { reason } = headlineOf(cell);
  if (reason !== "") return element("span", { class: "board-note" }, reason);
  if (tone === undefined || tone === "unknown") return undefined;
  if (tone === "same" || tone === "alike") {
    const isOne = tone === "alike" && report.result.summary.replications === 1;
    const even = isOne ? "one replication cannot tell" : toneWords[tone];
    return element("span", { class: "board-note alike" }, even);
  }
  const { difference } = differenceText(cell, row.scale);
  return element("span", { class: `board-note ${tone}` }, `${difference} ${tone}`);
}
