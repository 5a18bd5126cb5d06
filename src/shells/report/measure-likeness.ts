import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { scaled } from "#shells/figure/numeral";
import { headlineOf } from "#shells/report/measure-reading";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Report } from "#shells/report/report";

/** Whether a measure came out the same in every variant, replication by replication. */
export function isAlike(row: MeasureRow): boolean {
  const [baseline, ...others] = row.cells;
  if (baseline === undefined || others.length === 0) return false;
  const first = headlineOf(baseline);
  return others.every((cell, index) => {
    if (cell === undefined) return false;
    const own = headlineOf(cell);
    const equal = own.value === first.value && own.low === first.low && own.high === first.high;
    const values = row.values[index + 1] ?? [];
    return equal && own.reason === first.reason && values.join() === (row.values[0] ?? []).join();
  });
}

/** Whether each variant has one value only, the same in all of its replications. */
export function isWithoutSpread(row: MeasureRow): boolean {
  const present = row.cells.filter((cell) => cell !== undefined);
  const settled = present.every(({ p5, p95, low, high }) => p5 === p95 && low === high);
  return settled && row.values.every((values) => values.every((value) => value === values[0]));
}

/** A short table of measures that need no picture: one line each. */
export function likeTable(rows: readonly MeasureRow[], report: Report, heading: string): Markup | undefined {
  if (rows.length === 0) return undefined;
  const lines = rows.map((row) =>
    element(
      "tr",
      {},
      element(
        "th",
        { scope: "row" },
        row.title,
        row.about !== "" && [" ", element("span", { class: "about" }, row.about)],
        " ",
        element("code", { class: "id" }, row.measure),
      ),
      element("td", {}, likeText(row, report)),
    ),
  );
  return element(
    "div",
    { class: "alike" },
    element("h3", {}, heading),
    element("table", { class: "plain" }, element("tbody", {}, lines)),
  );
}

function likeText(row: MeasureRow, report: Report): Content {
  if (isAlike(row) || row.cells.length === 1) return valueWords(row, 0);
  return row.cells
    .map((_, place) => `${report.variants[place]?.name ?? ""}: ${valueWords(row, place)}`)
    .join("; ");
}

function valueWords(row: MeasureRow, place: number): string {
  const cell = row.cells[place];
  if (cell === undefined) return "not measured";
  const { value, low, high, reason, statistic } = headlineOf(cell);
  if (value === null) return reason;
  const number = `${scaled(value, row.scale)} ${row.scale.unit}`;
  if (isWithoutSpread(row)) return `${number} in every replication`;
  const median = statistic === "median" ? ", median" : "";
  if (low === null || high === null || low === high) return `${number}${median}`;
  return `${number}${median} (${scaled(low, row.scale)} to ${scaled(high, row.scale)})`;
}
