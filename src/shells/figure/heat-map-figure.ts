import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** One cell. Only what is told apart is coloured; the words say the same. */
export interface HeatCell {
  readonly column: number;
  readonly row: number;
  /** What stands in it. */
  readonly words: string;
  readonly tone: "better" | "worse" | "alike";
  /** How strong its colour is, 1 (pale) to 3 (dark). */
  readonly strength: 1 | 2 | 3;
}

/** Cells over two things that are varied, the first across and the second up. */
export interface HeatMapFigure extends FigureName {
  readonly width: number;
  /** What stands below each column, from the left, and beside each row, from below. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly across: string;
  readonly up: string;
  readonly cells: readonly HeatCell[];
}

const textSize = 13;

/**
 * A cell each, with its number; better is marked by a tick, worse by a cross, so that it does not rest on
 * colour.
 */
export function heatMapFigure(data: HeatMapFigure): Markup {
  const isNarrow = data.width < 480;
  const labels = Math.max(40, ...data.rows.map((words) => textWidth(words, textSize) + 10));
  const left = Math.min(labels, data.width * (isNarrow ? 0.26 : 0.2));
  const rowHeight = isNarrow ? 40 : 46;
  const foot = isNarrow ? 58 : 48;
  const height = 26 + data.rows.length * rowHeight + foot;
  const frame: Frame = { width: data.width, height, top: 26, right: 4, bottom: foot, left };
  const columnWidth = (data.width - left - frame.right) / Math.max(1, data.columns.length);
  const place = (column: number, row: number): readonly [number, number] => [
    left + column * columnWidth,
    frame.top + (data.rows.length - 1 - row) * rowHeight,
  ];
  const cells = data.cells.map((cell) =>
    cellMarkup(cell, place(cell.column, cell.row), columnWidth, rowHeight),
  );
  return svgFrame(frame, data, axes(data, frame, { columnWidth, rowHeight, isNarrow }), cells);
}

const signs = { better: "✓", worse: "✕", alike: "" } as const;

function cellMarkup(
  { words, tone, strength }: HeatCell,
  [x, y]: readonly [number, number],
  width: number,
  height: number,
): Markup {
  const size = { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
  const shown = `${words} ${signs[tone]}`.trim();
  const fits = textWidth(shown, textSize) + 4 <= width;
  const at = { class: "cell-words", x: x + width / 2, "text-anchor": "middle" };
  const text = fits
    ? element("text", { ...at, y: y + height / 2 + 5 }, shown)
    : [
        fittedWords({ ...at, y: y + height / 2 - 1 }, { words, size: 12, width: width - 2, character: 0.56 }),
        element("text", { ...at, y: y + height / 2 + 14 }, signs[tone]),
      ];
  const name = tone === "alike" ? "heat alike" : `heat ${tone} h${strength}`;
  return element("g", { class: name }, element("rect", { class: "heat-cell", ...size }), text);
}

function axes(
  data: HeatMapFigure,
  frame: Frame,
  { columnWidth, rowHeight, isNarrow }: { columnWidth: number; rowHeight: number; isNarrow: boolean },
): Content {
  const base = frame.height - frame.bottom;
  const columns = data.columns.map((words, column) => {
    const x = frame.left + (column + 0.5) * columnWidth;
    const lines = isNarrow ? words.split(" to ") : [words];
    return lines.map((line, index) =>
      fittedWords(
        { class: "tick-text", x, y: base + 16 + 14 * index, "text-anchor": "middle" },
        { words: line, size: 12, width: columnWidth - 2, character: 0.58 },
      ),
    );
  });
  const rows = data.rows.map((words, row) => {
    const y = frame.top + (data.rows.length - 0.5 - row) * rowHeight + 4;
    const at = { class: "tick-text", x: frame.left - 6, y, "text-anchor": "end" };
    return fittedWords(at, { words, size: 12, width: frame.left - 8, character: 0.58 });
  });
  const middle = (frame.left + frame.width) / 2;
  const half = Math.min(frame.width / 2 - 2, textWidth(data.across, 13) / 2);
  const x = Math.min(frame.width - half - 2, Math.max(half + 2, middle));
  return element(
    "g",
    { class: "axis" },
    columns,
    rows,
    element("text", { class: "axis-title", x: 2, y: 14 }, `↑ ${data.up}`),
    element(
      "text",
      { class: "axis-title", x, y: frame.height - 6, "text-anchor": "middle" },
      `${data.across} →`,
    ),
  );
}
